import type { House } from '#foundation/house.ts'
import type { HouseApp } from '#foundation/http.ts'
import { exchangePoints, listRates, saveRate } from './points.exchange.ts'
import { previewMerge } from './points.merge.ts'
import * as wire from './points.moves.schema.ts'
import { contribute, createPool, joinPool, leavePool, poolsOf, readPool } from './points.pool.ts'
import { transferPoints } from './points.transfer.ts'

const tags = ['points']

/** What moves between wallets: transfers, exchanges, merges, shared wallets. */
export function movesRoutes(app: HouseApp, { db, clock, listeners }: House): void {
  app.post('/transfers', {
    config: { right: 'points.write' }, schema: { tags, summary: 'Give points of one member to another, within the limits of the policy', body: wire.Transfer, response: { 200: wire.Moved } }
  }, async (request) => request.write((trx) => transferPoints(trx, { listeners, actor: request.actor.userId }, request.body, clock())))

  app.get('/rates', {
    config: { right: 'points.read' }, schema: { tags, summary: 'Rates between currencies, newest first', response: { 200: wire.RateList } }
  }, async () => ({ items: await listRates(db, clock()) }))

  app.post('/rates', {
    config: { right: 'points.define' }, schema: { tags, summary: 'A new rate between two currencies, in force at once or later', body: wire.NewRate, response: { 200: wire.Rate } }
  }, async (request) => request.write((trx) => saveRate(trx, request.body, request.actor.userId, clock())))

  app.post('/exchanges', {
    config: { right: 'points.write' }, schema: { tags, summary: 'Exchange points of one currency for another under a rate: both legs or none; rounded down, the remainder stays', body: wire.Exchange, response: { 200: wire.Exchanged } }
  }, async (request) => request.write((trx) => exchangePoints(trx, { listeners, actor: request.actor.userId }, request.body, clock())))

  app.get('/merge', {
    config: { right: 'points.read' }, schema: { tags, summary: 'What merging two members would do to their wallets', querystring: wire.MergeQuery, response: { 200: wire.MergeWallets } }
  }, async ({ query }) => previewMerge(db, query.survivor, query.merged, clock()))

  app.get('/pools', {
    config: { right: 'points.read' }, schema: { tags, summary: 'The shared wallets in which a member is or was', querystring: wire.PoolQuery, response: { 200: wire.PoolList } }
  }, async ({ query }) => ({ items: await poolsOf(db, query.customer, clock()) }))

  app.get('/pools/:poolId', {
    config: { right: 'points.read' }, schema: { tags, summary: 'A shared wallet: who is in it, what each put in, what it has', params: wire.PoolPlace, response: { 200: wire.Pool } }
  }, async ({ params }) => readPool(db, params.poolId, clock()))

  app.post('/pools', {
    config: { right: 'points.write' }, schema: { tags, summary: 'Open a wallet that several share', body: wire.NewPool, response: { 200: wire.Pool } }
  }, async (request) => request.write((trx) => createPool(trx, { listeners, actor: request.actor.userId }, request.body, clock())))

  app.post('/pools/:poolId/members', {
    config: { right: 'points.write' }, schema: { tags, summary: 'A member joins, or may spend from now on, or no longer', params: wire.PoolPlace, body: wire.Joining, response: { 200: wire.Pool } }
  }, async (request) => request.write((trx) => joinPool(trx, request.params.poolId, request.body, clock())))

  app.post('/pools/:poolId/contributions', {
    config: { right: 'points.write' }, schema: { tags, summary: 'A member puts points of their own into the shared wallet', params: wire.PoolPlace, body: wire.Contribution, response: { 200: wire.Moved } }
  }, async (request) => request.write((trx) => contribute(trx, { listeners, actor: request.actor.userId }, request.params.poolId, request.body, clock())))

  app.post('/pools/:poolId/leave', {
    config: { right: 'points.write' }, schema: { tags, summary: 'A member leaves, with what the rule of the wallet says', params: wire.PoolPlace, body: wire.Leaving, response: { 200: wire.Moved } }
  }, async (request) => request.write((trx) => leavePool(trx, { listeners, actor: request.actor.userId }, request.params.poolId, request.body.memberId, clock())))
}
