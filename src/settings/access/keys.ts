/** Keys of other programs: shown once, kept as a hash, used as `Authorization: Bearer …`, revoked at once. */
import type { Db, Trx } from '#foundation/db.ts'
import { newId } from '#foundation/ids.ts'
import { Refusal } from '#foundation/refusal.ts'
import { isRole } from './access.rules.ts'
import type { Key, Keys, NewKey } from './access.schema.ts'
import { accessWords } from './access.words.ts'
import * as sql from './keys.sql.ts'
import { hashOf, newToken } from './token.ts'

const day = 86_400_000

export const listKeys = async (db: Db): Promise<Keys> => ({ items: (await sql.listKeys(db)).map(keyOf) })

export async function makeKey(trx: Trx, { name, role, days }: NewKey, by: string, now: Date): Promise<{ key: Key, secret: string }> {
  const secret = `ck_${newToken()}`
  const expiresAt = days === undefined ? null : new Date(now.getTime() + days * day)
  const row = await sql.insertKey(trx, { id: newId(now), name: name.trim(), prefix: secret.slice(0, 8), hash: hashOf(secret), role, createdBy: by, expiresAt }, now)
  return { key: keyOf(row), secret }
}

export async function revokeKey(trx: Trx, id: string, now: Date): Promise<Key> {
  const row = await sql.revokeKey(trx, id, now)
  if (!row) throw new Refusal('access.unknown_key', 404, accessWords.unknownKey)
  return keyOf(row)
}

function keyOf(row: Awaited<ReturnType<typeof sql.listKeys>>[number]): Key {
  if (!isRole(row.role)) throw new Error(`a key of role ${row.role}`)
  return {
    id: row.key_id, name: row.name, prefix: row.prefix, role: row.role, createdBy: row.created_by, createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at?.toISOString() ?? null, lastUsedAt: row.last_used_at?.toISOString() ?? null, revokedAt: row.revoked_at?.toISOString() ?? null
  }
}
