import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { buildTestHouse, type TestHouse } from '#test/house.ts'
import type { Command, PolicyInForce, PolicyParameters } from './points.schema.ts'

let test: TestHouse
let member = ''
beforeAll(async () => { test = await buildTestHouse(new Date('2026-03-01T04:00:00Z')) })
afterAll(() => test.close())
beforeEach(async () => { member = (await test.ask('POST', '/api/record', { name: '林晓' })).json().customerId })

const tell = (command: Command, currency = 'points') => test.ask('POST', '/api/points/commands', { orders: [{ customerId: member, currency, command }] })
const lots = async (): Promise<readonly { policyVersion: number, maturesOn: string | null, expiresOn: string | null }[]> => (await test.ask('GET', `/api/points/wallets?customer=${member}`)).json().items[0].lots
const now = async (): Promise<PolicyInForce> => (await test.ask('GET', '/api/points/policy')).json()
const points = { name: { zh: '积分', en: 'Points' }, scale: 0, spendable: true, pendingDays: 0, ttl: { months: 1, until: 'day' as const }, onRefund: 'into_debt' as const, graceDays: 30 }
async function change(of: (before: PolicyParameters) => PolicyParameters, validFrom?: string) {
  const { newest, parameters } = await now()
  return test.ask('PUT', '/api/points/policy', { version: newest, parameters: of(parameters), ...(validFrom === undefined ? {} : { validFrom }) })
}

it('a version that is scheduled comes into force by itself, and what is backdated goes by the rules of its day', async () => {
  const first = await change((before) => ({ ...before, points }))
  expect((await change((before) => ({ ...before, points: { ...points, ttl: null } }), '2026-04-01T00:00:00Z')).json()).toMatchObject({ validFrom: '2026-04-01T00:00:00.000Z' })
  expect((await now()).version).toBe(first.json().version)
  await tell({ do: 'earn', amount: '10' })
  test.time.now = new Date('2026-04-02T04:00:00Z')
  expect((await now()).version).toBe(first.json().version + 1)
  await tell({ do: 'earn', amount: '10' })
  await tell({ do: 'earn', amount: '10', at: '2026-03-31T04:00:00Z' })
  expect((await lots()).map(({ policyVersion, expiresOn }) => `${policyVersion - first.json().version} ${expiresOn}`).toSorted()).toEqual(['0 2026-04-29', '1 null'])
})

it('a version that is not in force yet can be withdrawn; one in force, or of the past, cannot be made or unmade', async () => {
  test.time.now = new Date('2026-05-01T04:00:00Z')
  const saved = await change((before) => ({ ...before, points: { ...points, graceDays: 3 } }), '2026-06-01T00:00:00Z')
  const { version } = saved.json()
  expect((await test.askAs(['points.read'], 'POST', `/api/points/policies/${version}/withdraw`)).statusCode).toBe(403)
  expect((await test.ask('POST', `/api/points/policies/${version}/withdraw`)).json()).toMatchObject({ version, withdrawnBy: 'tester' })
  expect((await test.ask('POST', `/api/points/policies/${version}/withdraw`)).json()).toMatchObject({ code: 'points.unknown_policy' })
  test.time.now = new Date('2026-06-02T04:00:00Z')
  expect((await now()).parameters['points']?.graceDays).toBe(30)
  const list = (await test.ask('GET', '/api/points/policies')).json()
  expect(list.items.find((one: { version: number }) => one.version === version)).toMatchObject({ withdrawnAt: '2026-05-01T04:00:00.000Z' })
  expect((await test.ask('POST', `/api/points/policies/${list.inForce}/withdraw`)).json()).toMatchObject({ code: 'points.policy_in_force' })
  expect((await change((before) => before, '2026-06-01T00:00:00Z')).json()).toMatchObject({ code: 'points.policy_in_past' })
})

it('a currency is data: it is added and renamed, keeps its scale, and stays once it is there', async () => {
  test.time.now = new Date('2026-07-01T04:00:00Z')
  const stars = { ...points, name: { zh: '星星', en: 'Stars' }, scale: 2 }
  expect((await change((before) => ({ ...before, stars }))).statusCode).toBe(200)
  expect((await tell({ do: 'earn', amount: '150' }, 'stars')).json().items[0].balance.available).toBe('150')
  expect((await change((before) => ({ ...before, stars: { ...stars, name: { zh: '小星星', en: 'Little stars' } } }))).json().parameters.stars.name.zh).toBe('小星星')
  expect((await change((before) => ({ ...before, stars: { ...stars, scale: 0 } }))).json()).toMatchObject({ code: 'points.scale_fixed', status: 409 })
  expect((await change(({ points: kept = points }) => ({ points: kept }))).json()).toMatchObject({ code: 'points.currency_kept' })
})

it('what is earned may have a beginning and an end of its own', async () => {
  test.time.now = new Date('2026-08-01T04:00:00Z')
  await tell({ do: 'earn', amount: '5', maturesOn: '2026-08-03', expiresOn: '2026-08-10' })
  await tell({ do: 'earn', amount: '7', maturesOn: null, expiresOn: null })
  expect((await lots()).map(({ maturesOn, expiresOn }) => `${maturesOn} ${expiresOn}`).toSorted()).toEqual(['2026-08-03 2026-08-10', 'null null'])
  expect((await tell({ do: 'earn', amount: '5', maturesOn: '2026-08-03', expiresOn: '2026-08-02' })).json()).toMatchObject({ code: 'points.ends_before', status: 422 })
  test.time.now = new Date('2026-08-11T04:00:00Z')
  expect((await test.ask('GET', `/api/points/wallets?customer=${member}`)).json().items[0].balance.available).toBe('7')
})
