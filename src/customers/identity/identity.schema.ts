/** What crosses the wire about identities. */
import { Type } from 'typebox'

const KeyKind = Type.Union([Type.Literal('phone'), Type.Literal('unionid'), Type.Literal('openid'), Type.Literal('card'), Type.Literal('email'), Type.Literal('marketplace'), Type.Literal('number')])

export const ResolveQuery = Type.Object({ kind: KeyKind, value: Type.String({ minLength: 1, maxLength: 300 }) }, { additionalProperties: false })
export const Resolved = Type.Object({ kind: KeyKind, value: Type.String(), customerId: Type.Union([Type.String(), Type.Null()]) })

export const MergeSetting = Type.Object({ undoDays: Type.Integer({ minimum: 0, maximum: 3650, description: 'for how many days a merge can be undone' }), version: Type.Integer({ minimum: 1 }) }, { additionalProperties: false })
