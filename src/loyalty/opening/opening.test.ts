import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sheetFile } from '#test/hostile.ts'
import { buildTestHouse, type TestHouse } from '#test/house.ts'

let test: TestHouse
beforeAll(async () => { test = await buildTestHouse(new Date('2026-06-15T04:00:00Z')) })
afterAll(() => test.close())

async function upload(content: string | Buffer, name = 'balances.csv') {
  const edge = randomUUID()
  const body = Buffer.concat([Buffer.from(`--${edge}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n`), Buffer.from(content), Buffer.from(`\r\n--${edge}--\r\n`)])
  return (await test.app.inject({ method: 'POST', url: '/api/opening', payload: body, headers: { 'content-type': `multipart/form-data; boundary=${edge}` } })).json()
}
const read = async (id: string) => (await test.ask('GET', `/api/opening/${id}`)).json()
async function act(id: string, deed: 'check' | 'book' | 'undo') {
  const answer = await test.ask('POST', `/api/opening/${id}/${deed}`)
  if (answer.statusCode !== 200) return answer.json()
  await test.house.queue.ended((await read(id)).runId)
  return read(id)
}
interface Total { readonly currency: string, readonly points: string, readonly lots: number, readonly members: number }
const control = (id: string, ...totals: readonly Total[]) => test.ask('PUT', `/api/opening/${id}/control`, { control: totals })
const total = (points: number | bigint, lots: number, members: number, currency = 'points'): Total => ({ currency, points: `${points}`, lots, members })
const clear = () => test.emptied('opening.file, opening.lot, opening.reject, opening.claim, points.entry, points.lot, points.wallet, points.hold, record.customer, record.trait, identity.identity cascade')
const ledger = async () => (await sql<{ points: bigint, lots: bigint, members: bigint }>`select coalesce(sum(earned), 0)::bigint as points, count(*) as lots, count(distinct customer_id) as members from points.lot where available > 0 and currency = 'points'`.execute(test.house.db)).rows[0]
const rejects = async (id: string): Promise<string> => (await test.app.inject({ url: `/api/opening/${id}/rejects`, headers: { 'accept-language': 'en' } })).body

const lots = `会员卡号,手机号,姓名,积分,获得日期,到期日期
A001,13800000001,林晓,500,2025-08-01,2026-08-31
A001,13800000001,林晓,120,2026-01-10,2027-01-31
A002,13800000002,陈一,80,2025-05-01,2026-05-31
A003,13800000003,王二,300,2026-03-03,永久
`

