import type { Routes } from '#foundation/http.ts'
import { Actors, Entries, EntryQuery } from './audit.schema.ts'
import { listActors, listEntries } from './audit.ts'

export const routes: Routes = async (app, { db }) => {
  app.get('/', {
    config: { right: 'audit.read' }, schema: { tags: ['audit'], summary: 'Who did what, the newest first', querystring: EntryQuery, response: { 200: Entries } }
  }, async (request) => listEntries(db, request.query))

  app.get('/actors', {
    config: { right: 'audit.read' }, schema: { tags: ['audit'], summary: 'Everybody who ever did something', response: { 200: Actors } }
  }, async () => listActors(db))
}
