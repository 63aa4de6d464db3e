import { createCipheriv, createSign, generateKeyPairSync } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seededRandom } from '#foundation/random.ts'
import { meeting } from '#test/deadlock.ts'
import { buildTestHouse, type TestHouse } from '#test/house.ts'
import { signTmall } from './adapters.rules.ts'

let test: TestHouse
const opening = new Date('2026-11-21T03:00:00Z')
const apiV3Key = '0123456789abcdef0123456789abcdef'
const secret = 'a-shared-secret'
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
beforeAll(async () => {
  test = await buildTestHouse(opening)
  const saved = await test.ask('PUT', '/api/adapters/keys', { wechat: { publicKey: publicKey.export({ format: 'pem', type: 'spki' }).toString(), apiV3Key }, tmall: { secret } })
  expect(saved.json()).toEqual({ wechat: true, tmall: true })
})
afterAll(() => test.close())

interface Card { readonly code: string, readonly openid: string, readonly phone?: string, readonly at: string }

/** The platform as its documentation tells it: seals and signs each sending anew, sends again every minute, eleven times at most, until it hears of success. */
const wechat = {
  async send(id: string, kind: 'CREATE' | 'DELETE' | 'UPDATE', { code, openid, phone, at }: Card, forge = false) {
    const type = `MEMBERCARDSP.USER_CARD.${kind}`
    const nonce = String(Math.abs(Number(BigInt(id.length) * 7919n)) % 10 ** 12).padStart(12, '0')
    const seal = createCipheriv('aes-256-gcm', Buffer.from(apiV3Key), Buffer.from(nonce)).setAAD(Buffer.from('member_card'))
    const told = JSON.stringify({ event_type: type, event_time: at, user_card_code: code, card_id: 'p1', openid, ...(phone === undefined ? {} : { phone }) })
    const ciphertext = Buffer.concat([seal.update(told), seal.final(), seal.getAuthTag()]).toString('base64')
    const body = JSON.stringify({ id, create_time: at, event_type: type, resource_type: 'encrypt-resource', summary: 's', resource: { algorithm: 'AEAD_AES_256_GCM', ciphertext, nonce, associated_data: 'member_card' } })
    const timestamp = String(Math.floor(test.time.now.getTime() / 1000))
    const signature = createSign('sha256').update(`${timestamp}\nabc\n${forge ? `${body} ` : body}\n`).sign(privateKey, 'base64')
    return test.app.inject({ method: 'POST', url: '/api/adapters/wechat', payload: body, headers: { 'content-type': 'application/json', 'wechatpay-timestamp': timestamp, 'wechatpay-nonce': 'abc', 'wechatpay-signature': signature, 'wechatpay-serial': 'PUB_KEY_ID_1' } })
  }
}
const tmall = async (path: 'members' | 'points', told: object, wrong = false) => {
  const body = JSON.stringify(told)
  const query = { app_key: '1', method: 'tmall.mei.crm', timestamp: String(test.time.now.getTime()) }
  const sign = signTmall(body, query, wrong ? 'another' : secret)
  return test.app.inject({ method: 'POST', url: `/api/adapters/tmall/${path}`, query: { ...query, sign }, payload: body, headers: { 'content-type': 'application/json' } })
}
const found = async (text: string) => (await test.ask('POST', '/api/tills/members', { text })).json().items
const later = (ms: number): void => { test.time.now = new Date(test.time.now.getTime() + ms) }

describe('WeChat Pay member cards', () => {
  const card = { code: '100000000000000000000001', openid: 'oABC-12345678', phone: '13700001111', at: '2026-11-21T11:00:00+08:00' }

  it('are opened once, however often it is told: eleven repetitions, sixteen at once, answers lost', async () => {
    const answers = await Promise.all(Array.from({ length: 16 }, () => wechat.send('note-1', 'CREATE', card)))
    for (let again = 0; again < 11; again += 1) { later(60_000); answers.push(await wechat.send('note-1', 'CREATE', card)) }
    expect(new Set(answers.map((one) => `${one.statusCode} ${one.body}`))).toEqual(new Set(['200 {"code":"SUCCESS","message":"OK"}']))
    expect(await found('13700001111')).toMatchObject([{ by: 'phone' }])
    expect((await found(card.code))[0].customerId).toBe((await found('13700001111'))[0].customerId)
  })

  it('join the member who has the phone, and the same id with other content is refused', async () => {
    const { customerId } = (await test.ask('POST', '/api/record', { name: '林晓', keys: [{ kind: 'phone', value: '13700002222' }] })).json()
    await wechat.send('note-2', 'CREATE', { ...card, code: '100000000000000000000002', openid: 'oABC-22222222', phone: '13700002222' })
    expect((await found('100000000000000000000002'))[0].customerId).toBe(customerId)
    expect((await wechat.send('note-2', 'CREATE', { ...card, code: '100000000000000000000009' })).json().code).toBe('adapters.other_content')
  })

  it('given up before they are told to be opened stay given up; opened again they are there', async () => {
    const third = { ...card, code: '100000000000000000000003', openid: 'oABC-33333333', phone: '13700003333' }
    await wechat.send('note-4', 'DELETE', { ...third, at: '2026-11-21T11:05:00+08:00' })
    await wechat.send('note-3', 'CREATE', { ...third, at: '2026-11-21T11:00:00+08:00' })
    expect(await found(third.code)).toEqual([])
    await wechat.send('note-5', 'CREATE', { ...third, at: '2026-11-21T11:06:00+08:00' })
    expect(await found(third.code)).toHaveLength(1)
    await wechat.send('note-6', 'DELETE', { ...third, at: '2026-11-21T11:07:00+08:00' })
    expect([await found(third.code), (await found('13700003333')).length]).toEqual([[], 1])
  })

  it('stay whatever else is told of them', async () => {
    const fourth = { ...card, code: '100000000000000000000004', openid: 'oABC-44444444', phone: '13700004444', at: '2026-11-21T11:10:00+08:00' }
    await wechat.send('note-9', 'CREATE', fourth)
    expect((await wechat.send('note-10', 'UPDATE', { ...fourth, at: '2026-11-21T11:20:00+08:00' })).json()).toEqual({ code: 'SUCCESS', message: 'OK' })
    expect(await found(fourth.code)).toHaveLength(1)
    // It is no word on who has the card: one that was sent before it still counts.
    await wechat.send('note-11', 'DELETE', { ...fourth, at: '2026-11-21T11:15:00+08:00' })
    expect(await found(fourth.code)).toEqual([])
  })

  it.each([['no PEM', apiV3Key], [generateKeyPairSync('ed25519').publicKey.export({ format: 'pem', type: 'spki' }).toString(), apiV3Key], [publicKey.export({ format: 'pem', type: 'spki' }).toString(), '密'.repeat(32)]])('refuse keys that could prove nothing, and keep those that they have', async (told, sealing) => {
    const refused = await test.ask('PUT', '/api/adapters/keys', { wechat: { publicKey: told, apiV3Key: sealing } })
    expect([refused.statusCode, refused.json().code, Object.keys(refused.json().sentences)]).toEqual([422, 'adapters.bad_key', ['zh', 'en']])
    expect((await wechat.send(`note-kept-${told.length}-${sealing.length}`, 'CREATE', card)).statusCode).toBe(200)
  })

  it('are not believed without the right signature, nor from a body that was kept', async () => {
    expect((await wechat.send('note-7', 'CREATE', card, true)).json().code).toBe('adapters.forged')
    const stale = test.time.now
    const sending = wechat.send('note-8', 'CREATE', card)
    test.time.now = new Date(stale.getTime() + 3_600_000)
    expect((await sending).json().code).toBe('adapters.stale')
  })
})

