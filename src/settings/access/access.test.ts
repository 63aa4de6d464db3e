import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { firstLink } from './access.ts'
import { buildStreet, ownerEmail, ownerPassword, type Browser, type Street } from '#test/people.ts'

let street: Street
let owner: Browser
beforeAll(async () => { street = await buildStreet() })
afterAll(() => street.close())

const tokenOf = (link: string | undefined) => link?.split('#')[1] ?? ''
const first = (token: string) => ({ token, name: 'Ada', email: 'Ada@Example.com', password: ownerPassword })
const sessionCookie = (browser: Browser) => browser.cookies.get('better-auth.session_token') ?? ''

describe('the first owner', () => {
  it('comes in by the printed link, once, and says whose house it is', async () => {
    const { house } = street.inside
    const [link, printedAgain] = [await firstLink(house), await firstLink(house)]
    expect(link).toMatch(/^http:\/\/localhost:4400\/first#[\w-]{43}$/)
    owner = street.browser()
    expect((await owner.ask('POST', '/api/access/link', { token: tokenOf(link) })).json()).toMatchObject({ kind: 'first', business: { zone: 'Asia/Shanghai', isFixed: false } })
    const weak = await owner.ask('POST', '/api/access/first', { ...first(tokenOf(link)), password: 'short' }, { 'accept-language': 'en' })
    expect([weak.statusCode, weak.json().code, weak.json().detail]).toEqual([422, 'access.weak_password', expect.stringContaining('at least 10 characters')])
    const answer = await owner.ask('POST', '/api/access/first', { ...first(tokenOf(link)), business: { name: '青山茶铺', zone: 'Asia/Shanghai', currency: 'CNY', country: 'CN' } })
    expect(answer.statusCode).toBe(200)
    expect((await owner.ask('GET', '/api/access/me')).json()).toMatchObject({
      user: { name: 'Ada', email: ownerEmail, role: 'owner' }, rights: expect.arrayContaining(['access.write', 'business.write']), business: { name: '青山茶铺', synthetic: false }
    })
    for (const used of [link, printedAgain]) {
      expect((await street.browser().ask('POST', '/api/access/first', first(tokenOf(used)))).json().code).toBe('access.owner_exists')
    }
    expect(await firstLink(house)).toBeUndefined()
  })

  it('keeps passwords and tokens out of the database', async () => {
    const { rows } = await street.inside.house.pool.query("select (select jsonb_agg(a) from access.account a)::text || (select jsonb_agg(l) from access.link l)::text || coalesce((select jsonb_agg(r) from foundation.request r)::text, '') as all")
    expect(rows[0].all).not.toContain(ownerPassword)
    expect(rows[0].all).toContain('token_hash')
  })
})

describe('sessions', () => {
  it('answers wrong passwords and unknown addresses alike', async () => {
    const visitor = street.browser()
    const wrong = await visitor.ask('POST', '/api/access/sign-in', { email: ownerEmail, password: 'not this one at all' })
    const unknown = await visitor.ask('POST', '/api/access/sign-in', { email: 'nobody@example.com', password: 'not this one at all' })
    expect([wrong.statusCode, wrong.json().code]).toEqual([401, 'access.wrong_credentials'])
    expect(unknown.json()).toEqual(wrong.json())
    expect(visitor.cookies.size).toBe(0)
  })

  it('takes about as long for an unknown address', async () => {
    const time = async (email: string) => {
      const from = performance.now()
      await street.browser().ask('POST', '/api/access/sign-in', { email, password: 'not this one at all' })
      return performance.now() - from
    }
    const known: number[] = [], unknown: number[] = []
    for (let i = 0; i < 4; i++) { known.push(await time(ownerEmail)); unknown.push(await time(`nobody${i}@example.com`)) }
    // The quickest of each: what else the machine does only adds to the others.
    expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) * 0.5)
  })

  it('makes a new session at every sign-in and ends the one the browser had: nobody keeps a planted one', async () => {
    const victim = street.browser()
    victim.cookies.set('better-auth.session_token', 'planted-by-an-attacker.AAAA')
    await victim.ask('POST', '/api/access/sign-in', { email: ownerEmail, password: ownerPassword })
    const one = sessionCookie(victim)
    expect(one).not.toContain('planted')
    await victim.ask('POST', '/api/access/sign-in', { email: ownerEmail, password: ownerPassword })
    expect(sessionCookie(victim)).not.toBe(one)
    const keeper = street.browser()
    keeper.cookies.set('better-auth.session_token', one)
    expect((await keeper.ask('GET', '/api/access/me')).statusCode).toBe(401)
  })

  it('opens nothing for a token without our signature', async () => {
    const thief = street.browser()
    const { rows } = await street.inside.house.pool.query('select token from access.session limit 1')
    thief.cookies.set('better-auth.session_token', `${rows[0].token}.${Buffer.alloc(32).toString('base64')}`)
    expect((await thief.ask('GET', '/api/access/me')).statusCode).toBe(401)
  })

  it('ends at sign-out, and cookies cannot be read by scripts', async () => {
    const browser = street.browser()
    const answer = await browser.ask('POST', '/api/access/sign-in', { email: ownerEmail, password: ownerPassword })
    expect([answer.headers['set-cookie']].flat().join()).toMatch(/httponly.*samesite=lax/i)
    const kept = sessionCookie(browser)
    await browser.ask('POST', '/api/access/sign-out')
    expect(browser.cookies.size).toBe(0)
    browser.cookies.set('better-auth.session_token', kept)
    expect((await browser.ask('GET', '/api/access/me')).statusCode).toBe(401)
  })

  it('refuses a write that another site sent with the cookie', async () => {
    const write = (headers: Record<string, string>) => owner.ask('PATCH', '/api/access/me', { name: 'Ada' }, headers)
    expect((await write({ origin: 'https://evil.example' })).json().code).toBe('access.foreign_site')
    expect((await write({ 'sec-fetch-site': 'cross-site' })).json().code).toBe('access.foreign_site')
    expect((await write({ origin: 'null' })).json().code).toBe('access.foreign_site')
    expect((await write({})).statusCode).toBe(200)
    expect((await write({ 'sec-fetch-site': 'same-origin' })).statusCode).toBe(200)
  })

  it('changes the password only for who knows it, and ends every other session', async () => {
    const elsewhere = await street.owner()
    expect((await owner.ask('POST', '/api/access/password', { current: 'wrong', next: 'another long phrase' })).json().code).toBe('access.wrong_password')
    expect((await owner.ask('POST', '/api/access/password', { current: ownerPassword, next: 'another long phrase' })).statusCode).toBe(200)
    expect((await elsewhere.ask('GET', '/api/access/me')).statusCode).toBe(401)
    expect((await owner.ask('GET', '/api/access/me')).statusCode).toBe(200)
    await owner.ask('POST', '/api/access/password', { current: 'another long phrase', next: ownerPassword })
  })

  it('lists one’s own, and ends another browser from here', async () => {
    const elsewhere = await street.owner()
    const { items } = (await owner.ask('GET', '/api/access/sessions')).json()
    expect(items.filter((one: { isThis: boolean }) => one.isThis)).toHaveLength(1)
    const { items: theirs } = (await elsewhere.ask('GET', '/api/access/sessions')).json()
    const other = theirs.find((one: { isThis: boolean }) => one.isThis)
    expect((await owner.ask('DELETE', `/api/access/sessions/${other.id}`)).statusCode).toBe(200)
    expect((await elsewhere.ask('GET', '/api/access/me')).statusCode).toBe(401)
    expect((await owner.ask('DELETE', `/api/access/sessions/${other.id}`)).json().code).toBe('access.unknown_session')
  })

  it('runs out after two weeks', async () => {
    const before = street.inside.time.now
    street.inside.time.now = new Date(Date.now() + 15 * 86_400_000)
    expect((await owner.ask('GET', '/api/access/me')).statusCode).toBe(401)
    street.inside.time.now = before
  })

  it('slows down whoever guesses, and lets them try again later', async () => {
    const guess = () => street.browser().ask('POST', '/api/access/sign-in', { email: 'target@example.com', password: 'not this one at all' })
    const codes: string[] = []
    for (let i = 0; i < 12; i++) codes.push((await guess()).json().code)
    expect(codes.slice(0, 10).every((code) => code === 'access.wrong_credentials')).toBe(true)
    expect(codes.slice(10)).toEqual(['access.too_many_attempts', 'access.too_many_attempts'])
    street.inside.time.now = new Date(street.inside.time.now.getTime() + 16 * 60_000)
    expect((await guess()).json().code).toBe('access.wrong_credentials')
  })

  it('is in the audit, successful or not', async () => {
    const { items } = (await owner.ask('GET', '/api/audit?deed=access')).json()
    const deeds = new Set(items.map((entry: { deed: string }) => entry.deed))
    for (const deed of ['access.owner_made', 'access.signed_in', 'access.sign_in_failed', 'access.self']) expect(deeds).toContain(deed)
  })
})
