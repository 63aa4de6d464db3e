import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { transact } from '#foundation/db.ts'
import { buildTestHouse, type TestHouse } from '#test/house.ts'
import { sampleChain } from '#activity/sample/sample.ts'
import { writeChain } from '../../activity/sample/loading.ts'
import { catchUp } from './tiers.jobs.ts'
import type { PolicyParameters } from './tiers.schema.ts'
import { readProgress, readTiers, review } from './tiers.ts'

let test: TestHouse
let member = ''
let count = 0
const start = new Date('2026-01-31T04:00:00Z')
beforeAll(async () => { test = await buildTestHouse(start) })
afterAll(() => test.close())
beforeEach(async () => {
  test.time.now = start
  member = await enrol()
})

const enrol = async (): Promise<string> => (await test.ask('POST', '/api/record', { name: '林晓' })).json().customerId
const later = (days: number): void => { test.time.now = new Date(test.time.now.getTime() + days * 86_400_000) }
async function buy(yuan: number, { at = test.time.now, customer = member } = {}): Promise<string> {
  const number = `T${count += 1}`
  const { statusCode } = await test.ask('POST', '/api/orders', { orders: [{ source: 'shop', number, at: at.toISOString(), customer: { customerId: customer }, lines: [{ product: 'tea', quantity: '1', amountMinor: String(yuan * 10_000) }] }] })
  expect(statusCode).toBe(200)
  later(1 / 1440)
  return number
}
async function giveBack(number: string, yuan?: number): Promise<void> {
  const lines = yuan === undefined ? {} : { lines: [{ product: 'tea', quantity: '1', amountMinor: String(yuan * 10_000) }] }
  expect((await test.ask('POST', `/api/orders/shop/${number}/returns`, { number: `R${count += 1}`, at: test.time.now.toISOString(), ...lines })).statusCode).toBe(200)
  later(1 / 1440)
}
const grow = async (amount: number, customer = member): Promise<void> => {
  expect((await test.ask('POST', '/api/points/commands', { orders: [{ customerId: customer, currency: 'growth', command: { do: 'earn', amount: String(amount), source: 'shop', number: `G${count += 1}` } }] })).statusCode).toBe(200)
  later(1 / 1440)
}
const tier = async (at = test.time.now, customer = member) => (await readTiers(test.house.db, [customer], at)).get(customer)
const shown = async (customer = member) => (await test.ask('GET', `/api/tiers/member?customer=${customer}`)).json()
const stored = async (customer = member) => (await sql<{ tier: string, reason: string, until: string | null, version: number, begins: Date, ends: Date | null }>`
  select tier, reason, until, policy_version as version, begins_at as begins, ends_at as ends from tiers.spell where customer_id = ${customer}::uuid and replaced_at is null order by begins_at`.execute(test.house.db)).rows
const timeline = async (customer = member): Promise<readonly { kind: string, values: Record<string, unknown> }[]> =>
  (await test.ask('GET', `/api/events?customer=${customer}`)).json().items.filter(({ kind }: { kind: string }) => kind.startsWith('tiers.'))
const policy = async () => { const { items, newest } = (await test.ask('GET', '/api/tiers/policy')).json(); return { newest, parameters: items.find((one: { version: number }) => one.version === newest).parameters as PolicyParameters } }

/** A ladder from now on; the one before is in force again from the next call without a change. */
async function rule(change: Partial<PolicyParameters> = {}, validFrom?: Date): Promise<void> {
  const { items, newest } = (await test.ask('GET', '/api/tiers/policy')).json()
  const first = items.find((one: { version: number }) => one.version === 0).parameters
  const saved = await test.ask('PUT', '/api/tiers/policy', { version: newest, parameters: { ...first, ...change }, ...(validFrom === undefined ? {} : { validFrom: validFrom.toISOString() }) })
  expect(saved.json()).toMatchObject({ parameters: change })
}

