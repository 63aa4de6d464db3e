import type { Sentence } from '#foundation/words.ts'
import type { State, Terms } from './vouchers.schema.ts'

export const vouchersPageWords = {
  title: { zh: '卡券', en: 'Vouchers' },
  one: { zh: '一种卡券', en: 'Template' },
  question: { zh: '哪些卡券有用？', en: 'Which vouchers work?' },
  waiting: { zh: '正在计算…', en: 'Counting…' },
  answer: {
    zh: '发出 {issued} 张，用了 {redeemed} 张（{share}）：{orders} 单优惠 {discount}，实收 {sales}。还有 {usable} 张可用，其中 {expiring} 张在 30 天内到期。',
    en: '{issued} given, {redeemed} used ({share}): {discount} off {orders} {ordersCount|order|orders} that brought in {sales}. {usable} can still be used, {expiring} of them end within 30 days.'
  },
  best: { zh: '“{most}”用得最多，{mostShare}；“{least}”用得最少，{leastShare}。', en: '"{most}" is used most, {mostShare}; "{least}" least, {leastShare}.' },
  back: { zh: '全部卡券', en: 'All vouchers' },
  answerNone: { zh: '有 {n} 种卡券，还没有发出。', en: '{n} {count|template|templates}, and nothing given out yet.' },
  empty: { zh: '还没有卡券', en: 'No vouchers yet' },
  emptyWhy: {
    zh: '满减、折扣、赠品、免运费：先写清条件，再发给会员，或印成券码。每一张从发出到用掉、退回、过期都有记录。',
    en: 'Money off, a percentage, a gift, free delivery: say the conditions once, then give them to members or print codes. Every voucher is on record from the day it is given to its use, return or end.'
  },
  create: { zh: '新建卡券', en: 'New template' },
  issue: { zh: '发券', en: 'Give out' },
  codes: { zh: '生成或导入券码', en: 'Make or import codes' },
  templates: { zh: '各种卡券', en: 'Templates' },
  name: { zh: '卡券', en: 'Voucher' },
  worth: { zh: '内容', en: 'What it gives' },
  given: { zh: '发出', en: 'Given' },
  usable: { zh: '可用', en: 'Usable' },
  used: { zh: '已用', en: 'Used' },
  expiring: { zh: '30 天内到期', en: 'End within 30 days' },
  discount: { zh: '优惠', en: 'Taken off' },
  orders: { zh: '用券订单', en: 'Orders' },
  sales: { zh: '订单实收', en: 'Paid on them' },
  salesSays: { zh: '用券订单在记录里实付的钱。有没有券都会买的人也在内：要知道券带来了多少，得留一组不发券的人对照。', en: 'What the orders were paid with. People who would have bought anyway are among them: what vouchers bring can only be told against a group that gets none.' },
  waitingCodes: { zh: '待领券码', en: 'Codes not taken' },
  state: { zh: '状态', en: 'State' },
  stopped: { zh: '已停发', en: 'Stopped' },
  running: { zh: '发放中', en: 'Running' },
  expired: { zh: '过期', en: 'Expired' },
  voided: { zh: '作废', en: 'Voided' },
  reserved: { zh: '保留中', en: 'Reserved' },
  customers: { zh: '会员', en: 'Members' },
  edit: { zh: '修改', en: 'Change' },
  stop: { zh: '停止发放', en: 'Stop' },
  stopSure: { zh: '停止发放“{name}”？会员手里的 {n} 张照样能用。', en: 'Stop giving out "{name}"? The {n} that members hold stay good.' },
  goOn: { zh: '继续发放', en: 'Go on' },
  rules: { zh: '这种卡券', en: 'The rules' },
  version: { zh: '第 {n} 版 · {at} · {author}', en: 'version {n} · {at} · {author}' },
  versions: { zh: '历次版本', en: 'Versions' },
  figures: { zh: '用得怎样', en: 'How it is used' },
  holders: { zh: '发出的卡券', en: 'Vouchers given' },
  anyState: { zh: '全部状态', en: 'All states' },
  customer: { zh: '客户', en: 'Customer' },
  nameless: { zh: '未具名', en: 'No name' },
  code: { zh: '券码', en: 'Code' },
  left: { zh: '剩余', en: 'Left' },
  validTo: { zh: '可用到', en: 'Good to' },
  ever: { zh: '长期', en: 'for ever' },
  issuedAt: { zh: '发出时间', en: 'Given' },
  nobody: { zh: '没有这样的卡券。', en: 'There are none.' },
  batches: { zh: '批次', en: 'Batches' },
  noBatches: { zh: '还没有成批的券码或名单。', en: 'No batches of codes or lists yet.' },
  batch: { zh: '批次', en: 'Batch' },
  kind: { zh: '做什么', en: 'What' },
  made: { zh: '完成', en: 'Done' },
  known: { zh: '重复', en: 'Repeated' },
  refused: { zh: '没收下', en: 'Refused' },
  refusedLines: { zh: '没收下的行', en: 'Refused lines' },
  line: { zh: '第 {n} 行：{why}', en: 'line {n}: {why}' },
  when: { zh: '时间', en: 'When' },
  download: { zh: '下载券码', en: 'Download codes' },
  cancel: { zh: '停止', en: 'Stop' },
  resume: { zh: '继续', en: 'Go on' },
  card: { zh: '卡券', en: 'Vouchers' },
  cardNone: { zh: '没有卡券。', en: 'No vouchers.' },
  cardNoneUsable: { zh: '没有可用的卡券。', en: 'Nothing to use.' },
  cardTo: { zh: '可用到 {day}', en: 'good to {day}' },
  cardFrom: { zh: '{day} 起可用', en: 'from {day}' },
  cardOthers: { zh: '另有 {n} 张已用、过期或作废', en: '{n} more used, expired or voided' },
  cardGive: { zh: '发券', en: 'Give one' },
  history: { zh: '经过', en: 'What happened' },
  void: { zh: '作废', en: 'Void' },
  voidReason: { zh: '作废的原因', en: 'Why it is voided' },
  voidNow: { zh: '作废这张', en: 'Void it' }
} satisfies Record<string, Sentence>

