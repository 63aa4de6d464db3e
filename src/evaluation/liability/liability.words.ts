import type { Sentence } from '#foundation/words.ts'

export const jobWords = {
  title: { zh: '汇总积分负债', en: 'Summing what points owe' },
  summing: { zh: '已汇总 {n} 个积分账户', en: '{n} wallets summed' }
} satisfies Record<string, Sentence>

export const liabilityWords = {
  unknownCurrency: { zh: '积分规则里没有“{currency}”这种积分。', en: 'The points policy has no currency "{currency}".' },
  beforeLast: { zh: '新单价的生效日不能早于上一版的生效日 {day}。', en: 'A new price cannot begin before the last one did, on {day}.' },
  monthClosed: { zh: '{month} 及以前的月份已经关账，新单价只能从之后的日子开始。', en: '{month} and all months before it are closed; a new price can only begin after them.' },
  priceChanged: { zh: '单价刚被改过（现在是第 {version} 版）。请刷新后再改。', en: 'The price was changed meanwhile (now version {version}). Reload and change again.' }
} satisfies Record<string, Sentence>

/** What the data gate misses. */
export const gateWords = {
  members: { zh: '只有 {has} 位会员有过积分，至少要 {least} 位。', en: 'Only {has} members have ever had points; it takes {least}.' },
  spenders: { zh: '只有 {has} 位会员用过积分，至少要 {least} 位。', en: 'Only {has} members have ever spent points; it takes {least}.' },
  days: { zh: '流水只有 {has} 天，至少要 {least} 天。', en: 'The journal spans only {has} days; it takes {least}.' },
  curve: { zh: '同一年龄的积分分散在不到 {least} 组会员手里，画不出 30 天以上的曲线。', en: 'At most ages fewer than {least} groups of members hold points: no curve of 30 days or more can be drawn.' }
} satisfies Record<string, Sentence>

/** The accounts of the journal. */
export const accountWords: Readonly<Record<string, Sentence | undefined>> = {
  points: { zh: '合同负债—会员积分', en: 'Contract liability: points' }, debt: { zh: '会员欠积分', en: 'Points owed by members' }, issued: { zh: '积分成本', en: 'Cost of points given' },
  redeemed: { zh: '积分兑换结转', en: 'Points used' }, expired: { zh: '积分过期收入', en: 'Breakage' }, adjusted: { zh: '积分人工调整', en: 'Adjustments of points' }, opening: { zh: '期初转入积分', en: 'Points brought over' },
  revalued: { zh: '积分重估', en: 'Revaluation of points' }, rounding: { zh: '积分尾差', en: 'Rounding of points' }
}

const kinds = new Map<string, Sentence>([
  ['issued points', { zh: '发放', en: 'Issued' }], ['points issued', { zh: '退货扣回', en: 'Reversed' }], ['points redeemed', { zh: '使用', en: 'Redeemed' }], ['redeemed points', { zh: '退货退回', en: 'Given back' }],
  ['points expired', { zh: '到期', en: 'Expired' }], ['expired points', { zh: '到期后退回', en: 'Given back after the end' }], ['points adjusted', { zh: '调减', en: 'Adjusted down' }], ['adjusted points', { zh: '调增', en: 'Adjusted up' }],
  ['opening points', { zh: '期初转入', en: 'Brought over' }], ['points opening', { zh: '撤销转入', en: 'Bringing over undone' }], ['debt issued', { zh: '退货后欠下', en: 'Owed after a return' }], ['points debt', { zh: '抵欠', en: 'Paid what was owed' }]
])
/** What a posting between two accounts is called. */
export function kindOf(debit: string, credit: string): Sentence {
  if (debit === 'revalued' || credit === 'revalued') return { zh: '重估', en: 'Revalued' }
  if (debit === 'rounding' || credit === 'rounding') return { zh: '尾差', en: 'Rounding' }
  return kinds.get(`${debit} ${credit}`) ?? { zh: `${debit} → ${credit}`, en: `${debit} → ${credit}` }
}

export const journalColumns = {
  number: { zh: '凭证号', en: 'Entry' }, day: { zh: '日期', en: 'Date' }, currency: { zh: '积分种类', en: 'Currency' }, kind: { zh: '摘要', en: 'Kind' },
  debit: { zh: '借方代码', en: 'Debit code' }, debitName: { zh: '借方科目', en: 'Debit' }, credit: { zh: '贷方代码', en: 'Credit code' }, creditName: { zh: '贷方科目', en: 'Credit' },
  points: { zh: '积分', en: 'Points' }, amount: { zh: '金额', en: 'Amount' }, entries: { zh: '流水条数', en: 'Ledger entries' }, price: { zh: '单价版本', en: 'Price version' }
} satisfies Record<string, Sentence>

export const statementColumns = {
  month: { zh: '月份', en: 'Month' }, currency: { zh: '积分种类', en: 'Currency' }, kind: { zh: '摘要', en: 'Kind' }, opening: { zh: '期初', en: 'Opening' }, points: { zh: '积分', en: 'Points' }, amount: { zh: '金额', en: 'Amount' },
  debt: { zh: '会员欠积分', en: 'Points owed by members' }, debtAmount: { zh: '欠积分金额', en: 'Owed, in money' }, closing: { zh: '期末', en: 'Closing' }
} satisfies Record<string, Sentence>

export const holderColumns = {
  customer: { zh: '客户', en: 'Customer' }, name: { zh: '姓名', en: 'Name' }, outstanding: { zh: '未用积分', en: 'Outstanding' }, debt: { zh: '欠积分', en: 'Owed' }, ending: { zh: '将到期', en: 'Ending' }, firstEnd: { zh: '最早到期', en: 'First end' }
} satisfies Record<string, Sentence>
