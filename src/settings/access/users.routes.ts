import type { Routes } from '#foundation/http.ts'
import { ById, Done, Invite, Link, User, UserChange, Users } from './access.schema.ts'
import { changeUser, invite, inviteToReset, listUsers, withdraw, type Made } from './users.ts'

export const userRoutes: Routes = async (app, { db, clock, config }) => {
  /** The link is in the answer, never in what is stored under the Idempotency-Key. */
  const shownOnce = async (write: (keep: (made: Made) => Omit<Link, 'url'>) => Promise<Omit<Link, 'url'>>): Promise<Link> => {
    let url: string | null = null
    const kept = await write(({ id, expiresAt, token }) => { url = `${config.publicUrl}/join#${token}`; return { id, expiresAt } })
    return { id: kept.id, expiresAt: kept.expiresAt, url }
  }

  app.get('/users', {
    config: { right: 'access.read' }, schema: { tags: ['access'], summary: 'People and open invitations', response: { 200: Users } }
  }, async (request) => listUsers(db, request.actor.userId, clock()))

  app.post('/users/invite', {
    config: { right: 'access.write' }, schema: { tags: ['access'], summary: 'Invite somebody: answers a one-time link', body: Invite, response: { 200: Link } }
  }, async (request) => shownOnce((keep) => request.write(async (trx) => keep(await invite(trx, request.body, request.actor.name, clock())))))

  app.delete('/invitations/:id', {
    config: { right: 'access.write' }, schema: { tags: ['access'], summary: 'Withdraw an invitation', params: ById, response: { 200: Done } }
  }, async (request) => request.write(async (trx) => { await withdraw(trx, request.params.id); return { done: true as const } }))

  app.patch('/users/:id', {
    config: { right: 'access.write' }, schema: { tags: ['access'], summary: 'Change a role, disable or enable', params: ById, body: UserChange, response: { 200: User } }
  }, async (request) => request.write((trx) => changeUser(trx, request.params.id, request.body, request.actor.userId, clock())))

  app.post('/users/:id/reset', {
    config: { right: 'access.write' }, schema: { tags: ['access'], summary: 'A one-time link to set a new password', params: ById, response: { 200: Link } }
  }, async (request) => shownOnce((keep) => request.write(async (trx) => keep(await inviteToReset(trx, request.params.id, request.actor.name, clock())))))
}
