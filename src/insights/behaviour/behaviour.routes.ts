import type { House } from '#foundation/house.ts'
import type { Routes } from '#foundation/http.ts'
import { download } from '#foundation/download.ts'
import { Trial } from '../definitions/definitions.schema.ts'
import { Baskets } from './baskets.schema.ts'
import { behaviourRuleOf, triedBehaviourRule } from '../definitions/definitions.ts'
import { inHouse } from '../warehouse/warehouse.ts'
import { BehaviourQuery, ByQuery } from './behaviour.schema.ts'
import { listBehaviourCustomers, readBaskets, readFrequency, readHabits, readIndicators, readPreference, readPrice, readPromotion, readTiming, type BehaviourInput } from './behaviour.ts'
import { BehaviourCustomers, BehaviourCustomersQuery, BehaviourFileQuery } from './customers.schema.ts'
import { behaviourRows } from './customers.ts'
import { Frequency } from './frequency.schema.ts'
import { Habits, HabitsQuery } from './habits.schema.ts'
import { Indicators } from './indicators.schema.ts'
import { namesOf } from './names.ts'
import { Preference } from './preference.schema.ts'
import { Price, Promotion } from './prices.schema.ts'
import { Timing } from './timing.schema.ts'

export const routes: Routes = async (app, house) => {
  app.get('/', {
    config: { right: 'behaviour.read' }, schema: { tags: ['behaviour'], summary: 'How often and when customers buy', querystring: BehaviourQuery, response: { 200: Frequency } }
  }, async ({ query }) => readFrequency(house.engine, await inputOf(house, query)))

  app.post('/preview', {
    config: { right: 'behaviour.read', keyless: 'a question with a body: it changes nothing' },
    schema: { tags: ['behaviour'], summary: 'The same answer under parameters that nobody has published yet', body: Trial, response: { 200: Frequency } }
  }, async ({ body }) => {
    const input = await inHouse(house, body.scope)
    return readFrequency(house.engine, { ...input, rule: await triedBehaviourRule(house.db, body.parameters, input.today) })
  })

  app.get('/preference', {
    config: { right: 'behaviour.read' }, schema: { tags: ['behaviour'], summary: 'What they spend on, come back for and come in by', querystring: ByQuery, response: { 200: Preference } }
  }, async ({ query }) => {
    const answer = await readPreference(house.engine, { ...await inputOf(house, query), by: query.by })
    if (answer.by === 'category') return answer
    const names = await namesOf(house, answer.items.map(({ key }) => key))
    return { ...answer, items: answer.items.map((item) => ({ ...item, name: names.get(item.key) ?? null })) }
  })

  app.get('/baskets', {
    config: { right: 'behaviour.read' }, schema: { tags: ['behaviour'], summary: 'What is bought together in one order', querystring: ByQuery, response: { 200: Baskets } }
  }, async ({ query }) => {
    const answer = await readBaskets(house.engine, { ...await inputOf(house, query), by: query.by })
    if (answer.by === 'category') return answer
    const names = await namesOf(house, answer.pairs.flatMap(({ a, b }) => [a.key, b.key]))
    const named = <S extends { readonly key: string }>(side: S) => ({ ...side, name: names.get(side.key) ?? null })
    return { ...answer, pairs: answer.pairs.map((pair) => ({ ...pair, a: named(pair.a), b: named(pair.b) })) }
  })

  app.get('/price', {
    config: { right: 'behaviour.read' }, schema: { tags: ['behaviour'], summary: 'How sales answered to prices, and who buys below the usual one', querystring: BehaviourQuery, response: { 200: Price } }
  }, async ({ query }) => {
    const answer = await readPrice(house.engine, await inputOf(house, query))
    const names = await namesOf(house, answer.products.map(({ product }) => product))
    return { ...answer, products: answer.products.map((one) => ({ ...one, name: names.get(one.product) ?? null })) }
  })

  app.get('/promotion', {
    config: { right: 'behaviour.read' }, schema: { tags: ['behaviour'], summary: 'What is bought on promotion, and who buys nothing else', querystring: BehaviourQuery, response: { 200: Promotion } }
  }, async ({ query }) => {
    const answer = await readPromotion(house.engine, await inputOf(house, query))
    const names = await namesOf(house, answer.products.map(({ product }) => product))
    return { ...answer, products: answer.products.map((one) => ({ ...one, name: names.get(one.product) ?? null })) }
  })

  app.get('/timing', {
    config: { right: 'behaviour.read' }, schema: { tags: ['behaviour'], summary: 'How long customers take to decide', querystring: BehaviourQuery, response: { 200: Timing } }
  }, async ({ query }) => readTiming(house.engine, house.db, await inputOf(house, query)))

  app.get('/indicators', {
    config: { right: 'behaviour.read' }, schema: { tags: ['behaviour'], summary: 'Behavioural signs of satisfaction, a period against the one before', querystring: BehaviourQuery, response: { 200: Indicators } }
  }, async ({ query }) => readIndicators(house.engine, house.db, await inputOf(house, query)))

  app.get('/customer', {
    config: { right: 'behaviour.read' }, schema: { tags: ['behaviour'], summary: 'The habits of one customer', querystring: HabitsQuery, response: { 200: Habits } }
  }, async ({ query: { customer, asOf } }) => {
    const answer = await readHabits(house.engine, { ...await inputOf(house, asOf === undefined ? {} : { asOf }), customer })
    const names = await namesOf(house, answer.products.map(({ key }) => key))
    return { ...answer, products: answer.products.map((one) => ({ ...one, name: names.get(one.key) ?? null })) }
  })

  app.get('/customers', {
    config: { right: 'behaviour.read' }, schema: { tags: ['behaviour'], summary: 'The customers behind a figure', querystring: BehaviourCustomersQuery, response: { 200: BehaviourCustomers } }
  }, async ({ query }) => listBehaviourCustomers(house.engine, { ...query, ...await inputOf(house, query) }))

  app.get('/customers/file', {
    config: { right: 'behaviour.export' }, schema: { tags: ['behaviour'], summary: 'The same customers, all of them, as CSV or XLSX', querystring: BehaviourFileQuery }
  }, async ({ query, locale }, reply) => {
    const { headers, body } = download(query.format, 'behaviour', behaviourRows(house.engine, { ...query, ...await inputOf(house, query) }, locale))
    return reply.headers(headers).send(body)
  })
}

async function inputOf(house: House, query: BehaviourQuery): Promise<BehaviourInput> {
  const input = await inHouse(house, query)
  return { ...input, channel: query.channel, rule: await behaviourRuleOf(house.db, input) }
}
