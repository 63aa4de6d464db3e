import { Readable } from 'node:stream'
import type { Routes } from '#foundation/http.ts'
import { countRuns } from '#foundation/runs.ts'
import { JobCounts, JobId, JobQuery, JobRun, JobRuns } from './jobs.schema.ts'
import { eventsOf } from './jobs.stream.ts'
import { cancelJob, listJobs, readJob, retryJob } from './jobs.ts'

export const routes: Routes = async (app, { db, queue, clock }) => {
  app.get('/', {
    config: { right: 'jobs.read' }, schema: { tags: ['jobs'], summary: 'Work in the background, the newest first', querystring: JobQuery, response: { 200: JobRuns } }
  }, async (request) => listJobs(db, queue, request.query, clock()))

  app.get('/counts', {
    config: { right: 'jobs.read' }, schema: { tags: ['jobs'], summary: 'How many runs are in each state', response: { 200: JobCounts } }
  }, async () => countRuns(db))

  app.get('/:id', {
    config: { right: 'jobs.read' }, schema: { tags: ['jobs'], summary: 'One run', params: JobId, response: { 200: JobRun } }
  }, async (request) => readJob(db, queue, request.params.id, clock()))

  app.get('/:id/progress', {
    config: { right: 'jobs.read' },
    schema: { tags: ['jobs'], summary: 'Server-sent events: `progress` with the run after every change, until it ends', params: JobId, produces: ['text/event-stream'] }
  }, async (request, reply) => {
    const { id } = request.params
    await readJob(db, queue, id, clock())
    const gone = new AbortController()
    reply.raw.once('close', () => gone.abort())
    const events = eventsOf({ read: () => readJob(db, queue, id, clock()), watch: (changed) => queue.watch(id, changed), signal: gone.signal })
    return reply.type('text/event-stream; charset=utf-8').header('cache-control', 'no-cache, no-transform').header('x-accel-buffering', 'no').send(Readable.from(events))
  })

  app.post('/:id/cancel', {
    config: { right: 'jobs.write' }, schema: { tags: ['jobs'], summary: 'Ask a run to stop', params: JobId, response: { 200: JobRun } }
  }, async (request) => request.write((trx) => cancelJob(trx, queue, request.params.id, clock())))

  app.post('/:id/retry', {
    config: { right: 'jobs.write' }, schema: { tags: ['jobs'], summary: 'Try a failed or cancelled run again', params: JobId, response: { 200: JobRun } }
  }, async (request) => request.write((trx) => retryJob(trx, queue, request.params.id, clock())))
}
