/** What a clerk sees of one member: what can be entered today, why not, and what stands open. */
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { transact } from '#foundation/db.ts'
import { buildTestHouse, type TestHouse } from '#test/house.ts'
import { anyone, everything, rewardsHouse } from '#test/rewards.ts'
import { companionsOf } from './rewards.benefits.sql.ts'
import { openTradeIns } from './rewards.tradein.sql.ts'

let test: TestHouse
let [member, cup] = ['', '']
const at = rewardsHouse(() => test)
beforeAll(async () => {
  test = await buildTestHouse(new Date('2026-11-22T04:00:00Z'))
  await at.countNights()
  cup = await at.reward({ stock: 'none', options: [] })
})
afterAll(() => test.close())
beforeEach(async () => {
  test.time.now = new Date('2026-11-22T04:00:00Z')
  member = await at.enrol()
})

const look = async (customerId = member) => (await test.ask('GET', `/api/rewards/members/${customerId}/benefits`)).json()
const offer = async (definitionId: string) => (await look()).offered.find((one: { definitionId: string }) => one.definitionId === definitionId)
const post = (path: string, body: object) => test.ask('POST', `/api/rewards/${path}`, { customerId: member, ...body })
const tradeIn = (ttlDays: number | null) => at.define({ kind: 'trade_in', parameters: { grades: [{ grade: { zh: '完好', en: 'Whole' }, creditMinor: '300000' }], scope: everything, ttlDays, eligibility: anyone } })

it('shows an open credit until it ends or goes back, and nobody else\'s', async () => {
  const definitionId = await tradeIn(30)
  expect(await offer(definitionId)).toMatchObject({ kind: 'trade_in', because: null, grades: [{ creditMinor: '300000' }], expiresOn: '2026-12-22' })
  const taken = (await post('tradeins', { definitionId, serial: 'm-1', item: '紫砂壶', grade: 0 })).json()
  const other = await at.enrol()
  await post('tradeins', { customerId: other, definitionId, serial: 'm-2', item: '盖碗', grade: 0 })
  expect((await look()).tradeIns).toMatchObject([{ tradeInId: taken.tradeInId, item: '紫砂壶', usedMinor: '0', expiresOn: '2026-12-22' }])
  test.time.now = new Date('2026-12-22T15:59:00Z')
  expect((await look()).tradeIns).toHaveLength(1)
  test.time.now = new Date('2026-12-22T16:01:00Z')
  expect((await look()).tradeIns).toEqual([])
  await post(`tradeins/${taken.tradeInId}/withdraw`, {})
  test.time.now = new Date('2026-11-22T04:00:00Z')
  expect((await look()).tradeIns).toEqual([])
})

it('tells how often a companion may come yet, lists who came last, and leaves out what was undone', async () => {
  const definitionId = await at.define({ kind: 'companion', title: { zh: '一人同行', en: 'One comes along' }, parameters: { benefit: { zh: '免费入场', en: 'Free entry' }, isNamed: false, limit: { count: 2, per: 'month' }, rewardId: cup, eligibility: anyone } })
  expect(await offer(definitionId)).toMatchObject({ left: 2, per: 'month', reward: { en: 'Travel cup' }, because: null })
  const first = (await post('companions', { definitionId, name: '周宁' })).json()
  test.time.now = new Date('2026-11-22T05:00:00Z')
  await post('companions', { definitionId, name: '吴越' })
  expect(await offer(definitionId)).toMatchObject({ left: 0, because: { en: '"One comes along" is limited to 2 per member a month; that is used up.' } })
  expect((await look()).companions.map(({ name }: { name: string }) => name)).toEqual(['吴越', '周宁'])
  await post(`companions/${first.companionId}/undo`, {})
  expect((await look()).companions.map(({ name }: { name: string }) => name)).toEqual(['吴越'])
  expect(await offer(definitionId)).toMatchObject({ left: 1, because: null })
})

it('tells the miles so far, the levels to come, and whether a trip was counted before', async () => {
  const definitionId = await at.define({ kind: 'mileage', parameters: { currency: 'nights', unit: { zh: '晚', en: 'nights' }, scope: null, unitsEach: 1, levels: [{ at: '5', rewardId: cup }, { at: '10', rewardId: cup }], eligibility: anyone } })
  expect((await post('miles', { definitionId, quantity: 7, number: 'T1' })).json()).toMatchObject({ counted: true, total: '7' })
  expect((await post('miles', { definitionId, quantity: 7, number: 'T1' })).json()).toMatchObject({ counted: false, total: '7', orderIds: [] })
  expect(await offer(definitionId)).toMatchObject({ total: '7', levels: [{ at: '5', given: true, reward: { zh: '便携茶杯' } }, { at: '10', given: false }] })
})

