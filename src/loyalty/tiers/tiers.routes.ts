import type { Routes } from '#foundation/http.ts'
import { download } from '#foundation/download.ts'
import { listPolicies, savePolicy, withdrawPolicy } from './tiers.policy.ts'
import { listMembers, memberRows, previewLadder, readPopulation } from './tiers.population.ts'
import * as wire from './tiers.schema.ts'
import { giveTier, readMember, withdrawTier } from './tiers.ts'

const tags = ['tiers']

export const routes: Routes = async (app, { db, clock, queue, listeners }) => {
  app.get('/policy', {
    config: { right: 'tiers.read' }, schema: { tags, summary: 'The ladder: every version, and which is in force', response: { 200: wire.PolicyList } }
  }, async () => listPolicies(db, clock()))

  app.get('/', {
    config: { right: 'tiers.read' }, schema: { tags, summary: 'Who is in which tier, what they bought within a year, and who is about to lose theirs', querystring: wire.PopulationQuery, response: { 200: wire.Population } }
  }, async ({ query }) => readPopulation(db, clock(), query.withinDays))

  app.get('/members', {
    config: { right: 'tiers.read' }, schema: { tags, summary: 'Who is about to lose their tier, the first to lose it first; or everybody in a tier', querystring: wire.ListQuery, response: { 200: wire.ListedPage } }
  }, async ({ query }) => listMembers(db, query, clock()))

  app.get('/members/file', {
    config: { right: 'tiers.export' }, schema: { tags, summary: 'The same members, all of them, as CSV or XLSX', querystring: wire.ListFileQuery }
  }, async ({ query: { format, ...query }, locale }, reply) => {
    const { headers, body } = download(format, 'tiers', memberRows(db, query, clock(), locale))
    return reply.headers(headers).send(body)
  })

  app.post('/preview', {
    config: { right: 'tiers.read', keyless: 'a question with a body: it changes nothing' },
    schema: { tags, summary: 'What another ladder would make of the members: in words, at once, and if it had always held', body: wire.Tried, response: { 200: wire.Preview } }
  }, async ({ body }) => previewLadder(db, body.parameters, clock()))

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
