/** The cohorts as rows of a file: one row for each cohort and period since. */
import type { Cell } from '#foundation/download.ts'
import { plainMoney } from '#foundation/money.ts'
import { say, type Locale } from '#foundation/words.ts'
import type { Cohorts } from './cohorts.schema.ts'
import { cohortsWords as words } from './cohorts.words.ts'

export async function* cohortRows({ cohorts }: Cohorts, locale: Locale): AsyncGenerator<readonly Cell[]> {
  yield [words.cohort, words.customers, words.offset, words.on, words.onOrAfter, words.money].map((column) => say(column, locale))
  for (const { period, customers, on, onOrAfter, moneyMinor } of cohorts) {
    for (const [offset, count] of on.entries()) yield [period, customers, offset, count, onOrAfter[offset] ?? 0, Number(plainMoney(BigInt(moneyMinor[offset] ?? '0')))]
  }
}
