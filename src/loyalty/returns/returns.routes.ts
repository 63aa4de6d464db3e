import { persistently } from '#foundation/again.ts'
import type { Capability } from '#foundation/house.ts'
import { bookReturn, previewReturn } from './returns.book.ts'
import { findSales, listReturns } from './returns.list.ts'
import { returnsListener } from './returns.listeners.ts'
import { BookingPage, BookingQuery, Foreseen, ReturnAsked, SaleList, SaleQuery } from './returns.schema.ts'
import type { Consequence } from './returns.ts'

const tags = ['returns']

/** The roof hands over what each capability does about a return, in the order in which it is done. */
export const returnsCapability = (consequences: readonly Consequence[]): Capability => ({
  name: 'returns',
  room: 'loyalty',
  listeners: [returnsListener(consequences)],
  routes: async (app, { db, clock, listeners }) => {
    app.get('/', {
      config: { right: 'returns.read' }, schema: { tags, summary: 'Past returns with their consequences, newest first', querystring: BookingQuery, response: { 200: BookingPage } }
    }, async ({ query }) => listReturns(db, query))

    app.get('/sales', {
      config: { right: 'returns.read' }, schema: { tags, summary: 'The sales of a receipt number, line by line, with what is still kept', querystring: SaleQuery, response: { 200: SaleList } }
    }, async ({ query }) => findSales(db, query))

    app.post('/preview', {
      config: { right: 'returns.read', keyless: 'it asks and leaves nothing' },
      schema: { tags, summary: 'What a return would undo, by the same way as booking; nothing is kept', body: ReturnAsked, response: { 200: Foreseen } }
    }, async ({ body, actor }) => persistently(() => db.transaction().execute((trx) => previewReturn(trx, { listeners, actor: actor.userId }, body, clock()))))

    app.post('/', {
      config: { right: 'returns.write' },
      schema: { tags, summary: 'Take goods back, in part or whole, with every consequence', body: ReturnAsked, response: { 200: Foreseen } }
    }, async (request) => request.write((trx) => bookReturn(trx, { listeners, actor: request.actor.userId }, request.body, clock())))
  }
})
