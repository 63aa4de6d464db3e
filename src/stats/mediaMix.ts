/**
 * What each channel's spending brings: sales = baseline and controls + Σ effect · saturation(carry-over of spend), effects not negative, decay bounded.
 *
 * The effects and the controls are linear given decay and half-saturation: they are solved for exactly (variable projection, Golub and Pereyra 1973, SIAM Journal on Numerical
 * Analysis 10), and only the bent parameters are searched. Form: Jin et al. 2017 (see adstock.ts) with Hill of shape 1, since shape and half-saturation are hardly told apart
 * by a few years of weeks. Refused below 7 points per parameter: Chan and Perry 2017, "Challenges and Opportunities in Media Mix Modeling", Google Research, section 3.1.
 *
 * It is observational: spend that follows demand is credited with it. An experiment's answer overrides it.
 */
import { geometricAdstock, hill } from './adstock.ts'
import { chiSquareAbove } from './distributions.ts'
import { invert } from './likelihood.ts'
import { minimise } from './minimise.ts'
import { nonNegative } from './nonNegative.ts'

export interface MediaMix {
  readonly sales: ArrayLike<number>
  readonly spend: Readonly<Record<string, ArrayLike<number>>>
  /** Trend, seasons, prices, competitors; a constant is added. */
  readonly controls: readonly ArrayLike<number>[]
}

/** Why a channel's figures must not be read as known. `no_effect`: the best effect is 0; `decay`, `saturation`: at a bound, or uncertain by most of its range; `effect`: its error exceeds half of it. */
export type Doubt = 'no_effect' | 'decay' | 'saturation' | 'effect'

export interface ChannelFit {
  /** Sales per period at full saturation. */
  readonly effect: number
  readonly decay: number
  /** The carried level that brings half of the effect, in units of spend. */
  readonly half: number
  readonly errors: { readonly effect: number, readonly decay: number, readonly logHalf: number }
  /** Of all sales of the data. */
  readonly contribution: number
  readonly share: number
  readonly doubts: readonly Doubt[]
}

export interface MediaMixFit {
  readonly channels: Readonly<Record<string, ChannelFit>>
  readonly rSquared: number
  readonly residualDeviation: number
  readonly rows: number
  readonly parameters: number
  readonly converged: boolean
}

export interface Refused { readonly refused: 'too_few_rows', readonly rows: number, readonly parameters: number, readonly needed: number }

const mostDecay = 0.95
const [lowestHalf, highestHalf] = [0.05, 20]

/**
 * Fits, or says how many rows would be needed. A channel without which the fit is not worse than by chance (χ² of three parameters, 5 %) gets no effect, and the rest is
 * fitted without it: saturated at once it would only stand for a part of the baseline. Throws RangeError on rows of different lengths, or a channel that never spends.
 */
export function fitMediaMix(data: MediaMix, pointsPerParameter = 7): MediaMixFit | Refused {
  const [rows, parameters] = [data.sales.length, 3 * Object.keys(data.spend).length + data.controls.length + 1]
  if (rows < pointsPerParameter * parameters) return { refused: 'too_few_rows', rows, parameters, needed: pointsPerParameter * parameters }
  let kept = data.spend
  for (;;) {
    const { fit, gains } = fitOnce({ ...data, spend: kept })
    const [least] = Object.entries(gains).filter(([name]) => (fit.channels[name]?.effect ?? 0) > 0).sort(([, a], [, b]) => a - b)
    if (least === undefined || chiSquareAbove(least[1], 3) < 0.05) {
      return { ...fit, parameters, channels: Object.fromEntries(Object.keys(data.spend).map((name) => [name, fit.channels[name] ?? withoutEffect])) }
    }
    kept = Object.fromEntries(Object.entries(kept).filter(([name]) => name !== least[0]))
  }
}

const withoutEffect: ChannelFit = { effect: 0, decay: Number.NaN, half: Number.NaN, errors: { effect: Number.NaN, decay: Number.NaN, logHalf: Number.NaN }, contribution: 0, share: 0, doubts: ['no_effect'] }

