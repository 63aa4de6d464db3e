/** What a model's row holds beside its figures: all that is needed to score with it in another year. */
import { Type } from 'typebox'
import { MoneyParameters } from './prediction.money.ts'
import { CandidateId } from './prediction.schema.ts'

export const Kept = Type.Object({
  using: Type.Object({
    candidate: CandidateId, parameters: Type.Unknown(), money: MoneyParameters,
    horizon: Type.Object({ horizonDays: Type.Integer(), valueDays: Type.Integer(), discountRate: Type.Number() })
  }),
  boundary: Type.Array(Type.String()),
  /** Customers learned from at most; fewer than all where they are a sample. */
  rows: Type.Integer()
})
