import { openGroup } from '#foundation/group.ts'
import type { Routes } from '#foundation/http.ts'
import { booksRoutes } from './points.books.routes.ts'
import { movesRoutes } from './points.moves.routes.ts'
import { readStatement } from './points.statement.ts'
import { book, bookTogether, listPolicies, readPolicy, readWallets, savePolicy, withdrawPolicy } from './points.ts'
import * as wire from './points.schema.ts'

const tags = ['points']

export const routes: Routes = async (app, house) => {
  const { db, clock, listeners } = house
  const together = openGroup(house, bookTogether(listeners))
  app.get('/wallets', {
    config: { right: 'points.read' },
    schema: { tags, summary: 'What a member has now, in every currency, lot by lot', querystring: wire.WalletQuery, response: { 200: wire.WalletList } }
  }, async ({ query }) => ({
    items: (await readWallets(db, query.customer, clock())).map(({ currency, balance, lots }) => ({
      currency, balance,
      lots: lots.map((lot) => ({
        lotId: lot.lotId, earned: lot.earned.toString(), pending: lot.pending.toString(), available: lot.available.toString(), held: lot.held.toString(), earnedAt: lot.earnedAt.toISOString(),
        maturesOn: lot.maturesOn, expiresOn: lot.expiresOn, policyVersion: lot.policyVersion, source: lot.source, number: lot.number
      }))
    }))
  }))

  app.get('/statement', {
    config: { right: 'points.read' },
    schema: { tags, summary: 'Why this balance: the journal of one wallet, newest first, each entry with the lot, the order and the policy version behind it', querystring: wire.StatementQuery, response: { 200: wire.Statement } }
  }, async ({ query }) => readStatement(db, query, clock()))

  app.post('/commands', {
    config: { right: 'points.write' },
    schema: { tags, summary: 'Book commands, up to 1,000, all or none: earn, redeem, hold, capture, release, reverse, restore, adjust, settle, open, unopen', body: wire.OrdersBody, response: { 200: wire.BookedList } }
  }, async (request) => {
    const { orders, dryRun = false } = request.body
    const actor = request.actor.userId
    if (dryRun) return request.write(async (trx) => ({ items: [...await book(trx, { listeners, actor }, orders, clock(), { dryRun })] }))
    return request.grouped(together, { orders, actor })
  })

  movesRoutes(app, house)
  booksRoutes(app, house)

  app.get('/policy', {
    config: { right: 'points.read' }, schema: { tags, summary: 'The policy in force: how long points live, and what a return may take', response: { 200: wire.PolicyInForce } }
  }, async () => readPolicy(db, clock()))

  app.get('/policies', {
    config: { right: 'points.read' }, schema: { tags, summary: 'Every version of the policy: past, in force, scheduled and withdrawn', response: { 200: wire.PolicyList } }
  }, async () => listPolicies(db, clock()))

  app.put('/policy', {
    config: { right: 'points.define' },
    schema: { tags, summary: 'A new version of the policy, in force at once or later; what was earned keeps the old one', body: wire.NewPolicy, response: { 200: wire.Policy } }
  }, async (request) => request.write((trx) => savePolicy(trx, request.body, request.actor.userId, clock())))

  app.post('/policies/:version/withdraw', {
    config: { right: 'points.define' },
    schema: { tags, summary: 'Withdraw a version that is not in force yet', params: wire.PolicyPlace, response: { 200: wire.Policy } }
  }, async (request) => request.write((trx) => withdrawPolicy(trx, request.params.version, request.actor.userId, clock())))
}
