import type { House } from '#foundation/house.ts'
import type { Routes } from '#foundation/http.ts'
import { download } from '#foundation/download.ts'
import { Trial } from '../definitions/definitions.schema.ts'
import { rfmRuleOf, triedRfmRule } from '../definitions/definitions.ts'
import { inHouse } from '../warehouse/warehouse.ts'
import { rfmRows } from './rfm.export.ts'
import { Rfm, RfmCustomers, RfmCustomersQuery, RfmFileQuery, RfmQuery } from './rfm.schema.ts'
import { listRfmCustomers, readRfm, type RfmInput } from './rfm.ts'

export const routes: Routes = async (app, house) => {
  app.get('/', {
    config: { right: 'rfm.read' }, schema: { tags: ['rfm'], summary: 'Scores, segments and the recency × frequency picture', querystring: RfmQuery, response: { 200: Rfm } }
  }, async ({ query }) => readRfm(house.engine, await inputOf(house, query)))

  app.post('/preview', {
    config: { right: 'rfm.read', keyless: 'a question with a body: it changes nothing' },
    schema: { tags: ['rfm'], summary: 'The same answer under parameters that nobody has published yet', body: Trial, response: { 200: Rfm } }
  }, async ({ body }) => {
    const input = await inHouse(house, body.scope)
    return readRfm(house.engine, { ...input, rule: await triedRfmRule(house.db, body.parameters, input.today) })
  })

  app.get('/customers', {
    config: { right: 'rfm.read' }, schema: { tags: ['rfm'], summary: 'The customers behind a segment or a cell', querystring: RfmCustomersQuery, response: { 200: RfmCustomers } }
  }, async ({ query }) => listRfmCustomers(house.engine, { ...query, ...await inputOf(house, query) }))

  app.get('/customers/file', {
    config: { right: 'rfm.export' }, schema: { tags: ['rfm'], summary: 'The same customers, all of them, as CSV or XLSX', querystring: RfmFileQuery }
  }, async ({ query, locale }, reply) => {
    const input = { ...query, ...await inputOf(house, query) }
    const { headers, body } = download(query.format, 'rfm', rfmRows(house.engine, input, locale))
    return reply.headers(headers).send(body)
  })
}

async function inputOf(house: House, query: RfmQuery): Promise<RfmInput> {
  const input = await inHouse(house, query)
  return { ...input, rule: await rfmRuleOf(house.db, input) }
}
