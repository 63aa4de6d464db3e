/**
 * Real orders through a programme of base rate, category multiple, two campaigns with caps, three tiers and twelve-month lots. Three ways that share no code must
 * come to the same: the ledger, SQL over the orders of the record, and the raw file counted again here.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { recordOrders, type OrderInput } from '#activity/orders/orders.ts'
import { createMany } from '#customers/record/record.ts'
import { transact } from '#foundation/db.ts'
import { buildTestHouse, type TestHouse } from '#test/house.ts'
import { publish } from '#test/programme.ts'
import { sharedData } from '#test/sharedData.ts'
import { beginCount, countPage } from './earning.past.ts'
import type { Programme } from './earning.schema.ts'
import { readWhy } from './earning.why.ts'

const folder = sharedData()
/** `NIGHTLY=1` takes whole files; otherwise the months in the name. */
const isWhole = process.env['NIGHTLY'] === '1'

interface Line { readonly customer: string, readonly number: string, readonly at: string, readonly product: string, readonly category: string, readonly quantity: string, readonly cents: number }
interface Shop { readonly name: string, readonly category: string, readonly budget: number, readonly from: string, readonly to: string, readonly until: string, readonly read: (folder: string) => readonly Line[] }

const rowsOf = (path: string): readonly (readonly string[])[] => gunzipSync(readFileSync(path)).toString('utf8').split(/\r?\n/).slice(1).filter((row) => row !== '').map((row) => [...row.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) => cell.replace(/^"|"$/g, '')))

const shops: readonly Shop[] = [
  {
    name: 'Complete Journey', category: 'PRODUCE', budget: 4_000, from: '2017-01-10', to: '2017-02-05', until: isWhole ? '9' : '2017-02',
    read: (data) => {
      const products = new Map(rowsOf(join(data, 'completejourney_sample', 'products.csv.gz')).map((row) => [row[0] ?? '', row[2] ?? '']))
      return rowsOf(join(data, 'completejourney_sample', 'transactions_sample.csv.gz')).map(([customer = '', , number = '', product = '', quantity = '', value = '', , , , , at = '']) =>
        ({ customer, number, at: `${at.replace(' ', 'T')}Z`, product, category: products.get(product) ?? 'NONE', quantity, cents: Math.round(Number(value) * 100) }))
    }
  },
  {
    name: 'Online Retail', category: '22', budget: 9_000, from: '2010-12-05', to: '2010-12-20', until: isWhole ? '9' : '2011-01',
    read: (data) => rowsOf(join(data, 'online_retail_uci', 'online_retail.csv.gz')).flatMap(([number = '', product = '', , quantity = '', at = '', price = '', customer = '']) =>
      (customer === '' || number.startsWith('C') || Number(quantity) <= 0 || Number(price) <= 0 ? [] : [{ customer, number, at: `${at.replace(' ', 'T')}Z`, product, category: product.slice(0, 2), quantity, cents: Math.round(Number(quantity) * Number(price) * 100) }]))
  }
]

const programmeOf = ({ category, budget, from, to }: Shop): Programme => ({
  sources: null, currencies: { points: { stacking: 'additive' }, growth: { stacking: 'additive' } },
  budgets: [{ key: 'visit', name: 'visit', currency: 'points', bound: String(budget) }, { key: 'spend', name: 'spend', currency: 'points', bound: '100000000' }],
  rules: [
    { key: 'ground', name: 'ground', currency: 'points', give: { kind: 'rate', points: 1, perMinor: '10000' }, rounding: 'floor' },
    { key: 'goods', name: 'goods', currency: 'points', give: { kind: 'times', permille: 3000 }, rounding: 'floor', where: { categories: [category] } },
    { key: 'tier', name: 'tier', currency: 'points', give: { kind: 'tier' }, rounding: 'floor' },
    { key: 'visit', name: 'visit', currency: 'points', give: { kind: 'fixed', points: 25 }, rounding: 'floor', when: { from, to }, most: { customer: 50 }, budget: 'visit' },
    { key: 'spend', name: 'spend', currency: 'points', give: { kind: 'rate', points: 1, perMinor: '50000', extra: true }, rounding: 'floor', when: { from, to }, most: { order: 30 }, budget: 'spend', expires: { days: 90 } },
    { key: 'growth', name: 'growth', currency: 'growth', give: { kind: 'rate', points: 1, perMinor: '10000' }, rounding: 'floor' }
  ]
})

