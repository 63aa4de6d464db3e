/** What crosses the wire about people, their roles, and keys. */
import { Type, type Static, type TSchema } from 'typebox'

const nullable = <T extends TSchema>(type: T) => Type.Union([type, Type.Null()])
const Instant = Type.String({ format: 'date-time' })
const Id = Type.String({ format: 'uuid' })
const Name = Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' })
const Email = Type.String({ format: 'email', maxLength: 200 })
/** Its rules are sentences (access.rules.ts), so the wire only bounds it. */
const Password = Type.String({ maxLength: 1_000 })
const Token = Type.String({ minLength: 20, maxLength: 100 })
const closed = { additionalProperties: false }

export const roleNames = ['owner', 'manager', 'analyst', 'agent', 'clerk', 'integrator'] as const
export const Role = Type.Union([
  Type.Literal('owner'), Type.Literal('manager'), Type.Literal('analyst'), Type.Literal('agent'), Type.Literal('clerk'), Type.Literal('integrator')
])
export type Role = (typeof roleNames)[number]
export const LocaleName = Type.Union([Type.Literal('zh-CN'), Type.Literal('en')])

export const SignIn = Type.Object({ email: Type.String({ maxLength: 200 }), password: Password }, closed)
export type SignIn = Static<typeof SignIn>

export const Done = Type.Object({ done: Type.Literal(true) })

export const Me = Type.Object({
  user: Type.Object({ id: Type.String(), name: Type.String(), email: Type.String(), role: Type.String(), locale: nullable(LocaleName) }),
  role: Type.String(),
  rights: Type.Array(Type.String()),
  business: Type.Object({ name: Type.String(), zone: Type.String(), currency: Type.String(), country: Type.String(), synthetic: Type.Boolean() })
})
export type Me = Static<typeof Me>

export const MeChange = Type.Object({ name: Type.Optional(Name), locale: Type.Optional(LocaleName) }, closed)
export type MeChange = Static<typeof MeChange>

export const PasswordChange = Type.Object({ current: Password, next: Password }, closed)
export type PasswordChange = Static<typeof PasswordChange>

export const Sessions = Type.Object({
  items: Type.Array(Type.Object({ id: Id, agent: Type.String(), address: nullable(Type.String()), createdAt: Instant, expiresAt: Instant, isThis: Type.Boolean() }))
})
export type Sessions = Static<typeof Sessions>

export const Look = Type.Object({ token: Token }, closed)
export const Looked = Type.Object({
  kind: Type.Union([Type.Literal('first'), Type.Literal('invite'), Type.Literal('reset')]),
  email: nullable(Type.String()), name: nullable(Type.String()), role: nullable(Type.String()),
  business: Type.Object({ name: Type.String(), zone: Type.String(), currency: Type.String(), country: Type.String(), isFixed: Type.Boolean({ description: 'Orders are recorded already: zone and currency stay' }) })
})
export type Looked = Static<typeof Looked>

export const First = Type.Object({
  token: Token, name: Name, email: Email, password: Password, locale: Type.Optional(LocaleName),
  business: Type.Optional(Type.Object({
    name: Type.String({ minLength: 1, maxLength: 100 }), zone: Type.String({ minLength: 1, maxLength: 60 }), currency: Type.String({ pattern: '^[A-Z]{3}$' }), country: Type.String({ pattern: '^[A-Z]{2}$' })
  }, closed))
}, closed)
export type First = Static<typeof First>

export const Join = Type.Object({ token: Token, name: Type.Optional(Name), password: Password, locale: Type.Optional(LocaleName) }, closed)
export type Join = Static<typeof Join>

export const User = Type.Object({
  id: Id, name: Type.String(), email: Type.String(), role: Role, disabled: Type.Boolean(), isMe: Type.Boolean(), createdAt: Instant, seenAt: nullable(Instant)
})
export type User = Static<typeof User>

export const Invitation = Type.Object({ id: Id, email: Type.String(), name: nullable(Type.String()), role: Role, createdAt: Instant, expiresAt: Instant })
export type Invitation = Static<typeof Invitation>

export const Users = Type.Object({ items: Type.Array(User), invitations: Type.Array(Invitation) })
export type Users = Static<typeof Users>

export const Invite = Type.Object({ email: Email, name: Type.Optional(Name), role: Role }, closed)
export type Invite = Static<typeof Invite>

export const Link = Type.Object({
  id: Id, expiresAt: Instant, url: nullable(Type.String({ description: 'Shown once; a repeated request with the same Idempotency-Key no longer gets it' }))
})
export type Link = Static<typeof Link>

export const UserChange = Type.Object({ role: Type.Optional(Role), disabled: Type.Optional(Type.Boolean()) }, closed)
export type UserChange = Static<typeof UserChange>

export const Key = Type.Object({
  id: Id, name: Type.String(), prefix: Type.String(), role: Role, createdBy: Type.String(), createdAt: Instant, expiresAt: nullable(Instant), lastUsedAt: nullable(Instant), revokedAt: nullable(Instant)
})
export type Key = Static<typeof Key>
export const Keys = Type.Object({ items: Type.Array(Key) })
export type Keys = Static<typeof Keys>

export const NewKey = Type.Object({ name: Name, role: Role, days: Type.Optional(Type.Integer({ minimum: 1, maximum: 3_650, description: 'Valid for so many days; for ever when left out' })) }, closed)
export type NewKey = Static<typeof NewKey>

export const MadeKey = Type.Object({ key: Key, secret: nullable(Type.String({ description: 'Shown once: the bearer token. Only its hash is kept' })) })
export type MadeKey = Static<typeof MadeKey>

export const Roles = Type.Object({ items: Type.Array(Type.Object({ role: Role, rights: Type.Array(Type.String()) })) })
export type Roles = Static<typeof Roles>

export const ById = Type.Object({ id: Id })
