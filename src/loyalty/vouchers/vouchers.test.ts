import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildTestHouse, type TestHouse } from '#test/house.ts'
import { redeem } from './vouchers.ts'
import { basketOf } from './vouchers.views.ts'
import { basketFor, termsWith, yuan } from './vouchers.testing.ts'

let test: TestHouse
let member = ''
let other = ''
const start = new Date('2026-03-02T04:00:00Z')
beforeAll(async () => { test = await buildTestHouse(start) })
afterAll(() => test.close())
beforeEach(async () => {
  test.time.now = start
  member = await enrol()
  other = await enrol()
})

const enrol = async (): Promise<string> => (await test.ask('POST', '/api/record', { name: '林晓' })).json().customerId
const make = async (change: Parameters<typeof termsWith>[0] = {}): Promise<string> => (await test.ask('POST', '/api/vouchers/templates', { terms: termsWith(change) })).json().templateId
const give = async (templateId: string, to = member) => (await test.ask('POST', '/api/vouchers/issues', { templateId, customers: [to] })).json().issued[0]
const post = (path: string, body: object) => test.ask('POST', `/api/vouchers/${path}`, body)
const held = async (customer = member) => (await test.ask('GET', `/api/vouchers?customer=${customer}`)).json().items
const later = (days: number): void => { test.time.now = new Date(test.time.now.getTime() + days * 86_400_000) }

