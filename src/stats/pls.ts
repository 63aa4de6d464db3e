/**
 * A satisfaction index: constructs measured by several questions each (image, expectation, value, satisfaction …) and the paths between them, by partial least squares,
 * mode A. Sources: Lohmöller 1989, Latent Variable Path Modeling with Partial Least Squares, chapter 2; Tenenhaus, Esposito Vinzi, Chatelin, Lauro
 * 2005, "PLS path modeling", Computational Statistics and Data Analysis 48, section 2 and 4 (the index on 0–100); ρ_A and the consistent paths: Dijkstra and Henseler
 * 2015, "Consistent Partial Least Squares Path Modeling", MIS Quarterly 39, equations 3 and 4.
 *
 * Paths say what goes together under the model drawn, not what would follow from a change.
 */
import { correlationOf, correlations, standardise } from './correlation.ts'
import { invert } from './likelihood.ts'

export interface Construct { readonly name: string, readonly questions: readonly string[] }
export interface Path { readonly from: string, readonly to: string }

export interface PlsConstruct {
  readonly name: string
  /** By question: on standardised answers, so that the score has spread 1. */
  readonly weights: readonly number[]
  readonly loadings: readonly number[]
  /** NaN where nothing leads to it. */
  readonly rSquared: number
  readonly adjustedRSquared: number
  /** Dijkstra and Henseler's reliability; 1 for a single question. */
  readonly rhoA: number
  readonly scores: Float64Array
  /** Weights on the answers' own scale, of sum 1: what the index on 0–100 is the mean of. */
  readonly indexWeights: readonly number[]
}

export interface PlsFit {
  readonly constructs: readonly PlsConstruct[]
  /** `consistent`: corrected for the questions' error. */
  readonly paths: readonly (Path & { readonly coefficient: number, readonly consistent: number })[]
  readonly n: number
  readonly converged: boolean
  readonly iterations: number
}

const tolerance = 1e-12

/** How a construct hears its neighbours: `path` by regression on those before it and correlation with those after it, `factorial` by correlation with all. */
export type Scheme = 'path' | 'factorial'

/** Throws RangeError on questions or constructs that are not there, or answers that do not vary. `answers` by question, one a person, nobody missing. */
export function plsPath(answers: Readonly<Record<string, ArrayLike<number>>>, constructs: readonly Construct[], paths: readonly Path[], scheme: Scheme = 'path'): PlsFit {
  const place = new Map(constructs.map(({ name }, i) => [name, i]))
  const links = paths.map(({ from, to }) => {
    const [a, b] = [place.get(from), place.get(to)]
    if (a === undefined || b === undefined || a === b) throw new RangeError(`no path leads from ${from} to ${to}`)
    return { from: a, to: b }
  })
  if (constructs.some((_, i) => !links.some(({ from, to }) => from === i || to === i))) throw new RangeError('every construct needs a path')
  const blocks = constructs.map(({ name, questions }) => standardise(questions.map((question) => answers[question] ?? missing(`${question} of ${name}`))))
  const n = blocks[0]?.n ?? 0
  let weights: readonly Float64Array[] = blocks.map(({ standardised }) => Float64Array.from(standardised, () => 1))
  let scores: readonly Float64Array[] = blocks.map(({ standardised }, i) => scoreOf(standardised, weights[i] ?? new Float64Array()))
  let [converged, iterations] = [false, 0]
  while (!converged && iterations < 1_000) {
    iterations += 1
    const matrix = correlations(scores)
    const next = blocks.map(({ standardised }, i) => {
      const proxy = innerProxy(i, links, scores, matrix, scheme)
      return scaled(standardised, Float64Array.from(standardised, (column) => correlationOf(column, proxy)))
    })
    scores = blocks.map(({ standardised }, i) => scoreOf(standardised, next[i] ?? new Float64Array()))
    converged = next.every((row, i) => row.every((one, j) => Math.abs(one - (weights[i]?.[j] ?? 0)) < tolerance))
    weights = next
  }
  const matrix = correlations(scores)
  const rho = blocks.map(({ standardised }, i) => rhoAOf(standardised, weights[i] ?? new Float64Array()))
  const corrected = matrix.map((row, i) => row.map((one, j) => (i === j ? 1 : one / Math.sqrt((rho[i] ?? 1) * (rho[j] ?? 1)))))
  const into = constructs.map((_, i) => links.filter(({ to }) => to === i).map(({ from }) => from))
  const betas = into.map((froms, i) => ({ plain: regress(matrix, froms, i), consistent: regress(corrected, froms, i) }))
  return {
    constructs: constructs.map(({ name }, i) => {
      const [froms, block, row] = [into[i] ?? [], blocks[i], weights[i] ?? new Float64Array()]
      const rSquared = froms.length === 0 ? Number.NaN : froms.reduce((sum, from, k) => sum + (betas[i]?.plain[k] ?? 0) * (matrix[from]?.[i] ?? 0), 0)
      const own = Array.from(row, (one, j) => one / (block?.deviations[j] ?? 1))
      const whole = own.reduce((sum, one) => sum + one, 0)
      return {
        name, weights: Array.from(row), loadings: (block?.standardised ?? []).map((column) => correlationOf(column, scores[i] ?? new Float64Array())),
        rSquared, adjustedRSquared: 1 - (1 - rSquared) * ((n - 1) / (n - froms.length - 1)), rhoA: rho[i] ?? Number.NaN, scores: scores[i] ?? new Float64Array(), indexWeights: own.map((one) => one / whole)
      }
    }),
    paths: paths.map((path, k) => {
      const { from, to } = links[k] ?? { from: 0, to: 0 }
      const at = into[to]?.indexOf(from) ?? -1
      return { ...path, coefficient: betas[to]?.plain[at] ?? Number.NaN, consistent: betas[to]?.consistent[at] ?? Number.NaN }
    }),
    n, converged, iterations
  }
}

