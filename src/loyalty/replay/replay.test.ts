import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { dayIn } from '#foundation/zone.ts'
import { seededRandom } from '#foundation/random.ts'
import { buildTestHouse, type TestHouse } from '#test/house.ts'
import { wallClock, type Programme } from '../earning/earning.ts'
import { calendarOf } from '../tiers/tiers.ts'
import { openLastDays, openNear, tellAgain } from './replay.member.ts'
import { membersAfter } from './replay.read.sql.ts'
import { always, readRules } from './replay.scenarios.ts'

let test: TestHouse
const start = new Date('2025-11-03T02:00:00Z')
beforeAll(async () => {
  test = await buildTestHouse(start)
  // Members have money back beside their points: the figures speak of points all the same.
  const { newest, parameters } = (await test.ask('GET', '/api/points/policy')).json()
  await test.ask('PUT', '/api/points/policy', { version: newest, parameters: { ...parameters, cash: { ...parameters.points, name: { zh: '返现', en: 'Cashback' }, scale: 2 } } })
})
afterAll(() => test.close())

const programme: Programme = {
  sources: ['shop', 'web'], currencies: { points: { stacking: 'additive', most: { day: 900 } }, growth: { stacking: 'best' } }, budgets: [],
  rules: [
    { key: 'ground', name: '基础', currency: 'points', give: { kind: 'rate', points: 1, perMinor: '10000' }, rounding: 'floor' },
    { key: 'tier', name: '等级', currency: 'points', give: { kind: 'tier' }, rounding: 'half_even' },
    { key: 'tea', name: '茶叶双倍', currency: 'points', give: { kind: 'times', permille: 2000 }, rounding: 'floor', where: { categories: ['茶'] }, most: { order: 150, customer: 700 } },
    { key: 'welcome', name: '首单', currency: 'points', give: { kind: 'fixed', points: 50 }, rounding: 'floor', when: { firstOrder: true } },
    { key: 'gold', name: '金卡加赠', currency: 'points', give: { kind: 'unit', points: 3 }, rounding: 'floor', when: { tiers: ['gold'] }, expires: { days: 30 } },
    { key: 'growth', name: '成长值', currency: 'growth', give: { kind: 'rate', points: 1, perMinor: '10000' }, rounding: 'floor' },
    { key: 'faster', name: '金卡成长加速', currency: 'growth', give: { kind: 'tier' }, rounding: 'floor' }
  ]
}
const members: string[] = []

/** Half a year of orders and returns as they come in a shop, in the order of time, through the API. */
async function trade(): Promise<void> {
  const random = seededRandom(7)
  for (let n = 0; n < 8; n += 1) members.push((await test.ask('POST', '/api/record', { name: `客 ${n}` })).json().customerId)
  const sold: { number: string, source: string, lines: { product: string, category: string, quantity: string, amountMinor: string }[] }[] = []
  for (let step = 0; step < 90; step += 1) {
    test.time.now = new Date(test.time.now.getTime() + (4 + random.int(60)) * 3_600_000)
    const at = test.time.now.toISOString()
    const back = sold[random.int(sold.length + 1)]
    if (back !== undefined && random.next() < 0.3) {
      const line = back.lines[random.int(back.lines.length)]
      const whole = random.next() < 0.5 || line === undefined
      const { statusCode } = await test.ask('POST', `/api/orders/${back.source}/${back.number}/returns`, { number: `R${step}`, at, ...(whole ? {} : { lines: [{ ...line, quantity: '1', amountMinor: (BigInt(line.amountMinor) / BigInt(line.quantity)).toString() }] }) })
      expect(statusCode).toBe(200)
      sold.splice(sold.indexOf(back), 1)
      continue
    }
    const lines = Array.from({ length: 1 + random.int(3) }, (_, place) => ({ product: `p${place}`, category: random.pick(['茶', '器']), quantity: String(1 + random.int(3)), amountMinor: String((1 + random.int(60)) * 61_700) }))
    const source = random.pick(['shop', 'web', 'elsewhere'])
    const { statusCode } = await test.ask('POST', '/api/orders', { orders: [{ source, number: `S${step}`, at, customer: { customerId: members[random.int(members.length)] }, lines }] })
    expect(statusCode).toBe(200)
    sold.push({ number: `S${step}`, source, lines })
  }
}

