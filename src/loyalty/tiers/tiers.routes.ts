import type { Routes } from '#foundation/http.ts'
import { listPolicies, savePolicy, withdrawPolicy } from './tiers.policy.ts'
import * as wire from './tiers.schema.ts'
import { giveTier, readMember, withdrawTier } from './tiers.ts'

const tags = ['tiers']

export const routes: Routes = async (app, { db, clock, queue, listeners }) => {
  app.get('/policy', {
    config: { right: 'tiers.read' }, schema: { tags, summary: 'The ladder: every version, and which is in force', response: { 200: wire.PolicyList } }
  }, async () => listPolicies(db, clock()))

  app.put('/policy', {
    config: { right: 'tiers.define' },
    schema: { tags, summary: 'A new version of the ladder, from now or from an instant to come; nobody falls by it before their term is over', body: wire.NewPolicy, response: { 200: wire.Policy } }
  }, async (request) => request.write(async (trx) => {
    const now = clock()
    const saved = await savePolicy(trx, request.body, request.actor.userId, now)
    await queue.send(trx, 'tiers.sweep', {}, { key: `tiers.sweep ${saved.version}`, startAfter: new Date(saved.validFrom) })
    return saved
  }))

  app.delete('/policy/:version', {
    config: { right: 'tiers.define' }, schema: { tags, summary: 'Take back a version that has not begun', params: wire.VersionParams, response: { 200: wire.Policy } }
  }, async (request) => request.write((trx) => withdrawPolicy(trx, request.params.version, request.actor.userId, clock())))

  app.get('/member', {
    config: { right: 'tiers.read' },
    schema: { tags, summary: 'Where a member stands: tier, since when and until when, what is missing, what it brings, and how they came there', querystring: wire.MemberQuery, response: { 200: wire.Member } }
  }, async ({ query }) => readMember(db, query.customer, clock()))

  app.post('/grants', {
    config: { right: 'tiers.write' }, schema: { tags, summary: 'Give a tier by hand, for life or to a day, with the reason', body: wire.NewGrant, response: { 200: wire.Member } }
  }, async (request) => request.write((trx) => giveTier(trx, { listeners, actor: request.actor.userId }, request.body, clock())))

  app.post('/grants/:grantId/withdraw', {
    config: { right: 'tiers.write' }, schema: { tags, summary: 'Take back a tier given by hand', params: wire.GrantParams, body: wire.GrantWithdrawn, response: { 200: wire.Member } }
  }, async (request) => request.write((trx) => withdrawTier(trx, { listeners, actor: request.actor.userId }, request.body.customerId, request.params.grantId, clock())))
}
