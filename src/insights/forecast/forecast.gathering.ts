/** From the warehouse to a task: which days, which series, which occasions and marks, and whether that is enough. */
import { createHash } from 'node:crypto'
import type { Engine } from '#foundation/engine.ts'
import { majorOf } from '#foundation/money.ts'
import type { Sentence } from '#foundation/words.ts'
import { addDays, type Day } from '#foundation/zone.ts'
import type { ForecastParameters } from '../definitions/definitions.schema.ts'
import type { Rule } from '../definitions/definitions.ts'
import { ask, settle, type Asked, type Question } from '../warehouse/warehouse.ts'
import { forecastRule } from '../definitions/definitions.ts'
import { occasionsBetween, type HolidayRow, type Occasion } from './forecast.occasions.ts'
import { missingFrom, planOf } from './forecast.plan.ts'
import type { Cut, Grain, Mark } from './forecast.schema.ts'
import { bucketsAfter, bucketsOf, fill, placeOf, type Buckets, type Sales } from './forecast.series.ts'
import { byCategory, byDay, byStore, span, type Sold } from './forecast.sql.ts'
import type { Node, Task } from './forecast.task.ts'

export interface ForecastInput extends Asked {
  readonly grain: Grain
  readonly country: string
  readonly holidays: readonly HolidayRow[]
  readonly marks: readonly Mark[]
  readonly rule?: Rule<ForecastParameters>
}

/** What is forecast from what, before any fitting. */
export interface Ground {
  readonly question: Question<ForecastParameters>
  readonly sold: Sold
  readonly grain: Grain
  readonly customers: number
  readonly isEmpty: boolean
  readonly gate: readonly Sentence[]
  readonly buckets: Buckets
  readonly ahead: readonly Day[]
  readonly occasions: readonly Occasion[]
  readonly marks: readonly Mark[]
  readonly fingerprint: string
}

/** Raised when the fit itself changes, so that runs of the old one are not taken for the new. */
const fitVersion = 1

export async function groundOf(engine: Engine, input: ForecastInput): Promise<Ground> {
  const rule = input.rule ?? forecastRule
  const { grain, marks } = input
  const question = await settle(engine, rule, input)
  // A day that is not over would look like a fall; after the last sale nothing is known, not even that nothing was sold.
  const until = [question.scope.asOf, addDays(input.today, -1)].toSorted()[0] ?? question.scope.asOf
  const sold: Sold = { asOf: until, cleaning: question.parameters.cleaning, anonymous: question.parameters.anonymous }
  const [row] = await ask(engine, span(sold))
  const [first, last] = [row?.first_day ?? until, row?.last_day ?? until]
  const all = bucketsOf(first, last, grain)
  const { longest, horizon } = planOf(grain, all.n)
  const from = all.edges[Math.max(0, all.n - longest)] ?? first
  const buckets = bucketsOf(from, last, grain)
  const ahead = bucketsAfter(buckets, grain, horizon)
  const isEmpty = row === undefined || row.first_day === null
  return {
    question, sold, grain, customers: row?.customers ?? 0, isEmpty, buckets, ahead, marks,
    gate: isEmpty ? [] : missingFrom(grain, buckets.n),
    occasions: occasionsBetween(buckets.edges[0] ?? first, addDays(ahead.at(-1) ?? last, -1), input.country, input.holidays),
    fingerprint: createHash('sha256').update(JSON.stringify([fitVersion, grain, rule.version, question.parameters, row, input.country, input.holidays, marks], (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value))).digest('hex')
  }
}

/** More parts than this: the smallest are taken together. */
const mostParts = 24
export const restPart = '~rest'
/** What belongs to no store, or to no category. */
export const nonePart = '~none'

/** The sales of a cut, part by part, bucket by bucket, in ten-thousandths; they add up to the whole in every bucket. */
export async function seriesOf(engine: Engine, { sold, buckets, grain }: Ground, cut: Cut): Promise<ReadonlyMap<string | null, readonly bigint[]>> {
  const rows = await ask(engine, cut === 'whole' ? byDay(sold) : cut === 'store' ? byStore(sold) : byCategory(sold))
  const sales = new Map<string | null, Sales[]>()
  for (const { day, part, money_minor: minor } of rows) {
    const key = cut === 'whole' ? null : part ?? ''
    const list = sales.get(key) ?? []
    list.push({ day, minor })
    sales.set(key, list)
  }
  const filled = new Map([...sales].map(([part, list]) => [part, fill(buckets, grain, list)] as const))
  return filled
}