it('tells the ledger again to the last point: the rules in force over orders that were earned under them', { timeout: 240_000 }, async () => {
  expect((await test.ask('POST', '/api/earning/versions', { programme, version: 0, validFrom: '2025-01-01T00:00:00Z' })).statusCode).toBe(200)
  await trade()
  const { db } = test.house
  const now = test.time.now
  const scenario = always((await readRules(db, now)).at(now).drafts)
  const clockwork = { calendar: calendarOf('Asia/Shanghai', dayIn('Asia/Shanghai')), wallClock: wallClock('Asia/Shanghai'), lastDay: openLastDays(), near: openNear() }
  const told = (await membersAfter(db, '00000000-0000-0000-0000-000000000000', 'CNY', 100)).map((member) => ({ member, outcome: tellAgain(member, scenario, clockwork, now.getTime()) }))
  const keyed = (rows: readonly (readonly [string, bigint])[]): Record<string, string> => {
    const sums = new Map<string, bigint>()
    for (const [key, amount] of rows) sums.set(key, (sums.get(key) ?? 0n) + amount)
    return Object.fromEntries([...sums].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, amount]) => [key, amount.toString()]))
  }
  const { rows: entries } = await sql<{ customerId: string, currency: string, number: string, kind: string, amount: bigint, expiresOn: string | null }>`
    select e.customer_id as "customerId", e.currency, e.number, e.kind, e.amount, l.expires_on as "expiresOn" from points.entry e left join points.lot l on l.customer_id = e.customer_id and l.lot_id = e.lot_id
    where e.kind in ('earn', 'reverse', 'owe')`.execute(db)
  expect(entries.length).toBeGreaterThan(100)
  expect(keyed(told.flatMap(({ member, outcome }) => outcome.earned.map((one) => [`${member.customerId} ${one.currency} ${one.number} ${one.expiresOn ?? '-'}`, one.amount] as const))))
    .toEqual(keyed(entries.filter(({ kind }) => kind === 'earn').map((one) => [`${one.customerId} ${one.currency} ${one.number} ${one.expiresOn ?? '-'}`, one.amount] as const)))
  expect(keyed(told.flatMap(({ member, outcome }) => outcome.reversed.map((one) => [`${member.customerId} ${one.currency} ${one.number}`, -one.amount] as const))))
    .toEqual(keyed(entries.filter(({ kind }) => kind !== 'earn').map((one) => [`${one.customerId} ${one.currency} ${one.number}`, one.amount] as const)))
  const { rows: spells } = await sql<{ customerId: string, tier: string, begins: Date }>`select customer_id as "customerId", tier, begins_at as begins from tiers.spell where replaced_at is null order by customer_id, begins_at`.execute(db)
  expect(spells.some(({ tier }) => tier === 'gold')).toBe(true)
  const bought = new Set(spells.map(({ customerId }) => customerId))
  expect(told.filter(({ member }) => bought.has(member.customerId)).flatMap(({ member, outcome }) => outcome.spells.map(({ tier, begins }) => `${member.customerId} ${tier} ${begins}`)))
    .toEqual(spells.map(({ customerId, tier, begins }) => `${customerId} ${tier} ${begins.getTime()}`))
})

