import type { House } from '#foundation/house.ts'
import type { Routes } from '#foundation/http.ts'
import { download } from '#foundation/download.ts'
import { cohortsRuleOf } from '../definitions/definitions.ts'
import { inHouse } from '../warehouse/warehouse.ts'
import { cohortRows } from './cohorts.export.ts'
import { Cohorts, CohortsFileQuery, CohortsQuery } from './cohorts.schema.ts'
import { readCohorts, type CohortsInput } from './cohorts.ts'

export const routes: Routes = async (app, house) => {
  app.get('/', {
    config: { right: 'cohorts.read' }, schema: { tags: ['cohorts'], summary: 'Who came in the same period, and who of them came back', querystring: CohortsQuery, response: { 200: Cohorts } }
  }, async ({ query }) => readCohorts(house.engine, await inputOf(house, query)))

  app.get('/file', {
    config: { right: 'cohorts.export' }, schema: { tags: ['cohorts'], summary: 'The same as CSV or XLSX', querystring: CohortsFileQuery }
  }, async ({ query, locale }, reply) => {
    const cohorts = await readCohorts(house.engine, await inputOf(house, query))
    const { headers, body } = download(query.format, `cohorts-${cohorts.by}`, cohortRows(cohorts, locale))
    return reply.headers(headers).send(body)
  })
}

async function inputOf(house: House, query: CohortsQuery): Promise<CohortsInput> {
  const input = await inHouse(house, query)
  return { ...input, rule: await cohortsRuleOf(house.db, input), by: query.by }
}
