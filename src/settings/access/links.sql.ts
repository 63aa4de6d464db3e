/** Every statement on one-time links. */
import type { Db, Trx } from '#foundation/db.ts'

export interface NewLink {
  readonly id: string, readonly hash: string, readonly kind: 'first' | 'invite' | 'reset', readonly userId?: string, readonly email?: string, readonly name?: string, readonly role?: string
  readonly createdBy?: string, readonly expiresAt: Date
}

export const insertLink = (db: Db | Trx, link: NewLink, now: Date) =>
  db.insertInto('access.link').values({
    link_id: link.id, token_hash: link.hash, kind: link.kind, user_id: link.userId ?? null, email: link.email ?? null, name: link.name ?? null, role: link.role ?? null,
    created_by: link.createdBy ?? null, created_at: now, expires_at: link.expiresAt
  }).execute()

const columns = ['link_id', 'kind', 'user_id', 'email', 'name', 'role', 'created_at', 'expires_at'] as const

export const findLink = (db: Db | Trx, hash: string, now: Date) =>
  db.selectFrom('access.link').select(columns).where('token_hash', '=', hash).where('used_at', 'is', null).where('expires_at', '>', now).executeTakeFirst()

/** Uses the link up: of two who open it at once, one gets it. */
export const takeLink = (trx: Trx, hash: string, now: Date) =>
  trx.updateTable('access.link').set({ used_at: now }).where('token_hash', '=', hash).where('used_at', 'is', null).where('expires_at', '>', now).returning(columns).executeTakeFirst()

export const listInvitations = (db: Db, now: Date) =>
  db.selectFrom('access.link').select(columns).where('kind', '=', 'invite').where('used_at', 'is', null).where('expires_at', '>', now).orderBy('created_at', 'desc').execute()

export const dropInvitation = (trx: Trx, id: string) =>
  trx.deleteFrom('access.link').where('link_id', '=', id).where('kind', '=', 'invite').where('used_at', 'is', null).returning('link_id').executeTakeFirst()
export const dropLinksTo = (trx: Trx, email: string) => trx.deleteFrom('access.link').where('email', '=', email).where('used_at', 'is', null).execute()
export const dropFirstLinks = (trx: Trx) => trx.deleteFrom('access.link').where('kind', '=', 'first').where('used_at', 'is', null).execute()
export const dropStale = (db: Db, now: Date) => db.deleteFrom('access.link').where('expires_at', '<', now).where('used_at', 'is', null).execute()
