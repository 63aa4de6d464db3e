import { Type } from 'typebox'
import type { Routes } from '#foundation/http.ts'
import { dayOf } from '#foundation/zone.ts'
import { readBusiness } from '#settings/business/business.ts'
import { Definition, DefinitionId, DefinitionList, NewVersion } from './definitions.schema.ts'
import { listDefinitions, publishVersion } from './definitions.ts'
import { Model, ModelList, ModelName } from './models.schema.ts'
import { allModels, modelOf } from './models.ts'

export const routes: Routes = async (app, { db, clock }) => {
  const today = async (): Promise<string> => dayOf(clock(), (await readBusiness(db)).zone)

  app.get('/', {
    config: { right: 'definitions.read' }, schema: { tags: ['definitions'], summary: 'Every definition, newest version first', response: { 200: DefinitionList } }
  }, async () => listDefinitions(db, await today()))

  app.get('/models', {
    config: { right: 'definitions.read' }, schema: { tags: ['definitions'], summary: 'The models behind the figures', response: { 200: ModelList } }
  }, () => ({ items: allModels().map(({ name, title }) => ({ name, title })), next: null }))

  app.get('/models/:name', {
    config: { right: 'definitions.read' },
    schema: { tags: ['definitions'], summary: 'One model: what it says, what it assumes, when it fails, its source, how it is checked', params: Type.Object({ name: ModelName }), response: { 200: Model } }
  }, (request) => modelOf(request.params.name))

  app.post('/:id/versions', {
    config: { right: 'definitions.write' },
    schema: {
      tags: ['definitions'], summary: 'Publish a new version of a definition', params: Type.Object({ id: DefinitionId }), body: NewVersion, response: { 200: Definition }
    }
  }, async (request) => {
    const publisher = { owner: request.actor.name, today: await today() }
    return request.write((trx) => publishVersion(trx, request.params.id, request.body, publisher, clock()))
  })
}
