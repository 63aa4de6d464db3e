/** What a fit answers and a run keeps. Money in whole main units. */
import { Type, type Static } from 'typebox'
import { Cut } from './forecast.schema.ts'

const nullable = Type.Union([Type.Number(), Type.Null()])
const accuracy = { wape: nullable, mase: nullable, smape: nullable, mae: nullable, n: Type.Integer() }
const calibration = { coverage: nullable, pinball: nullable }
const latest = Type.Object(accuracy)

/** `latest`: on the last window alone. `isComplete`: it had an answer at every origin. */
const MethodScore = Type.Object({ method: Type.String(), ...accuracy, ...calibration, latest, isShipped: Type.Boolean(), isComplete: Type.Boolean() })
export type MethodScore = Static<typeof MethodScore>

const Effect = Type.Object({ key: Type.String(), occurrences: Type.Integer(), ratio: nullable, low: nullable, high: nullable, isUsed: Type.Boolean() })

const steps = Type.Array(Type.Number())

/**
 * One series. The parts of a cut add up to the whole at every step. `sumHalf`: half the width of the interval of the sum of the first steps. `shipped`: the errors
 * of what is shown, after everything was made to add up.
 */
const NodeResult = Type.Object({
  cut: Cut, part: Type.Union([Type.String(), Type.Null()]), method: Type.String(), converged: Type.Boolean(), mean: steps, low: steps, high: steps, sumHalf: steps,
  scores: Type.Array(MethodScore), shipped: Type.Object({ ...accuracy, ...calibration, latest }), effects: Type.Array(Effect)
})
export type NodeResult = Static<typeof NodeResult>

/** `mint`: the whole gives way too; `whole-first`: it did better alone, so only the parts give way; `none`: there are no parts. `origins`: the places forecast from. */
export const Outcome = Type.Object({
  reconciliation: Type.Union([Type.Literal('mint'), Type.Literal('whole-first'), Type.Literal('none')]), origins: Type.Array(Type.Integer()), nodes: Type.Array(NodeResult)
})
export type Outcome = Static<typeof Outcome>