/** The construct's index on 0–100, mean and spread over people; the scale runs from `low` to `high`. */
export function indexOf(answers: Readonly<Record<string, ArrayLike<number>>>, questions: readonly string[], weights: readonly number[], { low, high }: { readonly low: number, readonly high: number }): Float64Array {
  const columns = questions.map((question) => answers[question] ?? missing(question))
  return Float64Array.from(columns[0] ?? [], (_, i) => columns.reduce((sum, column, j) => sum + (weights[j] ?? 0) * (((column[i] ?? low) - low) / (high - low)) * 100, 0))
}

function missing(what: string): never {
  throw new RangeError(`there are no answers to ${what}`)
}

function scoreOf(columns: readonly Float64Array[], weights: Float64Array): Float64Array {
  const score = new Float64Array(columns[0]?.length ?? 0)
  for (const [j, column] of columns.entries()) for (let i = 0; i < score.length; i += 1) score[i] = (score[i] ?? 0) + (weights[j] ?? 0) * (column[i] ?? 0)
  const spread = Math.sqrt(correlationOf(score, score))
  return score.map((one) => one / spread)
}

/** Weights whose score has spread 1. */
function scaled(columns: readonly Float64Array[], weights: Float64Array): Float64Array {
  const matrix = correlations(columns)
  const variance = weights.reduce((sum, one, i) => sum + one * weights.reduce((inner, other, j) => inner + other * (matrix[i]?.[j] ?? 0), 0), 0)
  return weights.map((one) => one / Math.sqrt(variance))
}

/** What its neighbours say of a construct, with spread 1. */
function innerProxy(of: number, links: readonly { readonly from: number, readonly to: number }[], scores: readonly Float64Array[], matrix: readonly Float64Array[], scheme: Scheme): Float64Array {
  const before = links.filter(({ to }) => to === of).map(({ from }) => from)
  const after = links.filter(({ from }) => from === of).map(({ to }) => to)
  const heard = scheme === 'path' ? regress(matrix, before, of) : before.map((at) => matrix[at]?.[of] ?? 0)
  const parts = [...heard.map((weight, k) => ({ weight, at: before[k] ?? 0 })), ...after.map((at) => ({ weight: matrix[at]?.[of] ?? 0, at }))]
  const proxy = Float64Array.from(scores[of] ?? [], (_, i) => parts.reduce((sum, { weight, at }) => sum + weight * (scores[at]?.[i] ?? 0), 0))
  const spread = Math.sqrt(correlationOf(proxy, proxy))
  return proxy.map((one) => one / spread)
}

/** Standardised coefficients of one construct on others, from their correlations. */
function regress(matrix: readonly Float64Array[], froms: readonly number[], to: number): readonly number[] {
  const inverse = invert(froms.map((i) => Float64Array.from(froms, (j) => matrix[i]?.[j] ?? 0)))
  if (!inverse) throw new RangeError('a construct follows from the others')
  return froms.map((_, k) => froms.reduce((sum, from, l) => sum + (inverse[k]?.[l] ?? 0) * (matrix[from]?.[to] ?? 0), 0))
}

function rhoAOf(columns: readonly Float64Array[], weights: Float64Array): number {
  if (columns.length < 2) return 1
  const matrix = correlations(columns)
  let [above, below] = [0, 0]
  for (const [i, one] of weights.entries()) for (const [j, other] of weights.entries()) if (i !== j) { above += one * other * (matrix[i]?.[j] ?? 0); below += (one * other) ** 2 }
  return (weights.reduce((sum, one) => sum + one * one, 0) ** 2 * above) / below
}
