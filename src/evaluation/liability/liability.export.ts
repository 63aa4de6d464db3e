/** The books as rows of a file: a journal of double entries for the accounting system, and the statement month by month. */
import type { Cell } from '#foundation/download.ts'
import { plainMoney } from '#foundation/money.ts'
import { say, type Locale } from '#foundation/words.ts'
import type { BookMonth } from './liability.books.ts'
import { accountWords, journalColumns, kindOf, statementColumns } from './liability.words.ts'

const accountName = (account: string, locale: Locale): string => (accountWords[account] === undefined ? account : say(accountWords[account], locale))
const money = (minor: bigint): number => Number(plainMoney(minor))

/** One line a posting of a day: the account that is debited, the one that is credited, points and money. */
export async function* journalRows(months: readonly BookMonth[], locale: Locale): AsyncGenerator<readonly Cell[]> {
  yield Object.values(journalColumns).map((column) => say(column, locale))
  for (const { month, currency, lines } of months) {
    for (const [at, { day, debit, credit, points, entries, amountMinor, priceVersion }] of lines.entries()) {
      yield [
        `${currency}-${month}-${String(at + 1).padStart(4, '0')}`, day, currency, say(kindOf(debit, credit), locale), debit, accountName(debit, locale), credit, accountName(credit, locale),
        Number(points), money(amountMinor), Number(entries), priceVersion
      ]
    }
  }
}

const { month: monthHead, currency: currencyHead, kind: kindHead, points: pointsHead, amount, debt: debtHead, debtAmount } = statementColumns
const statementHead = [monthHead, currencyHead, kindHead, pointsHead, amount, debtHead, debtAmount]

export async function* statementRows(months: readonly BookMonth[], locale: Locale): AsyncGenerator<readonly Cell[]> {
  yield statementHead.map((column) => say(column, locale))
  for (const one of months) {
    const { month, currency, opening, closing } = one
    yield [month, currency, say(statementColumns.opening, locale), Number(opening.points), money(opening.pointsMinor), Number(opening.debt), money(opening.debtMinor)]
    for (const { debit, credit, points, amountMinor } of movedIn(one)) {
      const sign = (account: string): number => (credit === account ? 1 : debit === account ? -1 : 0)
      const whole = Number(points)
      yield [month, currency, say(kindOf(debit, credit), locale), whole * sign('points'), money(amountMinor) * sign('points'), -whole * sign('debt') || 0, -money(amountMinor) * sign('debt') || 0]
    }
    yield [month, currency, say(statementColumns.closing, locale), Number(closing.points), money(closing.pointsMinor), Number(closing.debt), money(closing.debtMinor)]
  }
}

/** The lines of a month by the accounts that they move between. */
export function movedIn({ lines }: BookMonth): readonly { readonly debit: string, readonly credit: string, readonly points: bigint, readonly entries: bigint, readonly amountMinor: bigint }[] {
  return [...Map.groupBy(lines, ({ debit, credit }) => `${debit} ${credit}`).values()].map((of) => of.reduce((sum, one) => ({ ...sum, points: sum.points + one.points, entries: sum.entries + one.entries, amountMinor: sum.amountMinor + one.amountMinor }),
    { debit: of[0]?.debit ?? '', credit: of[0]?.credit ?? '', points: 0n, entries: 0n, amountMinor: 0n }))
}
