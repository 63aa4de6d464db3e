import type { Routes } from '#foundation/http.ts'
import { benefitRoutes } from './rewards.benefits.routes.ts'
import { countStock, listRewardOrders, listVersions, orderReward, orderShown, readMember, readOverview, saveDefinition, stepOrder } from './rewards.ts'
import * as wire from './rewards.schema.ts'

const tags = ['rewards']

export const routes: Routes = async (app, house) => {
  const { db, clock, listeners } = house
  await benefitRoutes(app, house)

  app.get('/', {
    config: { right: 'rewards.read' },
    schema: { tags, summary: 'What is offered, what is left of it, what it cost in a year, and whether those who took it came back', response: { 200: wire.Overview } }
  }, async () => readOverview(db, clock()))

  app.put('/definitions', {
    config: { right: 'rewards.define' },
    schema: { tags, summary: 'Writes a reward, card, offer, gift, trade-in, mileage or companion benefit, or a new version of it', body: wire.NewDefinition, response: { 200: wire.Definition } }
  }, async (request) => request.write((trx) => saveDefinition(trx, request.body, request.actor.name, clock())))

  app.get('/definitions/:definitionId', {
    config: { right: 'rewards.read' },
    schema: { tags, summary: 'All versions of a definition, newest first', params: wire.DefinitionPath, response: { 200: wire.DefinitionList } }
  }, async ({ params }) => ({ items: [...await listVersions(db, params.definitionId)] }))

  app.post('/stock', {
    config: { right: 'rewards.define' },
    schema: { tags, summary: 'Goods that came in, or went out otherwise', body: wire.StockBody, response: { 200: wire.StockLevel } }
  }, async (request) => request.write((trx) => countStock(trx, request.body, request.actor.name, clock())))

  app.get('/orders', {
    config: { right: 'rewards.read' },
    schema: { tags, summary: 'Reward orders, newest first; those still to be handed over, oldest first', querystring: wire.OrderQuery, response: { 200: wire.OrderPage } }
  }, async ({ query }) => listRewardOrders(db, query))

  app.get('/members/:customerId', {
    config: { right: 'rewards.read' },
    schema: { tags, summary: 'What a member has here: stamp cards, orders to collect, and what the points of today would buy', params: wire.MemberPath, response: { 200: wire.MemberRewards } }
  }, async ({ params }) => readMember(db, params.customerId, clock()))

  app.post('/orders', {
    config: { right: 'rewards.write' },
    schema: { tags, summary: 'Orders a reward: points, limit and stock together, or nothing', body: wire.OrderBody, response: { 200: wire.RewardOrder } }
  }, async (request) => request.write(async (trx) => {
    const { customerId, orderId } = await orderReward(trx, { listeners, actor: request.actor.name }, request.body, clock())
    return orderShown(trx, customerId, orderId)
  }))

  app.post('/orders/:orderId/steps', {
    config: { right: 'rewards.write' },
    schema: { tags, summary: 'Ready to collect, handed over, or cancelled', params: wire.OrderPath, body: wire.StepBody, response: { 200: wire.RewardOrder } }
  }, async (request) => request.write(async (trx) => {
    const { customerId, orderId } = await stepOrder(trx, { listeners, actor: request.actor.name }, request.params.orderId, request.body, clock())
    return orderShown(trx, customerId, orderId)
  }))
}