describe('Tmall members', () => {
  const bind = (ouid: string, more: object = {}) => ({ ouid, request_id: `r-${ouid}`, mobile: '13600001111', ...more })
  const change = (ouid: string, record: string, quantity: string) => ({ ouid, record_id: record, quantity, change_time: '2026-11-21T02:00:00Z' })
  const balance = async (text: string): Promise<string> => (await found(text))[0]?.available

  it('are bound once, with their points and level, and the same request again is answered with what is true now', async () => {
    expect((await tmall('members', bind('A'))).json()).toMatchObject({ code: 'SUC', point: '0' })
    expect((await tmall('points', change('A', '1', '300'))).json()).toMatchObject({ code: 'SUC' })
    const again = await Promise.all(Array.from({ length: 10 }, () => tmall('members', bind('A'))))
    expect(new Set(again.map((one) => one.json().point))).toEqual(new Set(['300']))
  })

  it('whose enrolment is told a day later get what waited for them, once, in any order of arrival', async () => {
    for (const seed of [1, 2, 3]) {
      const ouid = `B${seed}`
      const mobile = `1360000200${seed}`
      const random = seededRandom(seed)
      const messages = [['points', change(ouid, `${ouid}-1`, '500')], ['points', change(ouid, `${ouid}-2`, '200')], ['members', bind(ouid, { mobile })], ['points', change(ouid, `${ouid}-3`, '50')]] as const
      // Ten repetitions within a day, as after the flight mode: each message several times, shuffled.
      const sent = [...messages, ...messages, ...messages].map((one) => ({ one, at: random.int(1_000_000) })).toSorted((a, b) => a.at - b.at)
      for (const { one: [path, told] } of sent) expect((await tmall(path, told)).statusCode).toBe(200)
      expect(await balance(mobile)).toBe('750')
    }
  })

  it('cannot spend what they have not; what was answered is bound to the record id', async () => {
    await tmall('members', bind('C', { mobile: '13600003333' }))
    expect((await tmall('points', change('C', 'c1', '-100'))).json()).toEqual({ code: 'E02', message: 'points.insufficient' })
    await tmall('points', change('C', 'c2', '500'))
    expect((await tmall('points', change('C', 'c1', '-100'))).json()).toEqual({ code: 'E02', message: 'points.insufficient' })
    expect((await tmall('points', change('C', 'c3', '-100'))).json().code).toBe('SUC')
    expect(await balance('13600003333')).toBe('400')
  })

  it('are taken from their start where a deadlock ended a message', async () => {
    await tmall('members', bind('D', { mobile: '13600004444' }))
    await tmall('points', change('D', 'd1', '500'))
    const { customerId } = (await found('13600004444'))[0]
    const wallet = sql`select from points.wallet where customer_id = ${customerId}::uuid and currency = 'points' for update`
    const subject = sql`select from adapters.subject where platform = 'tmall' and subject = 'D' for update`
    expect((await meeting(test.house.db, wallet, () => tmall('points', change('D', 'd2', '200')), subject)).json()).toEqual({ code: 'SUC', message: 'OK' })
    expect(await balance('13600004444')).toBe('700')
  })

  it('are not believed without the right signature, and keys need their right', async () => {
    expect((await tmall('points', change('A', '9', '100'), true)).json().code).toBe('adapters.forged')
    expect((await test.askAs(['tills.write'], 'PUT', '/api/adapters/keys', {})).statusCode).toBe(403)
  })
})
