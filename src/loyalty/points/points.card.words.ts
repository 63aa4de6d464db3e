import type { Sentence } from '#foundation/words.ts'
import type { EntryKind } from './points.state.ts'

export const cardWords = {
  lotByLot: { zh: '逐笔说明：每一分来自哪里', en: 'Lot by lot: where each point comes from' },
  title: { zh: '积分', en: 'Points' },
  none: { zh: '还没有积分。', en: 'No points yet.' },
  adjust: { zh: '调整', en: 'Adjust' },
  pending: { zh: '待生效', en: 'Pending' },
  held: { zh: '冻结', en: 'Held' },
  debt: { zh: '欠', en: 'Owed' },
  ends: { zh: '其中 {n} 在 {day} 之后到期。', en: '{n} of it {n|ends|end} after {day}.' },
  why: { zh: '为什么是这个数', en: 'Why this balance' },
  whyTitle: { zh: '为什么有 {n} 分', en: 'Why {n} points' },
  when: { zh: '时间', en: 'When' },
  what: { zh: '发生了什么', en: 'What happened' },
  order: { zh: '订单', en: 'Order' },
  change: { zh: '可用变化', en: 'To spend' },
  policy: { zh: '规则', en: 'Policy' },
  version: { zh: '第 {n} 版', en: 'version {n}' },
  toldLater: { zh: '后来才记，记于 {at}', en: 'told later, on {at}' },
  more: { zh: '更早的', en: 'Earlier' },
  journal: { zh: '积分流水', en: 'Journal of points' },
  currency: { zh: '积分种类', en: 'Currency' },
  amount: { zh: '数额（扣减写负数）', en: 'Amount (below zero to take away)' },
  day: { zh: '算在哪一天（空：今天）', en: 'Counted on (empty: today)' },
  dayWhy: { zh: '漏记的可以补记到过去，到期日也从那天起算。', en: 'What was missed can be booked into the past; its end is counted from that day, too.' },
  closed: { zh: '那个月已经关账，要由另一个人批准。', en: 'That month is closed: a second person has to approve.' },
  request: { zh: '请人批准', en: 'Ask for approval' },
  requested: { zh: '已提交。另一个人在“积分制度”页批准后才记账。', en: 'Asked. It is booked when a second person approves it on "Points policy".' },
  toRequests: { zh: '查看申请', en: 'See the request' },
  close: { zh: '关闭', en: 'Close' },
  note: { zh: '原因（会写进流水）', en: 'Why (it stands in the journal)' },
  now: { zh: '调整后余额 {n}。', en: 'The balance is then {n}.' },
  save: { zh: '记账', en: 'Book' }
} satisfies Record<string, Sentence>

export const currencyWords = {
  points: { zh: '积分', en: 'Points' }, growth: { zh: '成长值', en: 'Growth value' }, toSpend: { zh: '可用{name}', en: '{name} to spend' }
} satisfies Record<string, Sentence>

export const mergingWords = {
  title: { zh: '积分：可用减去欠下的', en: 'Points: to spend, less what is owed' }, survivor: { zh: '留下的', en: 'Stays' }, merged: { zh: '并入的', en: 'Joins' }, after: { zh: '合并后', en: 'Together' },
  none: { zh: '两边都没有积分。', en: 'Neither has points.' }, twice: { zh: '两边都领过、只算一次，余下的收回：{what}', en: 'Both had it and it counts once; what is left of the second goes: {what}' }
} satisfies Record<string, Sentence>

/** Every kind of entry: one that is added without its words does not compile. */
const kinds = {
  earn: { zh: '获得', en: 'Earned' }, mature: { zh: '生效', en: 'Ready to spend' }, redeem: { zh: '使用', en: 'Spent' }, hold: { zh: '冻结', en: 'Held' }, capture: { zh: '扣除冻结', en: 'Held points spent' },
  release: { zh: '解冻', en: 'Hold let go' }, expire: { zh: '到期', en: 'Ended' }, reverse: { zh: '退货扣回', en: 'Taken back: return' }, restore: { zh: '退货退回', en: 'Given back: return' },
  owe: { zh: '退货后欠下', en: 'Owed after a return' }, overdraw: { zh: '断网时多用，欠下', en: 'Overspent without network: owed' }, repay: { zh: '抵欠', en: 'Paid what was owed' }, adjust: { zh: '人工调整', en: 'Adjusted by hand' },
  open: { zh: '从原系统转入', en: 'Brought over' }, unopen: { zh: '撤销转入', en: 'Bringing over undone' }, transfer: { zh: '转赠', en: 'Given to a member' }, exchange: { zh: '兑换', en: 'Exchanged' },
  merge: { zh: '合并档案', en: 'Records merged' }, unmerge: { zh: '撤销合并', en: 'Merge undone' }, duplicate: { zh: '重复领取，只算一次', en: 'Had twice, counts once' },
  contribute: { zh: '放进共享账户', en: 'Into a shared wallet' }, leave: { zh: '退出共享账户', en: 'Left a shared wallet' }
} satisfies Record<EntryKind, Sentence>
const labels = new Map<string, Sentence>(Object.entries(kinds))
export const entryLabel = (kind: string): Sentence => labels.get(kind) ?? { zh: kind, en: kind }