it('is drafted, told, listed and scheduled; what is in force changes nothing', { timeout: 240_000 }, async () => {
  const ground = (await test.ask('GET', '/api/replay/ground')).json()
  expect(ground.customers).toBe(8)
  const run = async (drafts: object) => {
    const { runId, jobId } = (await test.ask('POST', '/api/replay', { months: 6, priceMinor: '100', drafts, note: '少发一半' })).json()
    expect((await test.house.queue.ended(jobId)).state).toBe('done')
    return (await test.ask('GET', `/api/replay/${runId}`)).json()
  }
  const same = await run({ earning: programme })
  expect(same.result.currency).toBe('points')
  expect(same).toMatchObject({ version: 1, changes: [{ en: 'Nothing changes' }], result: { winners: 0, losers: 0, rising: 0, falling: 0, customers: 8 } })
  expect(same.result.now).toEqual(same.result.then)
  const half = { ...programme, rules: programme.rules.map((rule) => (rule.key === 'ground' ? { ...rule, give: { kind: 'rate' as const, points: 1, perMinor: '20000' } } : rule)) }
  const told = await run({ earning: half })
  expect(told.changes).toEqual([{ zh: '积分规则“基础”：原为每 ¥1 得 1，现为每 ¥2 得 1', en: 'Earning rule "基础": 1 per ¥2, was 1 per ¥1' }])
  expect([told.result.winners, told.result.losers > 0, BigInt(told.result.then.costMinor) < BigInt(told.result.now.costMinor)]).toEqual([0, true, true])
  const { items } = (await test.ask('GET', `/api/replay/${told.runId}/members?side=losers`)).json()
  expect(items).toHaveLength(told.result.losers)
  expect(items.map((one: { difference: string }) => Number(one.difference))).toEqual(items.map((one: { difference: string }) => Number(one.difference)).toSorted((a: number, b: number) => a - b))
  expect((await test.ask('GET', `/api/replay/${told.runId}/members/file?side=losers&format=csv`)).body.split('\r\n').filter((line) => line !== '')).toHaveLength(items.length + 1)
  const from = new Date(test.time.now.getTime() + 86_400_000).toISOString()
  expect((await test.ask('POST', `/api/replay/${told.runId}/schedule`, { validFrom: from })).json()).toMatchObject({ validFrom: from })
  expect((await test.ask('POST', `/api/replay/${told.runId}/schedule`, {})).json()).toMatchObject({ code: 'replay.scheduled', status: 409 })
  expect((await test.ask('GET', '/api/earning')).json().versions[0]).toMatchObject({ version: 2, validFrom: from })

  // Taken back, it can be scheduled again; what it changes is told against the rules of its day, after the switch, too.
  expect((await test.ask('DELETE', '/api/earning/versions/2')).statusCode).toBe(200)
  expect((await test.ask('GET', `/api/replay/${told.runId}`)).json()).toMatchObject({ isWithdrawn: true, changes: told.changes })
  test.time.now = new Date(test.time.now.getTime() + 60_000)
  expect((await test.ask('POST', `/api/replay/${told.runId}/schedule`, {})).json()).toMatchObject({ isWithdrawn: false, changes: told.changes, validFrom: test.time.now.toISOString() })
  expect((await test.ask('GET', '/api/earning')).json()).toMatchObject({ now: 3 })
  // Another replay from before that switch would undo it.
  expect((await test.ask('POST', `/api/replay/${same.runId}/schedule`, {})).json()).toMatchObject({ code: 'replay.outrun', status: 409 })
  expect((await test.ask('POST', '/api/replay', { months: 6, priceMinor: '100', drafts: {} })).json()).toMatchObject({ code: 'replay.nothing_drafted' })
  expect((await test.askAs(['replay.read'], 'POST', '/api/replay', { months: 6, priceMinor: '100', drafts: { earning: half } })).statusCode).toBe(403)
})

it('12: tells two merged records as the one person that tiers and limits see, and parted as two', async () => {
  const before = (await test.ask('GET', '/api/replay/ground')).json().customers
  const enrol = async (): Promise<string> => (await test.ask('POST', '/api/record', { name: '并' })).json().customerId
  const [survivor, merged] = [await enrol(), await enrol()]
  const buy = (customerId: string, number: string) => test.ask('POST', '/api/orders', { orders: [{ source: 'shop', number, at: test.time.now.toISOString(), customer: { customerId }, lines: [{ product: 'A', quantity: '1', amountMinor: '1000000' }] }] })
  await buy(merged, 'P1')
  const { mergeId } = (await test.ask('POST', `/api/record/${survivor}/merge`, { mergedId: merged })).json()
  await buy(survivor, 'P2')
  const told = async (): Promise<readonly (readonly [string, readonly string[]])[]> => (await membersAfter(test.house.db, '00000000-0000-0000-0000-000000000000', 'CNY', 100))
    .filter(({ customerId }) => customerId === survivor || customerId === merged).map(({ customerId, orders }) => [customerId, orders.map(({ number }) => number).toSorted()] as const)
  expect(await told()).toEqual([[survivor, ['P1', 'P2']]])
  expect((await test.ask('GET', '/api/replay/ground')).json().customers).toBe(before + 1)
  expect((await test.ask('POST', `/api/record/merges/${mergeId}/undo`, {})).statusCode).toBe(200)
  expect([...await told()].toSorted(([, [a = '']], [, [b = '']]) => (a < b ? -1 : 1))).toEqual([[merged, ['P1']], [survivor, ['P2']]])
})