it('tells why a birthday gift cannot be had today; what comes with a purchase is not given by hand', async () => {
  const withPurchase = await at.define({ kind: 'gift', parameters: { occasion: { on: 'purchase', fromMinor: '1', scope: everything }, rewardId: cup, limit: null, eligibility: anyone } })
  const definitionId = await at.define({ kind: 'gift', title: { zh: '生日礼', en: 'Birthday gift' }, parameters: { occasion: { on: 'birthday', beforeDays: 7, afterDays: 7 }, rewardId: cup, limit: null, eligibility: anyone } })
  const stopped = await at.define({ kind: 'gift', active: false, parameters: { occasion: { on: 'birthday', beforeDays: 7, afterDays: 7 }, rewardId: cup, limit: null, eligibility: anyone } })
  const later = await at.define({ kind: 'gift', title: { zh: '明年', en: 'Next year' }, parameters: { occasion: { on: 'birthday', beforeDays: 7, afterDays: 7 }, rewardId: cup, limit: null, eligibility: { ...anyone, from: '2027-01-01' } } })
  expect([await offer(withPurchase), await offer(stopped)]).toEqual([undefined, undefined])
  expect(await offer(later)).toMatchObject({ because: { zh: '“明年”2027-01-01 才开始。', en: '"Next year" begins on 2027-01-01.' } })
  expect(await offer(definitionId)).toMatchObject({ kind: 'gift', reward: { en: 'Travel cup' }, because: { en: 'The birthday of this member is not known.' } })
  const { version } = (await test.ask('GET', `/api/record/${member}`)).json()
  await test.ask('PUT', `/api/record/${member}`, { version, birthday: { calendar: 'solar', year: 1990, month: 12, day: 30, leap: false } })
  expect((await offer(definitionId)).because.en).toContain('today is outside (next: 2026-12-30)')
  test.time.now = new Date('2026-12-28T04:00:00Z')
  expect((await offer(definitionId)).because).toBeNull()
  await post('gifts', { definitionId })
  expect((await offer(definitionId)).because.en).toContain('that is used up')
})

it('refuses a stranger', async () => {
  expect((await test.ask('GET', '/api/rewards/members/01936b2e-0000-7000-8000-000000000000/benefits')).json()).toMatchObject({ code: 'rewards.unknown_customer' })
})

it('costs what the member has, not what all members have', async () => {
  const id = sql`('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`
  const all = sql`from generate_series(1, 20000) n`
  for (const statement of [
    sql`insert into record.customer (customer_id, source, created_at, updated_at) select ${id}, 'seed', now(), now() ${all}`,
    sql`insert into rewards.trade_in (customer_id, trade_in_id, definition_id, version, serial, item, grade, credit_minor, state, day, actor, at) select ${id}, ${id}, ${id}, 1, 'S' || n, 'pot', 0, 100, 'assessed', '2026-11-01', 'seed', now() ${all}`,
    sql`insert into rewards.companion (customer_id, companion_id, definition_id, version, actor, at) select ${id}, ${id}, (select definition_id from rewards.definition order by 1 limit 1), 1, 'seed', now() ${all}`,
    sql`analyze record.customer, rewards.trade_in, rewards.companion, rewards.definition`
  ]) await statement.execute(test.house.db)
  await transact(test.house.pool, async (trx) => {
    const pages = async (): Promise<number> => Number((await sql<{ pages: bigint }>`select coalesce(sum(pg_stat_get_xact_blocks_fetched(c.oid)), 0)::bigint as pages from pg_class c where c.relkind in ('r', 'i') and c.relnamespace::regnamespace::text in ('rewards', 'record', 'identity')`.execute(trx)).rows[0]?.pages ?? 0n)
    const before = await pages()
    const someone = '01900000-0000-7000-8000-000000000777'
    expect([(await openTradeIns(trx, someone, '2026-11-22')).length, (await companionsOf(trx, someone, 3)).length]).toEqual([1, 1])
    const fetched = await pages() - before
    expect(fetched).toBeGreaterThan(0)
    expect(fetched).toBeLessThan(100)
  })
})
