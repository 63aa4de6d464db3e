import { download } from '#foundation/download.ts'
import type { Routes } from '#foundation/http.ts'
import { Actors, Entries, EntryFile, EntryQuery } from './audit.schema.ts'
import { listActors, listEntries, rowsOf } from './audit.ts'

export const routes: Routes = async (app, { db }) => {
  app.get('/', {
    config: { right: 'audit.read' }, schema: { tags: ['audit'], summary: 'Who did what, the newest first', querystring: EntryQuery, response: { 200: Entries } }
  }, async (request) => listEntries(db, request.query))

  app.get('/file', {
    config: { right: 'audit.export' }, schema: { tags: ['audit'], summary: 'The same entries, all of them, as CSV or XLSX', querystring: EntryFile }
  }, async (request, reply) => {
    const { format, ...filter } = request.query
    const { headers, body } = download(format, 'audit', rowsOf(db, filter, request.locale))
    return reply.headers(headers).send(body)
  })

  app.get('/actors', {
    config: { right: 'audit.read' }, schema: { tags: ['audit'], summary: 'Everybody who ever did something', response: { 200: Actors } }
  }, async () => listActors(db))
}
