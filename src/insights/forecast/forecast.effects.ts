/**
 * What holidays and promotions did to sales: a regression on the de-seasonalised level. Each bucket is divided by what an ordinary one would have been (local level ×
 * weekday index, both estimated without the buckets of any occasion); the ratios less one are regressed on the occasions by least squares. An effect that was
 * seen in at least two separate occurrences and differs from nothing (|t| ≥ 2) is carried forward; one seen once only cleans the history. Pure.
 */
import { invert } from '#stats/likelihood.ts'

/** How much of each bucket, past and coming, belongs to an occasion: 0 to 1. */
export interface Column { readonly key: string, readonly x: readonly number[] }

export interface Effect {
  readonly key: string
  /** Separate times at which it was seen in the history. */
  readonly occurrences: number
  /** Sales against an ordinary bucket, with the ends of its 95 % interval; null where it was never seen. */
  readonly ratio: number | null
  readonly low: number | null
  readonly high: number | null
  /** Carried forward. */
  readonly isUsed: boolean
}

export interface Cleaned {
  /** The history without effects, its left-out buckets filled with what an ordinary one would have been. */
  readonly series: Float64Array
  /** The history as it was, but for the buckets left out. */
  readonly filled: Float64Array
  /** What a coming bucket is multiplied by; the place counts from the start of the history. */
  readonly factorAt: (place: number) => number
  readonly effects: readonly Effect[]
}

/** Of a longer season the index is left to the methods: fixed holidays and the time of the year could not be told apart. */
const longestIndexed = 12
/** Less than this is no ordinary bucket to divide by: a shop that is closed on Sundays. */
const least = 0.05

export function clean(history: ArrayLike<number>, missing: ArrayLike<number>, columns: readonly Column[], period: number, leastOccurrences: number): Cleaned {
  const n = history.length
  const isMissing = (i: number): boolean => (missing[i] ?? 0) > 0
  const seen = columns.filter(({ x }) => Array.from({ length: n }, (_, i) => i).some((i) => (x[i] ?? 0) > 0 && !isMissing(i)))
  const isOrdinary = (i: number): boolean => !isMissing(i) && seen.every(({ x }) => (x[i] ?? 0) === 0)
  const ordinary = ordinaryOf(history, isOrdinary, period)
  const filled = Float64Array.from({ length: n }, (_, i) => (isMissing(i) ? ordinary[i] ?? 0 : history[i] ?? 0))
  const fit = regress(filled, ordinary, seen, isMissing)
  const effects = columns.map(({ key, x }): Effect => {
    const place = seen.findIndex((one) => one.key === key)
    const beta = fit?.beta[place]
    const occurrences = occurrencesOf(x, n, isMissing)
    if (place < 0 || beta === undefined) return { key, occurrences, ratio: null, low: null, high: null, isUsed: false }
    const error = fit?.errors[place] ?? Number.POSITIVE_INFINITY
    return { key, occurrences, ratio: Math.max(0, 1 + beta), low: Math.max(0, 1 + beta - 1.96 * error), high: Math.max(0, 1 + beta + 1.96 * error), isUsed: occurrences >= leastOccurrences && Math.abs(beta) >= 2 * error }
  })
  const ratioAt = (place: number, isWanted: (effect: Effect) => boolean): number => {
    const sum = effects.reduce((total, effect, k) => total + (isWanted(effect) && effect.ratio !== null ? (effect.ratio - 1) * (columns[k]?.x[place] ?? 0) : 0), 1)
    return Math.max(least, sum)
  }
  const isClear = (effect: Effect): boolean => effect.low !== null && effect.high !== null && (effect.low > 1 || effect.high < 1)
  const series = filled.map((value, i) => {
    const ratio = ratioAt(i, isClear)
    // What was all but closed says nothing about an ordinary day.
    return ratio < 0.3 ? ordinary[i] ?? 0 : value / ratio
  })
  return { series, filled, factorAt: (place) => ratioAt(place, ({ isUsed }) => isUsed), effects }
}

