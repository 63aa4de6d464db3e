import { existsSync, readdirSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildTestHouse, type TestHouse } from '#test/house.ts'
import { isMistyped, plainCode } from './vouchers.codes.ts'
import { basketFor, termsWith } from './vouchers.testing.ts'

let test: TestHouse
const members: string[] = []
beforeAll(async () => {
  test = await buildTestHouse(new Date('2026-03-02T04:00:00Z'))
  for (const [name, phone] of [['林晓', '13800138000'], ['周宁', '13800138001'], ['何静', '13800138002']]) {
    members.push((await test.ask('POST', '/api/record', { name, keys: [{ kind: 'phone', value: phone }] })).json().customerId)
  }
})
afterAll(() => test.close())

const make = async (change: Parameters<typeof termsWith>[0] = {}): Promise<string> => (await test.ask('POST', '/api/vouchers/templates', { terms: termsWith({ minSpend: null, ...change }) })).json().templateId
const ended = async (batchId: string) => {
  const { runId } = (await one(batchId))
  await test.house.queue.ended(runId)
  return one(batchId)
}
const one = async (batchId: string) => (await test.ask('GET', '/api/vouchers/batches')).json().items.find((batch: { batchId: string }) => batch.batchId === batchId)
const upload = (templateId: string, kind: string, content: Buffer) => {
  const edge = 'edge-of-parts'
  const payload = Buffer.concat([Buffer.from(`--${edge}\r\ncontent-disposition: form-data; name="file"; filename="list.csv"\r\ncontent-type: text/csv\r\n\r\n`), content, Buffer.from(`\r\n--${edge}--\r\n`)])
  return test.ask('POST', `/api/vouchers/batches/files?template=${templateId}&kind=${kind}&name=list`, payload, { headers: { 'content-type': `multipart/form-data; boundary=${edge}` } })
}
const folders = (): readonly string[] => { const place = join(test.house.config.dataDir, 'vouchers'); return existsSync(place) ? readdirSync(place).toSorted() : [] }
const until = async (isSo: () => boolean): Promise<void> => { for (let tries = 0; tries < 500 && !isSo(); tries += 1) await sleep(10) }
const countCodes = async (batchId: string): Promise<number> => Number((await sql<{ n: bigint }>`select count(*) as n from vouchers.code where batch_id = ${batchId}::uuid`.execute(test.house.db)).rows[0]?.n)

describe('codes', () => {
  it('are made as a job, downloaded, and each used by whoever brings it first', async () => {
    const templateId = await make()
    const { batchId } = (await test.ask('POST', '/api/vouchers/batches', { templateId, count: 45_000, name: 'leaflet' })).json()
    expect(await ended(batchId)).toMatchObject({ state: 'done', made: 45_000, wanted: 45_000 })
    const file = await test.ask('GET', `/api/vouchers/batches/${batchId}/codes`)
    const lines = file.body.trim().split('\r\n')
    expect(lines.length).toBe(45_001)
    const code = plainCode(lines[1]?.split(',')[0] ?? '') ?? ''
    expect([code.length, isMistyped(code)]).toEqual([16, false])
    expect((await test.ask('POST', '/api/vouchers/redeem', { basket: basketFor(members[0] ?? '', 'K1', [['50', 'tea']]), picks: [{ code }] })).statusCode).toBe(200)
    expect((await test.ask('POST', '/api/vouchers/quote', { basket: basketFor(members[1] ?? '', 'K2', [['50', 'tea']]), codes: [code, `${code.slice(0, 15)}${code[15] === '2' ? '3' : '2'}`] })).json().refused)
      .toMatchObject([{ reason: 'others_code' }, { reason: 'mistyped_code' }])
    expect((await test.askAs(['vouchers.read', 'vouchers.export'], 'GET', `/api/vouchers/batches/${batchId}/codes`)).statusCode).toBe(403)
  })

  it('go on where a batch was stopped, none twice', async () => {
    const templateId = await make()
    const { batchId, runId } = (await test.ask('POST', '/api/vouchers/batches', { templateId, count: 400_000, name: 'large' })).json()
    while ((await countCodes(batchId)) === 0) await new Promise((resolve) => { setTimeout(resolve, 20) })
    await test.ask('POST', `/api/vouchers/batches/${batchId}/cancel`, {})
    await test.house.queue.ended(runId)
    const stopped = await one(batchId)
    expect(stopped.state).toBe('cancelled')
    expect(stopped.made).toBeLessThan(400_000)
    expect(await countCodes(batchId)).toBe(stopped.made)
    await test.ask('POST', `/api/vouchers/batches/${batchId}/resume`, {})
    expect(await ended(batchId)).toMatchObject({ state: 'done', made: 400_000 })
    expect(await countCodes(batchId)).toBe(400_000)
    expect((await test.ask('POST', `/api/vouchers/batches/${batchId}/resume`, {})).json()).toMatchObject({ code: 'vouchers.finished' })
  }, 240_000)

  it('leave nothing of an upload that broke off', async () => {
    const templateId = await make()
    const before = folders()
    const { port, hostname } = new URL(await test.app.listen({ port: 0, host: '127.0.0.1' }))
    const socket = connect(Number(port), hostname)
    const part = `--e\r\ncontent-disposition: form-data; name="file"; filename="list.csv"\r\ncontent-type: text/csv\r\n\r\n${'SPR0009\n'.repeat(50_000)}`
    socket.write(`POST /api/vouchers/batches/files?template=${templateId}&kind=imported&name=list HTTP/1.1\r\nhost: ${hostname}\r\ncontent-type: multipart/form-data; boundary=e\r\ncontent-length: 90000000\r\n\r\n${part}`)
    await until(() => folders().length > before.length)
    socket.destroy()
    await until(() => folders().length === before.length)
    expect(folders()).toEqual(before)
  })

  it('are taken in from a file in GBK or without a heading; known and broken ones are counted', async () => {
    const templateId = await make()
    // 券码 and 备注 in GBK.
    const gbk = Buffer.concat([Buffer.from([0xc8, 0xaf, 0xc2, 0xeb, 0x2c, 0xb1, 0xb8, 0xd7, 0xa2]), Buffer.from('\r\nSPR-0001,a\r\nspr 0002,b\r\nx;y,c\r\nSPR0001,d\r\n')])
    const first = (await upload(templateId, 'imported', gbk)).json()
    expect(await ended(first.batchId)).toMatchObject({ state: 'done', made: 2, known: 1, refused: 1, lines: [{ line: 4, why: { en: 'no code' } }] })
    const second = (await upload(templateId, 'imported', Buffer.from('SPR0003\nSPR0002\nSPR0004\n'))).json()
    expect(await ended(second.batchId)).toMatchObject({ state: 'done', wanted: 3, made: 2, known: 1, refused: 0 })
    expect((await test.ask('POST', '/api/vouchers/redeem', { basket: basketFor(members[0] ?? '', 'L1', [['50', 'tea']]), picks: [{ code: 'spr-0003' }] })).statusCode).toBe(200)
  })
})

