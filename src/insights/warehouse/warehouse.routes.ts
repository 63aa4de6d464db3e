import type { Routes } from '#foundation/http.ts'
import { WarehouseJob, WarehouseStatus } from './warehouse.schema.ts'
import { freshen, readStatus } from './warehouse.ts'

export const routes: Routes = async (app, house) => {
  app.get('/', {
    config: { right: 'warehouse.read' }, schema: { tags: ['warehouse'], summary: 'How full and how fresh the warehouse is', response: { 200: WarehouseStatus } }
  }, async () => {
    const isFresh = await freshen(house)
    return readStatus(house, isFresh)
  })

  app.post('/refresh', {
    config: { right: 'warehouse.write' }, schema: { tags: ['warehouse'], summary: 'Take what changed since the last refresh', response: { 200: WarehouseJob } }
  }, async (request) => request.write(async (trx) => ({ jobId: await house.queue.send(trx, 'warehouse.refresh', {}, { key: 'warehouse.refresh' }) })))

  app.post('/rebuild', {
    config: { right: 'warehouse.write' }, schema: { tags: ['warehouse'], summary: 'Throw the warehouse away and make it again from the record', response: { 200: WarehouseJob } }
  }, async (request) => request.write(async (trx) => ({ jobId: await house.queue.send(trx, 'warehouse.rebuild', {}, { key: 'warehouse.rebuild' }) })))
}
