/** BG/NBD, MBG/NBD and Pareto/NBD as candidates: from x, t_x and T alone, one purchase a customer and day, in weeks. */
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { expectedPurchasesBg, fitBg, probabilityAliveBg, probabilityOfPurchaseBg } from '#stats/bgnbd.ts'
import { groupHistories, type History } from '#stats/histories.ts'
import { expectedPurchasesPareto, fitPareto, probabilityAlivePareto, probabilityOfPurchasePareto } from '#stats/paretonbd.ts'
import type { Candidate } from './prediction.candidate.ts'
import type { Table } from './prediction.columns.ts'
import { plainReasons } from './prediction.reasons.ts'

export type BuyTillYouDieId = 'bg' | 'mbg' | 'pareto'

const Bg = Type.Object({ r: Type.Number(), alpha: Type.Number(), a: Type.Number(), b: Type.Number() })
const Pareto = Type.Object({ r: Type.Number(), alpha: Type.Number(), s: Type.Number(), beta: Type.Number() })
const week = 7
/** Four parameters are told well by so many histories. Pareto/NBD costs a hypergeometric function or two each, at every step of its search. */
const mostHistories: Readonly<Record<BuyTillYouDieId, number>> = { bg: 30_000, mbg: 30_000, pareto: 2_500 }

export const buyTillYouDie = (id: BuyTillYouDieId): Candidate => ({
  id,
  needsExamples: false,
  learn: ({ now }) => {
    const every = Math.max(1, Math.ceil(now.rows / mostHistories[id]))
    const histories = groupHistories(Array.from({ length: Math.floor(now.rows / every) }, (_, k) => historyOf(now, k * every)))
    if (histories.mostRepeats === 0) return undefined
    const { parameters, n, logLikelihood, converged, boundary } = id === 'pareto' ? fitPareto(histories) : fitBg(histories, id)
    return { parameters, n, logLikelihood, converged, boundary }
  },
  recall: (parameters) => {
    const { chance, expected } = formulasOf(id, parameters)
    const purchases = (table: Table, days: number): Float64Array => byHistory(table, (history) => expected(history, days / week))
    return { chances: (table, days) => byHistory(table, (history) => chance(history, days / week)), purchases, ranks: purchases, reasons: plainReasons }
  }
})

/** P(alive): shown as a warning, never used. */
export function aliveOf(id: BuyTillYouDieId, parameters: unknown, table: Table): Float64Array {
  const { alive } = formulasOf(id, parameters)
  return byHistory(table, alive)
}

interface Formulas {
  readonly chance: (history: History, weeks: number) => number
  readonly expected: (history: History, weeks: number) => number
  readonly alive: (history: History) => number
}

function formulasOf(id: BuyTillYouDieId, parameters: unknown): Formulas {
  if (id === 'pareto') {
    const known = Value.Parse(Pareto, parameters)
    return {
      chance: (history, weeks) => probabilityOfPurchasePareto(known, history, weeks), expected: (history, weeks) => expectedPurchasesPareto(known, history, weeks),
      alive: (history) => probabilityAlivePareto(known, history)
    }
  }
  const known = Value.Parse(Bg, parameters)
  return {
    chance: (history, weeks) => probabilityOfPurchaseBg(id, known, history, weeks), expected: (history, weeks) => expectedPurchasesBg(id, known, history, weeks),
    alive: (history) => probabilityAliveBg(id, known, history)
  }
}

const historyOf = ({ columns: { silent, tenure, visits } }: Table, row: number): History =>
  ({ x: (visits[row] ?? 1) - 1, lastAt: ((tenure[row] ?? 0) - (silent[row] ?? 0)) / week, watched: (tenure[row] ?? 0) / week })

/** The same history has the same answer: each is worked out once. */
function byHistory(table: Table, value: (history: History) => number): Float64Array {
  const { silent, tenure, visits } = table.columns
  const known = new Map<number, number>()
  return Float64Array.from({ length: table.rows }, (_, row) => {
    const key = ((visits[row] ?? 1) * 40_000 + (silent[row] ?? 0)) * 40_000 + (tenure[row] ?? 0)
    const found = known.get(key)
    if (found !== undefined) return found
    const answer = value(historyOf(table, row))
    known.set(key, answer)
    return answer
  })
}
