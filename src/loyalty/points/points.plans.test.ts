import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { transact, type Trx } from '#foundation/db.ts'
import { buildTestHouse, type TestHouse } from '#test/house.ts'
import { alreadyBooked, bookEach, bookOn } from './points.booking.ts'
import { readBoldly } from './points.ground.ts'
import type { Order } from './points.schema.ts'

let at: TestHouse
const now = new Date('2026-11-21T09:00:00Z')
const people = 30_000
/** Of every ten: the 1st was merged into the 0th and parted again, and earned in its wallet meanwhile; the 3rd is merged into the 2nd still. */
const member = (n: number): string => `01900000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`

beforeAll(async () => {
  at = await buildTestHouse(now)
  const id = sql`('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`
  const all = sql`generate_series(0, ${sql.lit(people - 1)}) n`
  const merged = (survivor: number, other: number, undone: string) => sql`insert into identity.merge (merge_id, survivor_id, merged_id, filled, actor, at, undo_until, undone_by, undone_at)
    select gen_random_uuid(), ('01900000-0000-7000-8000-' || lpad(to_hex(n + ${sql.lit(survivor)}), 12, '0'))::uuid, ('01900000-0000-7000-8000-' || lpad(to_hex(n + ${sql.lit(other)}), 12, '0'))::uuid, '{}', 'seed', ${'2026-11-01'}::timestamptz, ${'2026-12-01'}::timestamptz, ${sql.raw(undone)}
    from generate_series(0, ${sql.lit(people - 1)}, 10) n`
  for (const statement of [
    sql`insert into record.customer (customer_id, source, created_at, updated_at) select ${id}, 'seed', now(), now() from ${all}`,
    sql`insert into points.wallet (customer_id, currency, available, sequence) select ${id}, 'points', 100, 1 from ${all}`,
    sql`insert into points.lot (customer_id, lot_id, currency, earned, pending, available, held, earned_at, expires_on, policy_version, source, number)
      select ${id}, ${id}, 'points', 100, 0, 100, 0, '2026-11-10', '2027-12-01', 0, 'pos', 'N' || n from ${all}`,
    sql`insert into points.entry (customer_id, currency, sequence, kind, from_account, to_account, amount, lot_id, source, number, effective_at, inserted_at, policy_version, booking_id, actor)
      select ${id}, 'points', 1, 'earn', 'issued', 'available', 100, ${id}, 'pos', 'N' || n, '2026-11-10', '2026-11-10', 0, ${id}, 'seed' from ${all}`,
    sql`insert into points.once (customer_id, once, currency, lot_id, at) select ${id}, 'welcome', 'points', ${id}, '2026-11-10' from ${all}`,
    merged(0, 1, "'seed', '2026-11-15'::timestamptz"), merged(2, 3, 'null, null'),
    sql`insert into identity.alias (merged_id, survivor_id, into_id, merge_id) select merged_id, survivor_id, survivor_id, merge_id from identity.merge where undone_at is null`,
    sql`analyze record.customer, identity.merge, identity.alias, points.wallet, points.lot, points.entry, points.once`
  ]) await statement.execute(at.house.db)
}, 60_000)
afterAll(() => at.close())

/** Pages of the ledger, its indexes and the merges that this transaction has asked for so far. */
async function pages(trx: Trx): Promise<number> {
  const { rows } = await sql<{ pages: bigint }>`select coalesce(sum(pg_stat_get_xact_blocks_fetched(c.oid)), 0)::bigint as pages from pg_class c where c.relkind in ('r', 'i') and c.relnamespace::regnamespace::text in ('points', 'identity', 'record')`.execute(trx)
  return Number(rows[0]?.pages ?? 0n)
}

const order = (n: number, command: Order['command'], once?: string): Order => ({ customerId: member(n), currency: 'points', command, ...(once === undefined ? {} : { once }) })
it.each<readonly [string, readonly Order[], string]>([
  ['earning', [order(4, { do: 'earn', amount: '5', source: 'pos', number: 'X1' })], '105'],
  ['spending', [order(5, { do: 'redeem', amount: '5', source: 'pos', number: 'X2' })], '95'],
  ['a gift that is given once', [order(6, { do: 'earn', amount: '5' }, 'birthday')], '105'],
  ['a gift that was given', [order(7, { do: 'earn', amount: '5' }, 'welcome')], 'points.already_given'],
  ['a return', [order(8, { do: 'reverse', amount: '100', source: 'pos', number: 'N8' })], '0'],
  ['a return of one who was merged and parted', [order(11, { do: 'reverse', amount: '100', source: 'pos', number: 'N11' })], '0'],
  ['a return of what was earned in another\'s wallet meanwhile', [order(21, { do: 'reverse', amount: '100', source: 'pos', number: 'N20' })], '0'],
  ['whoever was merged', [order(33, { do: 'redeem', amount: '1' })], '99'],
  ['a gift to a survivor', [order(42, { do: 'earn', amount: '5' }, 'summer')], '105']
])('%s costs what the member has, not what the whole ledger has', async (_, orders, answer) => {
  await transact(at.house.pool, async (trx) => {
    const before = await pages(trx)
    const { outcomes: [outcome], written } = await bookEach(trx, [], [{ orders, actor: 'test' }], now, alreadyBooked)
    await written
    expect(outcome !== undefined && 'refusal' in outcome ? outcome.refusal.code : outcome?.answer[0]?.balance.available).toBe(answer)
    expect(await pages(trx) - before).toBeLessThan(people / 100)
  })
})

it.each<readonly [string, readonly Order[], string]>([
  ['earning', [order(44, { do: 'earn', amount: '5' })], '105'],
  ['spending', [order(45, { do: 'redeem', amount: '5' })], '95']
])('so does %s without a lock', async (_, orders, answer) => {
  await transact(at.house.pool, async (trx) => {
    const before = await pages(trx)
    const ground = await readBoldly(trx, orders, now)
    if (ground === undefined) throw new Error('not read')
    const { outcomes: [outcome], written } = await bookOn(trx, ground, [], [{ orders, actor: 'test' }], now, alreadyBooked)
    await written
    expect(outcome !== undefined && 'answer' in outcome ? outcome.answer[0]?.balance.available : outcome?.refusal.code).toBe(answer)
    expect(await pages(trx) - before).toBeLessThan(people / 100)
  })
})
