/** The hard cases of the ledger (LEDGER.md) that need processes of their own, or a journal written out of order. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildTestHouse, type TestHouse } from './house.ts'
import { requireInvariants, requireReplay } from './points.invariants.ts'
import { kill, startLife } from './points.life.ts'

let test: TestHouse
let client: pg.Client
const folder = mkdtempSync(join(tmpdir(), 'changke-points-cases-'))
beforeAll(async () => {
  test = await buildTestHouse(new Date('2026-03-31T04:00:00Z'))
  client = new pg.Client({ connectionString: test.databaseUrl })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await test.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
})
const enrol = async (): Promise<string> => (await test.ask('POST', '/api/record', { name: '林晓' })).json().customerId
const tell = (customerId: string, command: object, key?: string) => test.ask('POST', '/api/points/commands', { orders: [{ customerId, currency: 'points', command }] }, key === undefined ? {} : { headers: { 'idempotency-key': key } })
const balanceOf = async (customer: string) => (await test.ask('GET', `/api/points/wallets?customer=${customer}`)).json().items[0]?.balance

it('17: what comes late and out of order gives the balance that order would have given, and the journal replayed gives it again', async () => {
  const told = [
    { do: 'earn', amount: '60', source: 'shop', number: 'A1', at: '2026-01-10T04:00:00Z' }, { do: 'earn', amount: '40', source: 'shop', number: 'A2', at: '2026-02-10T04:00:00Z' },
    { do: 'earn', amount: '25', source: 'shop', number: 'A3', at: '2026-03-10T04:00:00Z' }, { do: 'redeem', amount: '70', source: 'shop', number: 'B1' }, { do: 'reverse', amount: '10', source: 'shop', number: 'A2' }
  ]
  const [inTime, late] = [await enrol(), await enrol()]
  for (const command of told) expect((await tell(inTime, command)).statusCode).toBe(200)
  for (const at of [2, 0, 1, 3, 4]) expect((await tell(late, told[at] ?? {})).statusCode).toBe(200)
  expect(await balanceOf(late)).toEqual(await balanceOf(inTime))
  // A return that comes before its sale is refused, and its key stays refused after the sale has come.
  expect((await tell(late, { do: 'reverse', amount: '5', source: 'shop', number: 'A9' }, 'late-reverse-1')).json()).toMatchObject({ code: 'points.beyond_earned' })
  await tell(late, { do: 'earn', amount: '5', source: 'shop', number: 'A9', at: '2026-01-05T04:00:00Z' })
  expect((await tell(late, { do: 'reverse', amount: '5', source: 'shop', number: 'A9' }, 'late-reverse-1')).json()).toMatchObject({ code: 'points.beyond_earned' })
  expect((await tell(late, { do: 'reverse', amount: '5', source: 'shop', number: 'A9' }, 'late-reverse-2')).statusCode).toBe(200)
  await requireInvariants(client)
  expect(await requireReplay(client)).toBeGreaterThan(10)
})

it('25: a process that dies in the middle of a booking leaves neither a lock nor half a booking, and its request is carried out once', async () => {
  const member = await enrol()
  await tell(member, { do: 'earn', amount: '100' })
  const life = await startLife(join(folder, 'dying'), test.databaseUrl, test.time.now)
  // Its booking waits in the middle: somebody else holds the wallet.
  await client.query('begin')
  await client.query('select from points.wallet where customer_id = $1 for update', [member])
  const body = { orders: [{ customerId: member, currency: 'points', command: { do: 'redeem', amount: '30' } }] }
  const asked = fetch(`${life.address}/api/points/commands`, { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': 'dying-till-1' }, body: JSON.stringify(body) }).then(() => 'answered', () => 'lost')
  const waiting = async (): Promise<boolean> => (await test.house.pool.query("select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")).rowCount === 1
  while (!(await waiting())) await new Promise((resolve) => { setTimeout(resolve, 20) })
  await kill(life)
  expect(await asked).toBe('lost')
  await client.query('rollback')
  expect((await tell(member, { do: 'redeem', amount: '80' })).json().items[0].balance).toMatchObject({ available: '20' })
  expect((await test.ask('POST', '/api/points/commands', body, { headers: { 'idempotency-key': 'dying-till-1' } })).json()).toMatchObject({ code: 'points.insufficient' })
  expect(await balanceOf(member)).toMatchObject({ available: '20', held: '0' })
  await requireInvariants(client)
}, 240_000)