/** Three tiers by what was spent before: 1, 1.25 and 1.5 times. */
const ladder = (() => {
  const benefits = (ratePermille: number) => ({ ratePermille, birthdayGift: null, freeDeliveryFromMinor: null, warrantyMonths: 0, invitations: 0, service: 'standard', more: [] })
  const from = (atLeast: string) => ({ anyOf: [{ allOf: [{ measure: 'spend', atLeast, window: { kind: 'ever' } }] }] })
  return {
    growthCurrency: 'growth', expiry: { anchor: 'tier', months: 120, from: null, leastMonths: 0, graceDays: 0 }, downgrade: 'earned', onReturn: 'term_end', protection: { afterUpgradeDays: 0, afterReturnDays: 0 },
    tiers: [
      { id: 'one', name: { zh: '一', en: 'One' }, upgrade: null, keep: null, benefits: benefits(1000) }, { id: 'two', name: { zh: '二', en: 'Two' }, upgrade: from('500000'), keep: null, benefits: benefits(1250) },
      { id: 'three', name: { zh: '三', en: 'Three' }, upgrade: from('3000000'), keep: null, benefits: benefits(1500) }
    ]
  }
})()

async function load(test: TestHouse, lines: readonly Line[]): Promise<ReadonlyMap<string, string>> {
  const orders = Map.groupBy(lines, ({ number, customer }) => `${number} ${customer}`)
  return transact(test.house.pool, async (trx) => {
    const names = [...new Set(lines.map(({ customer }) => customer))]
    const settled = await createMany(trx, names.map((name) => ({ keys: [], source: 'file', name, since: new Date('2000-01-01T00:00:00Z') })), test.time.now)
    const ids = new Map(names.map((name, at) => [name, settled[at]?.customerId ?? '']))
    const inputs = [...orders.values()].flatMap((own): OrderInput[] => {
      const [first] = own
      if (first === undefined) return []
      return [{ kind: 'sale', source: 'file', number: `${first.number} ${first.customer}`, at: new Date(first.at), customerId: ids.get(first.customer) ?? null, currency: 'USD', lines: own.map(({ product, category, quantity, cents }) => ({ product, category, quantity, amountMinor: BigInt(cents) * 100n })) }]
    })
    await recordOrders(trx, { listeners: [], zone: 'UTC', actor: 'test' }, inputs, test.time.now)
    return ids
  })
}

/** The raw lines counted again, by nothing that the product has. Whole cents all the way. */
function countedAgain(lines: readonly Line[], { category, budget, from, to }: Shop) {
  const orders = [...Map.groupBy(lines, ({ number, customer }) => `${number} ${customer}`).values()].map((own) => ({
    customer: own[0]?.customer ?? '', at: own[0]?.at ?? '', cents: own.reduce((sum, { cents }) => sum + cents, 0), goods: own.reduce((sum, line) => sum + (line.category === category ? line.cents : 0), 0)
  })).filter(({ cents }) => cents > 0)
  const before = (customer: string, at: string): number => (mine.get(customer) ?? []).reduce((sum, one) => sum + (one.at < at ? one.cents : 0), 0)
  const mine = Map.groupBy(orders, ({ customer }) => customer)
  const sums = { ground: 0, goods: 0, tier: 0, growth: 0, spend: 0 }
  const visits = new Map<string, number>()
  for (const { customer, at, cents, goods } of orders) {
    const spent = before(customer, at)
    const quarters = spent >= 30_000 ? 2 : spent >= 5_000 ? 1 : 0
    sums.ground += Math.floor(cents / 100)
    sums.goods += Math.floor(goods * 2 / 100)
    sums.tier += Math.floor(cents * quarters / 400)
    sums.growth += Math.floor(cents / 100)
    const day = at.slice(0, 10)
    if (day < from || day > to) continue
    sums.spend += Math.min(30, Math.floor(cents / 500))
    visits.set(customer, Math.min(50, (visits.get(customer) ?? 0) + 25))
  }
  return { ...sums, visit: Math.min(budget, [...visits.values()].reduce((sum, one) => sum + one, 0)) }
}

/** The same by SQL over the orders of the record. */
async function countedBySql(test: TestHouse, { category, budget, from, to }: Shop) {
  const { rows: [row] } = await sql<Record<'ground' | 'goods' | 'tier' | 'growth' | 'spend' | 'visit', bigint>>`
    with own as (
      select o.customer_id, o.order_id, o.at, o.day, o.total_minor as paid, (select coalesce(sum(l.amount_minor), 0) from orders.line l where l.customer_id = o.customer_id and l.order_id = o.order_id and l.category = ${category})::bigint as goods,
        coalesce(sum(o.total_minor) over (partition by o.customer_id order by o.at range between unbounded preceding and interval '1 microsecond' preceding), 0) as spent
      from orders.order o where o.kind = 'sale' and o.total_minor > 0),
    visits as (select customer_id, least(50, 25 * count(*)) as points from own where day between ${from}::date and ${to}::date group by 1)
    select sum(paid / 10000)::bigint as ground, sum(goods * 2 / 10000)::bigint as goods, sum(floor(paid * (case when spent >= 3000000 then 500 when spent >= 500000 then 250 else 0 end) / 10000000.0))::bigint as tier,
      sum(paid / 10000)::bigint as growth, sum(case when day between ${from}::date and ${to}::date then least(30, paid / 50000) else 0 end)::bigint as spend, (select least(${budget}::bigint, sum(points)::bigint) from visits) as visit from own`.execute(test.house.db)
  return row === undefined ? {} : Object.fromEntries(Object.entries(row).map(([key, amount]) => [key, Number(amount)]))
}

