import type { Routes } from '#foundation/http.ts'
import { ById, Key, Keys, MadeKey, NewKey } from './access.schema.ts'
import { listKeys, makeKey, revokeKey } from './keys.ts'

export const keyRoutes: Routes = async (app, { db, clock }) => {
  app.get('/keys', {
    config: { right: 'access.read' }, schema: { tags: ['access'], summary: 'Keys of other programs', response: { 200: Keys } }
  }, async () => listKeys(db))

  app.post('/keys', {
    config: { right: 'access.write' }, schema: { tags: ['access'], summary: 'Make a key: its secret is answered once', body: NewKey, response: { 200: MadeKey } }
  }, async (request) => {
    let shown: string | null = null
    const key = await request.write(async (trx) => {
      const { key: made, secret } = await makeKey(trx, request.body, request.actor.name, clock())
      shown = secret
      return made
    })
    return { key, secret: shown }
  })

  app.delete('/keys/:id', {
    config: { right: 'access.write' }, schema: { tags: ['access'], summary: 'Revoke a key, at once', params: ById, response: { 200: Key } }
  }, async (request) => request.write((trx) => revokeKey(trx, request.params.id, clock())))
}
