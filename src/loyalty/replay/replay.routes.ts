import { download } from '#foundation/download.ts'
import type { Routes } from '#foundation/http.ts'
import { beginReplay, differenceRows, differencesOf, listDifferences, listReplays, readGround, readReplay, schedule } from './replay.ts'
import * as wire from './replay.schema.ts'

const tags = ['replay']

export const routes: Routes = async (app, { db, clock, queue }) => {
  app.get('/', {
    config: { right: 'replay.read' }, schema: { tags, summary: 'Replays, the newest first', response: { 200: wire.ReplayList } }
  }, async () => ({ items: [...await listReplays(db, clock())] }))

  app.get('/ground', {
    config: { right: 'replay.read' }, schema: { tags, summary: 'The rules in force, to be drafted from, and how many orders there are to tell again', response: { 200: wire.Ground } }
  }, async () => readGround(db, clock()))

  app.post('/changes', {
    config: { right: 'replay.read', keyless: 'a question with a body: it changes nothing' }, schema: { tags, summary: 'What drafts change, in words', body: wire.TriedDrafts, response: { 200: wire.Changes } }
  }, async ({ body }) => ({ changes: [...await differencesOf(db, body.drafts, clock())] }))

  app.post('/', {
    config: { right: 'replay.write' },
    schema: { tags, summary: 'Tell the orders of the last months again under drafts of the rules, against the rules in force over the same orders', body: wire.NewReplay, response: { 200: wire.Begun } }
  }, async (request) => request.write((trx) => beginReplay(trx, queue, request.body, request.actor.userId, clock())))

  app.get('/:runId', {
    config: { right: 'replay.read' }, schema: { tags, summary: 'One replay: points by month, tiers, cost, winners and losers', params: wire.RunParams, response: { 200: wire.Replay } }
  }, async ({ params }) => readReplay(db, params.runId, clock()))

  app.get('/:runId/members', {
    config: { right: 'replay.read' }, schema: { tags, summary: 'Who would gain or lose most, first', params: wire.RunParams, querystring: wire.MembersQuery, response: { 200: wire.MemberPage } }
  }, async ({ params, query }) => listDifferences(db, params.runId, query))

  app.get('/:runId/members/file', {
    config: { right: 'replay.export' }, schema: { tags, summary: 'The same members, all of them, as CSV or XLSX', params: wire.RunParams, querystring: wire.MembersFileQuery }
  }, async ({ params, query, locale }, reply) => {
    const { headers, body } = download(query.format, `replay-${query.side}`, differenceRows(db, params.runId, query.side, locale))
    return reply.headers(headers).send(body)
  })

  app.post('/:runId/schedule', {
    config: { right: 'replay.define' }, schema: { tags, summary: 'Let the drafts hold from one instant on, as versions of their own', params: wire.RunParams, body: wire.ScheduleBody, response: { 200: wire.Replay } }
  }, async (request) => request.write((trx) => schedule(trx, request.params.runId, request.body.validFrom, request.actor.userId, clock())))
}
