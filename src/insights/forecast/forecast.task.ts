/** What goes into the thread that fits: plain data, so that it crosses. Money in main units. */
import type { Column } from './forecast.effects.ts'
import type { Cut } from './forecast.schema.ts'

/** A series to forecast: the whole, a store, a category. `part` is null for the whole. */
export interface Node {
  readonly cut: Cut
  readonly part: string | null
  /** Sales of every bucket of the history, from the first of the whole on. */
  readonly values: readonly number[]
  /** Buckets (or parts of them) with nothing to sell. */
  readonly missing: readonly number[]
  /** Buckets, past and coming, in a promotion. */
  readonly promotion: readonly number[]
}

export interface Task {
  /** Buckets in a season where the history holds at least two: 7 days, 52 weeks, 12 months; 1 otherwise. */
  readonly period: number
  readonly horizon: number
  /** So many steps count for the errors. */
  readonly scored: number
  /** How far from origin to origin, and how many at most. */
  readonly spacing: number
  readonly origins: number
  readonly leastTrain: number
  readonly near: number
  readonly level: number
  readonly leastOccurrences: number
  /** The whole comes first. */
  readonly nodes: readonly Node[]
  readonly columns: readonly Column[]
}
