import { Type } from 'typebox'
import { persistently } from '#foundation/again.ts'
import type { Routes } from '#foundation/http.ts'
import { offlineRoutes } from './tills.offline.routes.ts'
import * as wire from './tills.schema.ts'
import { closeDay, findGood, findMembers, readAnswer, readSetting, saveSetting, sell, showCode, takeBack, voidSale, quoteBasket } from './tills.ts'

const tags = ['tills']

export const routes: Routes = async (app, house) => {
  const { db, clock, listeners, engine } = house
  await offlineRoutes(app, house)
  app.post('/members', {
    config: { right: 'tills.write' },
    schema: { tags, summary: 'Who stands at the till: by phone, card, the tail of either, or the code that the member shows, which is good once', body: wire.FindBody, response: { 200: wire.MemberList } }
  }, async (request) => request.write((trx) => findMembers(trx, request.body.text, clock())))

  app.post('/codes', {
    config: { right: 'tills.code' }, schema: { tags, summary: 'A code for a member to show at a till: signed, good for 90 seconds and once', body: wire.CodeBody, response: { 200: wire.Code } }
  }, async (request) => request.write((trx) => showCode(trx, request.body.customerId, clock())))

  app.post('/quote', {
    config: { right: 'tills.write', keyless: 'it asks and leaves nothing' },
    schema: { tags, summary: 'What a basket comes to: what comes off, what points may pay, what it earns', body: wire.QuoteBody, response: { 200: wire.Quote } }
  }, async ({ body, actor }) => persistently(() => db.transaction().execute((trx) => quoteBasket(trx, { listeners, actor: actor.userId }, body, clock()))))

  app.post('/sales', {
    config: { right: 'tills.write' },
    schema: { tags, summary: 'Sell: points, order and all that follows in one transaction; the same receipt again gets the same answer, whatever its key', body: wire.SaleBody, response: { 200: wire.Answer } }
  }, async (request) => request.write((trx) => sell(trx, { listeners, actor: request.actor.userId }, request.body, clock())))

  app.get('/answers', {
    config: { right: 'tills.read' }, schema: { tags, summary: 'What was answered for a receipt: for a till whose answer was lost', querystring: wire.ReceiptQuery, response: { 200: wire.Answer } }
  }, async ({ query }) => readAnswer(db, query))

  app.post('/voids', {
    config: { right: 'tills.write' },
    schema: { tags, summary: 'Void a sale on its own day, before the store\'s day is settled', body: wire.VoidBody, response: { 200: wire.Answer } }
  }, async (request) => request.write((trx) => voidSale(trx, { listeners, actor: request.actor.userId }, request.body, clock())))

  app.post('/returns', {
    config: { right: 'tills.write' },
    schema: { tags, summary: 'Take goods of a receipt back, in part or whole, with every consequence', body: wire.BackBody, response: { 200: wire.Answer } }
  }, async (request) => request.write((trx) => takeBack(trx, { listeners, actor: request.actor.userId }, request.body, clock())))

  app.post('/settlements', {
    config: { right: 'tills.write' },
    schema: { tags, summary: 'Settle a store\'s day: from now on its sales come back as returns, never as voids', body: wire.SettleBody, response: { 200: Type.Object({ settled: Type.Boolean() }) } }
  }, async (request) => request.write((trx) => closeDay(trx, request.body, request.actor.userId, clock())))

  app.get('/goods', {
    config: { right: 'tills.read' }, schema: { tags, summary: 'What a scanned code is, and what it last cost', querystring: wire.GoodQuery, response: { 200: wire.GoodList } }
  }, async ({ query }) => findGood(engine, db, query.product))

  app.get('/setting', {
    config: { right: 'tills.read' }, schema: { tags, summary: 'What points are worth at a till, and within which bounds', response: { 200: wire.Setting } }
  }, async () => readSetting(db))

  app.put('/setting', {
    config: { right: 'tills.define' }, schema: { tags, summary: 'A new version of it; sales keep the one they were quoted under', body: wire.NewSetting, response: { 200: wire.Setting } }
  }, async (request) => request.write((trx) => saveSetting(trx, request.body, request.actor.userId, clock())))
}