export const stateWords: Readonly<Record<State, Sentence>> = {
  waiting: { zh: '未生效', en: 'Not yet' }, usable: { zh: '可用', en: 'Usable' }, reserved: { zh: '保留中', en: 'Reserved' }, redeemed: { zh: '已用', en: 'Used' }, expired: { zh: '过期', en: 'Expired' }, voided: { zh: '作废', en: 'Voided' }
}

export const batchKindWords = { generated: { zh: '生成券码', en: 'Codes made' }, imported: { zh: '导入券码', en: 'Codes imported' }, listed: { zh: '按名单发券', en: 'Given to a list' } } satisfies Record<string, Sentence>
export const batchStateWords = {
  queued: { zh: '等待中', en: 'Waiting' }, running: { zh: '进行中', en: 'Running' }, done: { zh: '完成', en: 'Done' }, failed: { zh: '出错', en: 'Failed' }, cancelled: { zh: '已停止', en: 'Stopped' }
} satisfies Record<string, Sentence>

const movements = new Map<string, Sentence>([
  ['issue', { zh: '发出', en: 'Given' }], ['hold', { zh: '为订单保留', en: 'Reserved' }], ['release', { zh: '解除保留', en: 'Let go' }], ['redeem', { zh: '使用', en: 'Used' }],
  ['give_back', { zh: '退货退回', en: 'Came back' }], ['expire', { zh: '过期', en: 'Expired' }], ['void', { zh: '作废', en: 'Voided' }]
])
export const movementLabel = (kind: string): Sentence => movements.get(kind) ?? { zh: kind, en: kind }
export const nameOf = ({ nameZh, nameEn }: Pick<Terms, 'nameZh' | 'nameEn'>): Sentence => ({ zh: nameZh, en: nameEn })
