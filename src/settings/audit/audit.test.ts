import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildTestHouse, type TestHouse } from '#test/house.ts'
import { note } from './audit.ts'

let at: TestHouse
beforeAll(async () => { at = await buildTestHouse() })
afterAll(() => at.close())

const store = (code: string) => ({ code, name: code, region: null })
const entries = async (query = '') => (await at.ask('GET', `/api/audit${query}`)).json().items

describe('audit', () => {
  it('notes every write in its own transaction, once per key, and not what failed', async () => {
    const headers = { 'idempotency-key': 'one-store-only' }
    await at.ask('PUT', '/api/business/stores', store('A'), { headers })
    await at.ask('PUT', '/api/business/stores', store('A'), { headers })
    await at.ask('PUT', '/api/business', { name: 'x', country: 'CN', zone: 'Asia/Nowhere', currency: 'CNY', version: 0 })
    expect(await entries()).toMatchObject([
      { actorId: 'tester', actorName: 'Tester', deed: 'business.write', method: 'PUT', route: '/api/business/stores', target: '/api/business/stores', at: at.time.now.toISOString() }
    ])
  })

  it('keeps no body', async () => {
    await at.ask('PUT', '/api/business/stores', { ...store('B'), name: 'a-secret-name' })
    expect(JSON.stringify(await entries())).not.toContain('a-secret-name')
  })

  it('is filtered by person, deed and local day, and read in pages', async () => {
    at.time.now = new Date('2026-12-01T17:00:00Z')
    await note(at.house.db, { actor: { userId: 'ada', name: 'Ada', role: 'clerk' }, deed: 'access.signed_in', target: 'ada@example.com', summary: 'Signed in' }, at.time.now)
    expect(await entries('?actor=ada')).toMatchObject([{ deed: 'access.signed_in' }])
    expect(await entries('?deed=access')).toHaveLength(1)
    expect(await entries('?deed=access.signed_in&from=2026-12-02&to=2026-12-02')).toHaveLength(1)
    expect(await entries('?from=2026-12-01&to=2026-12-01')).toHaveLength(0)
    const first = (await at.ask('GET', '/api/audit?limit=2')).json()
    const second = (await at.ask('GET', `/api/audit?limit=2&after=${first.next}`)).json()
    expect([...first.items, ...second.items].map((entry: { id: string }) => entry.id)).toEqual((await entries()).map((entry: { id: string }) => entry.id))
    expect(second.next).toBeNull()
    const file = await at.ask('GET', '/api/audit/file?format=csv&actor=ada', undefined, { headers: { 'accept-language': 'en' } })
    expect(file.headers['content-disposition']).toBe('attachment; filename="audit.csv"')
    expect(file.body.split('\r\n')).toEqual(['\ufeffWhen (UTC),Who,Role,What,HTTP,On what,Summary,From', '2026-12-01T17:00:00.000Z,Ada,clerk,access.signed_in,,ada@example.com,Signed in,', ''])
    expect((await at.ask('GET', '/api/audit/actors')).json().items).toEqual([{ actorId: 'ada', actorName: 'Ada' }, { actorId: 'tester', actorName: 'Tester' }])
  })
})
