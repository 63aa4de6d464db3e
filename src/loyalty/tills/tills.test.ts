import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildTestHouse, type TestHouse } from '#test/house.ts'
import { termsWith } from '../vouchers/vouchers.testing.ts'

let test: TestHouse
let member = ''
let phone = ''
let count = 0
const opening = new Date('2026-11-21T03:00:00Z')
beforeAll(async () => { test = await buildTestHouse(opening) })
afterAll(() => test.close())
beforeEach(async () => {
  test.time.now = opening
  phone = `1380000${String(++count).padStart(4, '0')}`
  member = (await test.ask('POST', '/api/record', { name: '陈静怡', keys: [{ kind: 'phone', value: phone }] })).json().customerId
})

type Body = Record<string, unknown>
const tea = { product: 'LJ250', name: '西湖龙井 250g', quantity: '3', amountMinor: '1000000' }
const cup = { product: 'CUP', name: '盖碗', quantity: '1', amountMinor: '500000' }
const at = (): string => test.time.now.toISOString()
const post = async (url: string, body: Body) => (await test.ask('POST', `/api/tills/${url}`, body)).json()
const sale = (receipt: string, more: Body = {}): Body => ({ receipt: `${receipt}-${count}`, store: 'HB', till: 'T1', at: at(), customerId: member, lines: [tea, cup], ...more })
const sell = (receipt: string, more: Body = {}) => post('sales', sale(receipt, more))
const quote = (more: Body = {}) => post('quote', { customerId: member, lines: [tea, cup], ...more })
const give = (amount: string, customer = member) => test.ask('POST', '/api/points/commands', { orders: [{ customerId: customer, currency: 'points', command: { do: 'earn', amount } }] })
const balance = async (customer = member): Promise<string> => (await test.ask('GET', `/api/points/wallets?customer=${customer}`)).json().items.find((one: { currency: string }) => one.currency === 'points')?.balance.available ?? '0'
const back = (receipt: string, returnReceipt: string, more: Body = {}) => post('returns', { store: 'HB', receipt: `${receipt}-${count}`, returnReceipt: `${returnReceipt}-${count}`, at: at(), ...more })

describe('who stands at the till', () => {
  it('is found by phone or tail, masked', async () => {
    expect((await post('members', { text: phone })).items).toMatchObject([{ customerId: member, name: '陈**', by: 'phone', key: `${phone.slice(0, 3)}****${phone.slice(-4)}`, isSure: false, available: '0' }])
    expect((await post('members', { text: phone.slice(-4) })).items[0].customerId).toBe(member)
    expect((await post('members', { text: '13999990000' })).items).toEqual([])
  })

  it('shows a code that opens once, and not after its end, nor with a letter changed', async () => {
    const { code, expiresAt } = await post('codes', { customerId: member })
    expect([code.length, Date.parse(expiresAt) - opening.getTime()]).toEqual([58, 90_000])
    const forged = code.slice(0, -1) + (code.endsWith('A') ? 'B' : 'A')
    expect((await post('members', { text: forged })).code).toBe('tills.code_forged')
    expect((await post('members', { text: code })).items).toMatchObject([{ customerId: member, by: 'code', isSure: true }])
    expect((await post('members', { text: code })).code).toBe('tills.code_used')
    const second = (await post('codes', { customerId: member })).code
    test.time.now = new Date(opening.getTime() + 91_000)
    expect((await post('members', { text: second })).code).toBe('tills.code_expired')
    expect((await test.askAs(['tills.write'], 'POST', '/api/tills/codes', { customerId: member })).statusCode).toBe(403)
  })
})

