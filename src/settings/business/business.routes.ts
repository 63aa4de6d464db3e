import type { Routes } from '#foundation/http.ts'
import { Business, BusinessChange, Holiday, HolidayChange, HolidayDay, HolidayQuery, Holidays, Store, StoreChange, Stores } from './business.schema.ts'
import { listHolidays, listStores, readBusiness, removeHoliday, saveBusiness, saveHoliday, saveStore } from './business.ts'

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

  app.get('/holidays', {
    config: { right: 'business.read' }, schema: { tags: ['business'], summary: 'Public holidays of the country, with the weekend days worked instead', querystring: HolidayQuery, response: { 200: Holidays } }
  }, async ({ query }) => listHolidays(db, query.year))

  app.put('/holidays', {
    config: { right: 'business.write' }, schema: { tags: ['business'], summary: 'Add a public holiday, or change the one of that day', body: HolidayChange, response: { 200: Holiday } }
  }, async (request) => request.write((trx) => saveHoliday(trx, request.body)))

  app.delete('/holidays/:day', {
    config: { right: 'business.write' }, schema: { tags: ['business'], summary: 'Take a day out of the table of holidays', params: HolidayDay, response: { 200: Holiday } }
  }, async (request) => request.write((trx) => removeHoliday(trx, request.params.day)))
}
