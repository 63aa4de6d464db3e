/** The partner statement as rows of a file. */
import type { Cell } from '#foundation/download.ts'
import { plainMoney } from '#foundation/money.ts'
import { say, type Locale } from '#foundation/words.ts'
import type { PartnerStatement } from './points.partner.schema.ts'
import { partnerWords as words } from './points.partner.words.ts'

export async function* statementRows({ openingMinor, closingMinor, items }: PartnerStatement, locale: Locale): AsyncGenerator<readonly Cell[]> {
  const money = (minor: string): number => Number(plainMoney(BigInt(minor)))
  yield [words.what, words.currency, words.rate, words.points, words.money, words.entries].map((word) => say(word, locale))
  yield [say(words.opening, locale), null, null, null, money(openingMinor), null]
  for (const { what, currency, rateId, points, moneyMinor, entries } of items) yield [say(words[what], locale), currency, rateId, Number(points), money(moneyMinor), entries]
  yield [say(words.closing, locale), null, null, null, money(closingMinor), null]
}