describe('balances of another programme', () => {
  it('are understood, checked without a trace, and booked with their age and end once the totals are met', async () => {
    await clear()
    const found = await upload(lots)
    expect(found.mapping.columns).toMatchObject({ card: 0, phone: 1, name: 2, amount: 3, earned: 4, expires: 5 })
    expect(found.preview[0].understood).toMatchObject({ name: '林晓', lots: [{ currency: 'points', amount: '500', earnedOn: '2025-08-01', expiresOn: '2026-08-31' }] })
    expect(await act(found.id, 'book')).toMatchObject({ code: 'opening.not_checked' })
    const checked = await act(found.id, 'check')
    expect(checked.found).toMatchObject({ rows: 4, members: 3, newMembers: 3, rejected: 0, currencies: [{ currency: 'points', all: { points: '1000', lots: 4, members: 3 }, fresh: { points: '920', lots: 3 }, ended: { points: '80', lots: 1 } }] })
    expect(await ledger()).toEqual({ points: 0n, lots: 0n, members: 0n })
    expect(await act(found.id, 'book')).toMatchObject({ code: 'opening.no_control' })
    await control(found.id, total(1000, 4, 3))
    expect(await act(found.id, 'book')).toMatchObject({ state: 'booked', differences: [], booked: [{ currency: 'points', points: '920', lots: 3, members: 2 }] })
    expect(await ledger()).toEqual({ points: 920n, lots: 3n, members: 2n })
    const { rows } = await sql<{ earned: string, expires: string | null, amount: bigint }>`select (earned_at at time zone 'Asia/Shanghai')::date as earned, expires_on as expires, available as amount from points.lot order by available`.execute(test.house.db)
    expect(rows).toEqual([{ earned: '2026-01-10', expires: '2027-01-31', amount: 120n }, { earned: '2026-03-03', expires: null, amount: 300n }, { earned: '2025-08-01', expires: '2026-08-31', amount: 500n }])
    const journal = await sql`select distinct from_account, to_account, kind from points.entry`.execute(test.house.db)
    expect(journal.rows).toEqual([{ from_account: 'opening', to_account: 'available', kind: 'open' }])
  })

  it('change nothing when the same file comes again, or the same lots from a sheet', async () => {
    for (const again of [await upload(lots), await upload(sheetFile(lots.trim().split('\n').map((line) => line.split(','))), 'again.xlsx')]) {
      await control(again.id, total(1000, 4, 3))
      expect((await act(again.id, 'check')).found.currencies).toMatchObject([{ all: { points: '1000' }, fresh: { points: '0', lots: 0 }, known: { points: '920', lots: 3 } }])
      expect(await act(again.id, 'book')).toMatchObject({ state: 'booked', booked: [] })
    }
    expect(await ledger()).toEqual({ points: 920n, lots: 3n, members: 2n })
  })

  it('a lot that comes again with another amount is rejected by name', async () => {
    const other = await upload(lots.replace(',500,', ',501,'))
    expect((await act(other.id, 'check')).found).toMatchObject({ rejected: 1, rejectedBy: [{ code: 'differs', points: '501' }] })
    expect(await rejects(other.id)).toContain('this lot was brought over before as 500; the file says 501')
  })

  it('are undone as a whole while nothing was used, and may come again', async () => {
    const first = (await test.ask('GET', '/api/opening')).json().items.find(({ booked }: { booked: unknown[] }) => booked.length > 0)
    expect(await act(first.id, 'undo')).toMatchObject({ state: 'undone' })
    expect(await ledger()).toEqual({ points: 0n, lots: 0n, members: 0n })
    const again = await upload(lots)
    await control(again.id, total(1000, 4, 3))
    await act(again.id, 'check')
    expect(await act(again.id, 'book')).toMatchObject({ state: 'booked', booked: [{ points: '920' }] })
    const { rows: [one] } = await sql<{ id: string }>`select customer_id as id from points.wallet where available = 620`.execute(test.house.db)
    await test.ask('POST', '/api/points/commands', { orders: [{ customerId: one?.id, currency: 'points', command: { do: 'redeem', amount: '1' } }] })
    const undone = await act(again.id, 'undo')
    expect([undone.state, undone.problem]).toEqual(['booked', { zh: '1 位会员已经用过、用完或失去了转入的积分，整份文件不能再撤销。', en: '1 member has used or lost points that were brought over; the file as a whole cannot be undone any more.' }])
    expect(await ledger()).toEqual({ points: 920n, lots: 3n, members: 2n })
  })

  it('a total that is not met books nothing and says by how much and why', async () => {
    await clear()
    const file = await upload('card,points,earned,expires\nA1,100,2026-01-01,2027-01-01\nA2,250,2026-01-01,not a day\nA3,12.5,2026-01-01,\n,40,2026-01-01,\nA4,-3,2026-01-01,\nA5,60,2026-09-01,\n')
    await control(file.id, total(450, 4, 4))
    const checked = await act(file.id, 'check')
    expect(checked.found.rejectedBy.map(({ code, count }: { code: string, count: number }) => [code, count]).toSorted()).toEqual([['earned_wrong', 1], ['expires_wrong', 1], ['fraction', 1], ['negative', 1], ['no_member', 1]])
    expect(checked.differences).toMatchObject([{ currency: 'points', pointsOff: '350', lotsOff: 3, membersOff: 3 }])
    expect(checked.differences[0].reasons.map(({ points, rows }: { points: string, rows: number }) => [points, rows]).toSorted()).toEqual([['250', 1], ['40', 1], ['60', 1]])
    expect(await act(file.id, 'book')).toMatchObject({ code: 'opening.differs', status: 409 })
    expect(await ledger()).toEqual({ points: 0n, lots: 0n, members: 0n })
    expect((await rejects(file.id)).split('\r\n')[1]).toBe('3,"""not a day"" is no date",A2,250,2026-01-01,not a day')
  })

  it('brings growth value and tiers, with points by the policy where no end is stated', async () => {
    await clear()
    const file = await upload('会员编号,积分余额,成长值,会员等级\nM1,100,900,金卡\nM2,0,50,\nM3,7,,\n')
    const checked = await act(file.id, 'check')
    expect(checked.found.rejectedBy).toEqual([])
    await control(file.id, total(107, 2, 2), total(950, 2, 2, 'growth'))
    expect(await act(file.id, 'book')).toMatchObject({ state: 'booked' })
    const { rows } = await sql<{ currency: string, expires: string }>`select distinct currency, expires_on as expires from points.lot order by 1`.execute(test.house.db)
    expect(rows).toEqual([{ currency: 'growth', expires: '2027-06-14' }, { currency: 'points', expires: '2027-06-30' }])
    expect((await sql<{ n: bigint }>`select count(*) as n from tiers.grant`.execute(test.house.db)).rows[0]?.n).toBe(1n)
  })

  it('go on where they were stopped', async () => {
    await clear()
    const rows = Array.from({ length: 1500 }, (_, i) => `C${i},${i + 1}`)
    const file = await upload(`card,points\n${rows.join('\n')}\n`)
    await control(file.id, total((1500 * 1501) / 2, 1500, 1500))
    await act(file.id, 'check')
    await test.ask('POST', `/api/opening/${file.id}/book`)
    for (let n = 0; n === 0;) n = Number((await ledger())?.lots ?? 0n)
    await test.ask('POST', `/api/opening/${file.id}/stop`)
    await test.house.queue.ended((await read(file.id)).runId)
    const stopped = await read(file.id)
    if (stopped.state === 'stopped') expect(Number((await ledger())?.lots)).toBeLessThan(1500)
    expect(await act(file.id, 'book')).toMatchObject(stopped.state === 'stopped' ? { state: 'booked' } : { code: 'opening.ended' })
    expect(await ledger()).toEqual({ points: 1_125_750n, lots: 1500n, members: 1500n })
  })

  it('is for those who may', async () => {
    expect((await test.askAs(['points.read'], 'GET', '/api/opening')).statusCode).toBe(403)
    expect((await test.askAs(['opening.read'], 'POST', '/api/opening/00000000-0000-7000-8000-000000000000/book')).statusCode).toBe(403)
  })
})

