import { Type, type Static } from 'typebox'

export const SampleBegun = Type.Object({ runId: Type.String({ format: 'uuid', description: 'The run that loads it: /api/jobs/:id, /api/jobs/:id/progress' }) })
export type SampleBegun = Static<typeof SampleBegun>