/** What each bucket would have been if nothing had happened: level of the buckets around it × index of its place in the season. */
function ordinaryOf(history: ArrayLike<number>, isOrdinary: (i: number) => boolean, period: number): Float64Array {
  const n = history.length
  const season = period <= longestIndexed ? period : 1
  const width = Math.max(4, 2 * season)
  let index = new Float64Array(season).fill(1)
  let level: Float64Array = new Float64Array(n)
  for (let round = 0; round < 3; round += 1) {
    level = levelOf(history, isOrdinary, index, width)
    const sums = new Float64Array(season)
    const bases = new Float64Array(season)
    for (let i = 0; i < n; i += 1) {
      if (!isOrdinary(i)) continue
      sums[i % season] = (sums[i % season] ?? 0) + (history[i] ?? 0)
      bases[i % season] = (bases[i % season] ?? 0) + (level[i] ?? 0)
    }
    index = sums.map((sum, phase) => ((bases[phase] ?? 0) > 0 ? Math.max(0, sum / (bases[phase] ?? 1)) : 1))
    const mean = index.reduce((sum, one) => sum + one, 0) / season
    if (mean > 0) index = index.map((one) => one / mean)
  }
  return level.map((one, i) => one * (index[i % season] ?? 1))
}

/** Σ sales ÷ Σ index over the ordinary buckets around each: zeros do no harm. By running sums, so that a long window costs nothing. */
function levelOf(history: ArrayLike<number>, isOrdinary: (i: number) => boolean, index: Float64Array, width: number): Float64Array {
  const n = history.length
  const sales = new Float64Array(n + 1)
  const bases = new Float64Array(n + 1)
  const counts = new Float64Array(n + 1)
  for (let i = 0; i < n; i += 1) {
    const counted = isOrdinary(i) ? 1 : 0
    sales[i + 1] = (sales[i] ?? 0) + counted * (history[i] ?? 0)
    bases[i + 1] = (bases[i] ?? 0) + counted * (index[i % index.length] ?? 1)
    counts[i + 1] = (counts[i] ?? 0) + counted
  }
  return Float64Array.from({ length: n }, (_, i) => {
    for (let reach = width; ; reach *= 2) {
      const [from, to] = [Math.max(0, i - reach), Math.min(n, i + reach + 1)]
      const base = (bases[to] ?? 0) - (bases[from] ?? 0)
      if (base > 0 && (counts[to] ?? 0) - (counts[from] ?? 0) >= width) return ((sales[to] ?? 0) - (sales[from] ?? 0)) / base
      if (from === 0 && to === n) return base > 0 ? ((sales[n] ?? 0) - (sales[0] ?? 0)) / base : 0
    }
  })
}

function regress(filled: Float64Array, ordinary: Float64Array, columns: readonly Column[], isMissing: (i: number) => boolean): { readonly beta: readonly number[], readonly errors: readonly number[] } | undefined {
  if (columns.length === 0) return undefined
  const mean = filled.reduce((sum, value) => sum + value, 0) / Math.max(1, filled.length)
  const rows = [...filled.keys()].filter((i) => !isMissing(i) && (ordinary[i] ?? 0) > least * mean)
  const ratios = rows.map((i) => (filled[i] ?? 0) / (ordinary[i] ?? 1) - 1)
  const cells = columns.map(({ x }) => Float64Array.from(rows, (i) => x[i] ?? 0))
  // A hair of ridge: two occasions that always fall together share what they did.
  const cross = cells.map((a, j) => Float64Array.from(cells, (b, k) => a.reduce((sum, value, r) => sum + value * (b[r] ?? 0), j === k ? 1e-6 : 0)))
  const inverse = invert(cross)
  if (!inverse) return undefined
  const toward = cells.map((a) => a.reduce((sum, value, r) => sum + value * (ratios[r] ?? 0), 0))
  const beta = toward.map((_, j) => toward.reduce((sum, value, k) => sum + (inverse[j]?.[k] ?? 0) * value, 0))
  const squares = ratios.reduce((sum, ratio, r) => sum + (ratio - beta.reduce((total, one, k) => total + one * (cells[k]?.[r] ?? 0), 0)) ** 2, 0)
  const variance = squares / Math.max(1, rows.length - columns.length)
  return { beta, errors: beta.map((_, j) => Math.sqrt(Math.max(0, variance * (inverse[j]?.[j] ?? 0)))) }
}

/** Stretches of the history with the occasion in them; what lies fewer than three buckets apart is one. */
function occurrencesOf(x: readonly number[], n: number, isMissing: (i: number) => boolean): number {
  let count = 0
  let last = Number.NEGATIVE_INFINITY
  for (let i = 0; i < n; i += 1) {
    if ((x[i] ?? 0) === 0 || isMissing(i)) continue
    if (i - last > 3) count += 1
    last = i
  }
  return count
}
