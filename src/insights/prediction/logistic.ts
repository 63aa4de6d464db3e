/** Logistic regression on behaviour: every measure on the scale of its own spread, missing ones at the mean, held back by a small ridge. */
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { chanceOf, fitLogistic } from '#stats/logistic.ts'
import { measured, measureIds, measureRow, usable } from './behaviour.ts'
import type { Candidate, Model } from './prediction.candidate.ts'
import { answersOf } from './prediction.columns.ts'
import { measuredReasons } from './prediction.reasons.ts'
import { joined } from './recency.ts'

const Parameters = Type.Object({
  measures: Type.Array(Type.String()), means: Type.Array(Type.Number()), scales: Type.Array(Type.Number()), intercept: Type.Number(), coefficients: Type.Array(Type.Number())
})

const ridge = 1

export const logistic: Candidate = {
  id: 'logistic',
  needsExamples: true,
  learn: ({ examples }) => {
    const used = usable(examples)
    const rows = examples.flatMap((table) => measured(table, used))
    const yes = joined(examples, answersOf)
    const { means, scales } = spreadOf(rows, used.length)
    const fit = fitLogistic(rows.map((row) => scaled(row, means, scales)), yes, { penalty: ridge })
    return {
      parameters: { measures: [...used], means, scales, intercept: fit.intercept, coefficients: [...fit.coefficients] },
      n: rows.length, logLikelihood: fit.logLikelihood, converged: fit.converged, boundary: []
    }
  },
  recall: (parameters): Model => {
    const { measures, means, scales, intercept, coefficients } = Value.Parse(Parameters, parameters)
    const used = measureIds.filter((id) => measures.includes(id))
    return {
      chances: (table) => Float64Array.from(measured(table, used), (row) => chanceOf({ intercept, coefficients }, scaled(row, means, scales))),
      // A term at its mean adds nothing: what it adds beyond is its share in this customer's chance.
      reasons: (table, row) => measuredReasons(table, row, used, scaled(measureRow(table, row, used), means, scales).map((one, at) => one * (coefficients[at] ?? 0)))
    }
  }
}

function spreadOf(rows: readonly Float64Array[], width: number): { readonly means: number[], readonly scales: number[] } {
  const [sums, squares, counts] = [new Float64Array(width), new Float64Array(width), new Float64Array(width)]
  for (const row of rows) for (let j = 0; j < width; j += 1) {
    const value = row[j] ?? Number.NaN
    if (Number.isNaN(value)) continue
    sums[j] = (sums[j] ?? 0) + value
    squares[j] = (squares[j] ?? 0) + value * value
    counts[j] = (counts[j] ?? 0) + 1
  }
  const means = Array.from(sums, (sum, j) => sum / Math.max(1, counts[j] ?? 0))
  const scales = Array.from(squares, (square, j) => { const spread = Math.sqrt(Math.max(0, square / Math.max(1, counts[j] ?? 0) - (means[j] ?? 0) ** 2)); return spread > 1e-9 ? spread : 1 })
  return { means, scales }
}

const scaled = (row: Float64Array, means: readonly number[], scales: readonly number[]): Float64Array =>
  row.map((value, j) => (Number.isNaN(value) ? 0 : (value - (means[j] ?? 0)) / (scales[j] ?? 1)))
