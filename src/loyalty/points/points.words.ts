import type { Sentence } from '#foundation/words.ts'
import type { Command } from './points.schema.ts'

const past: Readonly<Record<Command['do'], string>> = {
  earn: 'earned', redeem: 'redeemed', hold: 'held', capture: 'captured', release: 'released', reverse: 'reversed', restore: 'restored', adjust: 'adjusted', settle: 'settled'
}

/** What a command is called on the log once it is done: `points.earned`, `points.growth_earned`. */
export const kindOf = (currency: string, done: Command['do']): string => `points.${currency === 'growth' ? 'growth_' : ''}${past[done]}`

const told = (zh: string, en: string): Sentence => ({ zh: `${zh} {points}，可用 {available}`, en: `${en} {points}, {available} to spend` })
const counted = (zh: string, en: string): Sentence => ({ zh: `${zh} {points}，现有 {available}`, en: `${en} {points}, now {available}` })

const kinds = (currency: string, sentences: readonly (readonly [Command['do'], Sentence])[]) => sentences.map(([done, sentence]) => ({ kind: kindOf(currency, done), group: 'points' as const, sentence }))

/** What the timeline says of points. */
export const pointsKinds = [
  ...kinds('points', [
    ['earn', told('获得积分', 'Points earned:')], ['redeem', told('使用积分', 'Points spent:')], ['hold', told('冻结积分', 'Points held:')], ['capture', told('扣除冻结的积分', 'Held points spent:')],
    ['reverse', told('退货扣回积分', 'Points taken back after a return:')], ['restore', told('退货退回积分', 'Points given back after a return:')], ['adjust', told('调整积分', 'Points adjusted:')],
    ['release', { zh: '解冻积分，可用 {available}', en: 'Held points let go, {available} to spend' }], ['settle', { zh: '积分生效或到期，可用 {available}', en: 'Points matured or ended, {available} to spend' }]
  ]),
  ...kinds('growth', [
    ['earn', counted('获得成长值', 'Growth value earned:')], ['reverse', counted('退货扣回成长值', 'Growth value taken back after a return:')], ['adjust', counted('调整成长值', 'Growth value adjusted:')],
    ['settle', { zh: '成长值生效或到期，现有 {available}', en: 'Growth value matured or ended, now {available}' }]
  ])
]

export const pointsWords = {
  insufficient: { zh: '可用积分不足：要 {wanted}，可用 {available}。', en: 'Not enough points: {wanted} wanted, {available} may be spent.' },
  amountWrong: { zh: '数额须是大于 0 的整数，这里是 {amount}。', en: 'The amount must be a whole number above zero; here it is {amount}.' },
  unknownCurrency: { zh: '积分规则里没有“{currency}”这种积分。', en: 'The points policy has no currency "{currency}".' },
  notSpendable: { zh: '“{currency}”只计数，不能花。', en: '"{currency}" is counted, never spent.' },
  inFuture: { zh: '{at} 还没到：积分不能记在将来。', en: '{at} is still to come: points cannot be booked in the future.' },
  holdEnded: { zh: '冻结 {hold} 不存在，或已用掉、解冻、到期。', en: 'The hold {hold} is not known, or was captured, released or ran out.' },
  beyondHold: { zh: '只冻结了 {held}，不能用 {wanted}。', en: 'Only {held} were held; {wanted} cannot be captured.' },
  beyondEarned: { zh: '这笔订单还能扣回 {open}，不能扣 {wanted}。', en: 'Of what this order earned {open} can still be taken back, not {wanted}.' },
  beyondRedeemed: { zh: '这笔订单用掉的积分还能退回 {open}，不能退 {wanted}。', en: 'Of what was spent on this order {open} can still be given back, not {wanted}.' },
  alreadyBooked: { zh: '这张小票（{receipt}）已经记过。', en: 'This receipt ({receipt}) is already booked.' },
  unknownCustomer: { zh: '没有这位客户：{customer}。', en: 'There is no such customer: {customer}.' },
  policyChanged: { zh: '规则刚被改过（现在是第 {version} 版）。请刷新后再改。', en: 'The policy was changed meanwhile (now version {version}). Reload and change again.' }
} satisfies Record<string, Sentence>
