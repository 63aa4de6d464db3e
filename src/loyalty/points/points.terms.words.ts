import { say, type Sentence, type Values } from '#foundation/words.ts'
import type { CurrencyPolicy } from './points.schema.ts'
import { policyPageWords } from './points.policy.words.ts'

const words = {
  forever: { zh: '永久有效。', en: 'They never end.' },
  day: { zh: '从获得那天起有效 {months} 个月。', en: 'They live {months} {months|month|months} from the day they are earned.' },
  month: { zh: '有效 {months} 个月，到满期那个月的月底失效。', en: 'They live {months} {months|month|months}, to the end of that month.' },
  year: { zh: '有效 {months} 个月，到满期那一年的年底失效。', en: 'They live {months} {months|month|months}, to the end of that year.' },
  atOnce: { zh: '获得当天生效。', en: 'They count from the day they are earned.' },
  after: { zh: '获得 {days} 天后生效，之前只显示为“待生效”。', en: 'They count {days} {days|day|days} after they are earned; until then they are pending.' },
  pending_only: { zh: '退货只扣回还没生效的；已经生效的留给会员。', en: 'A return takes back only what is still pending; the rest stays with the member.' },
  within_balance: { zh: '退货扣回这笔订单所得；余额不够时扣完为止，不记欠。', en: 'A return takes back what the order earned, as far as the balance goes; nothing is owed.' },
  into_debt: { zh: '退货扣回这笔订单所得；余额不够的部分记欠，以后获得的先抵。', en: 'A return takes back what the order earned; what the balance lacks is owed and the next points pay it first.' },
  grace: { zh: '退货退回的积分如果已经过期，还能再用 {days} 天。', en: 'What a return gives back after its end can be used for {days} more {days|day|days}.' },
  noGrace: { zh: '退货退回的积分如果已经过期，不再延长。', en: 'What a return gives back after its end gets no more time.' },
  spendable: { zh: '会员可以花。', en: 'Members may spend them.' },
  counted: { zh: '只计数，不能花。', en: 'They are counted, never spent.' },
  noTransfer: { zh: '不能转赠给别的会员。', en: 'They cannot be given to other members.' },
  transfer: { zh: '可以转赠：每次 {least} 到 {most}，每个自然月合计至多 {monthly}。', en: 'They can be given to others: {least} to {most} each time, at most {monthly} in a calendar month.' }
} satisfies Record<string, Sentence>

const filled = (sentence: Sentence, values: Values): Sentence => ({ zh: say(sentence, 'zh-CN', values), en: say(sentence, 'en', values) })
/** An amount of the smallest unit as people count it. */
export const unitsOf = (amount: string, scale: number): number => Number(amount) / 10 ** scale

/** Currencies in the order in which they are shown: what may be spent first, and of that points. */
export const inOrder = (rules: Readonly<Record<string, CurrencyPolicy>>): readonly (readonly [currency: string, CurrencyPolicy])[] =>
  Object.entries(rules).toSorted(([a, { spendable: mayA }], [b, { spendable: mayB }]) => Number(mayB) - Number(mayA) || Number(b === 'points') - Number(a === 'points'))

/** The currency that figures speak of where they speak of one: the first that may be spent. */
export const mainOf = (rules: Readonly<Record<string, CurrencyPolicy>>): string | undefined => inOrder(rules).find(([, { spendable }]) => spendable)?.[0]

/** What a policy says of one currency, a sentence each, in an order in which two policies can be compared. */
export function termsOf({ ttl, pendingDays, onRefund, graceDays, spendable, transfer, scale }: CurrencyPolicy): readonly Sentence[] {
  return [
    ttl === null ? words.forever : filled(words[ttl.until], { months: ttl.months }),
    pendingDays === 0 ? words.atOnce : filled(words.after, { days: pendingDays }),
    words[onRefund],
    spendable ? words.spendable : words.counted,
    graceDays === 0 ? words.noGrace : filled(words.grace, { days: graceDays }),
    transfer === undefined || transfer === null ? words.noTransfer : filled(words.transfer, { least: unitsOf(transfer.least, scale), most: unitsOf(transfer.most, scale), monthly: unitsOf(transfer.monthly, scale) })
  ]
}

/** What is worth reading of it: what is never spent is not given back or away either. */
export const toldOf = (rules: CurrencyPolicy): readonly Sentence[] => termsOf(rules).slice(0, rules.spendable || (rules.transfer ?? null) !== null ? 6 : 4)

/** The same in one sentence, for the answer at the top. */
export function headOf({ ttl, pendingDays, onRefund }: CurrencyPolicy): { readonly life: Sentence, readonly pending: Sentence, readonly refund: Sentence } {
  const head = policyPageWords
  const life = ttl === null ? head.headForever : filled({ day: head.headDay, month: head.headMonth, year: head.headYear }[ttl.until], { months: ttl.months })
  return {
    life, pending: pendingDays === 0 ? head.headAtOnce : filled(head.headAfter, { days: pendingDays }),
    refund: { pending_only: head.headPendingOnly, within_balance: head.headWithin, into_debt: head.headDebt }[onRefund]
  }
}
