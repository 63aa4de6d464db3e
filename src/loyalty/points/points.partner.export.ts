/** The partner statement as rows of a file: points in their units under their names, and each payment with its day. */
import type { Cell } from '#foundation/download.ts'
import { plainMoney } from '#foundation/money.ts'
import { say, type Locale } from '#foundation/words.ts'
import type { PartnerStatement } from './points.partner.schema.ts'
import { partnerWords as words } from './points.partner.words.ts'
import type { PolicyParameters } from './points.schema.ts'
import { unitsOf } from './points.terms.words.ts'

export async function* statementRows({ openingMinor, closingMinor, items, payments }: PartnerStatement, rules: PolicyParameters, locale: Locale): AsyncGenerator<readonly Cell[]> {
  const money = (minor: string | bigint): number => Number(plainMoney(BigInt(minor)))
  const balance = (word: typeof words.opening, minor: string): readonly Cell[] => [say(word, locale), null, null, null, money(minor), null, null, null]
  yield [words.what, words.currency, words.rate, words.points, words.money, words.entries, words.paidOn, words.note].map((word) => say(word, locale))
  yield balance(words.opening, openingMinor)
  for (const { what, currency, rateId, points, moneyMinor, entries } of items) {
    const named = rules[currency]
    if (what !== 'payment') yield [say(words[what], locale), named === undefined ? currency : say(named.name, locale), rateId, unitsOf(points, named?.scale ?? 0), money(moneyMinor), entries, null, null]
  }
  for (const { moneyMinor, paidOn, note } of payments) yield [say(words.payment, locale), null, null, null, money(-BigInt(moneyMinor)), null, paidOn, note]
  yield balance(words.closing, closingMinor)
}
