/**
 * Logistic regression: the chance of a yes from a row of numbers. By Newton's method with step halving (McCullagh and Nelder 1989, Generalized Linear Models,
 * section 4.4); `penalty` λ subtracts λ/2 Σ β² over all coefficients but the intercept (ridge; λ = 1/C of scikit-learn), 0 gives the maximum likelihood.
 */
import { invert } from './likelihood.ts'

export interface LogisticFit {
  readonly intercept: number
  readonly coefficients: readonly number[]
  /** Of the intercept first, then of the coefficients; with a penalty they describe the penalised surface. */
  readonly standardErrors: readonly number[]
  /** Without the penalty. */
  readonly logLikelihood: number
  readonly n: number
  readonly converged: boolean
  readonly iterations: number
}

/** Columns are standardised inside and given back on their own scale, so their units do not matter to the search (they do to the penalty, which acts on the given scale). */
export interface LogisticOptions { readonly penalty?: number, readonly iterations?: number }

/**
 * Fits yes/no (1/0) against rows. Where a column separates yes from no the likelihood has no maximum: `converged` is false, and a penalty is the remedy.
 * Throws RangeError on rows of different widths, or where all answers are the same.
 */
export function fitLogistic(rows: readonly ArrayLike<number>[], yes: ArrayLike<number>, { penalty = 0, iterations: most = 60 }: LogisticOptions = {}): LogisticFit {
  const n = rows.length
  const width = rows[0]?.length ?? 0
  if (n === 0 || yes.length !== n || rows.some((row) => row.length !== width)) throw new RangeError('every answer needs a row of the same columns')
  const sum = Array.from(yes).reduce((total, one) => total + one, 0)
  if (sum === 0 || sum === n) throw new RangeError('all answers are the same: there is nothing to tell apart')
  const { means, scales } = spreadOf(rows, width)
  const design = rows.map((row) => Float64Array.from({ length: width + 1 }, (_, j) => (j === 0 ? 1 : ((row[j - 1] ?? 0) - (means[j - 1] ?? 0)) / (scales[j - 1] ?? 1))))
  const ridge = Float64Array.from({ length: width + 1 }, (_, j) => (j === 0 ? 0 : penalty / (scales[j - 1] ?? 1) ** 2))
  let at = Float64Array.from({ length: width + 1 }, (_, j) => (j === 0 ? Math.log(sum / (n - sum)) : 0))
  let here = surfaceOf(design, yes, at, ridge)
  let converged = false
  let iterations = 0
  while (!converged && iterations < most) {
    iterations += 1
    const inverse = invert(here.information)
    if (!inverse) break
    const step = at.map((_, i) => here.gradient.reduce((total, one, j) => total + one * (inverse[i]?.[j] ?? 0), 0))
    let [moved, next] = [at, here]
    for (let share = 1; share > 1e-8; share /= 2) {
      moved = at.map((one, i) => one + share * (step[i] ?? 0))
      next = surfaceOf(design, yes, moved, ridge)
      if (next.penalised >= here.penalised - 1e-13 * Math.abs(here.penalised)) break
    }
    converged = step.every((one) => Math.abs(one) < 1e-9 * Math.max(1, Math.abs(here.penalised)))
    at = moved
    here = next
  }
  const coefficients = Array.from({ length: width }, (_, j) => (at[j + 1] ?? 0) / (scales[j] ?? 1))
  // A separated sample drifts towards infinite coefficients in ever smaller steps: its chances are all but 0 and 1.
  const separated = -here.value < 1e-6 * n
  return {
    intercept: (at[0] ?? 0) - coefficients.reduce((total, one, j) => total + one * (means[j] ?? 0), 0), coefficients,
    standardErrors: errorsOf(invert(here.information), means, scales), logLikelihood: here.value, n, converged: converged && !separated, iterations
  }
}

/** The chance of a yes. */
export const chanceOf = ({ intercept, coefficients }: Pick<LogisticFit, 'intercept' | 'coefficients'>, row: ArrayLike<number>): number =>
  1 / (1 + Math.exp(-coefficients.reduce((sum, one, j) => sum + one * (row[j] ?? 0), intercept)))

function spreadOf(rows: readonly ArrayLike<number>[], width: number): { readonly means: readonly number[], readonly scales: readonly number[] } {
  const means = Array.from({ length: width }, (_, j) => rows.reduce((sum, row) => sum + (row[j] ?? 0), 0) / rows.length)
  const scales = means.map((mean, j) => { const spread = Math.sqrt(rows.reduce((sum, row) => sum + ((row[j] ?? 0) - mean) ** 2, 0) / rows.length); return spread > 0 ? spread : 1 })
  return { means, scales }
}

interface Surface { readonly value: number, readonly penalised: number, readonly gradient: Float64Array, readonly information: readonly Float64Array[] }

function surfaceOf(design: readonly Float64Array[], yes: ArrayLike<number>, at: Float64Array, ridge: Float64Array): Surface {
  const width = at.length
  const gradient = at.map((one, j) => -(ridge[j] ?? 0) * one)
  const information = Array.from({ length: width }, (_, j) => Float64Array.from({ length: width }, (_unused, k) => (j === k ? ridge[j] ?? 0 : 0)))
  let value = 0
  for (const [i, row] of design.entries()) {
    let score = 0
    for (let j = 0; j < width; j += 1) score += (at[j] ?? 0) * (row[j] ?? 0)
    const answer = yes[i] ?? 0
    // ln(1 + e^s) without overflow.
    value += answer * score - (score > 0 ? score + Math.log1p(Math.exp(-score)) : Math.log1p(Math.exp(score)))
    const chance = 1 / (1 + Math.exp(-score))
    const weight = chance * (1 - chance)
    for (let j = 0; j < width; j += 1) {
      gradient[j] = (gradient[j] ?? 0) + (answer - chance) * (row[j] ?? 0)
      const part = weight * (row[j] ?? 0)
      const line = information[j]
      if (line) for (let k = 0; k <= j; k += 1) line[k] = (line[k] ?? 0) + part * (row[k] ?? 0)
    }
  }
  for (let j = 0; j < width; j += 1) for (let k = 0; k < j; k += 1) { const line = information[k]; if (line) line[j] = information[j]?.[k] ?? 0 }
  return { value, penalised: value - at.reduce((sum, one, j) => sum + (ridge[j] ?? 0) * one * one, 0) / 2, gradient, information }
}

/** Back on the given scale: the intercept's error takes in those of the means that were subtracted. */
function errorsOf(covariance: readonly Float64Array[] | undefined, means: readonly number[], scales: readonly number[]): readonly number[] {
  if (!covariance) return [Number.NaN, ...means.map(() => Number.NaN)]
  const shift = Float64Array.from({ length: means.length + 1 }, (_, j) => (j === 0 ? 1 : -(means[j - 1] ?? 0) / (scales[j - 1] ?? 1)))
  const variance = shift.reduce((sum, one, i) => sum + one * shift.reduce((inner, other, j) => inner + other * (covariance[i]?.[j] ?? 0), 0), 0)
  return [Math.sqrt(variance), ...scales.map((scale, j) => Math.sqrt(covariance[j + 1]?.[j + 1] ?? Number.NaN) / scale)]
}
