/** The history, the forecast and its parts as rows of a file. */
import type { Cell } from '#foundation/download.ts'
import { plainMoney } from '#foundation/money.ts'
import { say, type Locale } from '#foundation/words.ts'
import type { Forecast } from './forecast.schema.ts'
import { forecastWords as words } from './forecast.words.ts'

export async function* forecastRows({ history, expected, parts, headline, partNames, part }: Forecast, locale: Locale): AsyncGenerator<readonly Cell[]> {
  const money = (minor: string): number => Number(plainMoney(BigInt(minor)))
  const shown = partNames.find((one) => one.part === part)?.name ?? words.whole
  yield [words.columnKind, words.columnPart, words.columnFrom, words.columnTo, words.columnMoney, words.columnLow, words.columnHigh].map((column) => say(column, locale))
  for (const { from, to, moneyMinor } of history) yield [say(words.sold, locale), say(shown, locale), from, to, money(moneyMinor), null, null]
  for (const { from, to, moneyMinor, lowMinor, highMinor } of expected) yield [say(words.expected, locale), say(shown, locale), from, to, money(moneyMinor), money(lowMinor), money(highMinor)]
  for (const one of parts) yield [say(words.expected, locale), say(one.name, locale), headline?.next.from ?? null, headline?.next.to ?? null, money(one.nextMinor), money(one.lowMinor), money(one.highMinor)]
}
