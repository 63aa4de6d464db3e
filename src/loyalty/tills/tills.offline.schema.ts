/** What crosses the wire of tills without network. The format of an envelope is told in docs/tills.md. */
import { Type, type Static } from 'typebox'
import { LineBody } from '#activity/orders/orders.schema.ts'

const Uuid = Type.String({ format: 'uuid' })
const Digits = Type.String({ pattern: '^\\d{1,15}$' })
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) => Type.Union([type, Type.Null()])
const Instant = Type.String({ format: 'date-time' })

export const DeviceBody = Type.Object({ name: Type.String({ minLength: 1, maxLength: 60 }), store: Type.Optional(orNull(Type.String({ maxLength: 60 }))), publicKey: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$', description: 'Ed25519, 32 bytes in base64url' }) }, { additionalProperties: false })
export type DeviceBody = Static<typeof DeviceBody>
export const Device = Type.Object({ deviceId: Uuid, name: Type.String(), store: orNull(Type.String()), publicKey: Type.String(), revokedAt: orNull(Instant), at: Instant })
export type Device = Static<typeof Device>
export const DeviceParams = Type.Object({ deviceId: Uuid })
export const AllowanceBody = Type.Object({ deviceId: Uuid, points: Type.Optional(Type.String({ pattern: '^[1-9]\\d{0,14}$', description: 'of the worst case; left out: all that is left of it' })) }, { additionalProperties: false })
export type AllowanceBody = Static<typeof AllowanceBody>
export const Allowance = Type.Object({
  allowanceId: Uuid, deviceId: Uuid, total: Digits, perMember: Digits, used: Digits, validFrom: Instant, validUntil: Instant, lateUntil: Instant, overspend: Type.String(), closedAt: orNull(Instant),
  signature: Type.String({ description: 'HMAC-SHA256 of the house over what it grants' })
})
export type Allowance = Static<typeof Allowance>
export const AllowanceParams = Type.Object({ allowanceId: Uuid })
export const Offline = Type.Object({ worstPoints: Digits, outPoints: Digits, devices: Type.Array(Device), allowances: Type.Array(Type.Omit(Allowance, ['signature'])) })
export type Offline = Static<typeof Offline>

/** What a till signs: the text of this, and the signature over exactly its bytes. */
export const Told = Type.Object({
  deviceId: Uuid, allowanceId: Uuid, allowance: Type.String({ description: 'the signature of the allowance' }), counter: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
  spent: Digits, memberSpent: Digits,
  sale: Type.Object({
    customerId: orNull(Uuid), store: orNull(Type.String({ maxLength: 60 })), till: orNull(Type.String({ maxLength: 60 })), lines: Type.Array(LineBody, { minItems: 1, maxItems: 500 }), points: Digits,
    receipt: Type.String({ minLength: 1, maxLength: 80 }), at: Instant
  }, { additionalProperties: false })
}, { additionalProperties: false })
export type Told = Static<typeof Told>
export const UploadBody = Type.Object({ envelopes: Type.Array(Type.Object({ told: Type.String({ maxLength: 200_000 }), signature: Type.String({ pattern: '^[A-Za-z0-9_-]{86}$' }) }, { additionalProperties: false }), { minItems: 1, maxItems: 200 }) }, { additionalProperties: false })
export type UploadBody = Static<typeof UploadBody>
export const Uploaded = Type.Object({
  items: Type.Array(Type.Object({ receipt: orNull(Type.String()), counter: orNull(Type.Integer()), state: Type.Union([Type.Literal('booked'), Type.Literal('known'), Type.Literal('refused')]), code: orNull(Type.String()), why: orNull(Type.Object({ zh: Type.String(), en: Type.String() })) }))
})
export type Uploaded = Static<typeof Uploaded>
