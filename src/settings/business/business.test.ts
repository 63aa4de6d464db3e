import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildTestHouse, type TestHouse } from '#test/house.ts'
import { settleBusiness } from './business.ts'

let at: TestHouse
beforeAll(async () => { at = await buildTestHouse() })
afterAll(() => at.close())

const shop = { name: '青山茶铺', country: 'CN', zone: 'Asia/Shanghai', currency: 'CNY' }

describe('business', () => {
  it('is a shop in China until somebody says otherwise', async () => {
    expect((await at.ask('GET', '/api/business')).json()).toMatchObject({ zone: 'Asia/Shanghai', currency: 'CNY', version: 0, synthetic: false })
  })

  it('is saved once per key: the same request again changes nothing', async () => {
    const headers = { 'idempotency-key': 'save-the-shop' }
    const first = await at.ask('PUT', '/api/business', { ...shop, version: 0 }, { headers })
    const again = await at.ask('PUT', '/api/business', { ...shop, version: 0 }, { headers })
    expect([first.statusCode, again.statusCode]).toEqual([200, 200])
    expect(again.json()).toEqual(first.json())
    const other = await at.ask('PUT', '/api/business', { ...shop, name: '别家', version: 1 }, { headers })
    expect([other.statusCode, other.json().code]).toEqual([409, 'request.key_reused'])
  })

  it('refuses an editor who has not seen the last change, in both languages', async () => {
    const answer = await at.ask('PUT', '/api/business', { ...shop, version: 7 }, { headers: { 'accept-language': 'en' } })
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'business.changed_meanwhile'])
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.json().detail).toContain('version 1')
    expect(answer.json().sentences.zh).toContain('第 1 版')
  })

  it('keeps a refusal bound to its key', async () => {
    const headers = { 'idempotency-key': 'refused-once' }
    const wrong = await at.ask('PUT', '/api/business', { ...shop, zone: 'Asia/Nowhere', version: 1 }, { headers })
    const again = await at.ask('PUT', '/api/business', { ...shop, zone: 'Asia/Nowhere', version: 1 }, { headers })
    expect(wrong.json().code).toBe('business.unknown_zone')
    expect(again.json()).toEqual(wrong.json())
  })

  it('asks for a key on every write, and for the right', async () => {
    const keyless = await at.app.inject({ method: 'PUT', url: '/api/business', payload: { ...shop, version: 1 } })
    expect([keyless.statusCode, keyless.json().code]).toEqual([400, 'request.key_missing'])
    expect((await at.askAs(['business.read'], 'PUT', '/api/business', { ...shop, version: 1 })).json().code).toBe('access.right_missing')
  })

  it('says what is wrong with a body, and where', async () => {
    const answer = await at.ask('PUT', '/api/business', { ...shop, currency: 'yuan', version: 1 })
    expect([answer.statusCode, answer.json().code, answer.json().values.path]).toEqual([400, 'request.invalid', 'body.currency'])
  })

  it('keeps zone and currency once something is sold', async () => {
    await at.house.db.transaction().execute((trx) => settleBusiness(trx, at.time.now))
    const { version } = (await at.ask('GET', '/api/business')).json()
    expect((await at.ask('PUT', '/api/business', { ...shop, currency: 'USD', version })).json().code).toBe('business.settled')
    expect((await at.ask('PUT', '/api/business', { ...shop, name: '青山茶', version })).statusCode).toBe(200)
  })
})
