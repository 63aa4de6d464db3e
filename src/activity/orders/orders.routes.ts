import { Type } from 'typebox'
import { download } from '#foundation/download.ts'
import type { Routes } from '#foundation/http.ts'
import { orderRows } from './orders.export.ts'
import { Order, OrderFileQuery, OrderPage, OrderQuery, OrdersBody, OrderTotals, Recorded, ReturnBody } from './orders.schema.ts'
import { listOrders, readOrder, submitOrders, submitReturn, sumOrders } from './orders.ts'

const tags = ['orders']
const byNumber = Type.Object({ source: Type.String({ maxLength: 60 }), number: Type.String({ maxLength: 120 }) })

export const routes: Routes = async (app, { db, clock, listeners }) => {
  app.get('/', {
    config: { right: 'orders.read' }, schema: { tags, summary: 'Orders, newest first, by customer, store, kind, source or day', querystring: OrderQuery, response: { 200: OrderPage } }
  }, async (request) => listOrders(db, request.query))

  app.post('/', {
    config: { right: 'orders.write' },
    schema: { tags, summary: 'Record orders, up to 1,000; the same order again is skipped, another content under its number refuses all', body: OrdersBody, response: { 200: Recorded } }
  }, async (request) => request.write((trx) => submitOrders(trx, { listeners, actor: request.actor.userId }, request.body.orders, clock())))

  app.get('/totals', {
    config: { right: 'orders.read' },
    schema: { tags, summary: 'What was sold and what came back: by one customer, or on the latest day with orders', querystring: Type.Object({ customer: Type.Optional(Type.String({ format: 'uuid' })) }, { additionalProperties: false }), response: { 200: OrderTotals } }
  }, async (request) => sumOrders(db, request.query.customer))

  app.get('/export', {
    config: { right: 'orders.export' }, schema: { tags, summary: 'The same orders, all of them, as CSV or XLSX', querystring: OrderFileQuery }
  }, async ({ query: { format, ...filter }, locale }, reply) => {
    const { headers, body } = download(format, `orders-${clock().toISOString().slice(0, 10)}`, orderRows(db, filter, locale))
    return reply.headers(headers).send(body)
  })

  app.get('/:source/:number', {
    config: { right: 'orders.read' }, schema: { tags, summary: 'One order with its lines and what undid it', params: byNumber, response: { 200: Order } }
  }, async (request) => readOrder(db, request.params.source, request.params.number))

  app.post('/:source/:number/returns', {
    config: { right: 'orders.write' }, schema: { tags, summary: 'Record what of an order came back', params: byNumber, body: ReturnBody, response: { 200: Recorded } }
  }, async (request) => request.write((trx) => submitReturn(trx, { listeners, actor: request.actor.userId }, request.params, request.body, clock())))
}