describe('hard cases', () => {
  it('12: after a merge the tier is the one that both have earned together; parted again, each stands where they stood', async () => {
    const other = await enrol()
    await buy(1200)
    await buy(1000, { customer: other })
    expect([await tier(), await tier(test.time.now, other)]).toMatchObject([{ tier: 'member' }, { tier: 'member' }])
    const { mergeId } = (await test.ask('POST', `/api/record/${member}/merge`, { mergedId: other })).json()
    later(1 / 1440)
    expect([await tier(), await tier(test.time.now, other)]).toMatchObject([{ tier: 'gold' }, { tier: 'gold' }])
    expect((await stored(other)).length).toBe(0)
    expect((await shown(other)).tier).toBe('gold')
    expect((await test.ask('POST', `/api/record/merges/${mergeId}/undo`, {})).statusCode).toBe(200)
    later(1 / 1440)
    expect([await tier(test.time.now, other), (await stored(other)).at(-1)?.tier]).toMatchObject([{ tier: 'member' }, 'member'])
    expect((await stored()).length).toBeGreaterThan(0)
  })

  it('12: the pages count a person once, with what either record bought', async () => {
    const population = async (): Promise<{ members: number, spent: bigint }> => { const { members, spentMinor } = (await test.ask('GET', '/api/tiers')).json(); return { members, spent: BigInt(spentMinor) } }
    const first = await population()
    const other = await enrol()
    await buy(1200)
    await buy(1000, { customer: other })
    expect((await test.ask('POST', `/api/record/${member}/merge`, { mergedId: other })).statusCode).toBe(200)
    // The member that every case starts with was counted at first.
    expect(await population()).toEqual({ members: first.members, spent: first.spent + 22_000_000n })
    const { items } = (await test.ask('GET', '/api/tiers/members?tier=gold&all=true&limit=200')).json()
    expect(items.find((one: { customerId: string }) => one.customerId === member)).toMatchObject({ spentMinor: '22000000' })
    const preview = (await test.ask('POST', '/api/tiers/preview', { parameters: (await policy()).parameters })).json()
    expect([preview.members, preview.drawn]).toEqual([first.members, first.members])
  })

  it('10: the tier after a return is the one that what was kept earns, once the days of protection are over', async () => {
    expect(await tier()).toMatchObject({ tier: 'prospect', rank: 0 })
    const small = await buy(100)
    expect(await tier(start)).toMatchObject({ tier: 'prospect' })
    expect(await tier()).toMatchObject({ tier: 'member', rank: 1, until: null })
    const large = await buy(1900)
    expect(await tier()).toMatchObject({ tier: 'gold', rank: 2, ratePermille: 1500, since: '2026-01-31', until: '2027-01-30' })
    later(10)
    await giveBack(large, 1000)
    expect(await tier()).toMatchObject({ tier: 'gold' })
    expect(await shown()).toMatchObject({ tier: 'gold', withdrawsOn: '2026-02-17', progress: { keep: { sentence: { zh: '再消费 ¥1,000，6 天内保住金卡' } } } })
    later(7)
    expect(await tier()).toMatchObject({ tier: 'member' })
    expect((await stored()).map(({ tier: id }) => id)).toEqual(['prospect', 'member', 'gold'])
    // What nobody has booked yet is true all the same; the sweep writes it down.
    await transact(test.house.pool, (trx) => review(trx, { listeners: test.house.listeners, actor: 'test' }, [member], test.time.now))
    expect((await stored()).map(({ tier: id, reason }) => `${id} ${reason}`)).toEqual(['prospect joined', 'member upgraded', 'gold upgraded', 'member returned'])
    await giveBack(large, 900)
    await giveBack(small)
    later(7)
    expect(await tier()).toMatchObject({ tier: 'prospect' })
    expect((await timeline()).map(({ kind }) => kind).slice(0, 4)).toEqual(['tiers.downgraded', 'tiers.upgraded', 'tiers.upgraded'])
  })

  it('10: growth value earned and taken back moves the tier in the same transaction', async () => {
    await buy(10)
    await grow(2000)
    expect(await tier()).toMatchObject({ tier: 'gold' })
    const number = `G${count}`
    expect((await test.ask('POST', '/api/points/commands', { orders: [{ customerId: member, currency: 'growth', command: { do: 'reverse', amount: '1', source: 'shop', number } }] })).statusCode).toBe(200)
    expect(await shown()).toMatchObject({ tier: 'gold', withdrawsOn: '2026-02-07' })
    await grow(1)
    expect(await shown()).toMatchObject({ tier: 'gold', withdrawsOn: null })
    // Its end by time takes nothing away: what counts is what was earned.
    later(400)
    expect((await stored()).at(-1)).toMatchObject({ tier: 'gold', reason: 'upgraded', version: 0 })
  })

  it.each([
    ['the start of the tier', { anchor: 'tier' }, '2027-01-30'], ['the day of joining', { anchor: 'join' }, '2027-01-30'], ['the calendar year', { anchor: 'calendar' }, '2026-12-31'],
    ['the calendar year, a year at least', { anchor: 'calendar', leastMonths: 12 }, '2027-12-31'], ['a fixed cycle', { anchor: 'cycle', months: 6, from: '2020-04-01' }, '2026-03-31']
  ] as const)('11: a term ends by %s; kept or lost by the rule of keeping', async (_, change, until) => {
    await rule({ expiry: { months: 12, from: null, leastMonths: 0, graceDays: 0, ...change } })
    const [keeps, loses] = [member, await enrol()]
    await buy(2000, { customer: keeps })
    await buy(2000, { customer: loses })
    await buy(1600, { customer: keeps })
    expect(await tier(test.time.now, keeps)).toMatchObject({ tier: 'gold', until })
    const [last, next] = [new Date(`${until}T15:59:59.999Z`), new Date(`${until}T16:00:00.000Z`)]
    expect([await tier(last, keeps), await tier(last, loses)]).toMatchObject([{ tier: 'gold' }, { tier: 'gold' }])
    expect([await tier(next, keeps), await tier(next, loses)]).toMatchObject([{ tier: 'gold', since: '2026-01-31' }, { tier: 'member' }])
    test.time.now = next
    await transact(test.house.pool, (trx) => review(trx, { listeners: test.house.listeners, actor: 'test' }, [keeps, loses], test.time.now))
    const { newest } = await policy()
    expect([(await stored(keeps)).at(-1), (await stored(loses)).at(-1)]).toMatchObject([{ tier: 'gold', reason: 'kept', version: newest }, { tier: 'member', reason: 'expired', version: newest }])
    expect([(await timeline(keeps))[0]?.kind, (await timeline(loses))[0]?.kind]).toEqual(['tiers.kept', 'tiers.downgraded'])
    test.time.now = new Date('2030-01-01T00:00:00Z')
    await rule({})
  })

  it('17: whichever order is told first, the same spells', async () => {
    await rule({})
    later(100)
    const [first, second] = [member, await enrol()]
    const days = [-60, -40, -20].map((days) => new Date(test.time.now.getTime() + days * 86_400_000))
    const amounts = [900, 700, 800]
    for (const place of [0, 1, 2]) await buy(amounts[place] ?? 0, { at: days[place] ?? start, customer: first })
    for (const place of [2, 0, 1]) await buy(amounts[place] ?? 0, { at: days[place] ?? start, customer: second })
    expect((await stored(second)).slice(1)).toEqual((await stored(first)).slice(1))
    expect((await stored(first)).at(-1)).toMatchObject({ tier: 'gold', begins: new Date((days[2]?.getTime() ?? 0) + 1) })
    const { rows } = await sql<{ n: bigint }>`select count(*) as n from tiers.spell where customer_id = ${second}::uuid and replaced_at is not null`.execute(test.house.db)
    expect(Number(rows[0]?.n)).toBeGreaterThan(0)
  })
})

