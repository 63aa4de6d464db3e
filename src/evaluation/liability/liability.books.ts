/**
 * The books of points: what they owed at the start of a month, what moved, what they owe at its end, in points and in money. Pure.
 *
 * Every posting moves points from one account to another; in money the account that gives is debited and the one that takes is credited. The liability is
 * valued at one price at a time; when the price changes, what is outstanding is revalued. Each line is rounded to the hundredth, the rest of a month stands in a
 * line of its own, so that opening and movements give the closing to the last digit.
 */
import type { Day } from '#foundation/zone.ts'
import type { PriceRow } from './liability.kept.sql.ts'
import type { DayMovement } from './liability.sql.ts'

export interface BookLine { readonly day: Day, readonly debit: string, readonly credit: string, readonly points: bigint, readonly entries: bigint, readonly amountMinor: bigint, readonly priceVersion: number | null }
export interface Standing { readonly points: bigint, readonly debt: bigint, readonly pointsMinor: bigint, readonly debtMinor: bigint }
export interface BookMonth { readonly month: string, readonly currency: string, readonly opening: Standing, readonly lines: readonly BookLine[], readonly closing: Standing }

/** What a point is booked at: face value × cost × expected use, as a fraction of a ten-thousandth. */
export interface Unit { readonly version: number, readonly from: Day, readonly value: bigint }
const unitScale = 1_000_000_000n
const cent = 100n

export const unitsOf = (prices: readonly PriceRow[], currency: string): readonly Unit[] => prices.flatMap(({ version, parameters, validFrom }) => {
  const price = parameters[currency]
  return price === undefined ? [] : [{ version, from: validFrom, value: BigInt(price.perThousandMinor) * BigInt(price.costPermille) * BigInt(price.usePermille) }]
}).toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.version - b.version))

/** The unit in force on a day: of those whose day has come the newest. */
export const unitOn = (units: readonly Unit[], day: Day): Unit | undefined => units.findLast(({ from }) => from <= day)

/** Half away from zero, to the hundredth of the main unit. */
export function worth(points: bigint, value: bigint): bigint {
  const exact = (points < 0n ? -points : points) * value
  const step = unitScale * cent
  const rounded = ((exact + step / 2n) / step) * cent
  return points < 0n ? -rounded : rounded
}

/** `until`: the last day. Months are there from the first movement on, also those in which nothing moved. */
export function booksOf(currency: string, movements: readonly DayMovement[], units: readonly Unit[], until: Day): readonly BookMonth[] {
  const first = movements[0]?.day
  if (first === undefined) return []
  const byDay = Map.groupBy(movements, ({ day }) => day)
  const days = [...new Set([...byDay.keys(), ...units.map(({ from }) => from).filter((from) => from >= first && from <= until)])].toSorted()
  const byMonth = Map.groupBy(days, (day) => day.slice(0, 7))
  const months: BookMonth[] = []
  let opening: Standing = { points: 0n, debt: 0n, pointsMinor: 0n, debtMinor: 0n }
  let unit = unitOn(units, first)
  for (const month of monthsBetween(first, until)) {
    const lines: BookLine[] = []
    let [points, debt] = [opening.points, opening.debt]
    for (const day of byMonth.get(month) ?? []) {
      const next = unitOn(units, day)
      if (next !== undefined && next !== unit) {
        lines.push(...revalued(day, points, debt, unit?.value ?? 0n, next))
        unit = next
      }
      for (const { from, to, amount, entries } of byDay.get(day) ?? []) {
        points += to === 'points' ? amount : from === 'points' ? -amount : 0n
        debt += from === 'debt' ? amount : to === 'debt' ? -amount : 0n
        lines.push({ day, debit: from, credit: to, points: amount, entries, amountMinor: worth(amount, unit?.value ?? 0n), priceVersion: unit?.version ?? null })
      }
    }
    const closing = { points, debt, pointsMinor: worth(points, unit?.value ?? 0n), debtMinor: worth(debt, unit?.value ?? 0n) }
    lines.push(...restOf(opening, closing, lines, month === until.slice(0, 7) ? until : lastDayOf(month), unit?.version ?? null))
    months.push({ month, currency, opening, lines, closing })
    opening = closing
  }
  return months
}

function revalued(day: Day, points: bigint, debt: bigint, before: bigint, { version, value }: Unit): readonly BookLine[] {
  return [{ account: 'points', change: worth(points, value) - worth(points, before) }, { account: 'debt', change: -(worth(debt, value) - worth(debt, before)) }]
    .filter(({ change }) => change !== 0n).map(({ account, change }) => posting(day, 'revalued', account, change, version))
}

/** What rounding each line left over. */
function restOf(opening: Standing, closing: Standing, lines: readonly BookLine[], day: Day, version: number | null): readonly BookLine[] {
  const moved = (account: string): bigint => lines.reduce((sum, { debit, credit, amountMinor }) => sum + (credit === account ? amountMinor : debit === account ? -amountMinor : 0n), 0n)
  return [{ account: 'points', change: closing.pointsMinor - opening.pointsMinor - moved('points') }, { account: 'debt', change: -(closing.debtMinor - opening.debtMinor) - moved('debt') }]
    .filter(({ change }) => change !== 0n).map(({ account, change }) => posting(day, 'rounding', account, change, version))
}

/** A posting of money alone. `change`: by how much the account's credit side grows. */
const posting = (day: Day, against: string, account: string, change: bigint, priceVersion: number | null): BookLine => ({
  day, points: 0n, entries: 0n, priceVersion, ...(change > 0n ? { debit: against, credit: account, amountMinor: change } : { debit: account, credit: against, amountMinor: -change })
})

function monthsBetween(from: Day, to: Day): readonly string[] {
  const found: string[] = []
  let [year = 0, month = 1] = from.split('-').map(Number)
  for (let text = from.slice(0, 7); text <= to.slice(0, 7);) {
    found.push(text)
    ;[year, month] = month === 12 ? [year + 1, 1] : [year, month + 1]
    text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
  }
  return found
}

const lastDayOf = (month: string): Day => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return `${month}-${String(new Date(Date.UTC(year, number, 0)).getUTCDate()).padStart(2, '0')}`
}
