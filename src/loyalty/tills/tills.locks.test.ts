import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { meeting } from '#test/deadlock.ts'
import { buildTestHouse, type TestHouse } from '#test/house.ts'
import { basic, publish } from '#test/programme.ts'
import { termsWith } from '../vouchers/vouchers.testing.ts'

let test: TestHouse
let member = ''
beforeAll(async () => {
  test = await buildTestHouse(new Date('2026-11-21T03:00:00Z'))
  await publish(test, basic, '2026-11-01T00:00:00Z')
})
afterAll(() => test.close())
beforeEach(async () => {
  member = (await test.ask('POST', '/api/record', { name: '陈静怡' })).json().customerId
  await test.ask('POST', '/api/points/commands', { orders: ['points', 'growth'].map((currency) => ({ customerId: member, currency, command: { do: 'earn', amount: '1000' } })) })
})

const lines = [{ product: 'LJ250', quantity: '1', amountMinor: '1000000' }]
const wallet = (currency: string) => sql`select from points.wallet where customer_id = ${member}::uuid and currency = ${currency} for update nowait`

it('a sale locks the wallets of a member in the order of all others, before it takes points', async () => {
  const sold = await meeting(test.house.db, wallet('growth'), () => test.ask('POST', '/api/tills/sales', { receipt: 'A', store: 'HB', at: test.time.now.toISOString(), customerId: member, points: '500', lines }), wallet('points'))
  expect(sold.json().sold).toMatchObject({ used: '500', earned: [{ currency: 'growth', amount: '95' }, { currency: 'points', amount: '95' }] })
})

it('a quote that a deadlock ends is asked again', async () => {
  const { templateId } = (await test.ask('POST', '/api/vouchers/templates', { terms: termsWith({ minSpend: null, stacking: { perOrder: 2 } }) })).json()
  const { issued } = (await test.ask('POST', '/api/vouchers/issues', { templateId, customers: [member, member] })).json()
  const vouchers = issued.map(({ voucherId }: { voucherId: string }) => voucherId).toSorted()
  const voucher = (id: string) => sql`select from vouchers.voucher where customer_id = ${member}::uuid and voucher_id = ${id}::uuid for update`
  const quoted = await meeting(test.house.db, voucher(vouchers[1]), () => test.ask('POST', '/api/tills/quote', { customerId: member, lines, vouchers }), voucher(vouchers[0]))
  expect(quoted.json()).toMatchObject({ payMinor: '600000' })
})

it('a preview of a return that a deadlock ends is asked again', async () => {
  const { orderId } = (await test.ask('POST', '/api/tills/sales', { receipt: 'C', store: 'HB', at: test.time.now.toISOString(), customerId: member, lines })).json().sold
  const order = sql`select from orders.order where customer_id = ${member}::uuid and order_id = ${orderId}::uuid for update`
  const foreseen = await meeting(test.house.db, wallet('growth'), () => test.ask('POST', '/api/returns/preview', { source: 'till', number: 'HB-C' }), order)
  expect(foreseen.json()).toMatchObject({ moneyMinor: '1000000', whole: true })
})