it('a list of members is given vouchers, each once, within the limits', async () => {
  const templateId = await make({ limits: { perCustomer: 1, total: 2 } })
  const text = ['手机号', '138 0013 8000', '13800138001', '+86 138-0013-8000', '13900000000', '???', members[2], ''].join('\n')
  const { batchId } = (await test.ask('POST', '/api/vouchers/batches/lists', { templateId, name: 'march', text })).json()
  const done = await ended(batchId)
  expect(done).toMatchObject({ state: 'done', made: 2, known: 1, refused: 3 })
  expect(done.lines.map(({ line, why }: { line: number, why: { en: string } }) => [line, why.en]).toSorted()).toEqual([[5, 'no such member'], [6, 'no phone, card or customer id'], [7, 'all were given out']])
  const again = (await test.ask('POST', '/api/vouchers/batches/lists', { templateId, name: 'march again', text: '13800138000' })).json()
  expect(await ended(again.batchId)).toMatchObject({ made: 0, refused: 1 })
  expect((await test.ask('GET', `/api/vouchers?template=${templateId}`)).json().items.length).toBe(2)
})

it('a place that a member may not take goes to the next of the list', async () => {
  const templateId = await make({ limits: { perCustomer: 1, total: 2 } })
  const give = async (text: string) => ended((await test.ask('POST', '/api/vouchers/batches/lists', { templateId, name: 'april', text })).json().batchId)
  expect(await give('13800138001')).toMatchObject({ made: 1, refused: 0 })
  const done = await give(['13800138001', '13800138000', members[2]].join('\n'))
  expect(done).toMatchObject({ made: 1, refused: 2 })
  expect(done.lines.map(({ line, why }: { line: number, why: { en: string } }) => [line, why.en])).toEqual([[1, 'has had all they may'], [3, 'all were given out']])
})

it('a template with a shared code has none of its own, and a stopped one gives nothing', async () => {
  const shared = await make({ sharedCode: 'HELLO26' })
  expect((await test.ask('POST', '/api/vouchers/batches', { templateId: shared, count: 1, name: 'x' })).json()).toMatchObject({ code: 'vouchers.shared_parts' })
  const templateId = await make()
  await test.ask('POST', `/api/vouchers/templates/${templateId}/stop`, { stopped: true })
  expect((await test.ask('POST', '/api/vouchers/batches', { templateId, count: 1, name: 'x' })).json()).toMatchObject({ code: 'vouchers.stopped' })
})
