/** The room through HTTP on a real record: definitions, freshness, lists, files. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { seededRandom } from '#foundation/random.ts'
import { buildTestHouse, type TestHouse } from '#test/house.ts'
import { openShop, type Shop } from '#test/seededOrders.ts'
import { look } from './warehouse.jobs.ts'
import { lock, unlock } from './warehouse.sql.ts'

let at: TestHouse
let shop: Shop
beforeAll(async () => {
  at = await buildTestHouse(new Date('2026-05-20T09:00:00Z'))
  shop = openShop(at.house.pool, seededRandom(5), 120)
})
afterAll(() => at.close())
const get = async (url: string) => { const answer = await at.ask('GET', url); return { status: answer.statusCode, body: answer.json() } }

describe('an empty house', () => {
  it('answers that there is nothing yet', async () => {
    expect(await get('/api/warehouse')).toMatchObject({ status: 200, body: { state: 'empty', orders: 0, firstDay: null, suggestedAsOf: '2026-05-20' } })
    for (const url of ['/api/rfm', '/api/lifecycle', '/api/cohorts', '/api/rfm/customers', '/api/lifecycle/customers']) {
      expect(await get(url)).toMatchObject({ status: 200, body: { stamp: { n: 0, asOf: '2026-05-20', asOfChosen: 'today', definition: { version: 1 } } } })
    }
    expect((await get('/api/lifecycle')).body).toMatchObject({ callFirst: [], quality: null, churn: null, notes: [], sentence: { en: expect.stringContaining('no order to analyse') } })
  })
})

describe('a shop with orders', () => {
  beforeAll(async () => { await shop.trade(600) })

  it('sees what was just written, without being told', async () => {
    const before = (await get('/api/warehouse')).body
    expect(before).toMatchObject({ state: 'ready', orders: 600, refreshedAt: '2026-05-20T09:00:00.000Z' })
    await shop.trade(3)
    expect((await get('/api/warehouse')).body.orders).toBe(603)
  })

  it('is filled between answers, but not while a first file is being written: its orders cannot be told from others until their index is there', async () => {
    const { db, queue } = at.house
    const waiting = async () => (await sql<{ n: number }>`select count(*)::int as n from foundation.run where name = 'warehouse.refresh' and state in ('queued', 'running')`.execute(db)).rows[0]?.n
    await shop.trade(1)
    await sql`insert into foundation.index_aside (name, definition) values ('orders.order_changed', 'create index on orders.order (changed_xid)')`.execute(db)
    await look(at.house, () => true)
    expect(await waiting()).toBe(0)
    await sql`delete from foundation.index_aside`.execute(db)
    await look(at.house, () => false)
    expect(await waiting()).toBe(0)
    await look(at.house, () => true)
    const sent = await sql<{ id: string }>`select run_id as id from foundation.run where name = 'warehouse.refresh' order by run_id desc limit 1`.execute(db)
    expect((await queue.ended(sent.rows[0]?.id ?? '')).state).toBe('done')
    // Nothing has changed since.
    await look(at.house, () => true)
    expect(await waiting()).toBe(0)
  })

  it('says that figures are behind while orders wait for another filling, and counts them once it ends', async () => {
    const client = await at.house.pool.connect()
    expect(await lock(client)).toBe(true)
    await shop.trade(2)
    const orders = async () => (await get('/api/warehouse')).body
    const early = [(await get('/api/lifecycle')).body.stamp.fresh, await orders()]
    await unlock(client)
    client.release()
    expect(early).toEqual([expect.objectContaining({ isBehind: true }), expect.objectContaining({ state: 'refreshing', orders: 604 })])
    expect((await get('/api/lifecycle')).body.stamp.fresh).not.toHaveProperty('isBehind')
    // Whoever filled it may be about to let go of it.
    await expect.poll(orders, { timeout: 20_000 }).toMatchObject({ state: 'ready', orders: 606 })
  })

  it('gives figures that name their definition, day, n and freshness', async () => {
    const { body } = await get('/api/lifecycle?asOf=2026-05-15')
    expect(body.stamp).toMatchObject({ definition: { id: 'lifecycle', version: 1, owner: 'Changke', overridden: [] }, asOf: '2026-05-15', asOfChosen: 'given', fresh: { engine: 'duckdb', refreshedAt: '2026-05-20T09:00:00.000Z' } })
    const sum = body.states.filter((state: { within: string | null, state: string }) => state.within === null && state.state !== 'prospect').reduce((total: number, state: { customers: number }) => total + state.customers, 0)
    expect(sum).toBe(body.stamp.n)
    expect((await get('/api/rfm?asOf=2026-05-15&cleaning=reference')).body.stamp.definition).toMatchObject({ overridden: ['cleaning'], parameters: { cleaning: 'reference' } })
    expect((await get('/api/cohorts?by=quarter&asOf=2026-05-15')).body).toMatchObject({ by: 'quarter', periods: ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2'] })
  })

  it('narrows to a category with what lies below it, and to a store', async () => {
    const whole = (await get('/api/rfm')).body
    const tea = (await get(`/api/rfm?category=${encodeURIComponent('茶')}`)).body
    const green = (await get(`/api/rfm?category=${encodeURIComponent('茶/绿茶')}`)).body
    const store = (await get('/api/rfm?store=0190aaaa-0000-7000-8000-000000000001')).body
    expect(whole.orders).toBeGreaterThan(tea.orders)
    expect(tea.orders).toBeGreaterThan(green.orders)
    expect(whole.orders).toBeGreaterThan(store.orders)
    expect(green.orders).toBeGreaterThan(0)
  })

  it('publishes a new version that figures then name, and keeps the old one for who asks for it', async () => {
    const published = await at.ask('POST', '/api/definitions/lifecycle/versions', { parameters: { newDays: 45, fixed: { one: null, repeat: { atRiskAfterDays: 60, lapsedAfterDays: 120 } } }, note: 'spring' })
    expect([published.statusCode, published.json()]).toEqual([200, expect.objectContaining({ id: 'lifecycle', version: 2, owner: 'Tester', current: true, parameters: expect.objectContaining({ newDays: 45, horizonDays: 365 }) })])
    expect((await get('/api/lifecycle')).body.stamp.definition).toMatchObject({ version: 2, parameters: { newDays: 45 } })
    expect((await get('/api/lifecycle?version=1')).body.stamp.definition).toMatchObject({ version: 1, parameters: { newDays: 30 } })
    expect(await get('/api/lifecycle?version=9')).toMatchObject({ status: 404, body: { code: 'definitions.unknown_version' } })
    expect((await get('/api/definitions')).body.items.filter((item: { current: boolean }) => item.current).map((item: { id: string, version: number }) => [item.id, item.version])).toEqual(expect.arrayContaining([['cohorts', 1], ['forecast', 1], ['lifecycle', 2], ['rfm', 1]]))
  })

  it('refuses a version that makes no sense', async () => {
    const wrong = async (id: string, parameters: object) => (await at.ask('POST', `/api/definitions/${id}/versions`, { parameters })).json().code
    expect(await wrong('lifecycle', { atRiskShare: 0.95, lapsedShare: 0.9 })).toBe('definitions.shares_must_rise')
    expect(await wrong('rfm', { cutOffs: { recency: [10, 5, 20, 30], frequency: null, monetary: null } })).toBe('definitions.cut_offs_must_rise')
    expect(await wrong('rfm', { quintiles: 'best' })).toBe('definitions.wrong_parameters')
    expect((await at.askAs(['definitions.read'], 'POST', '/api/definitions/rfm/versions', { parameters: {} })).json().code).toBe('access.right_missing')
  })

  it('keeps the states by the cleaning rule in force', async () => {
    await at.ask('POST', '/api/definitions/lifecycle/versions', { parameters: { cleaning: 'gross' } })
    expect((await get('/api/lifecycle')).body.stamp.definition.parameters.cleaning).toBe('gross')
    expect(await at.house.engine.all("select value from warehouse.meta where key = 'stateCleaning'")).toEqual([{ value: 'gross' }])
  })

  it('gives every list as a file, in the language asked for', async () => {
    const file = async (url: string, locale: string) => (await at.ask('GET', url, undefined, { headers: { 'accept-language': locale } }))
    const csv = await file('/api/lifecycle/customers/file?format=csv&asOf=2026-05-15', 'zh-CN')
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(csv.body.startsWith('\ufeff客户编号,姓名,状态,')).toBe(true)
    const list = (await get('/api/lifecycle?asOf=2026-05-15')).body
    expect(csv.body.trimEnd().split('\r\n')).toHaveLength(1 + list.stamp.n)
    expect((await file('/api/rfm/customers/file?format=csv', 'en')).body.startsWith('\ufeffCustomer,Name,Last purchase,')).toBe(true)
    expect((await file('/api/cohorts/file?format=csv', 'en')).body.split('\r\n')[0]).toBe('\ufeffCohort,Customers,Periods after,On,On or after,Money')
    expect((await file('/api/rfm/customers/file?format=xlsx', 'en')).rawPayload.subarray(0, 2).toString()).toBe('PK')
  })

  it('says what is wrong with a day and a page mark', async () => {
    expect(await get('/api/rfm?asOf=2026-02-31')).toMatchObject({ status: 400, body: { code: 'insights.no_such_day' } })
    expect(await get('/api/rfm/customers?after=elsewhere')).toMatchObject({ status: 400, body: { code: 'insights.wrong_cursor' } })
    expect(await get('/api/rfm?asOf=yesterday')).toMatchObject({ status: 400, body: { code: 'request.invalid' } })
  })

  it('rebuilds as a job, and answers the same afterwards', async () => {
    const before = (await get('/api/lifecycle')).body
    const { jobId } = (await at.ask('POST', '/api/warehouse/rebuild')).json()
    expect(await at.house.queue.ended(jobId)).toMatchObject({ state: 'done' })
    const again = (await get('/api/lifecycle')).body
    expect({ ...again, stamp: null }).toEqual({ ...before, stamp: null })
  })
})
