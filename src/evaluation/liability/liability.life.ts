/** How long points last, from what has become of them: gathers the amounts, holds them against the data gate, fits the curve. Pure; the numbers are `stats`. */
import { amountCurve, expectedUse, type AmountCurve, type Flows } from '#stats/amountCurve.ts'
import { daysBetween, type Day } from '#foundation/zone.ts'

/** Members in random groups: enough for an error to be known to a tenth of itself, few enough to be held in memory. A power of two. */
export const bunches = 256

export interface Flow { readonly bunch: number, readonly age: number, readonly cause: 'enter' | 'spend' | 'expire' | 'leave', readonly amount: bigint }

/** Fewer than this and the figures would be guesses: the page says what is missing instead. */
export const gate = { members: 100, spenders: 30, days: 90, bunches: 30 } as const

export interface LifeCounts { readonly members: number, readonly spenders: number, readonly days: number }
export interface CurveAt { readonly age: number, readonly atRisk: number, readonly survival: number, readonly low: number, readonly high: number, readonly used: number, readonly lapsed: number }

/** What is kept of a fit: enough to draw it, to read a lot's chances off it, and to say how it was made. */
export interface FittedLife extends LifeCounts {
  readonly asOf: Day
  /** What the data gate misses; the rest is empty then. */
  readonly missing: readonly ('members' | 'spenders' | 'days' | 'curve')[]
  readonly since: number
  readonly until: number
  readonly curve: readonly CurveAt[]
  /** Of what was held on that day. */
  readonly held: { readonly amount: number, readonly used: number, readonly low: number, readonly high: number, readonly beyond: number }
}

export interface Held { readonly bunch: number, readonly earnedOn: Day, readonly expiresOn: Day | null, readonly amount: bigint }

const none = { amount: 0, used: 0, low: 0, high: 0, beyond: 0 }

export function fitLife(flows: readonly Flow[], held: readonly Held[], counts: LifeCounts, asOf: Day): FittedLife {
  const missing = (['members', 'spenders', 'days'] as const).filter((name) => counts[name] < gate[name])
  const nothing = { ...counts, asOf, missing, since: -1, until: -1, curve: [], held: none }
  if (missing.length > 0) return nothing
  const gathered = gather(flows, held, asOf)
  const curve = amountCurve(gathered, gate.bunches)
  if (curve.until - curve.since < 30) return { ...nothing, missing: ['curve'] }
  const holdings = held.map(({ earnedOn, expiresOn, amount }) => ({ time: ageOn(earnedOn, asOf), end: expiresOn === null ? null : daysBetween(earnedOn, expiresOn), amount: Number(amount) }))
    .filter(({ time, end }) => end === null || end >= time)
  const { amount, used, low, high, beyond } = expectedUse(gathered, curve, holdings)
  return { ...counts, asOf, missing: [], since: curve.since, until: curve.until, curve: pointsOf(curve), held: { amount, used, low, high, beyond } }
}

const ageOn = (earnedOn: Day, day: Day): number => Math.max(0, daysBetween(earnedOn, day))

/** What is held today was last seen at its age of today. Never more than is open: what was booked since the sums were made is not known to them yet. */
function gather(flows: readonly Flow[], held: readonly Held[], asOf: Day): Flows {
  const times = 1 + flows.reduce((most, { age }) => Math.max(most, age), held.reduce((most, { earnedOn }) => Math.max(most, ageOn(earnedOn, asOf)), 0))
  const blank = (): Float64Array => new Float64Array(bunches * times)
  const found: Flows = { clusters: bunches, times, enters: blank(), ends: blank(), lapses: blank(), leaves: blank() }
  const add = (to: Float64Array, bunch: number, age: number, amount: bigint): void => { to[bunch * times + age] = (to[bunch * times + age] ?? 0) + Number(amount) }
  const places = { enter: found.enters, spend: found.ends, expire: found.lapses, leave: found.leaves }
  for (const { bunch, age, cause, amount } of flows) add(places[cause], bunch, age, amount)
  for (const { bunch, earnedOn, amount } of held) add(found.leaves, bunch, ageOn(earnedOn, asOf), amount)
  for (let bunch = 0; bunch < bunches; bunch += 1) {
    let open = 0
    for (let at = bunch * times; at < (bunch + 1) * times; at += 1) {
      open += (found.enters[at] ?? 0) - (found.ends[at] ?? 0) - (found.lapses[at] ?? 0)
      found.leaves[at] = Math.min(found.leaves[at] ?? 0, Math.max(0, open))
      open -= found.leaves[at] ?? 0
    }
  }
  return found
}

const exactly = (value: number): number => Number(value.toPrecision(7))

function pointsOf({ since, until, atRisk, survival, low, high, used, lapsed }: AmountCurve): readonly CurveAt[] {
  const read = (array: Float64Array, age: number): number => exactly(array[age] ?? 0)
  return Array.from({ length: until - since + 1 }, (_, i) => since + i).map((age) => ({
    age, atRisk: Math.round(atRisk[age] ?? 0), survival: read(survival, age), low: read(low, age), high: read(high, age), used: read(used, age), lapsed: read(lapsed, age)
  }))
}

/** The chance that a point of this age is used by its end, as far as the curve is known; undefined where it is not known at all. */
export function chanceOfUse({ since, until, curve }: FittedLife, age: number, end: number | null): number | undefined {
  if (curve.length === 0 || age + 1 < since || age >= until) return undefined
  const at = (time: number): number => (time < since ? 1 : curve[Math.min(time, until) - since]?.survival ?? 0)
  const now = at(age)
  return now > 0 ? 1 - at(end === null ? until : Math.max(age, end)) / now : 0
}
