/** What may be asked about purchase behaviour. The answers stand with their sections. */
import { Type, type Static } from 'typebox'
import { BehaviourScope } from './customers.schema.ts'
import { KeyOf } from './preference.schema.ts'

export const BehaviourQuery = Type.Object(BehaviourScope, { additionalProperties: false })
export type BehaviourQuery = Static<typeof BehaviourQuery>
export const ByQuery = Type.Object({ ...BehaviourScope, by: Type.Optional(KeyOf) }, { additionalProperties: false })
