/** Customers of files that know no names, only numbers. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seededRandom } from '#foundation/random.ts'
import { buildTestHouse, type TestHouse } from '#test/house.ts'
import { openShop } from '#test/seededOrders.ts'

let at: TestHouse
beforeAll(async () => {
  at = await buildTestHouse(new Date('2026-05-20T09:00:00Z'))
  await openShop(at.house.pool, seededRandom(5), 30).trade(100)
  await sql`update record.customer set name = null`.execute(at.house.db)
  await sql`insert into record.customer (customer_id, source, created_at, updated_at) select distinct customer_id, 'uci', now(), now() from orders.order where not anonymous on conflict do nothing`.execute(at.house.db)
  await sql`insert into identity.identity (kind, value, customer_id, source, at)
    select keys.kind, keys.value, customer_id, 'uci', now() from record.customer cross join lateral (values ('number', 'uci:' || right(customer_id::text, 5)), ('phone', '+86138' || right(customer_id::text, 8))) as keys (kind, value)`.execute(at.house.db)
})
afterAll(() => at.close())

it('go by their number, never by their phone', async () => {
  const { items } = (await at.ask('GET', '/api/rfm/customers?limit=50')).json<{ items: { customerId: string, name: string | null }[] }>()
  expect(items.length).toBeGreaterThan(5)
  for (const { customerId, name } of items) expect(name).toBe(customerId.slice(-5))
})
