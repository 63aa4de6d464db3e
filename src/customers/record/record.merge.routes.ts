import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { House } from '#foundation/house.ts'
import type { HouseApp } from '#foundation/http.ts'
import { eraseCustomer, previewErase } from './record.erase.ts'
import * as wire from './record.merge.schema.ts'
import { mergeCustomers, mergesOf, previewMerge, unmergeCustomers } from './record.merge.ts'
import type { RecordParts } from './record.ts'

const tags = ['record']
const byId = Type.Object({ customerId: Type.String({ format: 'uuid' }) })

/** Merging two records, undoing it, and erasing a person. */
export function mergeRoutes(app: HouseApp, { db, clock }: House, parts: (request: FastifyRequest) => Promise<RecordParts>): void {
  app.get('/merge', {
    config: { right: 'record.merge' }, schema: { tags, summary: 'What merging two records would do to them', querystring: wire.MergeQuery, response: { 200: wire.MergePreview } }
  }, async (request) => previewMerge(db, await parts(request), request.query.survivor, request.query.merged, clock()))

  app.get('/:customerId/merges', {
    config: { right: 'record.read' }, schema: { tags, summary: 'The merges of one customer, newest first, and whether each can still be undone', params: byId, response: { 200: wire.MergeList } }
  }, async ({ params }) => ({ items: await mergesOf(db, params.customerId, clock()) }))

  app.post('/:customerId/merge', {
    config: { right: 'record.merge' },
    schema: { tags, summary: 'Merge another record into this one: keys, orders, points and history count as one from then on', params: byId, body: wire.MergeBody, response: { 200: wire.Merge } }
  }, async (request) => {
    const own = await parts(request)
    return request.write((trx) => mergeCustomers(trx, own, request.params.customerId, request.body.mergedId, clock()))
  })

  app.post('/merges/:mergeId/undo', {
    config: { right: 'record.merge' }, schema: { tags, summary: 'Undo a merge: each has again what was theirs', params: wire.MergePlace, response: { 200: wire.Merge } }
  }, async (request) => {
    const own = await parts(request)
    return request.write((trx) => unmergeCustomers(trx, own, request.params.mergeId, clock()))
  })

  app.get('/:customerId/erase', {
    config: { right: 'record.erase' }, schema: { tags, summary: 'What erasing this person would take away', params: byId, response: { 200: wire.ErasePreview } }
  }, async ({ params }) => previewErase(db, params.customerId))

  app.post('/:customerId/erase', {
    config: { right: 'record.erase' },
    schema: { tags, summary: 'Erase everything personal for ever; orders and points keep an id that leads to no one', params: byId, body: wire.EraseBody, response: { 200: wire.Erased } }
  }, async (request) => {
    const own = await parts(request)
    return request.write((trx) => eraseCustomer(trx, own, request.params.customerId, request.body, clock()))
  })
}
