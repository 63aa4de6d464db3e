/** HTTP: a file of balances in, its control totals against what was found, into the ledger and out again. */
import { rm } from 'node:fs/promises'
import multipart from '@fastify/multipart'
import { layoutOf, takeFile } from '#activity/imports/imports.ts'
import { download } from '#foundation/download.ts'
import type { Routes } from '#foundation/http.ts'
import { Refusal } from '#foundation/refusal.ts'
import { drawer } from './opening.check.ts'
import { guessOpening } from './opening.mapping.ts'
import { rejectRows } from './opening.rejects.ts'
import * as wire from './opening.schema.ts'
import { begin, changeControl, changeMapping, folderOf, listFiles, noteFile, readFile, stop } from './opening.ts'
import { openingWords as words } from './opening.words.ts'

const tags = ['opening']
const read = { right: 'opening.read' }
const write = { right: 'opening.write' }

export const routes: Routes = async (app, house) => {
  const { db, config, clock } = house
  const limit = config.uploadLimitMb
  await app.register(multipart, { limits: { fileSize: limit * 1_048_576, files: 1, fields: 10 } })

  app.get('/', { config: read, schema: { tags, summary: 'Files of balances so far, the newest first', querystring: wire.OpeningQuery, response: { 200: wire.OpeningList } } }, async ({ query }) => listFiles(db, query))

  app.post('/', {
    config: { ...write, keyless: 'a file is streamed to disk; what it brings over is idempotent by member and lot' },
    schema: { tags, summary: 'Upload members with balances or lots (multipart/form-data, one part `file`) and see what was understood', consumes: ['multipart/form-data'], response: { 200: wire.OpeningDetail } }
  }, async (request) => {
    const part = request.isMultipart() ? await request.file() : undefined
    if (part === undefined) throw new Refusal('opening.one_file', 400, words.oneFile)
    const tooLarge = (): Refusal => new Refusal('opening.too_large', 413, words.tooLarge, { limit })
    const taken = await takeFile(house, part.file, drawer).catch((error: unknown) => { throw part.file.truncated ? tooLarge() : error })
    if (part.file.truncated) {
      await rm(folderOf(config.dataDir, taken.fileId), { recursive: true, force: true })
      throw tooLarge()
    }
    const { fileId, bytes, table } = taken
    await db.transaction().execute((trx) => noteFile(trx, { fileId, bytes, fileName: part.filename, layout: layoutOf(table), mapping: guessOpening(table.headers, table.sample), actor: request.actor.userId }, clock()))
    return readFile(db, fileId, clock())
  })

  app.get('/:id', { config: read, schema: { tags, summary: 'One file: its columns, its first rows as they are understood, what was found, and how that differs from the control totals', params: wire.OpeningId, response: { 200: wire.OpeningDetail } } },
    async ({ params }) => readFile(db, params.id, clock()))

  app.put('/:id/mapping', { config: write, schema: { tags, summary: 'Correct which column means what', params: wire.OpeningId, body: wire.MappingChange, response: { 200: wire.OpeningId } } },
    async (request) => request.write(async (trx) => { await changeMapping(trx, request.params.id, request.body.mapping); return request.params }))

  app.put('/:id/control', { config: write, schema: { tags, summary: 'The control totals of the other system, by currency', params: wire.OpeningId, body: wire.ControlChange, response: { 200: wire.OpeningId } } },
    async (request) => request.write(async (trx) => { await changeControl(trx, request.params.id, request.body.control); return request.params }))

  for (const [deed, summary] of [['check', 'Read the whole file and compare it with the control totals; nothing is booked'], ['book', 'Book it, if the control totals are met; after a stop, go on where it stopped'], ['undo', 'Take the whole file back, while nothing of it was used']] as const) {
    app.post(`/:id/${deed}`, { config: write, schema: { tags, summary, params: wire.OpeningId, response: { 200: wire.OpeningId } } },
      async (request) => request.write(async (trx) => { await begin(trx, house, request.params.id, deed, request.actor.userId); return request.params }))
  }

  app.post('/:id/stop', { config: write, schema: { tags, summary: 'Stop; members that are booked stay booked', params: wire.OpeningId, response: { 200: wire.OpeningId } } },
    async (request) => request.write(async (trx) => { await stop(trx, house, request.params.id); return request.params }))

  app.get('/:id/rejects', { config: read, schema: { tags, summary: 'Every rejected row as CSV: line, reason, and the cells as they stood', params: wire.OpeningId, produces: ['text/csv'] } },
    async (request, reply) => {
      const { layout } = await readFile(db, request.params.id, clock())
      const { headers, body } = download('csv', 'rejected', rejectRows(db, request.params.id, layout.headers, request.locale))
      return reply.headers(headers).send(body)
    })
}
