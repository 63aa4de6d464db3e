/** What a candidate must be able to do. A candidate learns at a cut, from what was known by then; what it learned is plain data that another thread, or another year, reads back. */
import type { Table } from './prediction.columns.ts'
import type { CandidateId, Reason } from './prediction.schema.ts'

/** What may be learned from at a cut. */
export interface Lesson {
  /** As of the cut, without what followed. */
  readonly now: Table
  /** As of earlier cuts, with what followed within the horizon, all of it before the cut. */
  readonly examples: readonly Table[]
  readonly horizonDays: number
  readonly seed: number
}

export interface Learned {
  /** Plain JSON. */
  readonly parameters: Readonly<Record<string, unknown>>
  /** Customers, or rows of examples. */
  readonly n: number
  readonly logLikelihood: number | null
  readonly converged: boolean
  /** Parameters whose best value lies at the edge: the model is then simpler than its name. */
  readonly boundary: readonly string[]
}

/** A candidate with what it learned. */
export interface Model {
  /** The chance of at least one purchase within the horizon, row by row. */
  readonly chances: (table: Table, horizonDays: number) => Float64Array
  /** Expected purchase days within so many days, where the model itself says so. */
  readonly purchases?: (table: Table, days: number) => Float64Array
  /** What the list is ranked by in the contest; the chance, unless that has ties which the model itself does not. */
  readonly ranks?: (table: Table, horizonDays: number) => Float64Array
  /** Why this row has its chance, strongest first. */
  readonly reasons: (table: Table, row: number) => readonly Reason[]
}

export interface Candidate {
  readonly id: CandidateId
  /** Cannot learn without earlier cuts whose horizon has passed. */
  readonly needsExamples: boolean
  /** Throws RangeError, or answers undefined, where there is nothing to learn from. */
  readonly learn: (lesson: Lesson) => Learned | undefined
  readonly recall: (parameters: unknown) => Model
}
