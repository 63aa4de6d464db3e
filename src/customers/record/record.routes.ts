import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { download } from '#foundation/download.ts'
import type { Capability, House } from '#foundation/house.ts'
import { readBusiness } from '#settings/business/business.ts'
import { customerRows } from './record.export.ts'
import { mergeRoutes } from './record.merge.routes.ts'
import * as wire from './record.schema.ts'
import { changeCustomer, createCustomer, listCustomers, listFields, readCustomer, regions, saveField, searchCustomers, summarise, type Chronicle, type RecordParts, type TraitSource } from './record.ts'

const byId = Type.Object({ customerId: Type.String({ format: 'uuid' }) })
const tags = ['record']

/** The roof hands over the log and whoever else knows something of customers: they lie to the right of this room. */
export const recordCapability = (chronicle: Chronicle, sources: readonly TraitSource[]): Capability => ({
  name: 'record',
  room: 'customers',
  routes: async (app, house) => {
    const { db, clock } = house
    const parts = (request: FastifyRequest) => partsOf(house, chronicle, sources, request)

    app.get('/', {
      config: { right: 'record.read' }, schema: { tags, summary: 'Customers, newest first', querystring: wire.CustomerQuery, response: { 200: wire.CustomerPage } }
    }, async (request) => {
      const { after, limit, ...filter } = request.query
      return listCustomers(db, filter, { ...(after === undefined ? {} : { after }), ...(limit === undefined ? {} : { limit }) }, mayReveal(request), sources)
    })

    app.get('/summary', {
      config: { right: 'record.read' }, schema: { tags, summary: 'How many customers there are', response: { 200: wire.Summary } }
    }, async () => summarise(db, clock()))

    app.get('/search', {
      config: { right: 'record.read' },
      schema: { tags, summary: 'Find by name, pinyin, initials, phone (whole or tail), e-mail, card or platform id', querystring: Type.Object({ q: Type.String({ maxLength: 100 }), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })) }, { additionalProperties: false }), response: { 200: wire.FoundList } }
    }, async (request) => {
      const { country } = await readBusiness(db)
      return searchCustomers(db, request.query.q, country, mayReveal(request), request.query.limit)
    })

    app.get('/regions', {
      config: { right: 'record.read' }, schema: { tags, summary: 'Provinces, cities and districts with their division codes', response: { 200: Type.Object({ items: Type.Array(wire.RegionNode) }) } }
    }, async (_request, reply) => {
      reply.header('cache-control', 'private, max-age=86400')
      return { items: regions.map((province) => ({ ...province, children: province.children.map((city) => ({ ...city, children: [...city.children] })) })) }
    })

    app.get('/export', {
      config: { right: 'record.export' },
      schema: { tags, summary: 'The list as CSV or XLSX', querystring: Type.Object({ ...wire.CustomerFilter.properties, format: Type.Union([Type.Literal('csv'), Type.Literal('xlsx')]) }, { additionalProperties: false }) }
    }, async (request, reply) => {
      const { format, ...filter } = request.query
      const { headers, body } = download(format, `customers-${clock().toISOString().slice(0, 10)}`, customerRows(db, filter, mayReveal(request), request.locale))
      return reply.headers(headers).send(body)
    })

    app.get('/fields', {
      config: { right: 'record.read' }, schema: { tags, summary: "The business's own fields", response: { 200: wire.FieldList } }
    }, async () => listFields(db))

    app.put('/fields', {
      config: { right: 'record.define' }, schema: { tags, summary: 'Add or change a field', body: wire.Field, response: { 200: wire.Field } }
    }, async (request) => request.write((trx) => saveField(trx, request.body, clock())))

    app.post('/', {
      config: { right: 'record.write' }, schema: { tags, summary: 'Create a customer', body: wire.CustomerInput, response: { 200: wire.Customer } }
    }, async (request) => {
      const own = await parts(request)
      return request.write((trx) => createCustomer(trx, own, request.body, clock()))
    })

    mergeRoutes(app, house, parts)

    app.get('/:customerId', {
      config: { right: 'record.read' }, schema: { tags, summary: 'One customer', params: byId, response: { 200: wire.Customer } }
    }, async (request) => readCustomer(db, await parts(request), request.params.customerId, clock()))

    app.get('/:customerId/keys', {
      config: { right: 'record.reveal' }, schema: { tags, summary: 'Phones, e-mails and ids of one customer, whole', params: byId, response: { 200: Type.Object({ items: Type.Array(wire.KeyInput) }) } }
    }, async (request) => {
      const { keys } = await readCustomer(db, { ...await parts(request), reveal: true }, request.params.customerId, clock())
      return { items: keys.map(({ kind, value }) => ({ kind, value })) }
    })

    app.put('/:customerId', {
      config: { right: 'record.write' }, schema: { tags, summary: 'Change a customer on the version that was read', params: byId, body: wire.CustomerChange, response: { 200: wire.Customer } }
    }, async (request) => {
      const own = await parts(request)
      return request.write((trx) => changeCustomer(trx, own, request.params.customerId, request.body, clock()))
    })
  }
})

const mayReveal = (request: FastifyRequest): boolean => request.actor.rights.has('record.reveal')

async function partsOf({ db, listeners }: House, chronicle: Chronicle, sources: readonly TraitSource[], request: FastifyRequest): Promise<RecordParts> {
  const { country, zone } = await readBusiness(db)
  return { chronicle, sources, listeners, actor: request.actor.userId, country, zone, reveal: mayReveal(request) }
}
