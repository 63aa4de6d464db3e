/** What crosses the wire about cohorts: who came in the same period, and who of them came back. */
import { Type, type Static } from 'typebox'
import { Bilingual, Day, FileFormat, Minor, ScopeQuery, Stamp } from '../definitions/definitions.schema.ts'

export const CohortPeriod = Type.Union([Type.Literal('week'), Type.Literal('month'), Type.Literal('quarter')])
export type CohortPeriod = Static<typeof CohortPeriod>

export const CohortsQuery = Type.Object({ ...ScopeQuery, by: Type.Optional(CohortPeriod) }, { additionalProperties: false })
export type CohortsQuery = Static<typeof CohortsQuery>

export const CohortsFileQuery = Type.Object({ ...ScopeQuery, by: Type.Optional(CohortPeriod), format: FileFormat }, { additionalProperties: false })
export type CohortsFileQuery = Static<typeof CohortsFileQuery>

/** Index 0 is the period of the first purchase. The last period may still be running: see `lastPeriodOpen`. */
export const Cohort = Type.Object({
  period: Type.String({ description: '2010-12, 2010-Q4 or the Monday of the week' }),
  from: Day,
  customers: Type.Integer(),
  on: Type.Array(Type.Integer(), { description: 'bought in that period' }),
  onOrAfter: Type.Array(Type.Integer(), { description: 'bought in that period or a later one' }),
  moneyMinor: Type.Array(Minor)
})
export type Cohort = Static<typeof Cohort>

export const Cohorts = Type.Object({
  stamp: Stamp,
  sentence: Bilingual,
  by: CohortPeriod,
  periods: Type.Array(Type.String()),
  lastPeriodOpen: Type.Boolean(),
  cohorts: Type.Array(Cohort),
  /** Over all cohorts that reached the offset: share who bought again that many periods later. */
  average: Type.Array(Type.Object({ offset: Type.Integer(), customers: Type.Integer(), on: Type.Number(), onOrAfter: Type.Number() }))
})
export type Cohorts = Static<typeof Cohorts>
