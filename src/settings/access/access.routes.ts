import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Routes } from '#foundation/http.ts'
import { Refusal } from '#foundation/refusal.ts'
import { ById, Done, First, Join, Look, Looked, Me, MeChange, PasswordChange, Roles, Sessions, SignIn } from './access.schema.ts'
import { listRoles, me } from './access.ts'
import { accessWords } from './access.words.ts'
import { openAuth, type Visitor } from './better-auth.ts'
import { keyRoutes } from './keys.routes.ts'
import { becomeOwner, join, lookAt } from './links.ts'
import { originOf } from './session.ts'
import { endSession, isRenewalDue, listSessions, signIn, slowDown } from './sign-in.ts'
import { changeMe, changePassword } from './users.ts'
import { userRoutes } from './users.routes.ts'

const visitorOf = (request: FastifyRequest): Visitor => ({ cookie: request.headers.cookie ?? '', address: request.ip, agent: request.headers['user-agent'] ?? '' })

export const routes: Routes = async (app, house) => {
  const { db, clock } = house
  const auth = openAuth(house)
  const refuseForeign = async (request: FastifyRequest): Promise<void> => {
    if (originOf(request.headers, request.host, house.config.publicUrl) === 'foreign') throw new Refusal('access.foreign_site', 403, accessWords.foreign)
  }
  const enter = async (request: FastifyRequest, reply: FastifyReply, email: string, password: string): Promise<{ done: true }> => {
    for (const cookie of await signIn(house, auth, email, password, visitorOf(request))) reply.header('set-cookie', cookie)
    reply.header('cache-control', 'no-store')
    return { done: true }
  }
  const hidden = 'a password must not be kept, not even as a hash of the request'

  app.post('/sign-in', {
    config: { right: 'public', keyless: hidden }, onRequest: refuseForeign, schema: { tags: ['access'], summary: 'Sign in; answers a session cookie', body: SignIn, response: { 200: Done } }
  }, async (request, reply) => enter(request, reply, request.body.email, request.body.password))

  app.post('/sign-out', {
    config: { right: 'access.self', keyless: 'ending a session twice ends it once' }, schema: { tags: ['access'], summary: 'Sign out', response: { 200: Done } }
  }, async (request, reply) => {
    for (const cookie of await auth.leave(visitorOf(request))) reply.header('set-cookie', cookie)
    return { done: true as const }
  })

  app.get('/me', {
    config: { right: 'access.self' }, schema: { tags: ['access'], summary: 'Who asks, with which rights, in whose house', response: { 200: Me } }
  }, async (request, reply) => {
    if (await isRenewalDue(house, request.headers.cookie)) {
      for (const cookie of await auth.renew(visitorOf(request))) reply.header('set-cookie', cookie)
    }
    reply.header('cache-control', 'no-store')
    return me(db, request.actor)
  })

  app.patch('/me', {
    config: { right: 'access.self' }, schema: { tags: ['access'], summary: 'Change one’s own name or language', body: MeChange, response: { 200: Done } }
  }, async (request) => request.write(async (trx) => { await changeMe(trx, request.actor.userId, request.body, clock()); return { done: true as const } }))

  app.post('/password', {
    config: { right: 'access.self', keyless: hidden }, schema: { tags: ['access'], summary: 'Change one’s own password; every other session ends', body: PasswordChange, response: { 200: Done } }
  }, async (request, reply) => {
    await slowDown(db, request.actor.userId, request.ip, clock())
    const email = await db.transaction().execute((trx) => changePassword(trx, request.actor, request.body, request.ip, clock()))
    return enter(request, reply, email, request.body.next)
  })

  app.get('/sessions', {
    config: { right: 'access.self' }, schema: { tags: ['access'], summary: 'Where one is signed in', response: { 200: Sessions } }
  }, async (request) => listSessions(house, request.actor.userId, request.headers.cookie))

  app.delete('/sessions/:id', {
    config: { right: 'access.self' }, schema: { tags: ['access'], summary: 'Sign another browser of one’s own out', params: ById, response: { 200: Done } }
  }, async (request) => request.write(async (trx) => { await endSession(trx, request.actor.userId, request.params.id); return { done: true as const } }))

  app.post('/link', {
    config: { right: 'public', keyless: 'it only reads; the token stays out of addresses and logs' }, schema: { tags: ['access'], summary: 'What a one-time link is for', body: Look, response: { 200: Looked } }
  }, async (request) => lookAt(db, request.body.token, clock()))

  app.post('/first', {
    config: { right: 'public', keyless: hidden }, onRequest: refuseForeign, schema: { tags: ['access'], summary: 'Become the first owner, by the link that the server printed', body: First, response: { 200: Done } }
  }, async (request, reply) => {
    const email = await db.transaction().execute((trx) => becomeOwner(trx, request.body, request.ip, clock()))
    return enter(request, reply, email, request.body.password)
  })

  app.post('/join', {
    config: { right: 'public', keyless: hidden }, onRequest: refuseForeign, schema: { tags: ['access'], summary: 'Follow an invitation, or set a new password', body: Join, response: { 200: Done } }
  }, async (request, reply) => {
    const email = await db.transaction().execute((trx) => join(trx, request.body, request.ip, clock()))
    return enter(request, reply, email, request.body.password)
  })

  app.get('/roles', {
    config: { right: 'access.read' }, schema: { tags: ['access'], summary: 'What each role may do', response: { 200: Roles } }
  }, async () => listRoles(app.rights))

  await userRoutes(app, house)
  await keyRoutes(app, house)
}
