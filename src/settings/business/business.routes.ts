import type { Routes } from '#foundation/http.ts'
import { Business, BusinessChange, Store, StoreChange, Stores } from './business.schema.ts'
import { listStores, readBusiness, saveBusiness, saveStore } from './business.ts'

export const routes: Routes = async (app, { db, clock }) => {
  app.get('/', {
    config: { right: 'business.read' }, schema: { tags: ['business'], summary: 'The business: name, zone, currency', response: { 200: Business } }
  }, async () => readBusiness(db))

  app.put('/', {
    config: { right: 'business.write' }, schema: { tags: ['business'], summary: 'Change the business', body: BusinessChange, response: { 200: Business } }
  }, async (request) => request.write((trx) => saveBusiness(trx, request.body, clock())))

  app.get('/stores', {
    config: { right: 'business.read' }, schema: { tags: ['business'], summary: 'All stores', response: { 200: Stores } }
  }, async () => listStores(db))

  app.put('/stores', {
    config: { right: 'business.write' }, schema: { tags: ['business'], summary: 'Add a store, or rename the one of that code', body: StoreChange, response: { 200: Store } }
  }, async (request) => request.write((trx) => saveStore(trx, request.body, clock())))
}
