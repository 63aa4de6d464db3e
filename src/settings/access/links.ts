/** One-time links: the first owner, an invitation, a new password. A link is worth a password until it is used, so it is shown once and expires. */
import { hashPassword } from '@better-auth/utils/password'
import type { Db, Trx } from '#foundation/db.ts'
import type { House } from '#foundation/house.ts'
import { newId } from '#foundation/ids.ts'
import { Refusal } from '#foundation/refusal.ts'
import { note } from '#settings/audit/audit.ts'
import { readBusiness, saveBusiness } from '#settings/business/business.ts'
import { isRole, passwordFault, passwordLeast } from './access.rules.ts'
import type { First, Join, Looked } from './access.schema.ts'
import * as people from './access.sql.ts'
import { accessWords } from './access.words.ts'
import * as sql from './links.sql.ts'
import { hashOf, newToken } from './token.ts'

const day = 86_400_000

/** The link that makes the first owner, as long as there is none. Printed at every start until it was used. */
export async function firstLink({ db, clock, config }: Pick<House, 'db' | 'clock' | 'config'>): Promise<string | undefined> {
  if (await people.countOwners(db) > 0) return undefined
  const now = clock()
  await sql.dropStale(db, now)
  const token = newToken()
  await sql.insertLink(db, { id: newId(now), hash: hashOf(token), kind: 'first', expiresAt: new Date(now.getTime() + 30 * day) }, now)
  return `${config.publicUrl}/first#${token}`
}

/** What a link is for. Refuses one that no longer opens anything. */
export async function lookAt(db: Db, token: string, now: Date): Promise<Looked> {
  const link = await sql.findLink(db, hashOf(token), now)
  if (!link) throw new Refusal('access.link_invalid', 404, accessWords.linkInvalid)
  const { name, zone, currency, country, settled } = await readBusiness(db)
  const { kind } = link
  if (kind !== 'first' && kind !== 'invite' && kind !== 'reset') throw new Error(`a link of kind ${kind}`)
  return { kind, email: link.email, name: link.name, role: link.role, business: { name, zone, currency, country, isFixed: settled } }
}

/** Makes the owner, once, and says whose house it is. Answers the e-mail address to sign in with. */
export async function becomeOwner(trx: Trx, { token, name, email, password, locale, business }: First, address: string, now: Date): Promise<string> {
  await people.lockOwners(trx)
  const link = await sql.takeLink(trx, hashOf(token), now)
  if (await people.countOwners(trx) > 0) throw new Refusal('access.owner_exists', 409, accessWords.ownerExists)
  if (link?.kind !== 'first') throw new Refusal('access.link_invalid', 404, accessWords.linkInvalid)
  const user = await addUser(trx, { name, email, password, role: 'owner', locale }, now)
  await sql.dropFirstLinks(trx)
  if (business) {
    const { version } = await readBusiness(trx)
    await saveBusiness(trx, { ...business, version }, now)
  }
  await note(trx, { actor: { userId: user.id, name: user.name, role: 'owner' }, deed: 'access.owner_made', target: user.email, summary: 'Made the first owner', address }, now)
  return user.email
}

/** Follows an invitation, or sets a new password; answers the e-mail address to sign in with. */
export async function join(trx: Trx, { token, name, password, locale }: Join, address: string, now: Date): Promise<string> {
  const link = await sql.takeLink(trx, hashOf(token), now)
  if (link?.kind === 'reset' && link.user_id !== null) return resetPassword(trx, link.user_id, password, address, now)
  if (link?.kind !== 'invite' || link.email === null || link.role === null || !isRole(link.role)) throw new Refusal('access.link_invalid', 404, accessWords.linkInvalid)
  const called = name ?? link.name
  if (called === null) throw new Refusal('access.name_missing', 422, accessWords.nameMissing)
  const user = await addUser(trx, { name: called, email: link.email, password, role: link.role, locale }, now)
  await note(trx, { actor: { userId: user.id, name: user.name, role: link.role }, deed: 'access.joined', target: user.email, summary: 'Followed the invitation', address }, now)
  return user.email
}

async function resetPassword(trx: Trx, userId: string, password: string, address: string, now: Date): Promise<string> {
  const user = await people.findUser(trx, userId)
  if (!user || user.disabled_at !== null) throw new Refusal('access.link_invalid', 404, accessWords.linkInvalid)
  await savePassword(trx, user, password, now)
  await note(trx, { actor: { userId, name: user.name, role: user.role }, deed: 'access.password_reset', target: user.email, summary: 'Set a new password by link', address }, now)
  return user.email
}

/** Every session ends with the old password. */
export async function savePassword(trx: Trx, user: { readonly id: string, readonly name: string, readonly email: string }, password: string, now: Date): Promise<void> {
  requireGood(password, user.email, user.name)
  await people.updateHash(trx, user.id, await hashPassword(password), now)
  await people.dropSessionsOf(trx, user.id)
}

interface Person { readonly name: string, readonly email: string, readonly password: string, readonly role: people.NewUser['role'], readonly locale: string | undefined }

async function addUser(trx: Trx, { name, email, password, role, locale }: Person, now: Date): Promise<people.NewUser> {
  const address = email.trim().toLowerCase()
  requireGood(password, address, name)
  if (await people.findUserByEmail(trx, address)) throw new Refusal('access.email_taken', 409, accessWords.emailTaken, { email: address })
  const user: people.NewUser = { id: newId(now), name: name.trim(), email: address, role, locale: locale ?? null, hash: await hashPassword(password) }
  await people.insertUser(trx, user, newId(now), now)
  return user
}

function requireGood(password: string, email: string, name: string): void {
  const fault = passwordFault(password, email, name)
  if (fault) throw new Refusal('access.weak_password', 422, fault, { least: passwordLeast })
}
