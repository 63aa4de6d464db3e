/** Every statement on keys. */
import { sql } from 'kysely'
import type { Db, Trx } from '#foundation/db.ts'

const columns = ['key_id', 'name', 'prefix', 'role', 'created_by', 'created_at', 'expires_at', 'last_used_at', 'revoked_at'] as const

export interface KeyInsert { readonly id: string, readonly name: string, readonly prefix: string, readonly hash: string, readonly role: string, readonly createdBy: string, readonly expiresAt: Date | null }

export const insertKey = (trx: Trx, key: KeyInsert, now: Date) =>
  trx.insertInto('access.key').values({
    key_id: key.id, name: key.name, prefix: key.prefix, hash: key.hash, role: key.role, created_by: key.createdBy, created_at: now, expires_at: key.expiresAt
  }).returning(columns).executeTakeFirstOrThrow()

/** The keys that stand, by the hash of what was shown; notes at most once a minute that they were used. */
export async function useKeys(db: Db, hashes: readonly string[], now: Date) {
  const { rows } = await sql<{ readonly hash: string, readonly keyId: string, readonly name: string, readonly role: string, readonly lastUsedAt: Date | null }>`select hash, key_id as "keyId", name, role, last_used_at as "lastUsedAt"
    from access.key where hash = any(${hashes}::text[]) and revoked_at is null and (expires_at is null or expires_at > ${now.toISOString()}::timestamptz)`.execute(db)
  const idle = rows.filter(({ lastUsedAt }) => lastUsedAt === null || now.getTime() - lastUsedAt.getTime() > 60_000).map(({ keyId }) => keyId)
  if (idle.length > 0) await db.updateTable('access.key').set({ last_used_at: now }).where('key_id', 'in', idle).execute()
  return new Map(rows.map(({ hash, ...key }) => [hash, key]))
}

export const listKeys = (db: Db) => db.selectFrom('access.key').select(columns).orderBy(sql`revoked_at is not null`).orderBy('created_at', 'desc').execute()
export const revokeKey = (trx: Trx, id: string, now: Date) =>
  trx.updateTable('access.key').set({ revoked_at: now }).where('key_id', '=', id).where('revoked_at', 'is', null).returning(columns).executeTakeFirst()
