import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { transact } from '#foundation/db.ts'
import { buildTestHouse, type TestHouse } from '../../../test/house.ts'
import { sampleChain } from './chain.ts'
import { writeChain } from './loading.ts'
import { finishSample, loadSample } from './sample.ts'
import { sampleTruth } from './truth.ts'

const size = { seed: 11, members: 250, prospects: 12, walkIns: 40 }
const endDay = '2026-11-20'
const chain = sampleChain(endDay, size)
const drawn = [...chain.customers()]
const orders = [...drawn.flatMap((customer) => customer.orders), ...chain.walkIns()]
let home: TestHouse

beforeAll(async () => { home = await buildTestHouse() })
afterAll(() => home.close())
beforeEach(() => home.emptied('sample.load, record.customer, identity.identity, orders.order, orders.receipt, business.business, business.store cascade'))

const one = async <T>(statement: ReturnType<typeof sql<T>>): Promise<T | undefined> => (await statement.execute(home.house.db)).rows[0]
const counts = () => one(sql<Record<string, number>>`select (select count(*)::int from record.customer) as customers, (select count(*)::int from orders.order) as orders,
  (select count(*)::int from orders.line) as lines, (select count(*)::int from identity.identity) as identities, (select count(*)::int from business.store) as stores`)
const whole = {
  customers: size.members + size.prospects, orders: orders.length, lines: orders.flatMap((order) => order.lines).length,
  identities: drawn.flatMap((customer) => customer.identities).length, stores: 12
}

describe('loading the chain', () => {
  it('writes everyone and everything once, and marks the house as synthetic', async () => {
    expect(await loadSample(home.house, { size })).toEqual({ customers: whole.customers, orders: whole.orders })
    expect(await counts()).toEqual(whole)
    expect((await home.ask('GET', '/api/business')).json()).toMatchObject({ name: '青山茶铺', zone: 'Asia/Shanghai', currency: 'CNY', synthetic: true })
    expect(await loadSample(home.house, { size })).toBeUndefined()
    expect(await counts()).toEqual(whole)
  })

  it('writes what was drawn: money, days, what undoes what, birthdays, names that can be searched', async () => {
    await loadSample(home.house, { size })
    const money = await one(sql<{ total: bigint, cost: bigint, days: number, unlinked: number, anonymous: number }>`
      select sum(total_minor)::bigint as total, sum(cost_minor)::bigint as cost, count(distinct day)::int as days,
        count(*) filter (where undoes_number is not null and undoes_order_id is null)::int as unlinked, count(distinct customer_id) filter (where anonymous)::int as anonymous from orders.order`)
    expect(money).toEqual({
      total: orders.reduce((sum, order) => sum + order.totalMinor, 0n), cost: orders.reduce((sum, order) => sum + order.costMinor, 0n),
      days: new Set(orders.map((order) => order.day)).size, unlinked: 0, anonymous: orders.length - drawn.flatMap((customer) => customer.orders).length
    })
    const people = await one(sql<{ lunar: number, spelt: number }>`
      select count(*) filter (where birth_calendar = 'lunar')::int as lunar, count(*) filter (where pinyin ~ '^[a-z]+$' and initials ~ '^[a-z]+$')::int as spelt from record.customer`)
    expect(people).toEqual({ lunar: drawn.filter(({ birthday }) => birthday?.calendar === 'lunar').length, spelt: whole.customers })
  })

  it('leaves nothing behind when it is interrupted, and is done at the next start', async () => {
    const { house } = home
    await expect(transact(house.pool, async (trx) => {
      await writeChain({ trx }, chain, house.clock())
      throw new Error('the power went')
    })).rejects.toThrow('the power went')
    expect(await counts()).toMatchObject({ customers: 0, orders: 0 })
    await sql`insert into sample.load (seed, end_day, asked_at) values (${size.seed}, ${endDay}, now())`.execute(house.db)
    expect(await finishSample(house, { size })).toEqual({ customers: whole.customers, orders: whole.orders })
    expect(await finishSample(house, { size })).toBeUndefined()
    expect(await counts()).toEqual(whole)
  })

  it('ends when it is told to, and is done later', async () => {
    const stop = new AbortController()
    stop.abort()
    await expect(loadSample(home.house, { size, endDay, signal: stop.signal })).rejects.toThrow()
    expect(await counts()).toMatchObject({ customers: 0, orders: 0, stores: 0 })
    expect(await finishSample(home.house, { size })).toEqual({ customers: whole.customers, orders: whole.orders })
  })

  it('is done once when two ask at the same time', async () => {
    const answers = await Promise.all([loadSample(home.house, { size, endDay }), loadSample(home.house, { size, endDay })])
    expect(answers.filter((answer) => answer !== undefined)).toHaveLength(1)
    expect(await counts()).toEqual(whole)
  })

  it('never mixes with real customers or orders', async () => {
    await sql`insert into record.customer (customer_id, name, source, created_at, updated_at) values (gen_random_uuid(), '真实顾客', 'shop', now(), now())`.execute(home.house.db)
    await expect(loadSample(home.house, { size })).rejects.toMatchObject({ code: 'sample.not_empty', status: 409 })
    expect(await counts()).toMatchObject({ customers: 1, orders: 0 })
    expect((await home.ask('GET', '/api/business')).json()).toMatchObject({ synthetic: false })
  })

  it('has no load to finish in a house that never asked', async () => {
    expect(await finishSample(home.house)).toBeUndefined()
    expect(sampleTruth.members).toBe(20_000)
  })

  it('is begun from the console as a run; what is loaded stays as it is, real data is never mixed with it', async () => {
    await loadSample(home.house, { size })
    const begun = await home.ask('POST', '/api/sample')
    expect(begun.statusCode).toBe(200)
    expect(await home.house.queue.ended(begun.json().runId)).toMatchObject({ state: 'done', name: 'sample.load' })
    expect(await counts()).toEqual(whole)
    await home.emptied('sample.load')
    const refused = await home.ask('POST', '/api/sample')
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'sample.not_empty'])
    expect((await home.askAs(['record.read'], 'POST', '/api/sample')).statusCode).toBe(403)
  })
})
