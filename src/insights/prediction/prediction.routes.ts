import type { House } from '#foundation/house.ts'
import type { Routes } from '#foundation/http.ts'
import { download } from '#foundation/download.ts'
import { predictionRuleOf } from '../definitions/definitions.ts'
import { inHouse } from '../warehouse/warehouse.ts'
import { Prediction, PredictionJob, PredictionRun, ScoredFileQuery, ScoredList, ScoredQuery } from './prediction.schema.ts'
import { beginRun, listScored, readPrediction, scoredRows } from './prediction.ts'

export const routes: Routes = async (app, house) => {
  app.get('/', {
    config: { right: 'prediction.read' },
    schema: { tags: ['prediction'], summary: 'Who will buy again and what is in doubt: the candidates on held-out time, the one used and why, what it expects', response: { 200: Prediction } }
  }, async () => readPrediction(house, await inputOf(house)))

  app.get('/customers', {
    config: { right: 'prediction.read' },
    schema: { tags: ['prediction'], summary: 'Customers by chance, value or money in doubt, with the reasons', querystring: ScoredQuery, response: { 200: ScoredList } }
  }, async ({ query }) => listScored(house, { ...query, ...await inputOf(house) }))

  app.get('/customers/file', {
    config: { right: 'prediction.export' }, schema: { tags: ['prediction'], summary: 'The same customers, all of them, as CSV or XLSX', querystring: ScoredFileQuery }
  }, async ({ query: { format, ...query }, locale }, reply) => {
    const { headers, body } = download(format, 'prediction', scoredRows(house, { ...query, ...await inputOf(house) }, locale))
    return reply.headers(headers).send(body)
  })

  app.post('/runs', {
    config: { right: 'prediction.write' },
    schema: { tags: ['prediction'], summary: 'Let the candidates compete again, or only score everybody again', body: PredictionRun, response: { 200: PredictionJob } }
  }, async (request) => request.write(async (trx) => ({ jobId: await beginRun(house.queue, trx, request.body.fit === true) })))
}

async function inputOf(house: House) {
  const { today, currency } = await inHouse(house, {})
  return { today, currency, rule: await predictionRuleOf(house.db, { today }) }
}