describe('a sale', () => {
  it('is quoted and booked as quoted: points pay their share, order lines have what was paid in money', async () => {
    await give('1234')
    expect(await quote()).toMatchObject({ grossMinor: '1500000', payMinor: '1500000', points: { available: '1234', least: '100', most: '1200', step: '100', stepMinor: '10000', because: null } })
    expect(await quote({ points: '1200' })).toMatchObject({ payMinor: '1380000', reductions: [{ kind: 'points', amountMinor: '120000' }] })
    expect(await balance()).toBe('1234')
    const sold = await sell('A', { points: '1200', expectMinor: '1380000' })
    expect(sold.sold).toMatchObject({ number: `HB-A-${count}`, name: '陈**', payMinor: '1380000', used: '1200', customerId: member })
    expect(Number(await balance())).toBe(34 + Number(sold.sold.earned.find((one: { currency: string }) => one.currency === 'points')?.amount ?? 0))
    expect((await test.ask('GET', `/api/orders/till/HB-A-${count}`)).json()).toMatchObject({ totalMinor: '1380000', lines: [{ amountMinor: '920000' }, { amountMinor: '460000' }] })
  })

  it.each([
    [{ points: '1300' }, 'tills.above_most'], [{ points: '50' }, 'tills.below_least'], [{ points: '150' }, 'tills.off_step'], [{ customerId: null, points: '100' }, 'tills.no_member'],
    [{ lines: [{ ...tea, amountMinor: '0' }] }, 'tills.empty_basket'], [{ expectMinor: '1' }, 'tills.quote_changed'], [{ at: '2026-11-21T02:40:00Z' }, 'tills.clock_wrong'], [{ at: '2026-11-22T03:00:00Z' }, 'tills.clock_wrong'],
    [{ customerId: '01a1ff89-daca-7299-b28a-36c9c2986a41' }, 'orders.unknown_customer']
  ])('with %j is refused by name, and leaves nothing: %s', async (more, code) => {
    await give('1234')
    expect((await sell('B', more)).code).toBe(code)
    expect([await balance(), (await test.ask('GET', `/api/tills/answers?store=HB&receipt=B-${count}`)).json().code]).toEqual(['1234', 'tills.unknown_receipt'])
  })

  it('3: a till that asks again with a new key gets its answer again; other content is refused; a lost answer is found by receipt', async () => {
    await give('1000')
    const first = await sell('C', { points: '500' })
    test.time.now = new Date(opening.getTime() + 120_000)
    expect(await sell('C', { points: '500' })).toEqual(first)
    expect((await sell('C', { points: '400' })).code).toBe('tills.other_content')
    expect((await test.ask('GET', `/api/tills/answers?store=HB&receipt=C-${count}`)).json()).toEqual(first)
    expect(first.sold.available).toBe(await balance())
  })

  it('3: the same receipt from sixteen connections with keys of their own is booked once', async () => {
    await give('1000')
    const answers = await Promise.all(Array.from({ length: 16 }, () => sell('D', { points: '300' })))
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1)
    expect(answers[0].sold.used).toBe('300')
    expect((await test.ask('GET', `/api/orders?customer=${member}`)).json().items).toHaveLength(1)
    const spent = (await test.ask('GET', `/api/points/statement?customer=${member}&currency=points`)).json().items.filter((one: { kind: string }) => one.kind === 'redeem')
    expect(spent.map((one: { amount: string }) => one.amount)).toEqual(['300'])
  })

  it('4: many tills never spend the same last points twice', { timeout: 240_000 }, async () => {
    await give('500')
    const answers = await Promise.all(Array.from({ length: 24 }, (_, i) => sell(`E${i}`, { points: '500' })))
    const sold = answers.filter((one) => one.sold !== undefined)
    const refused = answers.filter((one) => one.sold === undefined).map((one) => one.code)
    const spent = (await test.ask('GET', `/api/points/statement?customer=${member}&currency=points&limit=200`)).json().items.filter((one: { kind: string, amount: string }) => one.kind === 'redeem')
    expect(spent.reduce((all: number, one: { amount: string }) => all + Number(one.amount), 0)).toBe(sold.length * 500)
    const earned = sold.flatMap((one) => one.sold.earned).filter((one: { currency: string }) => one.currency === 'points').reduce((all: number, one: { amount: string }) => all + Number(one.amount), 0)
    expect(sold.length * 500).toBeLessThanOrEqual(500 + earned)
    expect(new Set(refused)).toEqual(new Set(refused.includes('points.insufficient') ? [...new Set(refused)] : ['tills.above_most']))
    expect((await test.ask('GET', `/api/orders?customer=${member}&limit=200`)).json().items).toHaveLength(sold.length)
  })

  it('of nobody is a sale too', async () => {
    expect((await sell('F', { customerId: null })).sold).toMatchObject({ customerId: null, payMinor: '1500000', earned: [], available: null })
  })
})

