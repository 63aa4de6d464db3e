/** Every statement on keys. */
import { sql } from 'kysely'
import type { Db, Trx } from '#foundation/db.ts'

const columns = ['key_id', 'name', 'prefix', 'role', 'created_by', 'created_at', 'expires_at', 'last_used_at', 'revoked_at'] as const

export interface KeyInsert { readonly id: string, readonly name: string, readonly prefix: string, readonly hash: string, readonly role: string, readonly createdBy: string, readonly expiresAt: Date | null }

export const insertKey = (trx: Trx, key: KeyInsert, now: Date) =>
  trx.insertInto('access.key').values({
    key_id: key.id, name: key.name, prefix: key.prefix, hash: key.hash, role: key.role, created_by: key.createdBy, created_at: now, expires_at: key.expiresAt
  }).returning(columns).executeTakeFirstOrThrow()

/** A key that stands, by the hash of what was shown; notes at most once a minute that it was used. */
export async function useKey(db: Db, hash: string, now: Date) {
  const key = await db.selectFrom('access.key').select(['key_id', 'name', 'role', 'last_used_at']).where('hash', '=', hash).where('revoked_at', 'is', null)
    .where((e) => e.or([e('expires_at', 'is', null), e('expires_at', '>', now)])).executeTakeFirst()
  if (key && (key.last_used_at === null || now.getTime() - key.last_used_at.getTime() > 60_000)) {
    await db.updateTable('access.key').set({ last_used_at: now }).where('key_id', '=', key.key_id).execute()
  }
  return key
}

export const listKeys = (db: Db) => db.selectFrom('access.key').select(columns).orderBy(sql`revoked_at is not null`).orderBy('created_at', 'desc').execute()
export const revokeKey = (trx: Trx, id: string, now: Date) =>
  trx.updateTable('access.key').set({ revoked_at: now }).where('key_id', '=', id).where('revoked_at', 'is', null).returning(columns).executeTakeFirst()