/** Named parts by size, the rest of them together, and what of the whole none of them explains. */
export function partsOf(whole: readonly bigint[], named: ReadonlyMap<string | null, readonly bigint[]>): ReadonlyMap<string, readonly bigint[]> {
  const size = (values: readonly bigint[]): bigint => values.reduce((sum, value) => sum + value, 0n)
  const ranked = [...named].filter(([part, values]) => part !== null && part !== '' && values.some((value) => value !== 0n)).toSorted(([, a], [, b]) => (size(a) < size(b) ? 1 : size(a) > size(b) ? -1 : 0))
  const parts = new Map<string, readonly bigint[]>(ranked.slice(0, mostParts).map(([part, values]) => [part ?? '', values]))
  const rest = ranked.slice(mostParts)
  if (rest.length > 0) parts.set(restPart, whole.map((_, i) => rest.reduce((sum, [, values]) => sum + (values[i] ?? 0n), 0n)))
  const open = whole.map((value, i) => value - [...parts.values()].reduce((sum, values) => sum + (values[i] ?? 0n), 0n))
  if (parts.size > 0 && open.some((value) => value !== 0n)) parts.set(nonePart, open)
  return parts
}

export async function taskOf(engine: Engine, ground: Ground): Promise<Task> {
  const whole = (await seriesOf(engine, ground, 'whole')).get(null) ?? []
  const stores = partsOf(whole, await seriesOf(engine, ground, 'store'))
  const categories = partsOf(whole, await seriesOf(engine, ground, 'category'))
  const node = (cut: Cut, part: string | null, values: readonly bigint[]): Node => ({
    cut, part, values: values.map(majorOf), missing: markedBuckets(ground, 'stock_out', cut, part), promotion: markedBuckets(ground, 'promotion', cut, part)
  })
  // One part alone is the whole under another name.
  const nodesOf = (cut: Cut, parts: ReadonlyMap<string, readonly bigint[]>): readonly Node[] => (parts.size < 2 ? [] : [...parts].map(([part, values]) => node(cut, part, values)))
  const { n } = ground.buckets
  return {
    ...planOf(ground.grain, n), level: ground.question.parameters.level, leastOccurrences: ground.question.parameters.leastOccurrences,
    nodes: [node('whole', null, whole), ...nodesOf('store', stores), ...nodesOf('category', categories)],
    columns: [...new Set(ground.occasions.map(({ key }) => key))].map((key) => ({ key, x: sharesOf(ground, ground.occasions.filter((one) => one.key === key).map(({ day }) => day)) }))
  }
}

/** How much of each bucket, past and coming, these days are. */
function sharesOf({ buckets, ahead, grain }: Ground, days: readonly Day[]): readonly number[] {
  const edges = [...buckets.edges, ...ahead.slice(1)]
  const all = { edges, n: edges.length - 1 }
  const counts = Array.from({ length: all.n }, () => 0)
  for (const day of new Set(days)) {
    const place = placeOf(all, grain, day)
    if (place >= 0 && place < all.n) counts[place] = (counts[place] ?? 0) + 1
  }
  return grain === 'day' ? counts : counts.map((count, i) => count / Math.max(1, lengthOf(edges[i], edges[i + 1])))
}

const lengthOf = (from: Day | undefined, to: Day | undefined): number => (from === undefined || to === undefined ? 1 : Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000))

function markedBuckets(ground: Ground, kind: Mark['kind'], cut: Cut, part: string | null): readonly number[] {
  const days = ground.marks.filter((mark) => mark.kind === kind && (mark.cut === 'whole' || (mark.cut === cut && mark.part === part))).flatMap(({ from, to }) => daysIn(from, to))
  const shares = sharesOf(ground, days)
  // A bucket of which a day in seven or more was marked as sold out says nothing of an ordinary one.
  return kind === 'promotion' ? shares : shares.map((share) => (share >= 1 / 7 - 1e-9 ? 1 : 0))
}

const daysIn = (from: Day, to: Day): readonly Day[] => {
  const days: Day[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}
