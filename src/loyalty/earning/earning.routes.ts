import type { Routes } from '#foundation/http.ts'
import { readState } from './earning.state.ts'
import { quoteEarn } from './earning.quote.ts'
import * as wire from './earning.schema.ts'
import { countJob } from './earning.jobs.ts'
import { beginCount } from './earning.past.ts'
import { checkProgramme, previewCount } from './earning.trial.ts'
import { readWhy } from './earning.why.ts'
import { saveVersion, withdrawVersion } from './earning.versions.ts'

const tags = ['earning']

export const routes: Routes = async (app, { db, clock, queue }) => {
  app.get('/', {
    config: { right: 'earning.read' }, schema: { tags, summary: 'The programme: its versions, which is in force, and what campaigns have left', response: { 200: wire.ProgrammeState } }
  }, async () => readState(db, clock()))

  app.post('/versions', {
    config: { right: 'earning.define' },
    schema: { tags, summary: 'Publish a version, now or from an instant on; what is counted keeps its own', body: wire.NewVersion, response: { 200: wire.Version } }
  }, async (request) => request.write((trx) => saveVersion(trx, request.body, request.actor.userId, clock())))

  app.delete('/versions/:version', {
    config: { right: 'earning.define' },
    schema: { tags, summary: 'Withdraw a version before it is in force', params: wire.VersionPlace, response: { 200: wire.ProgrammeState } }
  }, async (request) => request.write(async (trx) => {
    await withdrawVersion(trx, request.params.version, request.actor.userId, clock())
    return readState(trx, clock())
  }))

  app.post('/quote', {
    config: { right: 'earning.read', keyless: 'a question with a body: it changes nothing' },
    schema: { tags, summary: 'What a basket would earn now, by line and rule', body: wire.QuoteBody, response: { 200: wire.Quote } }
  }, async ({ body }) => {
    const at = body.at === undefined ? clock() : new Date(body.at)
    const lines = body.lines.map(({ product, category, quantity, amountMinor }, place) => ({ lineNo: place + 1, product, category: category ?? null, quantity, amountMinor: BigInt(amountMinor) }))
    const { version, parts, totals } = await quoteEarn(db, { customerId: body.customerId, source: body.source, number: '', at, storeId: body.storeId ?? null, channel: body.channel ?? null, lines }, clock())
    return { version, totals: Object.fromEntries([...totals].map(([currency, amount]) => [currency, amount.toString()])), parts: parts.map(({ amount, ...part }) => ({ ...part, amount: amount.toString() })) }
  })

  app.post('/check', {
    config: { right: 'earning.read', keyless: 'a question with a body: it changes nothing' },
    schema: { tags, summary: 'The problems of rules that nobody has published yet, and what they would give for a real order, line by line', body: wire.CheckBody, response: { 200: wire.Checked } }
  }, async ({ body, locale }) => checkProgramme(db, body, locale))

  app.post('/preview', {
    config: { right: 'earning.define', keyless: 'a question with a body: it changes nothing' },
    schema: { tags, summary: 'What counting past orders from an instant on would give', body: wire.PreviewBody, response: { 200: wire.Preview } }
  }, async ({ body }) => previewCount(db, { programme: body.programme, from: new Date(body.from) }, clock()))

  app.post('/counts', {
    config: { right: 'earning.define' },
    schema: { tags, summary: 'Count past orders from an instant on; what is counted already stays as it is', body: wire.CountBody, response: { 200: wire.CountBegun } }
  }, async (request) => request.write(async (trx) => {
    const countId = await beginCount(trx, { fromAt: new Date(request.body.from), importId: null, actor: request.actor.userId }, clock())
    return { runId: await queue.send(trx, countJob.name, { countId }) }
  }))

  app.get('/why', {
    config: { right: 'points.read' },
    schema: { tags, summary: 'Why this balance, at any instant: every lot with the order line, the rule and the version that gave it, and where it went', querystring: wire.WhyQuery, response: { 200: wire.Why } }
  }, async ({ query }) => readWhy(db, query, clock()))
}
