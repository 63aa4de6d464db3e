import type { Routes } from '#foundation/http.ts'
import { batchRoutes } from './vouchers.batches.routes.ts'
import * as basket from './vouchers.basket.schema.ts'
import * as wire from './vouchers.schema.ts'
import { readTemplates } from './vouchers.figures.ts'
import { changeTemplate, createTemplate, issue, listVouchers, quoteVouchers, readMovements, readTemplate, readVersions, redeem, release, reserve, stopTemplate, voidVoucher } from './vouchers.ts'
import { shownCode } from './vouchers.codes.ts'
import { basketOf, quoteShown, useShown } from './vouchers.views.ts'

const tags = ['vouchers']
const read = { right: 'vouchers.read' }
const use = { right: 'vouchers.write' }
const define = { right: 'vouchers.define' }

export const routes: Routes = async (app, house) => {
  const { db, clock, listeners } = house
  await app.register(async (scope) => batchRoutes(scope, house), { prefix: '/batches' })
  const parts = (userId: string) => ({ listeners, actor: userId })

  app.get('/', { config: read, schema: { tags, summary: "Members' vouchers, the newest first, by member, template and state", querystring: wire.VoucherQuery, response: { 200: wire.VoucherPage } } },
    async ({ query }) => listVouchers(db, query, clock()))

  app.get('/templates', { config: read, schema: { tags, summary: 'What vouchers there are, and how they are used', response: { 200: wire.TemplateList } } }, async () => readTemplates(db, clock()))

  app.post('/templates', { config: define, schema: { tags, summary: 'A new kind of voucher', body: wire.NewTemplate, response: { 200: wire.Template } } },
    async (request) => request.write((trx) => createTemplate(trx, request.body, request.actor.userId, clock())))

  app.get('/templates/:id', { config: read, schema: { tags, summary: 'One kind of voucher with all its versions', params: wire.TemplateId, response: { 200: wire.TemplateDetail } } },
    async ({ params }) => readVersions(db, params.id))

  app.put('/templates/:id', { config: define, schema: { tags, summary: 'A new version; what was issued keeps the old one', params: wire.TemplateId, body: wire.NewVersion, response: { 200: wire.Template } } },
    async (request) => request.write((trx) => changeTemplate(trx, request.params.id, request.body, request.actor.userId, clock())))

  app.post('/templates/:id/stop', { config: define, schema: { tags, summary: 'Give out no more, or go on; what members hold stays good', params: wire.TemplateId, body: wire.Stopping, response: { 200: wire.Template } } },
    async (request) => request.write((trx) => stopTemplate(trx, request.params.id, request.body.stopped)))

  app.post('/issues', { config: { right: 'vouchers.issue' }, schema: { tags, summary: 'Give vouchers to members, up to 1,000, all or none', body: wire.Issuing, response: { 200: wire.Issued } } },
    async (request) => request.write(async (trx) => {
      const { templateId, customers, count = 1, note } = request.body
      await readTemplate(trx, templateId)
      const issued = await issue(trx, parts(request.actor.userId), customers.map((customerId) => ({ customerId, templateId, origin: 'person', count, ...(note === undefined ? {} : { note }) })), clock())
      return { issued: issued.map(({ customerId, voucherId, code, validFrom, validTo }) => ({ customerId, voucherId, code: shownCode(code), validFrom, validTo })) }
    }))

  app.post('/quote', {
    config: { ...read, keyless: 'a question with a body: it changes nothing' },
    schema: { tags, summary: 'Which vouchers of a member, and which typed codes, apply to a basket; why the others do not; the best together', body: basket.QuoteBody, response: { 200: basket.QuoteShown } }
  }, async ({ body }) => {
    const now = clock()
    const asked = basketOf(body.basket, now)
    return quoteShown(asked, await quoteVouchers(db, asked, now, { codes: body.codes ?? [] }))
  })

  app.post('/reserve', { config: use, schema: { tags, summary: 'Hold vouchers for a basket; they become free by themselves', body: basket.UseBody, response: { 200: basket.UseShown } } },
    async (request) => request.write(async (trx) => {
      const now = clock()
      return useShown(await reserve(trx, parts(request.actor.userId), basketOf(request.body.basket, now), request.body.picks, request.body.minutes ?? 15, now))
    }))

  app.post('/redeem', { config: use, schema: { tags, summary: 'Use vouchers on an order, once; told again it answers what was done', body: basket.RedeemBody, response: { 200: basket.UseShown } } },
    async (request) => request.write(async (trx) => {
      const now = clock()
      return useShown(await redeem(trx, parts(request.actor.userId), basketOf(request.body.basket, now), request.body.picks, now))
    }))

  app.post('/release', { config: use, schema: { tags, summary: 'Let go of what a basket holds', body: basket.ReleaseBody, response: { 200: basket.Released } } },
    async (request) => request.write(async (trx) => ({ released: await release(trx, parts(request.actor.userId), request.body, clock()) })))

  app.get('/:customer/:voucher', { config: read, schema: { tags, summary: 'What happened to one voucher', params: wire.VoucherPlace, response: { 200: wire.MovementList } } },
    async ({ params }) => readMovements(db, params.customer, params.voucher))

  app.post('/:customer/:voucher/void', { config: { right: 'vouchers.issue' }, schema: { tags, summary: 'Take a voucher away, with the reason', params: wire.VoucherPlace, body: wire.Voiding, response: { 200: wire.VoucherShown } } },
    async (request) => request.write((trx) => voidVoucher(trx, parts(request.actor.userId), { customerId: request.params.customer, voucherId: request.params.voucher }, request.body.reason, clock())))
}