describe('a voucher', () => {
  it('is given, quoted, held, used once, and told on the timeline', async () => {
    const templateId = await make()
    const { voucherId, code } = await give(templateId)
    const basket = basketFor(member, 'A1', [['100', 'tea'], ['150', 'cake']])
    const quote = (await post('quote', { basket })).json()
    expect(quote.best).toMatchObject({ discountMinor: yuan('20'), lines: [{ lineNo: 1, discountMinor: yuan('8') }, { lineNo: 2, discountMinor: yuan('12') }] })
    expect((await post('reserve', { basket, picks: [{ voucherId }] })).json()).toMatchObject({ discountMinor: yuan('20'), until: '2026-03-02T04:15:00.000Z' })
    expect((await post('redeem', { basket: basketFor(member, 'A2', [['250', 'tea']]), picks: [{ voucherId }] })).json()).toMatchObject({ code: 'vouchers.held' })
    // As people write it: full width, small letters, blanks.
    const typed = ` ${code.toLowerCase().replaceAll('-', ' ')}`.replace(/[a-z0-9]/g, (c: string) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
    expect((await post('redeem', { basket, picks: [{ code: typed }] })).json()).toMatchObject({ discountMinor: yuan('20'), again: false })
    expect((await post('redeem', { basket, picks: [{ voucherId }] })).json()).toMatchObject({ discountMinor: yuan('20'), again: true, lines: [{ lineNo: 1, discountMinor: yuan('8') }, { lineNo: 2, discountMinor: yuan('12') }] })
    expect((await post('redeem', { basket: { ...basket, number: 'A3' }, picks: [{ voucherId }] })).json()).toMatchObject({ code: 'vouchers.redeemed' })
    expect(await held()).toMatchObject([{ state: 'redeemed' }])
    const { items } = (await test.ask('GET', `/api/events?customer=${member}&group=points`)).json()
    expect(items.map(({ kind }: { kind: string }) => kind).toSorted()).toEqual(['vouchers.issued', 'vouchers.redeemed', 'vouchers.released', 'vouchers.reserved'])
  })

  it('is told by its name where it was used, the first time and again', async () => {
    const { voucherId } = await give(await make())
    const use = () => test.house.db.transaction().execute((trx) => redeem(trx, { listeners: [], actor: 'tester' }, basketOf(basketFor(member, 'N1', [['250', 'tea']]), start), [{ voucherId }], start))
    const [first, again] = [await use(), await use()]
    expect([first.again, again.again]).toEqual([false, true])
    for (const { vouchers } of [first, again]) expect(vouchers).toMatchObject([{ voucherId, nameZh: '满减券', nameEn: 'Spend and save' }])
  })

  it('becomes free by itself when its deadline is over, and can be let go before', async () => {
    const { voucherId } = await give(await make())
    const basket = basketFor(member, 'B1', [['250', 'tea']])
    await post('reserve', { basket, picks: [{ voucherId }], minutes: 10 })
    expect(await held()).toMatchObject([{ state: 'reserved' }])
    test.time.now = new Date('2026-03-02T04:10:00Z')
    expect(await held()).toMatchObject([{ state: 'usable' }])
    await post('reserve', { basket: { ...basket, number: 'B2' }, picks: [{ voucherId }] })
    expect((await post('release', { customerId: member, source: 'till', number: 'B2' })).json()).toEqual({ released: 1 })
    expect(await held()).toMatchObject([{ state: 'usable' }])
  })

  it('counts to the end of its last local day', async () => {
    await give(await make({ life: { kind: 'days', startsIn: 0, days: 2 } }))
    test.time.now = new Date('2026-03-03T15:59:59Z')
    expect(await held()).toMatchObject([{ state: 'usable', validTo: '2026-03-03' }])
    test.time.now = new Date('2026-03-03T16:00:00Z')
    expect(await held()).toMatchObject([{ state: 'expired' }])
    expect((await post('quote', { basket: basketFor(member, 'C1', [['250', 'tea']]) })).json()).toMatchObject({ applies: [], refused: [{ reason: 'expired' }] })
  })

  it('may be used in parts where it says so', async () => {
    const { voucherId } = await give(await make({ worth: { kind: 'amount', amountMinor: yuan('50'), partial: true }, minSpend: null }))
    expect((await post('redeem', { basket: basketFor(member, 'D1', [['30', 'tea']]), picks: [{ voucherId }] })).json()).toMatchObject({ discountMinor: yuan('30') })
    expect(await held()).toMatchObject([{ state: 'usable', leftMinor: yuan('20') }])
    expect((await post('redeem', { basket: basketFor(member, 'D2', [['30', 'tea']]), picks: [{ voucherId }] })).json()).toMatchObject({ discountMinor: yuan('20') })
    expect(await held()).toMatchObject([{ state: 'redeemed', leftMinor: '0' }])
  })

  it('is taken away with a reason, and is of no use then', async () => {
    const { voucherId } = await give(await make())
    expect((await post(`${member}/${voucherId}/void`, { reason: 'given twice' })).json()).toMatchObject({ state: 'voided' })
    expect((await post('redeem', { basket: basketFor(member, 'E1', [['250', 'tea']]), picks: [{ voucherId }] })).json()).toMatchObject({ code: 'vouchers.voided' })
    expect((await test.ask('GET', `/api/vouchers/${member}/${voucherId}`)).json().items).toMatchObject([{ kind: 'issue' }, { kind: 'void', note: 'given twice' }])
  })
})

describe('limits', () => {
  it('hold for each member and for all', async () => {
    const templateId = await make({ limits: { perCustomer: 1, total: 2 } })
    await give(templateId)
    expect((await post('issues', { templateId, customers: [member] })).json()).toMatchObject({ code: 'vouchers.customer_reached' })
    await give(templateId, other)
    expect((await post('issues', { templateId, customers: [await enrol()] })).json()).toMatchObject({ code: 'vouchers.total_reached' })
    expect((await test.ask('GET', `/api/vouchers/templates/${templateId}`)).json().template).toMatchObject({ given: 2 })
  })

  it('hold for a shared code, which becomes a voucher of whoever says it', async () => {
    await make({ sharedCode: 'Spring-26', limits: { perCustomer: 1, total: 1 }, minSpend: null })
    const basket = basketFor(member, 'F1', [['100', 'tea']])
    expect((await post('quote', { basket, codes: ['spring 26', 'SPRING27'] })).json()).toMatchObject({ best: { discountMinor: yuan('20') }, refused: [{ reason: 'unknown_code' }] })
    expect(await held()).toEqual([])
    expect((await post('redeem', { basket, picks: [{ code: 'spring26' }] })).json()).toMatchObject({ discountMinor: yuan('20') })
    expect((await post('redeem', { basket, picks: [{ code: 'spring26' }] })).json()).toMatchObject({ again: true })
    expect((await post('redeem', { basket: basketFor(other, 'F2', [['100', 'tea']]), picks: [{ code: 'SPRING26' }] })).json()).toMatchObject({ code: 'vouchers.total_reached' })
    expect((await post('redeem', { basket: basketFor(member, 'F3', [['100', 'tea']]), picks: [{ code: 'SPRING26' }] })).json()).toMatchObject({ code: 'vouchers.total_reached' })
  })
})

it('keeps the version under which it was given, and never overwrites another editor', async () => {
  const templateId = await make()
  const { voucherId } = await give(templateId)
  const changed = { ...termsWith({}), worth: { kind: 'amount', amountMinor: yuan('5'), partial: false } }
  expect((await test.ask('PUT', `/api/vouchers/templates/${templateId}`, { terms: changed, version: 1 })).json()).toMatchObject({ version: 2 })
  expect((await test.ask('PUT', `/api/vouchers/templates/${templateId}`, { terms: changed, version: 1 })).json()).toMatchObject({ code: 'vouchers.changed' })
  const second = await give(templateId)
  const basket = basketFor(member, 'G1', [['250', 'tea']])
  const quote = (await post('quote', { basket })).json()
  expect(quote.applies).toMatchObject([{ voucherId, discountMinor: yuan('20') }, { voucherId: second.voucherId, discountMinor: yuan('5') }])
  await post(`templates/${templateId}/stop`, { stopped: true })
  expect((await post('issues', { templateId, customers: [member] })).json()).toMatchObject({ code: 'vouchers.stopped' })
  expect((await post('redeem', { basket, picks: [{ voucherId }] })).statusCode).toBe(200)
})

it('books what time has done, once, and tells it', async () => {
  const { voucherId } = await give(await make({ life: { kind: 'days', startsIn: 0, days: 1 } }))
  later(2)
  await test.house.queue.ended(await test.house.queue.send(test.house.db, 'vouchers.sweep', {}))
  await test.house.queue.ended(await test.house.queue.send(test.house.db, 'vouchers.sweep', {}))
  expect((await test.ask('GET', `/api/vouchers/${member}/${voucherId}`)).json().items).toMatchObject([{ kind: 'issue' }, { kind: 'expire', at: '2026-03-02T16:00:00.000Z' }])
})

it('asks for rights', async () => {
  const templateId = await make()
  expect((await test.askAs(['vouchers.read', 'vouchers.write'], 'POST', '/api/vouchers/issues', { templateId, customers: [member] })).statusCode).toBe(403)
  expect((await test.askAs(['vouchers.read'], 'POST', '/api/vouchers/redeem', { basket: basketFor(member, 'H', [['1', 'tea']]), picks: [{ code: 'ABC' }] })).statusCode).toBe(403)
})

describe('two records that are one person', () => {
  const merge = async (survivorId: string, mergedId: string) => (await test.ask('POST', `/api/record/${survivorId}/merge`, { mergedId })).json()

  it('hold their vouchers together, within the limits of one, and apart again when it is undone', async () => {
    const templateId = await make({ limits: { perCustomer: 1, total: null }, graceDays: 3 })
    const { voucherId } = await give(templateId, other)
    const { mergeId } = await merge(member, other)
    expect(await held()).toMatchObject([{ voucherId, customerId: other, state: 'usable' }])
    expect((await post('issues', { templateId, customers: [member] })).json()).toMatchObject({ code: 'vouchers.customer_reached' })
    const basket = basketFor(member, 'M1', [['250', 'tea']])
    expect((await post('quote', { basket })).json()).toMatchObject({ best: { discountMinor: yuan('20') } })
    expect((await post('reserve', { basket, picks: [{ voucherId }] })).statusCode).toBe(200)
    expect((await post('redeem', { basket, picks: [{ voucherId }] })).json()).toMatchObject({ discountMinor: yuan('20'), again: false })
    expect((await post('redeem', { basket, picks: [{ voucherId }] })).json()).toMatchObject({ again: true })
    await test.ask('POST', `/api/record/merges/${mergeId}/undo`)
    expect([await held(), await held(other)]).toMatchObject([[], [{ voucherId, state: 'redeemed' }]])
  })
})