describe('back', () => {
  it('9: points return to the lots that paid, part by part, and sum to the whole', async () => {
    await give('1234')
    await sell('G', { points: '1000' })
    const foreseen = await back('G', 'G1', { lines: [{ lineNo: 1, quantity: '1' }], preview: true })
    expect(foreseen.undone.effects).toContainEqual(expect.objectContaining({ capability: 'tills', detail: { points: '223', currency: 'points' } }))
    const first = await back('G', 'G1', { lines: [{ lineNo: 1, quantity: '1' }] })
    expect(first).toEqual(foreseen)
    expect(await back('G', 'G1', { lines: [{ lineNo: 1, quantity: '1' }] })).toEqual(first)
    expect((await back('G', 'G1', { lines: [{ lineNo: 1, quantity: '2' }] })).code).toBe('tills.other_content')
    const rest = await back('G', 'G2')
    expect(rest.undone.effects).toContainEqual(expect.objectContaining({ detail: { points: '777', currency: 'points' } }))
    expect([Number(first.undone.moneyMinor) + Number(rest.undone.moneyMinor), await balance()]).toEqual([1_400_000, '1234'])
  })

  it('a void undoes the day\'s sale whole, once; not another day\'s, not a settled one, not one that came back in part', async () => {
    await give('600')
    for (const receipt of ['H', 'I', 'J', 'K']) await sell(receipt, { points: '100' })
    const gone = async (receipt: string) => post('voids', { store: 'HB', receipt: `${receipt}-${count}`, at: at() })
    const before = Number(await balance())
    expect((await gone('H')).undone).toMatchObject({ number: `HB-H-${count}`, moneyMinor: '1490000' })
    expect(await gone('H')).toMatchObject({ kind: 'void' })
    expect(Number(await balance())).toBeGreaterThanOrEqual(before - 500)
    await back('I', 'I1', { lines: [{ lineNo: 2, quantity: '1' }] })
    expect((await gone('I')).code).toBe('tills.returned')
    await test.ask('POST', '/api/tills/settlements', { store: 'HB', day: '2026-11-21' })
    expect((await gone('J')).code).toBe('tills.settled')
    test.time.now = new Date('2026-11-22T03:00:00Z')
    expect((await gone('K')).code).toBe('tills.other_day')
    expect((await gone('nope')).code).toBe('tills.unknown_receipt')
  })

  it('ten random loops of buying, redeeming and returning leave the buyer where they began', { timeout: 240_000 }, async () => {
    await give('2000')
    const before = await balance()
    for (let i = 0; i < 10; i += 1) {
      const points = String(100 * (i % 6))
      await sell(`L${i}`, { points })
      for (const [n, lines] of [[{ lineNo: 1, quantity: '1' }], [{ lineNo: 2, quantity: '1' }], [{ lineNo: 1, quantity: String(1 + i % 2) }]].entries()) expect((await back(`L${i}`, `L${i}R${n}`, { lines })).undone).toBeDefined()
      if (i % 2 === 0) expect((await back(`L${i}`, `L${i}R9`)).undone).toBeDefined()
      expect(await balance()).toBe(before)
    }
  })
})

