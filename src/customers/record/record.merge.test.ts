import { afterAll, beforeAll, expect, it } from 'vitest'
import { transact } from '#foundation/db.ts'
import { freshen } from '#insights/warehouse/warehouse.ts'
import { buildTestHouse, type TestHouse } from '#test/house.ts'
import { setTraits } from './record.ts'

let at: TestHouse
const start = new Date('2026-11-21T09:00:00Z')
beforeAll(async () => { at = await buildTestHouse(start) })
afterAll(() => at.close())

const get = async (url: string) => (await at.ask('GET', url)).json()
const post = async (url: string, body?: object) => (await at.ask('POST', url, body)).json()
const phone = (value: string) => [{ kind: 'phone', value }]
const enrol = async (body: object): Promise<string> => (await post('/api/record', body)).customerId
const found = async (q: string): Promise<readonly string[]> => (await get(`/api/record/search?q=${encodeURIComponent(q)}`)).items.map((one: { customerId: string }) => one.customerId)
const merge = (survivorId: string, mergedId: string) => post(`/api/record/${survivorId}/merge`, { mergedId })
const buy = (number: string, value: string) => post('/api/orders', { orders: [{ source: 'pos', number, at: '2026-11-20T10:00:00Z', customer: { keys: phone(value) }, lines: [{ product: 'TEA', name: '茶', category: '茶', quantity: '1', amountMinor: '1000000' }] }] })
const listed = async (): Promise<readonly string[]> => (await get('/api/record')).items.map((one: { customerId: string }) => one.customerId)
const refresh = () => freshen(at.house)
const buyers = async () => (await at.house.engine.all<{ id: string, n: bigint }>('select cast(customer_id as varchar) as id, count(*) as n from warehouse.purchase where not anonymous group by 1 order by 2 desc, 1')).map(({ id, n }) => [id, Number(n)])

it('two records become one person to whoever looks, and two again when it is undone', async () => {
  const a = await enrol({ name: '王芳', keys: phone('13900000001') })
  const b = await enrol({ name: '王小芳', occupation: '教师', keys: phone('13900000002') })
  await buy('M1', '13900000001')
  await buy('M2', '13900000002')
  await refresh()
  expect(await get(`/api/record/merge?survivor=${a}&merged=${b}`)).toMatchObject({ fills: ['occupation'], clashes: ['name'], keys: 1, merged: { name: '王小芳' } })
  expect((await at.askAs(['record.read', 'record.write'], 'POST', `/api/record/${a}/merge`, { mergedId: b })).statusCode).toBe(403)
  const done = await merge(a, b)
  expect(done).toMatchObject({ survivorId: a, mergedId: b, canUndo: true, undoUntil: '2026-12-21T09:00:00.000Z' })
  expect(await get(`/api/record/${b}`)).toMatchObject({ customerId: a, name: '王芳', occupation: '教师', keys: [{ kind: 'phone', value: '+8613900000001' }, { kind: 'phone', value: '+8613900000002' }] })
  expect([await found('13900000002'), await found('王小芳'), (await get('/api/identity?kind=phone&value=13900000002')).customerId]).toEqual([[a], [a], a])
  expect((await listed()).filter((id) => id === a || id === b)).toEqual([a])
  expect((await get(`/api/orders?customer=${a}`)).items.map((one: { number: string }) => one.number).toSorted()).toEqual(['M1', 'M2'])
  expect((await get(`/api/orders/totals?customer=${b}`)).sales).toBe(2)
  expect((await get(`/api/events?customer=${a}`)).items.filter((one: { kind: string }) => one.kind === 'orders.sale')).toHaveLength(2)
  await refresh()
  expect((await buyers()).find(([id]) => id === a)).toEqual([a, 2])
  expect((await buyers()).find(([id]) => id === b)).toBeUndefined()
  expect((await get(`/api/record/${b}/merges`)).items).toMatchObject([{ mergeId: done.mergeId, mergedName: '王小芳', canUndo: true }])
  // What is bought with the merged one's phone is the survivor's.
  expect((await buy('M3', '13900000002')).recorded).toMatchObject([{ customerId: a }])
  expect(await post(`/api/record/merges/${done.mergeId}/undo`)).toMatchObject({ canUndo: false, undoneBy: 'tester' })
  expect([await get(`/api/record/${a}`), await get(`/api/record/${b}`)]).toMatchObject([{ customerId: a, occupation: null, keys: [{ value: '+8613900000001' }] }, { customerId: b, occupation: '教师', keys: [{ value: '+8613900000002' }] }])
  await refresh()
  expect((await buyers()).filter(([id]) => id === a || id === b)).toEqual([[a, 2], [b, 1]])
  expect((await post(`/api/record/merges/${done.mergeId}/undo`)).code).toBe('identity.undone')
})