describe('what is missing', () => {
  it('is said exactly, by the nearest way, in both languages', async () => {
    await rule({})
    await buy(850)
    expect(await readProgress(test.house.db, member, test.time.now)).toMatchObject({ keep: null, next: { tier: 'gold', missing: [{ measure: 'spend', amount: '11500000' }], sentence: { zh: '再消费 ¥1,150，升为金卡', en: '¥1,150 to Gold' } } })
    await grow(1900)
    expect((await readProgress(test.house.db, member, test.time.now)).next?.sentence).toEqual({ zh: '再得 100 成长值，升为金卡', en: '100 growth value to Gold' })
    await buy(1150)
    later(346)
    await buy(1280)
    const { keep } = await readProgress(test.house.db, member, test.time.now)
    expect(keep).toMatchObject({ tier: 'gold', isMet: false, by: '2027-01-30', daysLeft: 18, sentence: { zh: '再消费 ¥320，18 天内保住金卡', en: '¥320 in 18 days keeps Gold' } })
    await buy(319.99)
    expect((await readProgress(test.house.db, member, test.time.now)).keep?.sentence.en).toBe('¥0.01 in 18 days keeps Gold')
    await buy(0.01)
    expect((await readProgress(test.house.db, member, test.time.now)).keep).toMatchObject({ isMet: true, missing: [], sentence: { zh: '已满足金卡的条件' } })
  })
})

