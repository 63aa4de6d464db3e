import type { House } from '#foundation/house.ts'
import type { Routes } from '#foundation/http.ts'
import { download } from '#foundation/download.ts'
import { Trial } from '../definitions/definitions.schema.ts'
import { lifecycleRuleOf, triedLifecycleRule } from '../definitions/definitions.ts'
import { inHouse } from '../warehouse/warehouse.ts'
import { lifecycleRows } from './lifecycle.export.ts'
import { Lifecycle, LifecycleCustomers, LifecycleCustomersQuery, LifecycleFileQuery, LifecycleQuery } from './lifecycle.schema.ts'
import { listLifecycleCustomers, readLifecycle, type LifecycleInput } from './lifecycle.ts'

export const routes: Routes = async (app, house) => {
  app.get('/', {
    config: { right: 'lifecycle.read' },
    schema: { tags: ['lifecycle'], summary: 'Who is slipping away, after how many silent days, how sure that is, and what it is worth', querystring: LifecycleQuery, response: { 200: Lifecycle } }
  }, async ({ query }) => readLifecycle(house.engine, await inputOf(house, query)))

  app.post('/preview', {
    config: { right: 'lifecycle.read', keyless: 'a question with a body: it changes nothing' },
    schema: { tags: ['lifecycle'], summary: 'The same answer under parameters that nobody has published yet', body: Trial, response: { 200: Lifecycle } }
  }, async ({ body }) => {
    const input = await inHouse(house, body.scope)
    return readLifecycle(house.engine, { ...input, rule: await triedLifecycleRule(house.db, body.parameters, input.today) })
  })

  app.get('/customers', {
    config: { right: 'lifecycle.read' },
    schema: { tags: ['lifecycle'], summary: 'The customers of a state, most money at risk first', querystring: LifecycleCustomersQuery, response: { 200: LifecycleCustomers } }
  }, async ({ query }) => listLifecycleCustomers(house.engine, { ...query, ...await inputOf(house, query) }))

  app.get('/customers/file', {
    config: { right: 'lifecycle.export' }, schema: { tags: ['lifecycle'], summary: 'The same customers, all of them, as CSV or XLSX', querystring: LifecycleFileQuery }
  }, async ({ query, locale }, reply) => {
    const input = { ...query, ...await inputOf(house, query) }
    const { headers, body } = download(query.format, query.state ?? 'lifecycle', lifecycleRows(house.engine, input, locale))
    return reply.headers(headers).send(body)
  })
}

async function inputOf(house: House, query: LifecycleQuery): Promise<LifecycleInput> {
  const input = await inHouse(house, query)
  return { ...input, rule: await lifecycleRuleOf(house.db, input), atRiskAfterDays: query.atRiskAfterDays, lapsedAfterDays: query.lapsedAfterDays }
}
