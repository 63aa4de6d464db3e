/** Facts that come late into a closed month: none is refused, all keep the rules of their day, and what the month was told to be stays as it was. */
import { generateKeyPairSync, sign } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { recordOrders } from '#activity/orders/orders.ts'
import { transact } from '#foundation/db.ts'
import { buildTestHouse, type TestHouse } from '#test/house.ts'
import { basic, publish } from '#test/programme.ts'
import { beginCount, countPage } from './earning.past.ts'

let test: TestHouse
let member = ''
/** March ends at 16:00 UTC on the 31st where the business is. */
const open = '2026-03-31T16:00:00.000Z'
const evening = new Date('2026-03-31T15:00:00Z')
const [later, points] = [new Date('2026-03-31T18:00:00Z'), 'points']
let envelopeOf: (customerId: string) => { readonly told: string, readonly signature: string }

const enrol = async (): Promise<string> => (await test.ask('POST', '/api/record', { name: '林晓' })).json().customerId
const line = { product: 'A', quantity: '1', amountMinor: '1000000' }
const balance = async () => (await test.ask('GET', `/api/points/wallets?customer=${member}`)).json().items.find((one: { currency: string }) => one.currency === points)
const statement = async (at = '') => (await test.ask('GET', `/api/points/statement?customer=${member}&currency=points${at}`)).json()
const told = async () => (await statement()).items.map(({ kind, amount, effectiveAt }: { kind: string, amount: string, effectiveAt: string }) => `${kind} ${amount} ${effectiveAt}`)
const wasInMarch = async (): Promise<string> => (await statement('&at=2026-03-31T15:59:59Z')).balance.available

async function equipTill(): Promise<typeof envelopeOf> {
  const setting = (await test.ask('GET', '/api/tills/setting')).json()
  await test.ask('PUT', '/api/tills/setting', { version: setting.version, parameters: { ...setting.parameters, offline: { worstPoints: '1000', perMember: '1000', hours: 8, overspend: 'debt' } } })
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const { deviceId } = (await test.ask('POST', '/api/tills/devices', { name: 'T', publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64url') })).json()
  const granted = (await test.ask('POST', '/api/tills/allowances', { deviceId, points: '1000' })).json()
  return (customerId) => {
    const text = JSON.stringify({
      deviceId, allowanceId: granted.allowanceId, allowance: granted.signature, counter: 1, spent: '0', memberSpent: '0',
      sale: { customerId, store: 'HB', till: 'T', lines: [line], points: '0', receipt: `off-${customerId.slice(-6)}`, at: '2026-03-31T15:30:00Z' }
    })
    return { told: text, signature: sign(null, Buffer.from(text), privateKey).toString('base64url') }
  }
}

beforeAll(async () => {
  test = await buildTestHouse(evening)
  await publish(test, { ...basic, rules: [...basic.rules, { key: 'short', name: 'short', currency: points, give: { kind: 'fixed', points: 7 }, rounding: 'floor', where: { categories: ['短'] }, expires: { days: 3 } }] }, '2026-01-01T00:00:00Z')
  envelopeOf = await equipTill()
  test.time.now = later
  expect((await test.ask('POST', '/api/points/closings', { month: '2026-03' })).json()).toMatchObject({ month: '2026-03' })
})
afterAll(() => test.close())
beforeEach(async () => { member = await enrol() })

const order = (number: string, more: object = {}) => test.ask('POST', '/api/orders', { orders: [{ source: 'shop', number, at: '2026-03-20T04:00:00Z', customer: { customerId: member }, lines: [{ ...line, category: null }], ...more }] })

describe('16: a sale of a closed month', () => {
  it('is recorded and earns: it counts from the first open instant, its points are as old as the sale', async () => {
    expect((await order('late')).statusCode).toBe(200)
    expect(await told()).toEqual([`earn 100 ${open}`])
    expect(await balance()).toMatchObject({ balance: { available: '100' }, lots: [{ earnedAt: '2026-03-20T04:00:00.000Z', expiresOn: '2027-03-31' }] })
    expect(await wasInMarch()).toBe('0')
    const { rows } = await sql<{ day: string }>`select day::text as day from earning.accrual where customer_id = ${member}::uuid and currency = 'points'`.execute(test.house.db)
    expect(rows).toEqual([{ day: '2026-03-20' }])
  })

  it('whose points have ended meanwhile leaves nothing, and neither posting counts in the month', async () => {
    await order('ended', { at: '2026-03-05T04:00:00Z', lines: [{ product: 'A', category: '短', quantity: '1', amountMinor: '1000' }] })
    expect(await told()).toEqual([`expire 7 ${open}`, `earn 7 ${open}`])
    expect([await wasInMarch(), (await balance()).balance.available]).toEqual(['0', '0'])
  })

  it('by hand is still refused', async () => {
    const answer = await test.ask('POST', '/api/points/commands', { orders: [{ customerId: member, currency: points, command: { do: 'earn', amount: '1', at: '2026-03-20T04:00:00Z' } }] })
    expect(answer.json()).toMatchObject({ code: 'points.period_closed' })
  })

  it('of a till that was away, with its network or without, is booked', async () => {
    const sold = await test.ask('POST', '/api/tills/sales', { receipt: 'away', store: 'HB', till: 'T1', at: '2026-03-31T15:55:00Z', sentAt: later.toISOString(), customerId: member, lines: [line] })
    expect(sold.json().sold, sold.body).toMatchObject({ at: '2026-03-31T15:55:00.000Z', earned: [{ currency: 'growth', amount: '100' }, { currency: 'points', amount: '100' }] })
    expect((await test.ask('POST', '/api/tills/envelopes', { envelopes: [envelopeOf(member)] })).json().items).toMatchObject([{ state: 'booked' }])
    expect(await told()).toEqual([`earn 100 ${open}`, `earn 100 ${open}`])
  })

  it('in an import is counted, and so is what came back of it in that month', async () => {
    const number = `import-${member}`
    await transact(test.house.pool, (trx) => recordOrders(trx, { listeners: [], zone: 'Asia/Shanghai', actor: 'test' }, [
      { kind: 'sale', source: 'file', number, at: new Date('2026-03-10T04:00:00Z'), customerId: member, currency: 'CNY', lines: [{ product: 'A', quantity: '1', amountMinor: 1_000_000n }, { product: 'B', quantity: '1', amountMinor: 500_000n }] },
      { kind: 'return', source: 'file', number: `${number}-R`, undoesNumber: number, at: new Date('2026-03-12T04:00:00Z'), customerId: member, currency: 'CNY', lines: [{ product: 'B', quantity: '-1', amountMinor: -500_000n }] }
    ], test.time.now))
    const countId = await transact(test.house.pool, (trx) => beginCount(trx, { fromAt: new Date('2026-03-10T00:00:00Z'), importId: null, actor: 'test' }, test.time.now))
    while (await transact(test.house.pool, (trx) => countPage(trx, { listeners: test.house.listeners, actor: 'test' }, countId, test.time.now)) > 0);
    expect(await told()).toEqual([`reverse 50 ${open}`, `earn 150 ${open}`])
    expect(await wasInMarch()).toBe('0')
  })
})

it('16: goods that came back in a closed month take their points back', async () => {
  await order('back')
  const back = (await test.ask('POST', '/api/returns', { source: 'shop', number: 'back', at: '2026-03-25T04:00:00Z' })).json()
  expect(back.effects).toContainEqual(expect.objectContaining({ code: 'earning.reversed', detail: expect.objectContaining({ amount: '100', currency: points }) }))
  expect(await told()).toEqual([`reverse 100 ${open}`, `earn 100 ${open}`])
})
