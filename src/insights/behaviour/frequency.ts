/** How often customers buy and when: orders each, days until the next visit with open ones censored, weekdays, hours, months. */
import type { Engine } from '#foundation/engine.ts'
import { addDays, daysBetween, type Day } from '#foundation/zone.ts'
import { kaplanMeier, type DayCount, type Survival } from '#stats/kaplanMeier.ts'
import { weightedQuantile } from '#stats/quantile.ts'
import { wilson } from '#stats/wilson.ts'
import { ask, saleSource } from '../warehouse/warehouse.ts'
import { inBoth, prepare, type BehaviourInput } from './behaviour.question.ts'
import { behaviourWords as words } from './behaviour.words.ts'
import type { Frequency } from './frequency.schema.ts'
import { channelsOf, gapsBetween, hoursOf, mainCategories, monthsOf, ordersEach } from './frequency.sql.ts'

const edges = [1, 2, 3, 4, 5, 10, 20] as const
const quarters = [0.25, 0.5, 0.75] as const
/** Three years: enough to see a season, short enough to be of today. */
const seasonDays = 1096
const horizonMost = 365

export const readFrequency = (engine: Engine, input: BehaviourInput): Promise<Frequency> => engine.snapshot(async (snapshot) => {
  const { question, parameters, scope, whole } = await prepare(snapshot, input)
  const sale = saleSource(scope)
  const each = await ask(snapshot, ordersEach(sale))
  const gaps = await ask(snapshot, gapsBetween(sale))
  const hours = await ask(snapshot, hoursOf(scope, input.zone))
  const months = await ask(snapshot, monthsOf(saleSource({ ...whole, windowDays: seasonDays })))
  const [favourite] = await ask(snapshot, mainCategories(sale))
  const channels = await ask(snapshot, channelsOf())
  const customers = each.reduce((sum, row) => sum + row.customers, 0)
  const orders = each.reduce((sum, row) => sum + row.customers * row.orders, 0)
  const windowFrom = scope.windowDays === undefined ? question.firstDay : laterOf(question.firstDay, addDays(scope.asOf, 1 - scope.windowDays))
  const seasonFrom = laterOf(question.firstDay, addDays(scope.asOf, 1 - seasonDays))
  return {
    stamp: question.stamp(customers), fromDay: windowFrom ?? null, channels: channels.map(({ channel }) => channel), customers, orders,
    moneyMinor: each.reduce((sum, row) => sum + row.money_minor, 0n).toString(),
    missing: customers < parameters.leastCustomers ? inBoth(words.few, { n: customers, least: parameters.leastCustomers }) : null,
    each: eachOf(each, customers, orders),
    gaps: gapsOf(gaps, windowFrom === undefined ? 0 : daysBetween(windowFrom, scope.asOf)),
    ...whenOf(hours, orders), ...seasonOf(months, seasonFrom, scope.asOf),
    favourite: favourite === undefined ? null : { category: favourite.category, customers: favourite.customers, share: favourite.customers / customers }
  }
})

const laterOf = (first: Day | undefined, second: Day): Day | undefined => (first === undefined ? undefined : first > second ? first : second)

interface Each { readonly orders: number, readonly customers: number, readonly money_minor: bigint }

function eachOf(rows: readonly Each[], customers: number, orders: number): Frequency['each'] {
  const money = rows.reduce((sum, row) => sum + row.money_minor, 0n)
  const once = rows.find((row) => row.orders === 1)?.customers ?? 0
  return {
    quartiles: quarters.map((p) => (customers === 0 ? 0 : weightedQuantile(rows.map((row) => ({ value: row.orders, weight: row.customers })), p))),
    mean: customers === 0 ? 0 : orders / customers,
    once: { count: once, of: customers, ...wilson(once, customers) },
    bands: edges.flatMap((from, place) => {
      const next = edges[place + 1]
      const within = rows.filter((row) => row.orders >= from && (next === undefined || row.orders < next))
      const people = within.reduce((sum, row) => sum + row.customers, 0)
      const minor = within.reduce((sum, row) => sum + row.money_minor, 0n)
      return people === 0 ? [] : [{
        from, to: next === undefined ? null : next - 1, customers: people, share: people / customers, orders: within.reduce((sum, row) => sum + row.customers * row.orders, 0),
        moneyMinor: minor.toString(), moneyShare: money === 0n ? 0 : Number(minor) / Number(money)
      }]
    })
  }
}

