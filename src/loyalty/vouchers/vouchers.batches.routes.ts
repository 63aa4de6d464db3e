/** HTTP: batches begun, watched, stopped, gone on with, downloaded. */
import { Readable } from 'node:stream'
import multipart from '@fastify/multipart'
import type { Trx } from '#foundation/db.ts'
import { download } from '#foundation/download.ts'
import type { Routes } from '#foundation/http.ts'
import { newId } from '#foundation/ids.ts'
import { Refusal } from '#foundation/refusal.ts'
import { beginBatch, cancelBatch, codeRows, forget, readBatches, receive, requireBatch, resumeBatch, type NewBatch } from './vouchers.batches.ts'
import * as wire from './vouchers.batches.schema.ts'
import { voucherWords as words } from './vouchers.words.ts'

const tags = ['vouchers']
const read = { right: 'vouchers.read' }
const issue = { right: 'vouchers.issue' }

export const batchRoutes: Routes = async (app, house) => {
  const { db, config, clock } = house
  const limit = config.uploadLimitMb
  await app.register(multipart, { limits: { fileSize: limit * 1_048_576, files: 1, fields: 0 } })

  /** A batch with its file; where it is refused nothing of the file stays. */
  const begin = async (trx: Trx, batchId: string, about: NewBatch, actor: string) => {
    try {
      return await beginBatch(trx, house, batchId, about, actor, clock())
    } catch (error) {
      await forget(config.dataDir, batchId)
      throw error
    }
  }

  app.get('/', { config: read, schema: { tags, summary: 'Batches of codes and lists, the newest first', querystring: wire.BatchQuery, response: { 200: wire.BatchList } } }, async ({ query }) => readBatches(db, query))

  app.post('/', { config: issue, schema: { tags, summary: 'Make unique codes, up to two million, as a job', body: wire.Generating, response: { 200: wire.Batch } } },
    async (request) => request.write((trx) => beginBatch(trx, house, newId(clock()), { ...request.body, kind: 'generated' }, request.actor.userId, clock())))

  app.post('/files', {
    config: { ...issue, keyless: 'a file is streamed to disk; a code and a limit hold however often it is sent' },
    schema: { tags, summary: 'Take in codes, or give to the members of a list, from a file (multipart/form-data, one part `file`)', consumes: ['multipart/form-data'], querystring: wire.FileQuery, response: { 200: wire.Batch } }
  }, async (request) => {
    const part = request.isMultipart() ? await request.file() : undefined
    if (!part) throw new Refusal('vouchers.one_file', 415, words.oneFile)
    const { template, kind, name } = request.query
    const batchId = await receive(house, part.file)
    if (part.file.truncated) {
      await forget(config.dataDir, batchId)
      throw new Refusal('vouchers.too_large', 413, words.tooLarge, { limit })
    }
    return db.transaction().execute((trx) => begin(trx, batchId, { templateId: template, kind, name }, request.actor.userId))
  })

  app.post('/lists', { config: issue, schema: { tags, summary: 'Give to the members of a pasted list', body: wire.Listing, response: { 200: wire.Batch } } },
    async (request) => request.write(async (trx) => {
      const { templateId, name, text } = request.body
      return begin(trx, await receive(house, Readable.from([text])), { templateId, kind: 'listed', name }, request.actor.userId)
    }))

  app.post('/:id/cancel', { config: issue, schema: { tags, summary: 'Stop; pieces that are done stay', params: wire.BatchId, response: { 200: wire.Batch } } },
    async (request) => request.write((trx) => cancelBatch(trx, house, request.params.id)))

  app.post('/:id/resume', { config: issue, schema: { tags, summary: 'Go on where it stopped', params: wire.BatchId, response: { 200: wire.Batch } } },
    async (request) => request.write((trx) => resumeBatch(trx, house, request.params.id, request.actor.userId)))

  app.get('/:id/codes', { config: { right: 'vouchers.codes' }, schema: { tags, summary: 'The codes of a batch as CSV', params: wire.BatchId, produces: ['text/csv'] } },
    async ({ params, locale }, reply) => {
      const { name } = await requireBatch(db, params.id)
      const { headers, body } = download('csv', `codes-${name}`, codeRows(db, params.id, locale))
      return reply.headers(headers).send(body)
    })
}
