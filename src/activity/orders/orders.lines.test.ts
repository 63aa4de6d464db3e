import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createEmptyDatabase, type TestDatabase } from '#test/postgres.ts'
import { migrate, readMigrations } from '#foundation/migrate.ts'

let database: TestDatabase
let client: pg.Client
beforeAll(async () => {
  database = await createEmptyDatabase()
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
})
afterAll(async () => { await client.end(); await database.drop() })

it('moves the lines of before into their orders, each as it was', async () => {
  const all = readMigrations()
  await migrate(database.url, all.filter(({ name }) => name < '20261123_0130'))
  await client.query(`
    insert into orders.order (customer_id, order_id, kind, source, number, at, day, currency, total_minor, anonymous, recorded_at)
      select md5('c' || n % 7)::uuid, md5('o' || n)::uuid, 'sale', 'test', 'N' || n, '2026-03-01', '2026-03-01', 'CNY', n, false, now() from generate_series(1, 40) n;
    insert into orders.line (customer_id, order_id, line_no, product, name, category, quantity, amount_minor, cost_minor)
      select md5('c' || n % 7)::uuid, md5('o' || n)::uuid, l, 'p' || l, case when n % 3 = 0 then 'name ' || l end, case when (n + l) % 5 = 0 then 'category' end, l / 4.0, n * l, case when n % 4 = 0 and l > 1 then n end
      from generate_series(1, 39) n, generate_series(1, 12) l where l <= n % 13`)
  const lines = async (): Promise<readonly unknown[]> =>
    (await client.query('select order_id, customer_id, line_no, product, name, category, quantity::text, amount_minor::text, cost_minor::text from orders.line order by order_id, line_no')).rows
  const changed = async (): Promise<unknown> => (await client.query('select number, changed_xid::text from orders.order order by number')).rows
  const [before, feed] = [await lines(), await changed()]
  await migrate(database.url, all)
  expect(before.length).toBeGreaterThan(200)
  expect(await lines()).toEqual(before)
  // Nothing about an order has changed: whoever follows the changes need not read it again.
  expect(await changed()).toEqual(feed)
  expect((await client.query(`select coalesce(sum(clean_minor), 0)::text as clean, count(*)::int as orders, (select count(*)::int from warehouse.line) as lines from warehouse.purchase`)).rows)
    .toEqual([{ clean: (await client.query('select sum(amount_minor)::text as clean from orders.line')).rows[0].clean, orders: 40, lines: before.length }])
})