interface Gap { readonly ended: boolean, readonly days: number, readonly n: number }

export function gapsOf(rows: readonly Gap[], spanDays: number): Frequency['gaps'] {
  const horizonDays = Math.max(0, Math.min(horizonMost, spanDays))
  const counts = (ended: boolean): readonly DayCount[] => rows.flatMap((row) => (row.ended === ended ? [{ days: row.days, count: row.n }] : []))
  const survival = kaplanMeier(counts(true), counts(false), horizonDays)
  const ended = counts(true).map(({ days, count }) => ({ value: days, weight: count }))
  return {
    ended: survival.events, open: survival.gaps - survival.events, horizonDays,
    quartiles: quarters.map((share) => dayReached(survival, share)),
    endedQuartiles: quarters.map((share) => (ended.length === 0 ? null : weightedQuantile(ended, share))),
    within: [7, 30, 60, 90, 180, 365].filter((days) => days <= horizonDays).map((days) => ({ days, share: 1 - (survival.s[days] ?? 1) })),
    curve: survival.s.map((s) => 1 - s)
  }
}

/** The first day by which at least `share` have come back; nothing where the curve ends before. */
export function dayReached(survival: Survival, share: number): number | null {
  const day = survival.s.findIndex((s) => 1 - s >= share - 1e-12)
  return day < 0 ? null : day
}

interface Hour { readonly weekday: number, readonly hour: number, readonly orders: number, readonly money_minor: bigint, readonly at_midnight: number }

function whenOf(rows: readonly Hour[], orders: number): Pick<Frequency, 'weekdays' | 'hours'> {
  const weekdays = [1, 2, 3, 4, 5, 6, 7].map((weekday) => {
    const own = rows.filter((row) => row.weekday === weekday)
    const count = own.reduce((sum, row) => sum + row.orders, 0)
    return { weekday, orders: count, share: orders === 0 ? 0 : count / orders, moneyMinor: own.reduce((sum, row) => sum + row.money_minor, 0n).toString() }
  })
  // Nobody sells half of everything on the stroke of midnight: such data has days and no hours.
  const isTold = orders > 0 && rows.reduce((sum, row) => sum + row.at_midnight, 0) * 2 < orders
  return { weekdays, hours: isTold ? rows.map(({ weekday, hour, orders: count }) => ({ weekday, hour, orders: count })) : null }
}

interface Month { readonly month: Day, readonly orders: number }

function seasonOf(rows: readonly Month[], from: Day | undefined, asOf: Day): Pick<Frequency, 'months' | 'monthsSpanDays'> {
  if (from === undefined || from > asOf) return { months: [], monthsSpanDays: 0 }
  const span = daysBetween(from, asOf) + 1
  const total = rows.reduce((sum, row) => sum + row.orders, 0)
  const months = Array.from({ length: 12 }, (_, place) => place + 1).flatMap((month) => {
    const days = daysOfMonth(month, from, asOf)
    const orders = rows.filter((row) => Number(row.month.slice(5, 7)) === month).reduce((sum, row) => sum + row.orders, 0)
    return days === 0 ? [] : [{ month, days, orders, index: total === 0 ? 0 : (orders / days) / (total / span) }]
  })
  return { months, monthsSpanDays: span }
}

/** How many days between the two, both included, lie in this month of the year. */
function daysOfMonth(month: number, from: Day, to: Day): number {
  let days = 0
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    const first = `${year}-${String(month).padStart(2, '0')}-01`
    const last = addDays(month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`, -1)
    const [begin, end] = [first > from ? first : from, last < to ? last : to]
    if (begin <= end) days += daysBetween(begin, end) + 1
  }
  return days
}
