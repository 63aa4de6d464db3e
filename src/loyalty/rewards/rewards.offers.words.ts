import type { Sentence, Values } from '#foundation/words.ts'
import type { Missing } from './rewards.offers.rules.ts'

export const offerWords = {
  offer: { zh: '{titleZh}', en: '{titleEn}' },
  credit: { zh: '{titleZh}：旧物“{item}”抵扣', en: '{titleEn}: credit for "{item}"' },
  freePiece: { zh: '“{titleZh}”：再加 {n} 件，第 {k} 件免费', en: '"{titleEn}": {n} more, and piece {k} is free' },
  cheaperPiece: { zh: '“{titleZh}”：再加 {n} 件，第 {k} 件减 {percent}%', en: '"{titleEn}": {n} more, and piece {k} is {percent}% off' },
  step: { zh: '“{titleZh}”：再加 {n} 件，全部减 {percent}%', en: '"{titleEn}": {n} more, and all are {percent}% off' },
  visit: { zh: '“{titleZh}”：{days} 天内每第 {k} 次减 {percent}%，还差 {n} 次', en: '"{titleEn}": every purchase number {k} within {days} days is {percent}% off; {n} more before it' }
} satisfies Record<string, Sentence>

export const percentOf = (permille: number): string => String(permille / 10)

/** What is missing for the next step, in words. */
export function reasonOf({ is, missing, nth, permille, days, title }: Missing): { readonly sentence: Sentence, readonly values: Values } {
  const sentence = is === 'visit' ? offerWords.visit : is === 'step' ? offerWords.step : permille === 1000 ? offerWords.freePiece : offerWords.cheaperPiece
  return { sentence, values: { titleZh: title.zh, titleEn: title.en, n: missing, k: nth, percent: percentOf(permille), days } }
}

/** What a return did, for the person who books it. */
export const effectWords = {
  offer: { zh: '“{titleZh}”按留下的商品重算：优惠 {before} → {after}', en: '"{titleEn}" worked out again for what is kept: {before} off becomes {after}' },
  withheld: { zh: '留下的商品不再享有的优惠，扣回 {amount}', en: '{amount} of discount that the kept goods no longer earn is withheld' },
  released: { zh: '先前扣回的优惠，退还 {amount}', en: '{amount} of the discount withheld before is paid back' },
  credit: { zh: '“{titleZh}”的抵扣退回 {amount}，可再用', en: '{amount} of the credit of "{titleEn}" is back and may be used again' }
} satisfies Record<string, Sentence>
