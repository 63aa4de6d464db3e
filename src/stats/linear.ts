/**
 * Linear regression by (weighted, penalised) least squares, with the ordinary errors and those that survive unequal spread: HC2 of MacKinnon and White 1985, "Some
 * heteroskedasticity-consistent covariance matrix estimators with improved finite sample properties", Journal of Econometrics 29, equation 7.
 */
import { invert } from './likelihood.ts'

export interface LinearFit {
  readonly intercept: number
  readonly coefficients: readonly number[]
  /** Of the intercept first, then of the coefficients; NaN with a penalty, whose bias they would not tell. */
  readonly standardErrors: readonly number[]
  /** HC2, in the same order. */
  readonly robustErrors: readonly number[]
  readonly rSquared: number
  readonly n: number
}

export interface LinearOptions {
  /** λ of λ Σ β², over all coefficients but the intercept, on columns of spread 1. */
  readonly ridge?: number
  readonly weights?: ArrayLike<number>
}

/** Throws RangeError on rows of different widths, too few rows, or columns of which one follows from the others. */
export function fitLinear(rows: readonly ArrayLike<number>[], values: ArrayLike<number>, options: LinearOptions = {}): LinearFit {
  const { solution, ...line } = solved(rows, values, options)
  return { ...line, ...errorsOf(values, solution, options), n: rows.length }
}

/** The line alone, without its errors: for learners that are fitted many times. */
export function leastSquares(rows: readonly ArrayLike<number>[], values: ArrayLike<number>, options: LinearOptions = {}): Pick<LinearFit, 'intercept' | 'coefficients'> {
  const { intercept, coefficients } = solved(rows, values, options)
  return { intercept, coefficients }
}

interface Solution { readonly design: readonly Float64Array[], readonly at: Float64Array, readonly inverse: readonly Float64Array[], readonly means: Float64Array, readonly scales: Float64Array }

function solved(rows: readonly ArrayLike<number>[], values: ArrayLike<number>, { ridge = 0, weights }: LinearOptions): Pick<LinearFit, 'intercept' | 'coefficients'> & { readonly solution: Solution } {
  const [n, width] = [rows.length, rows[0]?.length ?? 0]
  if (values.length !== n || rows.some((row) => row.length !== width)) throw new RangeError('every value needs a row of the same columns')
  if (ridge === 0 && n <= width) throw new RangeError('fewer rows than coefficients')
  const { means, scales } = columnsOf(rows, width, weights)
  const design = rows.map((row) => {
    const inner = new Float64Array(width + 1)
    inner[0] = 1
    for (let j = 0; j < width; j += 1) inner[j + 1] = ((row[j] ?? 0) - (means[j] ?? 0)) / (scales[j] ?? 1)
    return inner
  })
  const products = Array.from({ length: width + 1 }, (_, j) => Float64Array.from({ length: width + 1 }, (_unused, k) => (j === k && j > 0 ? ridge : 0)))
  const target = new Float64Array(width + 1)
  for (let i = 0; i < n; i += 1) {
    const row = design[i] ?? target
    const weight = weights?.[i] ?? 1
    const value = values[i] ?? 0
    for (let j = 0; j <= width; j += 1) {
      const part = weight * (row[j] ?? 0)
      target[j] = (target[j] ?? 0) + part * value
      const line = products[j] ?? target
      for (let k = 0; k <= j; k += 1) line[k] = (line[k] ?? 0) + part * (row[k] ?? 0)
    }
  }
  for (let j = 0; j <= width; j += 1) for (let k = 0; k < j; k += 1) { const line = products[k]; if (line) line[j] = products[j]?.[k] ?? 0 }
  const inverse = invert(products)
  const worst = inverse?.reduce((most, row, j) => Math.max(most, (row[j] ?? 0) * (products[j]?.[j] ?? 0)), 0) ?? Infinity
  if (!inverse || !(worst < 1e11)) throw new RangeError('a column follows from the others')
  const at = target.map((_, j) => target.reduce((sum, one, k) => sum + one * (inverse[j]?.[k] ?? 0), 0))
  return { ...onGivenScale(at, means, scales), solution: { design, at, inverse, means, scales } }
}

