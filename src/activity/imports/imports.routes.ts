/** HTTP: files in, counts and rejected rows out. */
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import multipart from '@fastify/multipart'
import type { Routes } from '#foundation/http.ts'
import { Refusal } from '#foundation/refusal.ts'
import { beginImport, cancelImport, changeMapping, listImports, noteImport, readImport, receiveFile } from './imports.deeds.ts'
import { ImportDetail, ImportId, ImportList, ImportQuery, MappingChange } from './imports.schema.ts'
import { importWords } from './imports.words.ts'
import { placesOf } from './places.ts'
import { rejectsCsv } from './rejects.ts'

const tags = ['imports']
const read = { right: 'imports.read' }
const write = { right: 'imports.write' }

export const routes: Routes = async (app, house) => {
  const { db, config, clock } = house
  const limit = config.uploadLimitMb
  await app.register(multipart, { limits: { fileSize: limit * 1_048_576, files: 1, fields: 10 } })

  app.get('/', { config: read, schema: { tags, summary: 'Past imports, the newest first', querystring: ImportQuery, response: { 200: ImportList } } },
    async (request) => listImports(db, request.query))

  app.post('/', {
    config: { ...write, keyless: 'a file is streamed to disk; the import it begins is idempotent by its orders' },
    schema: { tags, summary: 'Upload an order file (multipart/form-data, one part `file`) and see what was understood', consumes: ['multipart/form-data'], response: { 200: ImportDetail } }
  }, async (request) => {
    if (!request.isMultipart()) throw new Refusal('imports.one_file', 415, importWords.oneFile)
    const part = await request.file()
    if (!part) throw new Refusal('imports.one_file', 400, importWords.oneFile)
    const received = await receiveFile(house, part.file).catch((error: unknown) => {
      throw part.file.truncated ? new Refusal('imports.too_large', 413, importWords.tooLarge, { limit }) : error
    })
    if (part.file.truncated) {
      await rm(placesOf(config.dataDir, received.importId).folder, { recursive: true, force: true })
      throw new Refusal('imports.too_large', 413, importWords.tooLarge, { limit })
    }
    return db.transaction().execute((trx) => noteImport(trx, received, part.filename, request.actor.userId, clock()))
  })

  app.get('/:id', { config: read, schema: { tags, summary: 'One import, its mapping, and its first rows as they are understood', params: ImportId, response: { 200: ImportDetail } } },
    async (request) => readImport(db, request.params.id, clock()))

  app.put('/:id/mapping', { config: write, schema: { tags, summary: 'Correct which column means what', params: ImportId, body: MappingChange, response: { 200: ImportDetail } } },
    async (request) => request.write((trx) => changeMapping(trx, request.params.id, request.body, clock())))

  app.post('/:id/trial', { config: write, schema: { tags, summary: 'Dry run: what the import would do', params: ImportId, response: { 200: ImportDetail } } },
    async (request) => request.write((trx) => beginImport(trx, house, request.params.id, 'trial', request.actor.userId, clock())))

  app.post('/:id/start', { config: write, schema: { tags, summary: 'Write the orders; after a cancelled or failed start, go on where it stopped', params: ImportId, response: { 200: ImportDetail } } },
    async (request) => request.write((trx) => beginImport(trx, house, request.params.id, 'write', request.actor.userId, clock())))

  app.post('/:id/cancel', { config: write, schema: { tags, summary: 'Stop; whole batches that are written stay', params: ImportId, response: { 200: ImportDetail } } },
    async (request) => request.write((trx) => cancelImport(trx, house, request.params.id, clock())))

  app.get('/:id/rejects', { config: read, schema: { tags, summary: 'Every rejected row as CSV: line, reason, and the cells as they stood', params: ImportId, produces: ['text/csv'] } },
    async (request, reply) => {
      const { id } = request.params
      const { layout, fileName } = await readImport(db, id, clock())
      const { rejects } = placesOf(config.dataDir, id)
      if (!existsSync(rejects)) throw new Refusal('imports.not_started', 404, importWords.notStarted)
      const name = `${fileName.replace(/\.[^.]*$/, '')}-rejected.csv`
      return reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="rejected.csv"; filename*=UTF-8''${encodeURIComponent(name)}`)
        .send(Readable.from(rejectsCsv(rejects, layout.headers, request.locale)))
    })
}
