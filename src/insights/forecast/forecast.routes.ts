import { download } from '#foundation/download.ts'
import type { Routes } from '#foundation/http.ts'
import { forecastRows } from './forecast.export.ts'
import { Forecast, ForecastFileQuery, ForecastQuery, Mark, MarkId, Marks, NewMark } from './forecast.schema.ts'
import { addMark, listMarks, readForecast, removeMark } from './forecast.ts'

export const routes: Routes = async (app, house) => {
  const tags = ['forecast']

  app.get('/', {
    config: { right: 'forecast.read' }, schema: { tags, summary: 'How much will be sold next, with intervals and the errors of every method', querystring: ForecastQuery, response: { 200: Forecast } }
  }, async ({ query }) => readForecast(house, query))

  app.get('/file', {
    config: { right: 'forecast.export' }, schema: { tags, summary: 'The same as CSV or XLSX', querystring: ForecastFileQuery }
  }, async ({ query: { format, ...query }, locale }, reply) => {
    const forecast = await readForecast(house, query)
    const { headers, body } = download(format, `forecast-${forecast.grain}`, forecastRows(forecast, locale))
    return reply.headers(headers).send(body)
  })

  app.get('/marks', {
    config: { right: 'forecast.read' }, schema: { tags, summary: 'Days marked as sold out or as a promotion', response: { 200: Marks } }
  }, async () => ({ items: await listMarks(house.db), next: null }))

  app.post('/marks', {
    config: { right: 'forecast.write' }, schema: { tags, summary: 'Mark days: nothing to sell, or a promotion', body: NewMark, response: { 200: Mark } }
  }, async (request) => request.write((trx) => addMark(trx, request.body, request.actor.name, house.clock())))

  app.delete('/marks/:markId', {
    config: { right: 'forecast.write' }, schema: { tags, summary: 'Take a mark away', params: MarkId, response: { 200: Mark } }
  }, async (request) => request.write((trx) => removeMark(trx, request.params.markId)))
}