it('a chain of merges leads to its end, and is undone from its end', async () => {
  const [a, b, c] = [await enrol({ name: '一', keys: phone('13900000011') }), await enrol({ name: '二', keys: phone('13900000012') }), await enrol({ name: '三', keys: phone('13900000013') })]
  const first = await merge(b, c)
  const second = await merge(a, b)
  expect([(await get(`/api/record/${c}`)).customerId, await found('13900000013')]).toEqual([a, [a]])
  expect((await merge(c, a)).code).toBe('identity.same')
  expect((await post(`/api/record/merges/${first.mergeId}/undo`)).code).toBe('identity.merged_since')
  await post(`/api/record/merges/${second.mergeId}/undo`)
  expect([(await get(`/api/record/${c}`)).customerId, (await get(`/api/record/${a}`)).keys.length]).toEqual([b, 1])
  at.time.now = new Date('2027-01-01T09:00:00Z')
  expect((await post(`/api/record/merges/${first.mergeId}/undo`)).code).toBe('identity.too_late')
  at.time.now = start
})

it('23: erasing takes everything personal, from the stored answers too, and stands on the log', async () => {
  const a = await enrol({ name: '孙权', occupation: '教师', address: '建业路 1 号', birthday: { calendar: 'solar', year: 1990, month: 5, day: 1, leap: false }, keys: [...phone('13900000021'), { kind: 'email', value: 'sun@example.com' }] })
  const b = await enrol({ name: '孙仲谋', keys: phone('13900000022') })
  await merge(a, b)
  await transact(at.house.pool, (trx) => setTraits(trx, [{ customerId: a, key: 'test.level', value: 'gold', source: 'test' }], start))
  const seen = await get(`/api/record/${a}/erase`)
  expect(seen).toMatchObject({ customerId: a, records: 2, keys: 3, fields: ['name', 'birthday', 'occupation', 'address'] })
  expect(seen.answers).toBeGreaterThan(1)
  expect((await at.askAs(['record.read', 'record.write'], 'POST', `/api/record/${a}/erase`, { version: seen.version, reason: '本人要求' })).statusCode).toBe(403)
  expect((await post(`/api/record/${a}/erase`, { version: seen.version - 1, reason: '本人要求' })).code).toBe('record.changed_meanwhile')
  expect(await post(`/api/record/${a}/erase`, { version: seen.version, reason: '本人要求' })).toMatchObject({ keys: 3 })
  expect(await get(`/api/record/${a}`)).toMatchObject({ name: null, occupation: null, address: null, birthday: null, keys: [], erasedAt: start.toISOString() })
  expect([await found('孙权'), await found('孙仲谋'), await found('13900000021'), await found('sun@example.com'), (await listed()).includes(a)]).toEqual([[], [], [], [], false])
  expect((await get(`/api/events?customer=${a}`)).items.find((one: { kind: string }) => one.kind === 'record.erased')).toMatchObject({ values: { reason: '本人要求' } })
  expect((await at.ask('PUT', `/api/record/${a}`, { version: seen.version + 1, name: '孙权' })).json().code).toBe('record.erased')
  expect((await post(`/api/record/${a}/erase`, { version: seen.version + 1, reason: '再来' })).code).toBe('record.erased')
  // Nowhere in the record's own tables, the log, or what was answered.
  for (const table of ['record.customer', 'identity.identity', 'identity.merge', 'events.event', 'foundation.request', 'audit.entry']) {
    const { rows } = await at.house.pool.query<{ n: number }>(`select count(*)::int as n from ${table} t where t::text ~ '孙权|孙仲谋|建业路|1390000002|sun@example'`)
    expect([table, rows[0]?.n]).toEqual([table, 0])
  }
  // The phone is free again: whoever comes with it is somebody new.
  expect(await enrol({ name: '新客', keys: phone('13900000021') })).not.toBe(a)
})