describe('by hand', () => {
  it('a tier is given for life or to a day with its reason, and taken back', async () => {
    expect((await test.ask('POST', '/api/tiers/grants', { customerId: member, tier: 'gold', until: '2026-02-10', note: '老板的朋友' })).json()).toMatchObject({ tier: 'gold', until: '2026-02-10', grants: [{ note: '老板的朋友', actor: 'tester' }] })
    expect((await timeline())[0]).toMatchObject({ kind: 'tiers.upgraded', values: { reason: 'granted', toZh: '金卡' } })
    later(11)
    expect(await tier()).toMatchObject({ tier: 'prospect' })
    const { grants } = (await test.ask('POST', '/api/tiers/grants', { customerId: member, tier: 'gold', until: null, note: '终身' })).json()
    later(4000)
    expect(await tier()).toMatchObject({ tier: 'gold', until: null })
    expect((await test.ask('POST', `/api/tiers/grants/${grants.at(-1).grantId}/withdraw`, { customerId: member })).json()).toMatchObject({ tier: 'prospect' })
    expect((await test.ask('POST', `/api/tiers/grants/${grants.at(-1).grantId}/withdraw`, { customerId: member })).json()).toMatchObject({ code: 'tiers.unknown_grant' })
    expect((await test.ask('POST', '/api/tiers/grants', { customerId: member, tier: 'jade', until: null, note: 'x' })).json()).toMatchObject({ code: 'tiers.unknown_tier', status: 422 })
    expect((await test.askAs(['tiers.read'], 'POST', '/api/tiers/grants', { customerId: member, tier: 'gold', until: null, note: 'x' })).statusCode).toBe(403)
  })
})

describe('the ladder', () => {
  it('is checked, versioned and scheduled; what was read stale is refused', async () => {
    const { newest, parameters } = await policy()
    const put = (change: object) => test.ask('PUT', '/api/tiers/policy', { version: newest, parameters, ...change })
    const [base, second, gold] = parameters.tiers
    for (const [code, tiers] of [['same_tier', [base, second, second]], ['first_tier', [gold, second]], ['no_upgrade', [base, { ...second, upgrade: null }]]] as const) {
      expect((await put({ parameters: { ...parameters, tiers } })).json()).toMatchObject({ code: `tiers.${code}`, status: 422 })
    }
    expect((await put({ parameters: { ...parameters, expiry: { ...parameters.expiry, anchor: 'cycle', from: null } } })).json()).toMatchObject({ code: 'tiers.no_cycle_start' })
    expect((await put({ version: newest - 1 })).json()).toMatchObject({ code: 'tiers.policy_changed', status: 409 })
    expect((await put({ validFrom: '2020-01-01T00:00:00Z' })).json()).toMatchObject({ code: 'tiers.policy_in_past' })
    later(1)
    await rule({ tiers: [base, second, { ...gold, upgrade: { anyOf: [{ allOf: [{ measure: 'orders', atLeast: '1', window: { kind: 'ever' } }] }] } }] as PolicyParameters['tiers'] }, new Date(test.time.now.getTime() + 86_400_000))
    await buy(10)
    expect(await tier()).toMatchObject({ tier: 'member' })
    later(1)
    expect(await tier()).toMatchObject({ tier: 'gold', policyVersion: newest + 1 })
    expect((await test.ask('DELETE', `/api/tiers/policy/${newest + 1}`)).json()).toMatchObject({ code: 'tiers.policy_in_force' })
    await rule({}, new Date(test.time.now.getTime() + 86_400_000))
    expect((await test.ask('DELETE', `/api/tiers/policy/${newest + 2}`)).json()).toMatchObject({ version: newest + 2 })
    await rule({})
  })
})