/** `gains`: by how many residual variances the sum of squares grows without the channel. */
function fitOnce({ sales, spend, controls }: MediaMix): { readonly fit: MediaMixFit, readonly gains: Readonly<Record<string, number>> } {
  const [names, rows] = [Object.keys(spend), sales.length]
  const parameters = 3 * names.length + controls.length + 1
  const paid = names.map((name) => Float64Array.from(spend[name] ?? []))
  for (const [i, column] of [...paid, ...controls].entries()) if (column.length !== rows) throw new RangeError(`column ${i} has ${column.length} rows, sales ${rows}`)
  const typical = paid.map((column, i) => { const on = column.filter((one) => one > 0); if (on.length === 0) throw new RangeError(`${names[i]} never spends`); return on.reduce((sum, one) => sum + one, 0) / on.length })
  const space = orthonormal([new Float64Array(rows).fill(1), ...controls.map((one) => Float64Array.from(one))])
  const rest = outside(space, Float64Array.from(sales))
  const bent = (at: Float64Array) => names.map((_, c) => ({ decay: decayOf(at[2 * c] ?? 0), half: halfOf(at[2 * c + 1] ?? 0) * (typical[c] ?? 1) }))
  const shape = (c: number, { decay, half }: { readonly decay: number, readonly half: number }): Float64Array => geometricAdstock(paid[c] ?? [], decay).map(hill(half).value)
  const solve = (at: Float64Array, without?: number) => {
    const curves = bent(at).map((one, c) => (c === without ? new Float64Array(rows) : shape(c, one)))
    const columns = curves.map((curve) => outside(space, curve))
    const effects = nonNegative(columns.map((a) => Float64Array.from(columns, (b) => dot(a, b))), Float64Array.from(columns, (a) => dot(a, rest)))
    const residual = rest.map((one, i) => columns.reduce((left, column, c) => left - (effects[c] ?? 0) * (column[i] ?? 0), one))
    return { curves, columns, effects, residual, squares: dot(residual, residual) }
  }
  const scale = dot(rest, rest)
  const value = (at: Float64Array): number => solve(at).squares / scale
  const objective = (at: Float64Array) => ({ value: value(at), gradient: at.map((_, i) => { const h = 1e-5; const moved = (by: number) => value(at.map((one, k) => (k === i ? one + by : one))); return (moved(h) - moved(-h)) / (2 * h) }) })
  const starts = [[-0.8, 0], [0.3, 0.8], [-2, -0.8], [1.2, 0.3]].map(([decay = 0, half = 0]) => Float64Array.from({ length: 2 * names.length }, (_, i) => (i % 2 === 0 ? decay : half)))
  const found = starts.map((start) => minimise(objective, start, { tolerance: 1e-6, evaluations: 120 }))
  const best = found.reduce((one, other) => (other.value < one.value ? other : one))
  const answer = solve(best.at)
  const variance = answer.squares / (rows - parameters)
  const errors = errorsOf(best.at, answer.columns, answer.effects, (at, c) => outside(space, shape(c, bent(at)[c] ?? { decay: 0, half: 1 })), variance)
  const whole = Array.from(sales).reduce((sum, one) => sum + one, 0)
  const total = Array.from(sales).reduce((sum, one) => sum + (one - whole / rows) ** 2, 0)
  const fit = {
    channels: Object.fromEntries(names.map((name, c): readonly [string, ChannelFit] => {
      const { decay, half } = bent(best.at)[c] ?? { decay: 0, half: 1 }
      const effect = answer.effects[c] ?? 0
      const contribution = effect * (answer.curves[c] ?? new Float64Array()).reduce((sum, one) => sum + one, 0)
      const own = errors[c] ?? { effect: Number.NaN, decay: Number.NaN, logHalf: Number.NaN }
      return [name, { effect, decay, half, errors: own, contribution, share: contribution / whole, doubts: doubtsOf(effect, decay, half / (typical[c] ?? 1), own) }]
    })),
    rSquared: 1 - answer.squares / total, residualDeviation: Math.sqrt(variance), rows, parameters, converged: best.converged || best.slope < 1e-4
  }
  return { fit, gains: Object.fromEntries(names.map((name, c) => [name, (solve(best.at, c).squares - answer.squares) / variance])) }
}

