import type { Routes } from '#foundation/http.ts'
import { SampleBegun } from './sample.schema.ts'
import { beginSample } from './sample.ts'

export const routes: Routes = async (app, { queue }) => {
  app.post('/', {
    config: { right: 'sample.write' }, schema: { tags: ['sample'], summary: 'Load the made-up chain into a house that is still empty', response: { 200: SampleBegun } }
  }, async (request) => request.write((trx) => beginSample(trx, queue)))
}
