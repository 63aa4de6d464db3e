/**
 * Uplift: how much more (or less) one customer does because of a treatment, learned from an experiment. Three ways over any base learner.
 *
 * T: two models, one of each group, and their difference. X: each group's surprise against the other's model, modelled in turn (both by Künzel, Sekhon, Bickel, Yu 2019,
 * "Metalearners for estimating heterogeneous treatment effects", PNAS 116). R: what is left of outcome and treatment when both are predicted, regressed on each other
 * (Nie and Wager 2021, "Quasi-oracle estimation of heterogeneous treatment effects", Biometrika 108, equation 4), with cross-fitting.
 *
 * They need a treatment that was drawn at random. They always give an answer: whether there is anything to tell apart, `heterogeneity.ts` says.
 */
import { leastSquares, valueAt } from './linear.ts'
import { chanceOf, fitLogistic } from './logistic.ts'

export type Row = ArrayLike<number>
export type Predict = (row: Row) => number
/** Learns the expected value of `values` from rows; `weights` where rows do not count alike. */
export type Learner = (rows: readonly Row[], values: ArrayLike<number>, weights?: ArrayLike<number>) => Predict

export interface Experiment {
  readonly rows: readonly Row[]
  readonly outcome: ArrayLike<number>
  /** 1 treated, 0 control. */
  readonly treated: ArrayLike<number>
}

export const linearLearner = (ridge = 0): Learner => (rows, values, weights) => {
  const fit = leastSquares(rows, values, { ridge, ...(weights && { weights }) })
  return (row) => valueAt(fit, row)
}

/** For yes/no outcomes; takes no weights, so it is no learner of effects. */
export const logisticLearner = (penalty = 0): Learner => (rows, values, weights) => {
  if (weights) throw new RangeError('logistic regression here takes no weights: learn effects with another')
  const fit = fitLogistic(rows, values, { penalty })
  return (row) => chanceOf(fit, row)
}

interface Group { readonly rows: readonly Row[], readonly outcome: readonly number[] }

/** Throws RangeError where a group is empty. */
export function groupsOf({ rows, outcome, treated }: Experiment): { readonly treated: Group, readonly control: Group, readonly share: number } {
  const group = (which: number): Group => ({ rows: rows.filter((_, i) => treated[i] === which), outcome: Array.from(outcome).filter((_, i) => treated[i] === which) })
  const [t, c] = [group(1), group(0)]
  if (t.rows.length === 0 || c.rows.length === 0 || t.rows.length + c.rows.length !== rows.length) throw new RangeError('an experiment needs treated (1) and control (0), and nobody else')
  return { treated: t, control: c, share: t.rows.length / rows.length }
}

/** The difference of two models. */
export function tLearner(experiment: Experiment, learn: Learner): Predict {
  const { treated, control } = groupsOf(experiment)
  const [with_, without] = [learn(treated.rows, treated.outcome), learn(control.rows, control.outcome)]
  return (row) => with_(row) - without(row)
}

/** Each group's surprise, weighed by the other's share: strong where one group is much smaller. */
export function xLearner(experiment: Experiment, learn: Learner, learnEffect: Learner): Predict {
  const { treated, control, share } = groupsOf(experiment)
  const [with_, without] = [learn(treated.rows, treated.outcome), learn(control.rows, control.outcome)]
  const ofTreated = learnEffect(treated.rows, treated.outcome.map((one, i) => one - without(treated.rows[i] ?? [])))
  const ofControl = learnEffect(control.rows, control.outcome.map((one, i) => with_(control.rows[i] ?? []) - one))
  return (row) => share * ofControl(row) + (1 - share) * ofTreated(row)
}

/** The residuals' regression. `folds` by place: row i is predicted by a model that has not seen it. */
export function rLearner({ rows, outcome, treated }: Experiment, learn: Learner, learnEffect: Learner, folds = 5): Predict {
  const { share } = groupsOf({ rows, outcome, treated })
  const expected = new Float64Array(rows.length)
  for (let fold = 0; fold < folds; fold += 1) {
    const outside = rows.flatMap((row, i) => (i % folds === fold ? [] : [{ row, value: outcome[i] ?? 0 }]))
    const predict = learn(outside.map(({ row }) => row), outside.map(({ value }) => value))
    for (const [i, row] of rows.entries()) if (i % folds === fold) expected[i] = predict(row)
  }
  const surprise = rows.map((_, i) => (treated[i] ?? 0) - share)
  return learnEffect(rows, surprise.map((one, i) => ((outcome[i] ?? 0) - (expected[i] ?? 0)) / one), surprise.map((one) => one * one))
}
