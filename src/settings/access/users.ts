/** People: invited by a link, given a role, disabled. One owner always stays. */
import { verifyPassword } from '@better-auth/utils/password'
import type { Db, Trx } from '#foundation/db.ts'
import { newId } from '#foundation/ids.ts'
import type { Actor } from '#foundation/http.ts'
import { Refusal } from '#foundation/refusal.ts'
import { note } from '#settings/audit/audit.ts'
import { isRole } from './access.rules.ts'
import type { Invite, MeChange, PasswordChange, User, UserChange, Users } from './access.schema.ts'
import * as sql from './access.sql.ts'
import { accessWords } from './access.words.ts'
import * as links from './links.sql.ts'
import { savePassword } from './links.ts'
import { hashOf, newToken } from './token.ts'

const day = 86_400_000

export async function listUsers(db: Db, me: string, now: Date): Promise<Users> {
  const [users, invitations] = await Promise.all([sql.listUsers(db), links.listInvitations(db, now)])
  return {
    items: users.map((user) => userOf(user, me)),
    invitations: invitations.flatMap(({ link_id: id, email, name, role, created_at: createdAt, expires_at: expiresAt }) =>
      email !== null && role !== null && isRole(role) ? [{ id, email, name, role, createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() }] : [])
  }
}

/** What the caller shows once. */
export interface Made { readonly id: string, readonly expiresAt: string, readonly token: string }

/** A newer invitation of the same address replaces the older one. */
export async function invite(trx: Trx, { email, name, role }: Invite, by: string, now: Date): Promise<Made> {
  const address = email.trim().toLowerCase()
  if (await sql.findUserByEmail(trx, address)) throw new Refusal('access.email_taken', 409, accessWords.emailTaken, { email: address })
  await links.dropLinksTo(trx, address)
  return makeLink(trx, { kind: 'invite', email: address, role, createdBy: by, ...(name === undefined ? {} : { name }) }, 7, now)
}

export async function inviteToReset(trx: Trx, id: string, by: string, now: Date): Promise<Made> {
  const user = await requireUser(trx, id)
  return makeLink(trx, { kind: 'reset', userId: user.id, email: user.email, createdBy: by }, 1, now)
}

/** For whoever sits at the server and cannot sign in any more: a link to set a new password. */
export async function resetByEmail(trx: Trx, email: string, now: Date): Promise<Made> {
  const user = await sql.findUserByEmail(trx, email.trim())
  if (!user) throw new Refusal('access.unknown_email', 404, accessWords.unknownEmail, { email })
  if (user.disabled_at !== null) throw new Refusal('access.disabled', 409, accessWords.disabled)
  await note(trx, { actor: { userId: 'console', name: 'console', role: 'none' }, deed: 'access.password_link', target: user.email, summary: 'Made a link for a new password at the server' }, now)
  return makeLink(trx, { kind: 'reset', userId: user.id, email: user.email, createdBy: 'console' }, 1, now)
}

async function makeLink(trx: Trx, link: Omit<links.NewLink, 'id' | 'hash' | 'expiresAt'>, days: number, now: Date): Promise<Made> {
  const [id, token, expiresAt] = [newId(now), newToken(), new Date(now.getTime() + days * day)]
  await links.insertLink(trx, { ...link, id, hash: hashOf(token), expiresAt }, now)
  return { id, token, expiresAt: expiresAt.toISOString() }
}

export async function withdraw(trx: Trx, id: string): Promise<void> {
  if (!await links.dropInvitation(trx, id)) throw new Refusal('access.unknown_invitation', 404, accessWords.unknownLink)
}

/** Changes a role, or opens and closes an account. A closed account loses its sessions at once. */
export async function changeUser(trx: Trx, id: string, { role, disabled }: UserChange, me: string, now: Date): Promise<User> {
  await sql.lockOwners(trx)
  const user = await requireUser(trx, id)
  if (disabled === true && id === me) throw new Refusal('access.not_yourself', 409, accessWords.notYourself)
  await sql.updateUser(trx, id, { ...(role === undefined ? {} : { role }), ...(disabled === undefined ? {} : { disabled_at: disabled ? now : null }) }, now)
  if (user.role === 'owner' && await sql.countOwners(trx) === 0) throw new Refusal('access.last_owner', 409, accessWords.lastOwner)
  if (disabled === true) await sql.dropSessionsOf(trx, id)
  return userOf(await requireUser(trx, id), me)
}

export async function changeMe(trx: Trx, me: string, change: MeChange, now: Date): Promise<void> {
  await requireUser(trx, me)
  await sql.updateUser(trx, me, change, now)
}

/** Answers the e-mail address to sign in with again: the sessions of the old password are gone. */
export async function changePassword(trx: Trx, me: Pick<Actor, 'userId' | 'name' | 'role'>, { current, next }: PasswordChange, address: string, now: Date): Promise<string> {
  const user = await requireUser(trx, me.userId)
  const kept = (await sql.findHash(trx, user.id))?.password
  if (typeof kept !== 'string' || !await verifyPassword(kept, current)) throw new Refusal('access.wrong_password', 422, accessWords.wrongPassword)
  await savePassword(trx, user, next, now)
  await note(trx, { actor: me, deed: 'access.password_changed', target: user.email, summary: 'Changed the password', address }, now)
  return user.email
}

export const findMe = async (db: Db, id: string) => isId.test(id) ? sql.findUser(db, id) : undefined
const isId = /^[0-9a-f-]{36}$/

async function requireUser(trx: Trx, id: string) {
  const user = isId.test(id) ? await sql.findUser(trx, id) : undefined
  if (!user) throw new Refusal('access.unknown_user', 404, accessWords.unknownUser)
  return user
}

function userOf(user: Awaited<ReturnType<typeof sql.listUsers>>[number], me: string): User {
  if (!isRole(user.role)) throw new Error(`a user of role ${user.role}`)
  return {
    id: user.id, name: user.name, email: user.email, role: user.role, disabled: user.disabled_at !== null, isMe: user.id === me,
    createdAt: user.created_at.toISOString(), seenAt: user.seen_at?.toISOString() ?? null
  }
}