/** The expected value at a row. */
export const valueAt = ({ intercept, coefficients }: Pick<LinearFit, 'intercept' | 'coefficients'>, row: ArrayLike<number>): number => {
  let sum = intercept
  for (let j = 0; j < coefficients.length; j += 1) sum += (coefficients[j] ?? 0) * (row[j] ?? 0)
  return sum
}

function columnsOf(rows: readonly ArrayLike<number>[], width: number, weights: ArrayLike<number> | undefined): { readonly means: Float64Array, readonly scales: Float64Array } {
  const means = new Float64Array(width)
  const scales = new Float64Array(width)
  let total = 0
  for (const [i, row] of rows.entries()) {
    const weight = weights?.[i] ?? 1
    total += weight
    for (let j = 0; j < width && weight > 0; j += 1) {
      const step = (row[j] ?? 0) - (means[j] ?? 0)
      means[j] = (means[j] ?? 0) + (step * weight) / total
      scales[j] = (scales[j] ?? 0) + weight * step * ((row[j] ?? 0) - (means[j] ?? 0))
    }
  }
  return { means, scales: scales.map((one) => (one > 0 ? Math.sqrt(one / total) : 1)) }
}

function onGivenScale(at: Float64Array, means: Float64Array, scales: Float64Array): Pick<LinearFit, 'intercept' | 'coefficients'> {
  const coefficients = Array.from(scales, (scale, j) => (at[j + 1] ?? 0) / scale)
  return { intercept: coefficients.reduce((sum, one, j) => sum - one * (means[j] ?? 0), at[0] ?? 0), coefficients }
}

function errorsOf(values: ArrayLike<number>, { design, at, inverse, means, scales }: Solution, { ridge = 0, weights }: LinearOptions): Pick<LinearFit, 'standardErrors' | 'robustErrors' | 'rSquared'> {
  const k = at.length
  const exact = ridge === 0
  const meat = Array.from({ length: k }, () => new Float64Array(k))
  let [squares, total, mean, weightSum] = [0, 0, 0, 0]
  for (const [i, row] of design.entries()) {
    const weight = weights?.[i] ?? 1
    const value = values[i] ?? 0
    let fitted = 0
    for (let j = 0; j < k; j += 1) fitted += (at[j] ?? 0) * (row[j] ?? 0)
    const residual = value - fitted
    squares += weight * residual ** 2
    if (weight > 0) {
      weightSum += weight
      const step = value - mean
      mean += (step * weight) / weightSum
      total += weight * step * (value - mean)
    }
    let leverage = 0
    for (let j = 0; j < k; j += 1) for (let l = 0; l < k; l += 1) leverage += (row[j] ?? 0) * (inverse[j]?.[l] ?? 0) * (row[l] ?? 0)
    const share = (weight * residual) ** 2 / Math.max(1e-12, 1 - weight * leverage)
    for (let j = 0; j < k; j += 1) {
      const line = meat[j]
      const part = share * (row[j] ?? 0)
      if (line) for (let l = 0; l < k; l += 1) line[l] = (line[l] ?? 0) + part * (row[l] ?? 0)
    }
  }
  const variance = squares / (design.length - k)
  // A coefficient on the given scale is a sum of those on the inner one: the intercept's takes in the means that were subtracted.
  const backs = Array.from({ length: k }, (_, j) => Float64Array.from({ length: k }, (_unused, l) => (j === 0 ? (l === 0 ? 1 : -(means[l - 1] ?? 0) / (scales[l - 1] ?? 1)) : l === j ? 1 / (scales[j - 1] ?? 1) : 0)))
  const form = (left: Float64Array, middle: readonly Float64Array[]): number => left.reduce((sum, one, j) => (one === 0 ? sum : sum + one * left.reduce((inner, other, l) => inner + other * (middle[j]?.[l] ?? 0), 0)), 0)
  const spread = backs.map((back) => inverse.reduce<Float64Array>((sum, row, j) => sum.map((one, l) => one + (back[j] ?? 0) * (row[l] ?? 0)), new Float64Array(k)))
  return {
    standardErrors: backs.map((back) => (exact ? Math.sqrt(variance * form(back, inverse)) : Number.NaN)),
    robustErrors: spread.map((row) => (exact ? Math.sqrt(form(row, meat)) : Number.NaN)),
    rSquared: total > 0 ? 1 - squares / total : Number.NaN
  }
}
