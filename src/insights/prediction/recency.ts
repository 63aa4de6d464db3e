/** Recency alone: the longer the silence, the smaller the chance. What everybody else must beat. */
import { isotonic } from '#stats/scoring.ts'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import type { Candidate } from './prediction.candidate.ts'
import { answersOf, type Table } from './prediction.columns.ts'
import { plainReasons } from './prediction.reasons.ts'

/** The chance after each number of silent days, from the last purchase today on; the last entry holds for all longer silences. */
const Parameters = Type.Object({ chances: Type.Array(Type.Number()) })

export const recency: Candidate = {
  id: 'recency',
  needsExamples: true,
  learn: ({ examples }) => {
    const silent = joined(examples, (table) => table.columns.silent)
    const yes = joined(examples, answersOf)
    if (silent.length === 0) return undefined
    const chanceOf = isotonic(silent.map((days) => -days), yes)
    const longest = silent.reduce((most, days) => Math.max(most, days), 0)
    return { parameters: { chances: Array.from({ length: longest + 1 }, (_, days) => chanceOf(-days)) }, n: silent.length, logLikelihood: null, converged: true, boundary: [] }
  },
  recall: (parameters) => {
    const { chances } = Value.Parse(Parameters, parameters)
    return {
      chances: ({ columns }) => columns.silent.map((days) => chances[Math.min(days, chances.length - 1)] ?? 0),
      ranks: ({ columns }) => columns.silent.map((days) => -days),
      reasons: plainReasons
    }
  }
}

/** A column of several tables, one after the other. */
export function joined(tables: readonly Table[], column: (table: Table) => Float64Array): Float64Array {
  const all = new Float64Array(tables.reduce((sum, { rows }) => sum + rows, 0))
  let at = 0
  for (const table of tables) { all.set(column(table), at); at += table.rows }
  return all
}
