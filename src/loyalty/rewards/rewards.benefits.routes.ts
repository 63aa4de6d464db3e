import type { Routes } from '#foundation/http.ts'
import * as wire from './rewards.benefits.schema.ts'
import { bringCompanion, companionsShown, countMiles, giveForBirthday, orderShown, quoteShown, readBenefits, takeIn, tradeInsShown, tradeInShown, undoCompanion, withdrawTradeIn } from './rewards.ts'
import { MemberPath, RewardOrder } from './rewards.schema.ts'

const tags = ['rewards']

export const benefitRoutes: Routes = async (app, { db, clock, listeners }) => {
  app.post('/quote', {
    config: { right: 'rewards.read', keyless: 'it asks and leaves nothing' },
    schema: { tags, summary: 'What a basket costs less by quantity, frequency and trade-in, why, and what is missing for the next step', body: wire.BasketBody, response: { 200: wire.OffersQuoted } }
  }, async ({ body }) => quoteShown(db, body, clock()))

  app.get('/members/:customerId/benefits', {
    config: { right: 'rewards.read' }, schema: { tags, summary: 'What of gifts, trade-ins, mileage and companion benefits a member has, and what can be entered for them today', params: MemberPath, response: { 200: wire.MemberBenefits } }
  }, async ({ params }) => readBenefits(db, params.customerId, clock()))

  app.get('/tradeins', {
    config: { right: 'rewards.read' }, schema: { tags, summary: 'Old items taken in, the latest first', response: { 200: wire.TradeInList } }
  }, async () => ({ items: await tradeInsShown(db) }))

  app.post('/tradeins', {
    config: { right: 'rewards.write' }, schema: { tags, summary: 'Takes an old item in for a credit; an item once', body: wire.TradeInBody, response: { 200: wire.TradeInShown } }
  }, async (request) => request.write(async (trx) => tradeInShown(await takeIn(trx, { listeners, actor: request.actor.name }, request.body, clock()))))

  app.post('/tradeins/:tradeInId/withdraw', {
    config: { right: 'rewards.write' }, schema: { tags, summary: 'The item goes back to the member, while nothing of the credit is spent', params: wire.TradeInPath, body: wire.OfMember, response: { 200: wire.TradeInShown } }
  }, async (request) => request.write(async (trx) => tradeInShown(await withdrawTradeIn(trx, { listeners, actor: request.actor.name }, { customerId: request.body.customerId, tradeInId: request.params.tradeInId }, clock()))))

  app.get('/companions', {
    config: { right: 'rewards.read' }, schema: { tags, summary: 'The register of companions, the latest first', response: { 200: wire.CompanionList } }
  }, async () => ({ items: await companionsShown(db) }))

  app.post('/companions', {
    config: { right: 'rewards.write' }, schema: { tags, summary: 'A companion of a member has the benefit', body: wire.CompanionBody, response: { 200: wire.CompanionCame } }
  }, async (request) => request.write(async (trx) => {
    const { companionId, orderId } = await bringCompanion(trx, { listeners, actor: request.actor.name }, request.body, clock())
    return { companionId, orderId }
  }))

  app.post('/companions/:companionId/undo', {
    config: { right: 'rewards.write' }, schema: { tags, summary: 'A use that was entered by mistake counts no more', params: wire.CompanionPath, body: wire.OfMember, response: { 200: wire.CompanionCame } }
  }, async (request) => request.write(async (trx) => {
    const { companionId, orderId } = await undoCompanion(trx, { listeners, actor: request.actor.name }, request.body.customerId, request.params.companionId, clock())
    return { companionId, orderId }
  }))

  app.post('/gifts', {
    config: { right: 'rewards.write' }, schema: { tags, summary: 'The birthday gift of a member, within its days and once a birthday', body: wire.GiftBody, response: { 200: RewardOrder } }
  }, async (request) => request.write(async (trx) => {
    const { customerId, orderId } = await giveForBirthday(trx, { listeners, actor: request.actor.name }, request.body, clock())
    return orderShown(trx, customerId, orderId)
  }))

  app.post('/miles', {
    config: { right: 'rewards.write' }, schema: { tags, summary: 'What was measured for a member: kilometres, nights; levels give their rewards once', body: wire.MilesBody, response: { 200: wire.MilesCounted } }
  }, async (request) => request.write(async (trx) => {
    const { counted, total, orderIds } = await countMiles(trx, { listeners, actor: request.actor.name }, request.body, clock())
    return { counted, total: total.toString(), orderIds: [...orderIds] }
  }))
}
