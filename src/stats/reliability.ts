/**
 * Do the questions of a scale measure one thing? Columns are questions, each with one answer a person, nobody missing.
 *
 * Cronbach 1951, "Coefficient alpha and the internal structure of tests", Psychometrika 16; composite reliability and average variance extracted from loadings: Fornell and
 * Larcker 1981, Journal of Marketing Research 18, equations 10 and 11; heterotrait–monotrait ratio: Henseler, Ringle, Sarstedt 2015, Journal of the Academy of Marketing
 * Science 43, equation 6.
 */
import { correlations, standardise } from './correlation.ts'
import { momentsOf } from './difference.ts'

export interface Alpha {
  /** From the answers as they are. */
  readonly raw: number
  /** From their correlations, as if all questions spread alike. */
  readonly standardised: number
  readonly n: number
}

/** Cronbach's alpha; NaN for a single question. Throws RangeError on columns of different lengths or without spread. */
export function cronbachAlpha(questions: readonly ArrayLike<number>[]): Alpha {
  const { n, deviations, standardised } = standardise(questions)
  const k = questions.length
  if (k < 2) return { raw: Number.NaN, standardised: Number.NaN, n }
  const sums = Array.from({ length: n }, (_, i) => questions.reduce((sum, question) => sum + (question[i] ?? 0), 0))
  const apart = deviations.reduce((sum, one) => sum + one * one, 0)
  const mean = meanBetween(correlations(standardised), [...questions.keys()])
  return { raw: (k / (k - 1)) * (1 - apart / momentsOf(sums).variance), standardised: (k * mean) / (1 + (k - 1) * mean), n }
}

/** The mean correlation of different questions of one scale. */
function meanBetween(matrix: readonly Float64Array[], questions: readonly number[]): number {
  let [sum, count] = [0, 0]
  for (const i of questions) for (const j of questions) if (i < j) { sum += matrix[i]?.[j] ?? 0; count += 1 }
  return sum / count
}

/** ρ_C = (Σλ)² ÷ ((Σλ)² + Σ(1 − λ²)) of standardised loadings. */
export function compositeReliability(loadings: readonly number[]): number {
  const square = loadings.reduce((sum, one) => sum + one, 0) ** 2
  return square / (square + loadings.reduce((sum, one) => sum + 1 - one * one, 0))
}

/** The mean of λ²: the share of the questions' spread that the construct explains; .5 is the customary least. */
export const averageVarianceExtracted = (loadings: readonly number[]): number => loadings.reduce((sum, one) => sum + one * one, 0) / loadings.length

/** Are two scales two things? Mean correlation across over the geometric mean of those within; above .9 they are hardly told apart. NaN where a scale has one question. */
export function heterotraitMonotrait(first: readonly ArrayLike<number>[], second: readonly ArrayLike<number>[]): number {
  const matrix = correlations(standardise([...first, ...second]).standardised)
  const [mine, yours] = [[...first.keys()], [...second.keys()].map((j) => j + first.length)]
  let across = 0
  for (const i of mine) for (const j of yours) across += matrix[i]?.[j] ?? 0
  return across / (mine.length * yours.length) / Math.sqrt(meanBetween(matrix, mine) * meanBetween(matrix, yours))
}
