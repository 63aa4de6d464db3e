/** A return finds the points of its sale wherever a merge has led them. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildTestHouse, type TestHouse } from '#test/house.ts'
import { basic, publish } from '#test/programme.ts'

let test: TestHouse
let [survivor, merged] = ['', '']
let receipt = 0
beforeAll(async () => {
  test = await buildTestHouse(new Date('2026-03-10T04:00:00Z'))
  await publish(test, basic)
})
afterAll(() => test.close())
const enrol = async (): Promise<string> => (await test.ask('POST', '/api/record', { name: '林晓' })).json().customerId
beforeEach(async () => { [survivor, merged] = [await enrol(), await enrol()] })

const merge = async (): Promise<string> => {
  const answer = await test.ask('POST', `/api/record/${survivor}/merge`, { mergedId: merged })
  expect(answer.statusCode).toBe(200)
  return answer.json().mergeId
}
const part = async (mergeId: string): Promise<void> => { expect((await test.ask('POST', `/api/record/merges/${mergeId}/undo`, {})).statusCode).toBe(200) }
const takenOf = async (number: string) => (await giveBack(number)).effects.flatMap(({ detail }: { readonly detail: { readonly currency?: string, readonly amount?: string } }) => (detail.currency === 'points' ? [detail.amount] : []))
const line = { product: 'A', quantity: '1', amountMinor: '1000000' }
async function buy(customerId: string): Promise<string> {
  const number = `M${++receipt}`
  const answer = await test.ask('POST', '/api/orders', { orders: [{ source: 'shop', number, at: test.time.now.toISOString(), customer: { customerId }, lines: [line] }] })
  expect(answer.statusCode, answer.body).toBe(200)
  return number
}
const giveBack = async (number: string, source = 'shop') => (await test.ask('POST', '/api/returns', { source, number })).json()
const balance = async (customer = survivor): Promise<string> => (await test.ask('GET', `/api/points/wallets?customer=${customer}`)).json().items.find((one: { currency: string }) => one.currency === 'points')?.balance.available ?? '0'

describe('12: a sale of a merged record', () => {
  it('of before the merge is taken back from the survivor', async () => {
    const number = await buy(merged)
    await merge()
    await giveBack(number)
    expect(await balance()).toBe('0')
  })

  it('of after the merge is taken back too: once, and whole', async () => {
    await merge()
    const [own, other] = [await buy(survivor), await buy(merged)]
    expect(await balance()).toBe('200')
    expect((await giveBack(other)).effects).toContainEqual(expect.objectContaining({ code: 'earning.reversed', detail: expect.objectContaining({ amount: '100', currency: 'points' }) }))
    expect(await balance()).toBe('100')
    await giveBack(own)
    expect(await balance()).toBe('0')
  })

  it('of before it is taken back when they are parted: what was taken back by hand meanwhile is not taken again', async () => {
    const number = await buy(merged)
    const mergeId = await merge()
    expect((await test.ask('POST', '/api/points/commands', { orders: [{ customerId: merged, currency: 'points', command: { do: 'reverse', amount: '30', source: 'shop', number } }] })).statusCode).toBe(200)
    await part(mergeId)
    expect([await balance(merged), await takenOf(number), await balance(merged), await balance()]).toEqual(['70', ['70'], '0', '0'])
  })

  it('of meanwhile is taken back when they are parted, from whoever kept what it earned', async () => {
    const mergeId = await merge()
    const number = await buy(merged)
    await part(mergeId)
    expect([await balance(merged), await balance(), await takenOf(number), await balance(merged), await balance()]).toEqual(['0', '100', ['100'], '0', '0'])
  })

  it('of meanwhile is taken back from whoever that record became since', async () => {
    const mergeId = await merge()
    const number = await buy(merged)
    await part(mergeId)
    const [kept, onto] = [survivor, await enrol()]
    ;[survivor, merged] = [onto, kept]
    await merge()
    expect([await balance(onto), await takenOf(number), await balance(onto)]).toEqual(['100', ['100'], '0'])
  })

  it('of meanwhile that was paid with points gives them back when they are parted, to where they came from', async () => {
    const paid = { source: 'shop', number: `P${++receipt}` }
    const command = async (customerId: string, what: object) => (await test.ask('POST', '/api/points/commands', { orders: [{ customerId, currency: 'points', command: what }] })).json()
    await command(survivor, { do: 'earn', amount: '40' })
    const mergeId = await merge()
    await command(merged, { do: 'redeem', amount: '25', ...paid })
    await part(mergeId)
    expect((await command(merged, { do: 'restore', amount: '26', ...paid })).code).toBe('points.beyond_redeemed')
    expect((await command(merged, { do: 'restore', amount: '25', ...paid })).items[0]).toMatchObject({ customerId: survivor, balance: { available: '40' } })
    expect((await command(merged, { do: 'restore', amount: '1', ...paid })).code).toBe('points.beyond_redeemed')
  })

  it('at a till says what it earned', async () => {
    await merge()
    const sold = (await test.ask('POST', '/api/tills/sales', { receipt: `T${++receipt}`, store: 'HB', till: 'T1', at: test.time.now.toISOString(), customerId: merged, lines: [line] })).json().sold
    expect(sold.earned).toContainEqual({ currency: 'points', amount: '100' })
    expect(await balance()).toBe('100')
  })
})