/** The sales per period that a steady spend per period brings in the long run, and its slope: what a budget is divided by. */
export const responseOf = ({ effect, decay, half }: Pick<ChannelFit, 'effect' | 'decay' | 'half'>): { readonly value: (spend: number) => number, readonly slope: (spend: number) => number } => {
  const curve = hill(half * (1 - decay))
  return { value: (spend) => effect * curve.value(spend), slope: (spend) => effect * curve.slope(spend) }
}

const within = (u: number, low: number, high: number): number => low + (high - low) / (1 + Math.exp(-u))
const decayOf = (u: number): number => within(u, 0, mostDecay)
const halfOf = (u: number): number => Math.exp(within(u, Math.log(lowestHalf), Math.log(highestHalf)))

function doubtsOf(effect: number, decay: number, half: number, errors: ChannelFit['errors']): readonly Doubt[] {
  if (effect === 0) return ['no_effect']
  const doubts: Doubt[] = []
  // Half of the range from 0 to 1, and a factor of e² either way, are no knowledge.
  if (!(errors.decay < 0.25) || decay > mostDecay - 0.01) doubts.push('decay')
  if (!(errors.logHalf < 1) || half < lowestHalf * 1.05 || half > highestHalf / 1.05) doubts.push('saturation')
  if (!(errors.effect < effect / 2)) doubts.push('effect')
  return doubts
}

/** Errors of effect, decay and ln half together, by the Jacobian of the fit (Gauss–Newton); NaN for channels without effect and where the parameters cannot be told apart. */
function errorsOf(at: Float64Array, columns: readonly Float64Array[], effects: Float64Array, column: (at: Float64Array, c: number) => Float64Array, variance: number): readonly ChannelFit['errors'][] {
  const h = 1e-4
  const live = columns.flatMap((_, c) => ((effects[c] ?? 0) > 0 ? [c] : []))
  const jacobian = live.flatMap((c) => {
    const slope = (place: number): Float64Array => {
      const [up, down] = [h, -h].map((by) => column(at.map((one, k) => (k === place ? one + by : one)), c))
      const step = place % 2 === 0 ? decayOf((at[place] ?? 0) + h) - decayOf((at[place] ?? 0) - h) : Math.log(halfOf((at[place] ?? 0) + h) / halfOf((at[place] ?? 0) - h))
      return Float64Array.from(up ?? [], (one, i) => ((effects[c] ?? 0) * (one - (down?.[i] ?? 0))) / step)
    }
    return [columns[c] ?? new Float64Array(), slope(2 * c), slope(2 * c + 1)]
  })
  const sizes = jacobian.map((one) => Math.sqrt(dot(one, one)) || 1)
  const inverse = invert(jacobian.map((a, i) => Float64Array.from(jacobian, (b, j) => dot(a, b) / ((sizes[i] ?? 1) * (sizes[j] ?? 1)))))
  const error = (k: number): number => { const own = inverse?.[k]?.[k] ?? Number.NaN; return own > 0 ? Math.sqrt(variance * own) / (sizes[k] ?? 1) : Number.NaN }
  return columns.map((_, c) => { const k = live.indexOf(c) * 3; return k < 0 ? { effect: Number.NaN, decay: Number.NaN, logHalf: Number.NaN } : { effect: error(k), decay: error(k + 1), logHalf: error(k + 2) } })
}

/** An orthonormal basis (modified Gram–Schmidt, twice); columns that follow from earlier ones are left out. */
function orthonormal(columns: readonly Float64Array[]): readonly Float64Array[] {
  const basis: Float64Array[] = []
  for (const column of columns) {
    const left = outside(basis, outside(basis, column))
    const size = Math.sqrt(dot(left, left))
    if (size > 1e-9 * Math.sqrt(dot(column, column))) basis.push(left.map((one) => one / size))
  }
  return basis
}

/** What of a column lies outside the basis. */
function outside(basis: readonly Float64Array[], column: Float64Array): Float64Array {
  const left = Float64Array.from(column)
  for (const one of basis) {
    const share = dot(one, left)
    for (let i = 0; i < left.length; i += 1) left[i] = (left[i] ?? 0) - share * (one[i] ?? 0)
  }
  return left
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}
