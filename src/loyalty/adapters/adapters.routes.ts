import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { persistently } from '#foundation/again.ts'
import type { Trx } from '#foundation/db.ts'
import type { Routes } from '#foundation/http.ts'
import { hearTmallBind, hearTmallPoints, hearWechat, readKeys, saveKeys } from './adapters.ts'
import { KeysBody, KeysShown, TmallAnswer, WechatAnswer } from './adapters.schema.ts'

const tags = ['adapters']
const signed = 'the platform signs it and has an id of its own for it'
const Headers = Type.Object({ 'wechatpay-timestamp': Type.String(), 'wechatpay-nonce': Type.String(), 'wechatpay-signature': Type.String() })
/** Whatever else stands in the address is signed too. */
const Query = Type.Object({ timestamp: Type.String({ description: 'milliseconds' }), sign: Type.String() })
const textsOf = (query: object): Record<string, string> => Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]))

export const routes: Routes = async (app, { db, clock, listeners }) => {
  app.get('/keys', {
    config: { right: 'adapters.define' }, schema: { tags, summary: 'Which platforms have their keys', response: { 200: KeysShown } }
  }, async () => readKeys(db))

  app.put('/keys', {
    config: { right: 'adapters.define' }, schema: { tags, summary: 'Set the keys that prove a platform\'s messages; they are never shown again', body: KeysBody, response: { 200: KeysShown } }
  }, async (request) => request.write((trx) => saveKeys(trx, request.body, request.actor.userId, clock())))

  /** From its start where a deadlock ended it: the platform's own id keeps it done once. */
  const hear = <T>(work: (trx: Trx) => Promise<T>): Promise<T> => persistently(() => db.transaction().execute(work))

  // What is signed is the text as it came, to the byte: in here a body stays text.
  await app.register(async (inner) => {
    const scope = inner.withTypeProvider<TypeBoxTypeProvider>()
    scope.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, next) => { next(null, body) })

    scope.post('/wechat', {
      config: { right: 'public', keyless: signed }, schema: { tags, summary: 'WeChat Pay member cards: a card was opened or given up', headers: Headers, body: Type.String(), response: { 200: WechatAnswer } }
    }, async ({ body, headers }) => hear((trx) => hearWechat(trx, body, {
      timestamp: headers['wechatpay-timestamp'], nonce: headers['wechatpay-nonce'], signature: headers['wechatpay-signature']
    }, clock())))

    scope.post('/tmall/members', {
      config: { right: 'public', keyless: signed }, schema: { tags, summary: 'Tmall: somebody became a member, now or hours ago', querystring: Query, body: Type.String(), response: { 200: TmallAnswer } }
    }, async ({ body, query }) => hear((trx) => hearTmallBind(trx, { listeners, actor: 'tmall' }, { body, query: textsOf(query) }, clock())))

    scope.post('/tmall/points', {
      config: { right: 'public', keyless: signed }, schema: { tags, summary: 'Tmall: points were given or taken there', querystring: Query, body: Type.String(), response: { 200: TmallAnswer } }
    }, async ({ body, query }) => hear((trx) => hearTmallPoints(trx, { listeners, actor: 'tmall' }, { body, query: textsOf(query) }, clock())))
  })
}
