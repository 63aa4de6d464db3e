/**
 * Thresholds from the censored gap curves. Pure: counts in, curves out.
 *
 * One curve for the first gap of everyone and one for all later gaps; per category where enough people are still under observation at both thresholds, else
 * that of the category above it, else that of all. At risk once more than `atRiskShare` of those who return within the horizon have returned, lapsed once
 * more than `lapsedShare` have.
 */
import { dayOfShare, endsWithin, kaplanMeier, returnedShare, type DayCount, type Survival } from '#stats/kaplanMeier.ts'
import type { LifecycleParameters } from '../definitions/definitions.schema.ts'
import type { Curve, Series } from './lifecycle.schema.ts'

/** So many gaps, ended or still open, of so many days. */
export interface GapCount { readonly series: Series, readonly category: string | null, readonly days: number, readonly n: number }

export interface Threshold {
  readonly atRiskAfterDays: number | null
  readonly lapsedAfterDays: number | null
  readonly survival: Survival
}

export interface Curves {
  readonly horizonDays: number
  readonly spanDays: number
  /** The curves of all categories together, and those of the categories that carry their own. */
  readonly shown: readonly Curve[]
  /** Every category met, and the key of the curve that serves it: '' for that of all. */
  readonly keyOf: ReadonlyMap<string, string>
  readonly thresholds: ReadonlyMap<string, Readonly<Record<Series, Threshold>>>
}

const bothSeries: readonly Series[] = ['one', 'repeat']

/** `茶/绿茶` and `茶 > 绿茶` lie below `茶`. */
export function parentOf(category: string): string | undefined {
  const cut = Math.max(category.lastIndexOf('/'), category.lastIndexOf(' > '))
  return cut > 0 ? category.slice(0, cut) : undefined
}

export function drawCurves(ended: readonly GapCount[], open: readonly GapCount[], spanDays: number, parameters: LifecycleParameters): Curves {
  const horizonDays = Math.max(1, Math.min(parameters.horizonDays, spanDays))
  const last = Math.max(horizonDays, spanDays)
  const draw = (series: Series, key: string): Fitted => {
    const mine = (rows: readonly GapCount[]): readonly DayCount[] =>
      rows.filter((row) => row.series === series && (key === '' || (row.category !== null && below(row.category, key)))).map(({ days, n }) => ({ days, count: n }))
    const openGaps = mine(open)
    return fit(series, key, kaplanMeier(mine(ended), openGaps, last), openGaps.reduce((sum, { count }) => sum + count, 0), horizonDays, parameters)
  }
  const all = { one: draw('one', ''), repeat: draw('repeat', '') }
  const thresholds = new Map([['', { one: lend(all.one, all.repeat), repeat: lend(all.repeat, all.one) }]])
  const shown: Curve[] = bothSeries.map((series) => thresholds.get('')?.[series].curve ?? all[series].curve)
  const keyOf = new Map<string, string>()
  const categories = new Set([...ended, ...open].flatMap(({ category }) => (category === null ? [] : [category])))
  if (parameters.perCategory && categories.size > 1) {
    for (const category of [...categories].flatMap(withParents)) {
      if (thresholds.has(category)) continue
      const own = { one: draw('one', category), repeat: draw('repeat', category) }
      if (!bothSeries.some((series) => carries(own[series].curve))) continue
      const parent = thresholds.get(servedBy(parentOf(category), thresholds)) ?? all
      const either = (series: Series): Fitted => (carries(own[series].curve) ? own[series] : { ...own[series], ...parent[series], curve: { ...parent[series].curve, category, source: 'parent', points: [] } })
      thresholds.set(category, { one: either('one'), repeat: either('repeat') })
      shown.push(...bothSeries.map((series) => ({ ...either(series).curve, points: [] })))
    }
  }
  for (const category of categories) keyOf.set(category, servedBy(category, thresholds))
  return { horizonDays, spanDays, shown, keyOf, thresholds }
}