describe('any file', () => {
  const row = fc.record({
    member: fc.integer({ min: 0, max: 6 }), points: fc.integer({ min: 0, max: 500 }), earned: fc.integer({ min: 1, max: 28 }), months: fc.integer({ min: 1, max: 12 }), isBad: fc.integer({ min: 0, max: 9 }).map((n) => n === 0)
  })

  it('books exactly what its control total says, less what has ended, once', { timeout: 240_000 }, async () => {
    await fc.assert(fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 25 }), async (rows) => {
      await clear()
      const lines = rows.map(({ member, points, earned, months, isBad }) => `C${member},${isBad ? '?' : points},2026-02-${String(earned).padStart(2, '0')},2026-${String(months).padStart(2, '0')}-28`)
      const good = rows.filter(({ points, isBad, months }) => !isBad && months > 1 && points > 0)
      const live = good.filter(({ months }) => months >= 6)
      const file = await upload(`card,points,earned,expires\n${lines.join('\n')}\n`)
      const sum = (of: typeof rows): number => of.reduce((all, { points }) => all + points, 0)
      await control(file.id, total(sum(good), good.length, new Set(good.map(({ member }) => member)).size))
      await act(file.id, 'check')
      expect(await act(file.id, 'book')).toMatchObject({ state: 'booked' })
      const truth = { points: BigInt(sum(live)), lots: BigInt(live.length), members: BigInt(new Set(live.map(({ member }) => member)).size) }
      expect(await ledger()).toEqual(truth)
      const again = await upload(`card,points,earned,expires\n${lines.toReversed().join('\n')}\n`)
      await control(again.id, total(sum(good), good.length, new Set(good.map(({ member }) => member)).size))
      await act(again.id, 'check')
      expect(await act(again.id, 'book')).toMatchObject({ state: 'booked', booked: [] })
      expect(await ledger()).toEqual(truth)
    }), { numRuns: 12 })
  })
})