describe.skipIf(folder === undefined)('real orders tie three ways', () => {
  for (const shop of shops) {
    it(`${shop.name}, ${isWhole ? 'all of it' : `orders before ${shop.until}`}: ledger, SQL over the orders, and the raw file counted again`, { timeout: isWhole ? 3_600_000 : 900_000 }, async () => {
      const test = await buildTestHouse(new Date('2010-06-01T00:00:00Z'))
      try {
        const business = (await test.ask('GET', '/api/business')).json()
        expect((await test.ask('PUT', '/api/business', { name: shop.name, country: 'US', zone: 'UTC', currency: 'USD', version: business.version })).statusCode).toBe(200)
        const { newest } = (await test.ask('GET', '/api/tiers/policy')).json()
        const set = await test.ask('PUT', '/api/tiers/policy', { parameters: ladder, version: newest })
        expect(set.statusCode, set.body).toBe(200)
        await publish(test, programmeOf(shop))
        const lines = shop.read(folder ?? '').filter(({ at }) => at < shop.until)
        test.time.now = new Date(`${lines.reduce((last, { at }) => (at > last ? at : last), '').slice(0, 10)}T23:59:59Z`)
        await load(test, lines)
        await sql`analyze`.execute(test.house.db)
        const parts = { listeners: test.house.listeners, actor: 'test' }
        const countId = await transact(test.house.pool, (trx) => beginCount(trx, { fromAt: new Date('2000-01-01T00:00:00Z'), importId: null, actor: 'test' }, test.time.now))
        while (await transact(test.house.pool, (trx) => countPage(trx, parts, countId, test.time.now)) > 0);

        const again = countedAgain(lines, shop)
        expect(again.visit).toBe(shop.budget)
        const rules = (await sql<{ rule: string, kept: bigint }>`select rule, sum(kept)::bigint as kept from earning.part group by rule`.execute(test.house.db)).rows
        expect(Object.fromEntries(rules.map(({ rule, kept }) => [rule, Number(kept)]))).toEqual(again)
        expect(await countedBySql(test, shop)).toEqual(again)
        const ledger = (await sql<{ currency: string, amount: bigint }>`select currency, sum(case when from_account = 'issued' then amount else -amount end)::bigint as amount from points.entry where 'issued' in (from_account, to_account) group by currency order by currency`.execute(test.house.db)).rows
        const { growth, ...points } = again
        expect(ledger).toEqual([{ currency: 'growth', amount: BigInt(growth) }, { currency: 'points', amount: BigInt(Object.values(points).reduce((sum, one) => sum + one, 0)) }])

        // Lots of twelve months end with their month, those of the second campaign after ninety days.
        const lots = (await sql<{ wrong: bigint, campaign: bigint }>`select count(*) filter (where expires_on <> (date_trunc('month', earned_at at time zone 'UTC' + interval '12 months') + interval '1 month - 1 day')::date
            and expires_on <> (earned_at at time zone 'UTC')::date + 90) as wrong, sum(earned) filter (where expires_on = (earned_at at time zone 'UTC')::date + 90)::bigint as campaign from points.lot where currency = 'points'`.execute(test.house.db)).rows[0]
        expect([lots?.wrong, lots?.campaign]).toEqual([0n, BigInt(again.spend)])

        // Counting the same again changes nothing.
        const entries = async (): Promise<bigint | undefined> => (await sql<{ n: bigint }>`select count(*) as n from points.entry`.execute(test.house.db)).rows[0]?.n
        const before = await entries()
        const twice = await transact(test.house.pool, (trx) => beginCount(trx, { fromAt: new Date('2000-01-01T00:00:00Z'), importId: null, actor: 'test' }, test.time.now))
        await transact(test.house.pool, (trx) => countPage(trx, parts, twice, test.time.now))
        expect(await entries()).toBe(before)
        const [busiest] = (await sql<{ id: string }>`select customer_id as id from points.entry group by 1 order by count(*) desc, 1 limit 1`.execute(test.house.db)).rows
        const why = await readWhy(test.house.db, { customer: busiest?.id ?? '', currency: 'points' }, test.time.now)
        expect(why.ties).toBe(true)
        expect(why.lots.every(({ earned, why: reason }) => reason?.parts.reduce((sum, { amount }) => sum + BigInt(amount), 0n) === BigInt(earned))).toBe(true)
      } finally {
        await test.close()
      }
    })
  }
})
