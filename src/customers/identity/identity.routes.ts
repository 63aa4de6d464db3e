import { Type } from 'typebox'
import type { Routes } from '#foundation/http.ts'
import { readBusiness } from '#settings/business/business.ts'
import { keyOf, keyText, resolveMany } from './identity.ts'
import { readSetting, saveSetting } from './identity.merge.ts'
import { MergeSetting, Resolved, ResolveQuery } from './identity.schema.ts'

export const routes: Routes = async (app, { db }) => {
  app.get('/setting', {
    config: { right: 'identity.read' }, schema: { tags: ['identity'], summary: 'For how many days a merge of two customers can be undone', response: { 200: MergeSetting } }
  }, async () => readSetting(db))

  app.put('/setting', {
    config: { right: 'record.define' }, schema: { tags: ['identity'], summary: 'Set for how many days merges from now on can be undone', body: MergeSetting, response: { 200: MergeSetting } }
  }, async (request) => request.write((trx) => saveSetting(trx, request.body.undoDays, request.body.version)))

  app.get('/', {
    config: { right: 'identity.read' },
    schema: { tags: ['identity'], summary: 'Whose key this is: written as it is kept, and the customer who holds it', querystring: ResolveQuery, response: { 200: Resolved } }
  }, async ({ query }) => {
    const key = keyOf(query.kind, query.value, (await readBusiness(db)).country)
    const owners = await resolveMany(db, [key])
    return { ...key, customerId: owners.get(keyText(key)) ?? null }
  })

  app.post('/resolve', {
    config: { right: 'identity.read', keyless: 'reads only; a body because a thousand keys do not fit an address' },
    schema: { tags: ['identity'], summary: 'The same for up to 1,000 keys', body: Type.Object({ keys: Type.Array(ResolveQuery, { minItems: 1, maxItems: 1000 }) }, { additionalProperties: false }), response: { 200: Type.Object({ items: Type.Array(Resolved) }) } }
  }, async ({ body }) => {
    const { country } = await readBusiness(db)
    const keys = body.keys.map(({ kind, value }) => keyOf(kind, value, country))
    const owners = await resolveMany(db, keys)
    return { items: keys.map((key) => ({ ...key, customerId: owners.get(keyText(key)) ?? null })) }
  })
}