interface Fitted extends Threshold { readonly curve: Curve }

function fit(series: Series, key: string, survival: Survival, customers: number, horizon: number, parameters: LifecycleParameters): Fitted {
  const fixed = parameters.fixed[series]
  const atRiskAfterDays = fixed?.atRiskAfterDays ?? dayOfShare(survival, horizon, parameters.atRiskShare) ?? null
  const lapsedAfterDays = fixed?.lapsedAfterDays ?? dayOfShare(survival, horizon, parameters.lapsedShare) ?? null
  const observed = (days: number | null): number => (days === null ? 0 : survival.n[days] ?? 0)
  const share = returnedShare(survival, horizon)
  const points = Array.from({ length: horizon + 1 }, (_, days) => ({ days, s: survival.s[days] ?? 1, f: share?.(days) ?? 0, n: survival.n[days] ?? 0 }))
  return {
    atRiskAfterDays, lapsedAfterDays, survival,
    curve: {
      series, category: key === '' ? null : key, customers, gaps: survival.gaps, events: survival.events, points, atRiskAfterDays, lapsedAfterDays,
      observedAtRisk: observed(atRiskAfterDays), observedLapsed: observed(lapsedAfterDays),
      uncertain: Math.min(observed(atRiskAfterDays), observed(lapsedAfterDays)) < parameters.leastObserved,
      source: fixed ? 'fixed' : atRiskAfterDays === null ? 'none' : 'curve'
    }
  }
}

/** Where nobody of a series ever came back, the other series' days are better than none. */
function lend(fitted: Fitted, other: Fitted): Fitted {
  if (fitted.lapsedAfterDays !== null || other.lapsedAfterDays === null) return fitted
  const { atRiskAfterDays, lapsedAfterDays } = other
  return { ...fitted, atRiskAfterDays, lapsedAfterDays, curve: { ...fitted.curve, atRiskAfterDays, lapsedAfterDays, uncertain: true, source: 'other_series' } }
}

const carries = (curve: Curve): boolean => curve.source === 'curve' && !curve.uncertain
const below = (category: string, key: string): boolean => category === key || category.startsWith(`${key}/`) || category.startsWith(`${key} > `)

/** The category after those above it, so that a parent is drawn before its children. */
const withParents = (category: string): readonly string[] => {
  const parent = parentOf(category)
  return parent === undefined ? [category] : [...withParents(parent), category]
}

function servedBy(category: string | undefined, thresholds: ReadonlyMap<string, unknown>): string {
  if (category === undefined) return ''
  return thresholds.has(category) ? category : servedBy(parentOf(category), thresholds)
}

const columnMark = '\u001F'
const rowMark = '\u001E'
const never = 999_999

/**
 * The curves as two parameters that SQL takes apart again: `number, at risk, lapsed, P(return) by silent day` and `category, number`. Numbers are even for the
 * curve of a first gap, and one more for that of the later ones; 0 and 1 serve all categories without a curve of their own.
 */
export function packCurves(curves: Curves, returnDays: number): { readonly curves: string, readonly categories: string, readonly days: number } {
  const keys = [...curves.thresholds.keys()]
  const numberOf = new Map(keys.map((key, place) => [key, 2 * place]))
  const rows = [...curves.thresholds].flatMap(([key, both]) => bothSeries.map((series, later) => {
    const { atRiskAfterDays, lapsedAfterDays, survival } = both[series]
    const returns = survival.s.map((_, silent) => endsWithin(survival, silent, returnDays))
    return [(numberOf.get(key) ?? 0) + later, atRiskAfterDays ?? never, lapsedAfterDays ?? never, returns.join(',')].join(columnMark)
  }))
  return {
    curves: rows.join(rowMark),
    days: curves.thresholds.get('')?.one.survival.s.length ?? 1,
    categories: [...curves.keyOf].filter(([, key]) => key !== '').map(([category, key]) => [category, numberOf.get(key) ?? 0].join(columnMark)).join(rowMark)
  }
}