it('follows orders that were loaded in bulk, and what it writes is what the rules say', { timeout: 240_000 }, async () => {
  const other = await buildTestHouse(new Date('2026-11-21T09:00:00Z'))
  await transact(other.house.pool, (trx) => writeChain({ trx }, sampleChain('2026-11-20', { seed: 5, members: 300, prospects: 20, walkIns: 50 }), other.time.now))
  // While a first file is being written its orders cannot be told from others by their index: the follower waits.
  const followed = async () => (await sql<{ n: number }>`select count(*)::int as n from foundation.run where name = 'tiers.follow'`.execute(other.house.db)).rows[0]?.n
  await sql`insert into foundation.index_aside (name, definition) values ('orders.order_changed', 'create index on orders.order (changed_xid)')`.execute(other.house.db)
  await catchUp(other.house, () => true)
  expect(await followed()).toBe(0)
  await sql`delete from foundation.index_aside`.execute(other.house.db)
  await catchUp(other.house, () => true)
  expect(await followed()).toBe(1)
  const id = await other.house.queue.send(other.house.db, 'tiers.follow', {})
  expect((await other.house.queue.ended(id)).state).toBe('done')
  const { rows } = await sql<{ tier: string, n: bigint }>`select tier, count(*) as n from tiers.spell where replaced_at is null and ends_at is null group by 1 order by 1`.execute(other.house.db)
  expect(Number(rows.reduce((sum, { n }) => sum + n, 0n))).toBe(300)
  const before = (await sql`select customer_id, tier, since, begins_at, ends_at, until, reason from tiers.spell where replaced_at is null order by 1, 4`.execute(other.house.db)).rows
  // From nothing but orders and the ledger: the same spells again.
  await sql`delete from tiers.spell`.execute(other.house.db)
  await sql`update tiers.follow set xid = '0'`.execute(other.house.db)
  await other.house.queue.ended(await other.house.queue.send(other.house.db, 'tiers.follow', {}))
  expect((await sql`select customer_id, tier, since, begins_at, ends_at, until, reason from tiers.spell where replaced_at is null order by 1, 4`.execute(other.house.db)).rows).toEqual(before)
  await other.close()
})

describe('the page', () => {
  it('counts who is where, lists who is about to lose it with what keeps it, exports, and tries another ladder', { timeout: 240_000 }, async () => {
    const other = await buildTestHouse(start)
    const ask = async (url: string) => (await other.ask('GET', url)).json()
    const people = await Promise.all([2100, 2000, 50, 0].map(async (yuan) => {
      const { customerId } = (await other.ask('POST', '/api/record', { name: `客 ${yuan}` })).json()
      if (yuan > 0) await other.ask('POST', '/api/orders', { orders: [{ source: 'shop', number: `P${yuan}`, at: start.toISOString(), customer: { customerId }, lines: [{ product: 'tea', quantity: '1', amountMinor: String(yuan * 10_000) }] }] })
      return customerId as string
    }))
    other.time.now = new Date('2027-01-05T04:00:00Z')
    await other.ask('POST', '/api/orders', { orders: [{ source: 'shop', number: 'P-keeps', at: '2026-12-01T04:00:00Z', customer: { customerId: people[1] }, lines: [{ product: 'tea', quantity: '1', amountMinor: '16000000' }] }] })
    expect(await ask('/api/tiers?withinDays=30')).toMatchObject({ members: 4, losing: 1, spentMinor: '57500000', tiers: [{ tier: 'prospect', members: 1 }, { tier: 'member', members: 1 }, { tier: 'gold', members: 2, losing: 1, spentMinor: '57000000' }] })
    expect((await ask('/api/tiers?withinDays=7')).losing).toBe(0)
    const { items, next } = await ask('/api/tiers/members?withinDays=30')
    expect([items, next]).toMatchObject([[{ customerId: people[0], tier: 'gold', losesOn: '2027-01-31', keep: { sentence: { zh: '再消费 ¥1,600，25 天内保住金卡' } } }], null])
    const page = await ask('/api/tiers/members?tier=gold&all=true&limit=1')
    expect([page.items.length, (await ask(`/api/tiers/members?tier=gold&all=true&limit=1&after=${encodeURIComponent(page.next)}`)).items.length]).toEqual([1, 1])
    const file = await other.ask('GET', '/api/tiers/members/file?format=csv&withinDays=30', undefined, { headers: { 'accept-language': 'en' } })
    expect(file.body.split('\r\n')[1]).toContain('Gold,2026-01-31,2027-01-30,2027-01-31,2100')
    const { items: versions } = await ask('/api/tiers/policy')
    const parameters = versions[0].parameters as PolicyParameters
    const [base, second, gold] = parameters.tiers
    const tried = { ...parameters, tiers: [base, second, { ...gold, upgrade: { anyOf: [{ allOf: [{ measure: 'spend', atLeast: '500000', window: { kind: 'ever' } }] }] } }] }
    expect((await other.ask('POST', '/api/tiers/preview', { parameters: tried })).json()).toMatchObject({
      changes: [{ zh: '升金卡：原为近 12 个月消费满 ¥2,000，或近 12 个月成长值满 2,000，现为累计消费满 ¥50' }], members: 4, drawn: 4, rising: 1, falling: 0,
      tiers: [{ now: 1, then: 1, always: 1 }, { now: 1, then: 0, always: 0 }, { now: 2, then: 3, always: 3 }]
    })
    await other.close()
  })
})
