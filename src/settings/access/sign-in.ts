/** Signing in and out. Whoever guesses is slowed down by account and by address; what is wrong is never said more precisely than "one of the two". */
import type { Db, Trx } from '#foundation/db.ts'
import type { House } from '#foundation/house.ts'
import { newId } from '#foundation/ids.ts'
import { Refusal } from '#foundation/refusal.ts'
import { note } from '#settings/audit/audit.ts'
import { areTooMany, windowMinutes } from './access.rules.ts'
import type { Sessions } from './access.schema.ts'
import * as sql from './access.sql.ts'
import { accessWords } from './access.words.ts'
import type { Auth, Visitor } from './better-auth.ts'
import { readSecret } from './secret.ts'
import { tokenIn } from './session.ts'
import { hashOf } from './token.ts'

const nobody = { userId: 'nobody', name: '', role: 'none' }

/** The cookies of a new session. A session that the browser had before ends: nobody keeps one that somebody else planted. */
export async function signIn(house: House, auth: Auth, email: string, password: string, visitor: Visitor): Promise<readonly string[]> {
  const { db } = house
  const now = house.clock()
  const address = email.trim().toLowerCase()
  await slowDown(db, address, visitor.address, now)
  const cookies = /^\S+@\S+$/.test(address) ? await auth.enter(address, password, visitor) : undefined
  if (cookies === undefined) {
    await note(db, { actor: nobody, deed: 'access.sign_in_failed', target: address, summary: accessWords.signInFailed.en, address: visitor.address }, now)
    throw new Refusal('access.wrong_credentials', 401, accessWords.wrongCredentials)
  }
  const user = await sql.findUserByEmail(db, address)
  if (!user || user.disabled_at !== null) {
    await auth.leave({ ...visitor, cookie: cookies.map((one) => one.split(';')[0] ?? '').join('; ') })
    throw new Refusal('access.disabled', 403, accessWords.disabled)
  }
  const before = tokenIn(visitor.cookie, await readSecret(house))
  if (before !== undefined) await sql.dropSession(db, before)
  await sql.dropAttempts(db, hashOf(address), visitor.address, new Date(now.getTime() - 86_400_000))
  await sql.dropExpired(db, now)
  await sql.markSeen(db, user.id, now)
  await note(db, { actor: { userId: user.id, name: user.name, role: user.role }, deed: 'access.signed_in', target: address, summary: accessWords.signedIn.en, address: visitor.address, detail: { agent: visitor.agent.slice(0, 200) } }, now)
  return cookies
}

/** A session lasts as long as somebody comes once in two weeks: once a day its end is moved. */
export async function isRenewalDue(house: House, cookie: string | undefined): Promise<boolean> {
  const now = house.clock()
  const token = tokenIn(cookie, await readSecret(house))
  const session = token === undefined ? undefined : await sql.findSession(house.db, token, now)
  return session !== undefined && now.getTime() - session.updated_at.getTime() > 86_400_000
}

/** Where a person is signed in; `isThis` marks the browser that asks. */
export async function listSessions(house: House, userId: string, cookie: string | undefined): Promise<Sessions> {
  if (userId.startsWith('key:')) return { items: [] }
  const token = tokenIn(cookie, await readSecret(house))
  const rows = await sql.listSessions(house.db, userId, house.clock())
  return {
    items: rows.map((row) => ({
      id: row.id, agent: row.user_agent ?? '', address: row.ip_address === '' ? null : row.ip_address, createdAt: row.created_at.toISOString(), expiresAt: row.expires_at.toISOString(), isThis: row.token === token
    }))
  }
}

/** Signs a browser of one's own out, from another one. */
export async function endSession(trx: Trx, userId: string, id: string): Promise<void> {
  if (userId.startsWith('key:') || !await sql.dropSessionOf(trx, userId, id)) throw new Refusal('access.unknown_session', 404, accessWords.unknownSession)
}

/** Counts this attempt first, so that a burst at the same instant cannot slip through; one that is refused does not prolong the wait. */
export async function slowDown(db: Db, email: string, address: string, now: Date): Promise<void> {
  const [attempt, account] = [newId(now), hashOf(email)]
  await sql.insertAttempt(db, attempt, account, address, now)
  if (!areTooMany(await sql.countAttempts(db, account, address, new Date(now.getTime() - windowMinutes * 60_000)))) return
  await sql.dropAttempt(db, attempt)
  throw new Refusal('access.too_many_attempts', 429, accessWords.tooMany, { minutes: windowMinutes })
}
