/** Every statement on people and their sessions. */
import { sql } from 'kysely'
import type { Db, Trx } from '#foundation/db.ts'
import type { Role } from './access.schema.ts'

/** Taken by whatever changes who the owners are, so that two changes cannot each leave the other as the last one. */
export const lockOwners = (trx: Trx) => sql`select pg_advisory_xact_lock(7240531)`.execute(trx)

export const countOwners = async (db: Db | Trx): Promise<number> =>
  Number((await db.selectFrom('access.user').select((e) => e.fn.countAll().as('n')).where('role', '=', 'owner').where('disabled_at', 'is', null).executeTakeFirstOrThrow()).n)

export interface NewUser { readonly id: string, readonly name: string, readonly email: string, readonly role: Role, readonly locale: string | null, readonly hash: string }

export async function insertUser(trx: Trx, { hash, ...user }: NewUser, accountId: string, now: Date): Promise<void> {
  await trx.insertInto('access.user').values({ ...user, email_verified: true, created_at: now, updated_at: now }).execute()
  await trx.insertInto('access.account').values({
    id: accountId, user_id: user.id, account_id: user.id, provider_id: 'credential', password: hash, created_at: now, updated_at: now
  }).execute()
}

const columns = ['id', 'name', 'email', 'role', 'locale', 'disabled_at', 'seen_at', 'created_at'] as const

export const listUsers = (db: Db | Trx) => db.selectFrom('access.user').select(columns).orderBy('created_at').orderBy('id').execute()
export const findUser = (db: Db | Trx, id: string) => db.selectFrom('access.user').select(columns).where('id', '=', id).executeTakeFirst()
export const findUserByEmail = (db: Db | Trx, email: string) => db.selectFrom('access.user').select(columns).where('email', '=', email.toLowerCase()).executeTakeFirst()

export interface UserPatch { readonly name?: string, readonly locale?: string, readonly role?: Role, readonly disabled_at?: Date | null }
export const updateUser = (db: Db | Trx, id: string, patch: UserPatch, now: Date) =>
  db.updateTable('access.user').set({ ...patch, updated_at: now }).where('id', '=', id).execute()

export const findHash = (db: Db | Trx, userId: string) =>
  db.selectFrom('access.account').select('password').where('user_id', '=', userId).where('provider_id', '=', 'credential').executeTakeFirst()
export const updateHash = (db: Db | Trx, userId: string, hash: string, now: Date) =>
  db.updateTable('access.account').set({ password: hash, updated_at: now }).where('user_id', '=', userId).where('provider_id', '=', 'credential').execute()

/** The person behind a session token, if both still stand. */
export const findSessions = async (db: Db, tokens: readonly string[], now: Date) =>
  new Map((await db.selectFrom('access.session as s').innerJoin('access.user as u', 'u.id', 's.user_id')
    .select(['s.token', 'u.id', 'u.name', 'u.email', 'u.role', 'u.locale', 's.updated_at'])
    .where(sql<boolean>`s.token = any(${tokens}::text[])`).where('s.expires_at', '>', now).where('u.disabled_at', 'is', null).execute()).map((row) => [row.token, row]))
export const findSession = async (db: Db, token: string, now: Date) => (await findSessions(db, [token], now)).get(token)

export const dropSession = (db: Db | Trx, token: string) => db.deleteFrom('access.session').where('token', '=', token).execute()
export const dropSessionsOf = (db: Db | Trx, userId: string) => db.deleteFrom('access.session').where('user_id', '=', userId).execute()
export const listSessions = (db: Db, userId: string, now: Date) =>
  db.selectFrom('access.session').select(['id', 'token', 'ip_address', 'user_agent', 'created_at', 'expires_at']).where('user_id', '=', userId).where('expires_at', '>', now).orderBy('created_at', 'desc').execute()
export const dropSessionOf = (trx: Trx, userId: string, id: string) =>
  trx.deleteFrom('access.session').where('user_id', '=', userId).where('id', '=', id).returning('id').executeTakeFirst()
export const dropExpired = (db: Db, now: Date) => db.deleteFrom('access.session').where('expires_at', '<', now).execute()
export const markSeen = (db: Db, userId: string, now: Date) => db.updateTable('access.user').set({ seen_at: now }).where('id', '=', userId).execute()

export const insertAttempt = (db: Db, id: string, account: string, address: string, now: Date) =>
  db.insertInto('access.attempt').values({ attempt_id: id, account, address, at: now }).execute()
export const dropAttempt = (db: Db, id: string) => db.deleteFrom('access.attempt').where('attempt_id', '=', id).execute()
export const dropAttempts = (db: Db, account: string, address: string, before: Date) =>
  db.deleteFrom('access.attempt').where((e) => e.or([e.and([e('account', '=', account), e('address', '=', address)]), e('at', '<', before)])).execute()

export async function countAttempts(db: Db, account: string, address: string, since: Date) {
  const { rows } = await sql<{ pair: number, account: number, address: number }>`
    select count(*) filter (where account = ${account} and address = ${address})::int as pair, count(*) filter (where account = ${account})::int as account,
      count(*) filter (where address = ${address})::int as address
    from access.attempt where at > ${since} and (account = ${account} or address = ${address})`.execute(db)
  return rows[0] ?? { pair: 0, account: 0, address: 0 }
}
