import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildStreet, type Browser, type Street } from '#test/people.ts'

let street: Street
let owner: Browser
beforeAll(async () => { street = await buildStreet(); owner = await street.owner() })
afterAll(() => street.close())

describe('keys', () => {
  it('are shown once, kept as a hash, and say when they were used', async () => {
    const request = { name: 'Till 3', role: 'clerk' }
    const key = { 'idempotency-key': 'make-a-till-key' }
    const made = (await owner.ask('POST', '/api/access/keys', request, key)).json()
    expect((await owner.ask('POST', '/api/access/keys', request, key)).json()).toEqual({ key: made.key, secret: null })
    const till = street.program(made.secret)
    expect((await till('GET', '/api/access/me')).json()).toMatchObject({ user: { id: `key:${made.key.id}`, name: 'Till 3', role: 'clerk' } })
    expect([(await till('GET', '/api/business')).statusCode, (await till('GET', '/api/access/keys')).statusCode]).toEqual([200, 403])
    expect((await owner.ask('GET', '/api/access/keys')).json().items).toMatchObject([{ name: 'Till 3', prefix: made.secret.slice(0, 8), lastUsedAt: expect.any(String), revokedAt: null }])
    const { rows } = await street.inside.house.pool.query('select (select jsonb_agg(k) from access.key k)::text || (select jsonb_agg(r) from foundation.request r)::text as all')
    expect(rows[0].all).not.toContain(made.secret)
  })

  it('are refused at once when revoked, when over, and when made up', async () => {
    const { key, secret } = (await owner.ask('POST', '/api/access/keys', { name: 'Shop', role: 'integrator', days: 2 })).json()
    const shop = street.program(secret)
    expect((await shop('GET', '/api/business')).statusCode).toBe(200)
    const before = street.inside.time.now
    street.inside.time.now = new Date(before.getTime() + 3 * 86_400_000)
    expect((await shop('GET', '/api/business')).statusCode).toBe(401)
    street.inside.time.now = before
    expect((await shop('GET', '/api/business')).statusCode).toBe(200)
    expect((await owner.ask('DELETE', `/api/access/keys/${key.id}`)).json().revokedAt).not.toBeNull()
    expect((await shop('GET', '/api/business')).statusCode).toBe(401)
    expect((await street.program(`ck_${'x'.repeat(43)}`)('GET', '/api/business')).statusCode).toBe(401)
    expect((await owner.ask('DELETE', `/api/access/keys/${key.id}`)).json().code).toBe('access.unknown_key')
  })

  it('do not fall back to a cookie when they are wrong', async () => {
    expect((await owner.ask('GET', '/api/business', undefined, { authorization: 'Bearer nonsense' })).statusCode).toBe(401)
  })
})
