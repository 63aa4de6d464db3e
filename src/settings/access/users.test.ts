import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { resetByEmail } from './users.ts'
import { buildStreet, ownerEmail, ownerPassword, type Browser, type Street } from '#test/people.ts'

let street: Street
let owner: Browser
beforeAll(async () => { street = await buildStreet(); owner = await street.owner() })
afterAll(() => street.close())

const password = 'rain on a tin roof'
async function hire(email: string, role: string): Promise<Browser> {
  const { url } = (await owner.ask('POST', '/api/access/users/invite', { email, role })).json()
  const browser = street.browser()
  await browser.ask('POST', '/api/access/join', { token: url.split('#')[1], name: email.split('@')[0], password })
  return browser
}
const idOf = async (email: string): Promise<string> => (await owner.ask('GET', '/api/access/users')).json().items.find((user: { email: string }) => user.email === email).id

describe('users', () => {
  it('are invited by a link that opens once and is shown once', async () => {
    const invitation = { email: 'Grace@Example.com', role: 'analyst', name: 'Grace' }
    const key = { 'idempotency-key': 'invite-grace' }
    const link = (await owner.ask('POST', '/api/access/users/invite', invitation, key)).json()
    expect((await owner.ask('POST', '/api/access/users/invite', invitation, key)).json()).toEqual({ ...link, url: null })
    const token = link.url.split('#')[1]
    expect((await owner.ask('GET', '/api/access/users')).json().invitations).toMatchObject([{ email: 'grace@example.com', role: 'analyst' }])
    const grace = street.browser()
    expect((await grace.ask('POST', '/api/access/link', { token })).json()).toMatchObject({ kind: 'invite', email: 'grace@example.com', role: 'analyst' })
    const answers = await Promise.all([grace, street.browser()].map((browser) => browser.ask('POST', '/api/access/join', { token, password })))
    expect(answers.map((answer) => answer.statusCode).sort((a, b) => a - b)).toEqual([200, 404])
    expect((await owner.ask('GET', '/api/access/users')).json()).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ email: ownerEmail, isMe: true }), expect.objectContaining({ name: 'Grace', role: 'analyst', isMe: false })]), invitations: []
    })
    expect((await owner.ask('POST', '/api/access/users/invite', invitation)).json().code).toBe('access.email_taken')
  })

  it('may do what their role may, from the moment it changes', async () => {
    const clerk = await hire('lin@example.com', 'clerk')
    const invite = () => clerk.ask('POST', '/api/access/users/invite', { email: 'x@example.com', role: 'clerk' })
    expect([(await clerk.ask('GET', '/api/business')).statusCode, (await invite()).json().code]).toEqual([200, 'access.right_missing'])
    await owner.ask('PATCH', `/api/access/users/${await idOf('lin@example.com')}`, { role: 'owner' })
    expect((await invite()).statusCode).toBe(200)
    await owner.ask('PATCH', `/api/access/users/${await idOf('lin@example.com')}`, { role: 'clerk' })
    expect((await invite()).statusCode).toBe(403)
  })

  it('are out at once when disabled, and cannot come back by password or link', async () => {
    const agent = await hire('wu@example.com', 'agent')
    const id = await idOf('wu@example.com')
    const { url } = (await owner.ask('POST', `/api/access/users/${id}/reset`)).json()
    expect((await owner.ask('PATCH', `/api/access/users/${id}`, { disabled: true })).json()).toMatchObject({ disabled: true })
    expect((await agent.ask('GET', '/api/access/me')).statusCode).toBe(401)
    const refused = await agent.ask('POST', '/api/access/sign-in', { email: 'wu@example.com', password })
    expect([refused.json().code, refused.headers['set-cookie']]).toEqual(['access.disabled', undefined])
    expect((await agent.ask('POST', '/api/access/join', { token: url.split('#')[1], password: 'some other phrase' })).json().code).toBe('access.link_invalid')
    await owner.ask('PATCH', `/api/access/users/${id}`, { disabled: false })
    expect((await agent.ask('POST', '/api/access/sign-in', { email: 'wu@example.com', password })).statusCode).toBe(200)
  })

  it('set a new password by link', async () => {
    const before = await hire('mei@example.com', 'agent')
    const { url } = (await owner.ask('POST', `/api/access/users/${await idOf('mei@example.com')}/reset`)).json()
    const after = street.browser()
    expect((await after.ask('POST', '/api/access/join', { token: url.split('#')[1], password: 'some other phrase' })).statusCode).toBe(200)
    expect([(await before.ask('GET', '/api/access/me')).statusCode, (await after.ask('GET', '/api/access/me')).json().user.email]).toEqual([401, 'mei@example.com'])
  })

  it('get a new password at the server when nobody else can help', async () => {
    const { house } = street.inside
    const { token } = await house.db.transaction().execute((trx) => resetByEmail(trx, 'Ada@Example.com', street.inside.time.now))
    expect((await street.browser().ask('POST', '/api/access/join', { token, password: ownerPassword })).statusCode).toBe(200)
    await owner.ask('POST', '/api/access/sign-in', { email: ownerEmail, password: ownerPassword })
    await expect(house.db.transaction().execute((trx) => resetByEmail(trx, 'who@example.com', street.inside.time.now))).rejects.toMatchObject({ code: 'access.unknown_email' })
  })

  it('keep one owner, whoever tries at once', async () => {
    const other = await hire('zhao@example.com', 'owner')
    const [me, them] = [await idOf(ownerEmail), await idOf('zhao@example.com')]
    expect((await owner.ask('PATCH', `/api/access/users/${me}`, { disabled: true })).json().code).toBe('access.not_yourself')
    const answers = await Promise.all([owner.ask('PATCH', `/api/access/users/${them}`, { role: 'clerk' }), other.ask('PATCH', `/api/access/users/${me}`, { role: 'clerk' })])
    expect(answers.map((answer) => answer.statusCode).sort((a, b) => a - b)).toEqual([200, 409])
    expect(answers.find((answer) => answer.statusCode === 409)?.json().code).toBe('access.last_owner')
  })
})
