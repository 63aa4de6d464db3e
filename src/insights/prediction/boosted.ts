/** Boosted trees on behaviour: growth stops when customers held out no longer gain; reasons are exact Shapley values in log-odds. */
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { shapley } from '#stats/shapley.ts'
import { predictTrees } from '#stats/trees.predict.ts'
import { plainTrees, treesOfPlain } from '#stats/trees.store.ts'
import { fitTrees } from '#stats/trees.ts'
import { measuredColumns, measureIds, measureRow, usable } from './behaviour.ts'
import type { Candidate } from './prediction.candidate.ts'
import { answersOf } from './prediction.columns.ts'
import { measuredReasons } from './prediction.reasons.ts'
import { joined } from './recency.ts'

const numbers = Type.Array(Type.Number())
const Parameters = Type.Object({
  measures: Type.Array(Type.String()),
  trees: Type.Object({
    loss: Type.Union([Type.Literal('log'), Type.Literal('squared')]), base: Type.Number(), columns: Type.Integer(), codes: Type.Array(Type.Union([Type.Null(), numbers])),
    roots: numbers, kind: numbers, column: numbers, threshold: numbers, left: numbers, value: numbers, count: numbers, sets: numbers, gains: numbers,
    ended: Type.Union([Type.Literal('all'), Type.Literal('patience'), Type.Literal('no-split'), Type.Literal('one-class')]), heldOutLosses: numbers
  })
})

/** Small, slow trees: customers are few beside the noise in what they do next. */
const shape = { loss: 'log', trees: 200, leaves: 12, rate: 0.06, leastRows: 40, bins: 64, patience: 15 } as const
/** One customer in five decides when to stop. */
const heldOutEvery = 5

export const trees: Candidate = {
  id: 'trees',
  needsExamples: true,
  learn: ({ examples }) => {
    const used = usable(examples)
    const yes = joined(examples, answersOf)
    const measured = new Map(examples.map((table) => [table, measuredColumns(table, used)]))
    const columns = used.map((_, at) => joined(examples, (table) => measured.get(table)?.[at] ?? new Float64Array(table.rows)))
    const who = examples.flatMap((table) => [...table.who])
    const heldOut = Uint32Array.from(who.flatMap((one, row) => (one % heldOutEvery === 0 ? [row] : [])))
    const fitted = fitTrees(columns, yes, { ...shape, heldOut })
    if (fitted.ended === 'one-class') return undefined
    // All the trees allowed were grown and each still helped a little: more would hardly. It is named as such, and used.
    return { parameters: { measures: [...used], trees: plainTrees(fitted) }, n: yes.length, logLikelihood: null, converged: true, boundary: [] }
  },
  recall: (parameters) => {
    const known = Value.Parse(Parameters, parameters)
    const used = measureIds.filter((id) => known.measures.includes(id))
    const grown = treesOfPlain(known.trees)
    return {
      chances: (table) => predictTrees(grown, measuredColumns(table, used)),
      reasons: (table, row) => measuredReasons(table, row, used, shapley(grown, [measureRow(table, row, used)]).reasons[0] ?? [])
    }
  }
}
