import type { Sentence } from '#foundation/words.ts'

/** What a return did to points, for the person who books it. */
export const effectWords = {
  reversed: { zh: '扣回订单 {number} 的 {amount} {currency}。', en: '{amount} {currency} that order {number} had earned are taken back.' },
  reversedInPart: { zh: '应扣回订单 {number} 的 {amount} {currency}，其中 {uncovered} 按规则免扣。', en: '{amount} {currency} of order {number} are to be taken back; {uncovered} of them are forgiven by the policy.' }
} satisfies Record<string, Sentence>