describe('the settings', () => {
  it('are versioned, refuse a step that is no whole amount, and a change on an old version', async () => {
    const now = (await test.ask('GET', '/api/tills/setting')).json()
    const put = async (parameters: object, version: number) => (await test.ask('PUT', '/api/tills/setting', { parameters: { ...now.parameters, ...parameters }, version })).json()
    expect((await put({ points: '3', step: '1', least: '1' }, now.version)).code).toBe('tills.not_whole')
    expect(await put({ sharePermille: 1000 }, now.version)).toMatchObject({ version: now.version + 1, parameters: { sharePermille: 1000 } })
    expect((await put({}, now.version)).code).toBe('tills.setting_changed')
    expect((await test.askAs(['tills.write', 'tills.read'], 'PUT', '/api/tills/setting', { parameters: now.parameters, version: 1 })).statusCode).toBe(403)
  })
})

describe('vouchers at the till', () => {
  const terms = { nameZh: '满150减20', nameEn: '20 off 150', worth: { kind: 'amount', amountMinor: '200000', partial: false } }
  const make = async (change: object = {}) => {
    const known = termsWith({})
    const made = (await test.ask('POST', '/api/vouchers/templates', { terms: { ...known, ...terms, conditions: { ...known.conditions, minSpendMinor: '1500000' }, ...change } })).json()
    expect(made.templateId).toBeDefined()
    const { issued } = (await test.ask('POST', '/api/vouchers/issues', { templateId: made.templateId, customers: [member] })).json()
    return issued[0].voucherId
  }

  it('are listed, taken off before points, used once, and come back with the whole', async () => {
    const voucher = await make()
    await give('1000')
    const plain = await quote()
    expect(plain.vouchers).toMatchObject([{ key: voucher, amountMinor: '200000', why: null, isUsed: false }])
    const chosen = await quote({ vouchers: [voucher], points: '500' })
    expect(chosen).toMatchObject({ grossMinor: '1500000', payMinor: '1250000', reductions: [{ kind: 'voucher', amountMinor: '200000' }, { kind: 'points', amountMinor: '50000' }], vouchers: [{ isUsed: true }] })
    expect((await quote()).vouchers).toMatchObject([{ key: voucher, why: null }])
    const first = await sell('V', { vouchers: [voucher], points: '500', expectMinor: '1250000' })
    expect(first.sold).toMatchObject({ payMinor: '1250000', used: '500' })
    expect(await sell('V', { vouchers: [voucher], points: '500' })).toEqual(first)
    expect((await sell('V2', { vouchers: [voucher] })).code).toBe('vouchers.redeemed')
    const back1 = await back('V', 'VR')
    expect([back1.undone.moneyMinor, await balance()]).toEqual(['1250000', '1000'])
    expect((await quote()).vouchers).toMatchObject([{ key: voucher, why: null }])
  })

  it('whose goods come back in part: the discount that is lost is withheld, and paid back when all has come back', async () => {
    const voucher = await make()
    await sell('W', { vouchers: [voucher] })
    const first = await back('W', 'W1', { lines: [{ lineNo: 2, quantity: '1' }] })
    const due = first.undone.effects.find((one: { code: string }) => one.code === 'vouchers.given_back').detail.dueMinor
    const [booked] = (await test.ask('GET', `/api/returns?customer=${member}`)).json().items
    expect([Number(due) > 0, booked.dueMinor, booked.moneyMinor]).toEqual([true, due, first.undone.moneyMinor])
    expect(Number(booked.amountMinor) - Number(due)).toBe(Number(booked.moneyMinor))
    const second = await back('W', 'W2', { lines: [{ lineNo: 1, quantity: '1' }] })
    const third = await back('W', 'W3')
    expect([first, second, third].reduce((sum, one) => sum + Number(one.undone.moneyMinor), 0)).toBe(1_300_000)
    expect((await test.ask('GET', `/api/returns?customer=${member}`)).json().items.reduce((sum: number, one: { dueMinor: string }) => sum + Number(one.dueMinor), 0)).toBe(0)
  })
})
