/** What crosses the wire about work in the background. */
import { Type, type Static } from 'typebox'

const Sentence = Type.Object({ zh: Type.String(), en: Type.String() })
const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) => Type.Union([type, Type.Null()])

export const JobState = Type.Union([Type.Literal('queued'), Type.Literal('running'), Type.Literal('done'), Type.Literal('failed'), Type.Literal('cancelled')])
export type JobState = Static<typeof JobState>

export const JobRun = Type.Object({
  id: Type.String({ format: 'uuid' }),
  name: Type.String(),
  title: Sentence,
  state: JobState,
  cancelling: Type.Boolean({ description: 'Somebody asked it to stop; it has not yet' }),
  done: Type.Number(),
  total: nullable(Type.Number()),
  secondsLeft: nullable(Type.Number()),
  sentence: nullable(Sentence),
  attempt: Type.Integer({ description: '1 the first time' }),
  problem: nullable(Type.Object({ code: Type.String(), sentence: Sentence, error: nullable(Type.String({ description: 'What the error said, for whoever mends it' })) })),
  startAfter: Type.String({ format: 'date-time' }),
  createdAt: Type.String({ format: 'date-time' }),
  startedAt: nullable(Type.String({ format: 'date-time' })),
  endedAt: nullable(Type.String({ format: 'date-time' }))
})
export type JobRun = Static<typeof JobRun>

export const JobQuery = Type.Object({
  state: Type.Optional(JobState),
  name: Type.Optional(Type.String({ maxLength: 60 })),
  after: Type.Optional(Type.String({ maxLength: 60 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 }))
}, { additionalProperties: false })
export type JobQuery = Static<typeof JobQuery>

export const JobRuns = Type.Object({ items: Type.Array(JobRun), next: Type.Union([Type.String(), Type.Null()]) })
export type JobRuns = Static<typeof JobRuns>

export const JobId = Type.Object({ id: Type.String({ format: 'uuid' }) })

export const JobCounts = Type.Object({ queued: Type.Integer(), running: Type.Integer(), done: Type.Integer(), failed: Type.Integer(), cancelled: Type.Integer() })
export type JobCounts = Static<typeof JobCounts>
