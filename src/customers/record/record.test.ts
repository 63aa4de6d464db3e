import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { transact } from '#foundation/db.ts'
import { buildTestHouse, type TestHouse } from '#test/house.ts'
import { createMany, setTraits } from './record.ts'

let at: TestHouse
const now = new Date('2026-11-21T09:00:00Z')
beforeAll(async () => { at = await buildTestHouse(now) })
afterAll(() => at.close())

const create = async (body: object) => { const answer = await at.ask('POST', '/api/record', body); return { status: answer.statusCode, body: answer.json() } }
const phone = (value: string) => [{ kind: 'phone', value }]
const found = async (q: string) => (await at.ask('GET', `/api/record/search?q=${encodeURIComponent(q)}`)).json().items.map((one: { name: string }) => one.name)

describe('a customer', () => {
  it('is created with basics, birthday, region, own fields and keys', async () => {
    await at.ask('PUT', '/api/record/fields', { key: 'favourite', label: { zh: '爱喝', en: 'Favourite' }, type: 'choice', choices: ['绿茶', '红茶'], position: 1, version: 0 })
    const made = await create({
      name: '陈静怡', gender: 'female', birthday: { calendar: 'lunar', year: 1990, month: 8, day: 3, leap: false }, region: '330106', custom: { favourite: '绿茶' },
      keys: [...phone('138 1234 5521'), { kind: 'email', value: 'Jing@Example.com' }, { kind: 'card', value: 'vip-8812' }]
    })
    expect(made).toMatchObject({ status: 200, body: {
      kind: 'consumer', regionName: '浙江省 杭州市 西湖区', birthdayWords: { zh: '农历 1990 年八月初三' }, nextBirthday: '2027-09-03', custom: { favourite: '绿茶' }, version: 1,
      keys: [{ kind: 'card', value: 'VIP8812' }, { kind: 'email', value: 'jing@example.com' }, { kind: 'phone', value: '+8613812345521' }]
    } })
    const timeline = (await at.ask('GET', `/api/events?customer=${made.body.customerId}`)).json()
    expect(timeline.items).toMatchObject([{ kind: 'record.created', group: 'record', sentence: { zh: '建立客户档案' } }])
  })

  it.each([
    [{ birthday: { calendar: 'lunar', year: 2024, month: 2, day: 1, leap: true } }, 'record.no_such_day'], [{ region: '999999' }, 'record.unknown_region'],
    [{ custom: { favourite: '咖啡' } }, 'record.wrong_value'], [{ custom: { shoe: 1 } }, 'record.unknown_field'], [{ keys: phone('12') }, 'identity.malformed'], [{ kind: 'robot' }, 'request.invalid']
  ])('is refused with %j', async (body, code) => { expect((await create(body)).body.code).toBe(code) })

  it('is one person, whoever sends the same phone: refused by name, or joined', async () => {
    await create({ name: '王芳', keys: phone('13900000001') })
    const again = await create({ name: '王小芳', keys: phone('+86 139-0000-0001') })
    expect([again.status, again.body.code, again.body.detail]).toEqual([409, 'record.exists', '手机号 139****0001 已属于“王芳”。可以打开那位客户，或选择并入。'])
    const joined = await create({ name: '王小芳', occupation: '教师', source: 'youzan', onMatch: 'join', keys: [...phone('13900000001'), { kind: 'marketplace', value: 'youzan:wf' }] })
    expect(joined.body).toMatchObject({ name: '王芳', occupation: '教师', version: 2 })
    expect(joined.body.keys).toHaveLength(2)
  })

  it('is refused when its keys belong to two people, and both are named', async () => {
    await create({ name: '甲', keys: phone('13900000002') })
    await create({ name: '乙', keys: [{ kind: 'card', value: '77' }] })
    const both = await create({ name: '丙', onMatch: 'join', keys: [...phone('13900000002'), { kind: 'card', value: '77' }] })
    expect([both.status, both.body.code]).toEqual([409, 'record.two_people'])
    expect(both.body.detail).toContain('甲')
    expect(both.body.detail).toContain('乙')
  })

  it('is never overwritten by an editor who saw an older version: both values come back', async () => {
    const { body: made } = await create({ name: '李雷', address: '旧' })
    expect((await at.ask('PUT', `/api/record/${made.customerId}`, { version: 1, address: '新' })).json()).toMatchObject({ address: '新', name: '李雷', version: 2 })
    const late = await at.ask('PUT', `/api/record/${made.customerId}`, { version: 1, address: '另一个', name: '李雷' })
    expect([late.statusCode, late.json().code, JSON.parse(late.json().values.differences)]).toEqual([409, 'record.changed_meanwhile', [{ field: 'address', theirs: '新', yours: '另一个' }]])
    expect((await at.ask('PUT', `/api/record/01a1ff89-daca-7299-b28a-36c9c2986a41`, { version: 1 })).statusCode).toBe(404)
  })

  it('is found by any way of writing a key', async () => {
    const one = (await at.ask('GET', `/api/identity?kind=phone&value=${encodeURIComponent('(+86) 139 0000 0001')}`)).json()
    const many = (await at.ask('POST', '/api/identity/resolve', { keys: [{ kind: 'phone', value: '13900000001' }, { kind: 'card', value: 'nobody' }] })).json()
    expect([one.value, one.customerId, many.items[0].customerId, many.items[1].customerId]).toEqual(['+8613900000001', expect.any(String), one.customerId, null])
    expect((await at.askAs(['record.read'], 'GET', '/api/identity?kind=card&value=1')).statusCode).toBe(403)
  })

  it('gains and loses keys, but not those of somebody else', async () => {
    const { body: made } = await create({ name: '韩梅梅', keys: phone('13900000003') })
    const changed = (await at.ask('PUT', `/api/record/${made.customerId}`, { version: 1, addKeys: [{ kind: 'email', value: 'han@example.com' }], removeKeys: phone('13900000003') })).json()
    expect(changed.keys.map((key: { value: string }) => key.value)).toEqual(['han@example.com'])
    const taken = (await at.ask('PUT', `/api/record/${made.customerId}`, { version: 2, addKeys: phone('13900000001') })).json()
    expect([taken.code, taken.detail.includes('王芳')]).toEqual(['record.exists', true])
  })
})

describe('finding', () => {
  it('finds by name, given name, pinyin, initials, phone tail, whole phone, e-mail and card', async () => {
    for (const typed of ['陈静怡', '陈静', '静怡', 'chenjingyi', 'chenj', 'jingyi', 'cjy', '5521', '13812345521', '+86 138 1234 5521', '1381234', 'jing@ex', 'VIP8812', 'vip-8812']) expect([typed, await found(typed)]).toEqual([typed, expect.arrayContaining(['陈静怡'])])
    expect(await found('zzzz')).toEqual([])
    expect(await found('%')).toEqual([])
  })

  it('reads surnames as surnames', async () => {
    await create({ name: '单雄信' })
    await create({ name: '欧阳震华' })
    expect([await found('shan'), await found('sxx'), await found('danxiong'), await found('zhenhua')]).toEqual([['单雄信'], ['单雄信'], [], ['欧阳震华']])
  })

  it('shows phones whole only to who may see them', async () => {
    const asClerk = (url: string) => at.askAs(['record.read'], 'GET', url)
    const [hit] = (await asClerk('/api/record/search?q=5521')).json().items
    expect(hit.phone).toBe('138****5521')
    expect((await at.ask('GET', '/api/record/search?q=5521')).json().items[0].phone).toBe('+8613812345521')
    const one = (await asClerk(`/api/record/${hit.customerId}`)).json()
    expect(one.keys.find((key: { kind: string }) => key.kind === 'phone')).toMatchObject({ value: '138****5521', masked: true })
    expect(JSON.stringify((await asClerk('/api/record')).json())).not.toContain('12345521')
    expect((await asClerk(`/api/record/${hit.customerId}/keys`)).statusCode).toBe(403)
  })
})

describe('lists', () => {
  it('filter by kind, region and trait, and page through everybody once', async () => {
    const made = await at.house.db.transaction().execute((trx) => createMany(trx, Array.from({ length: 55 }, (_, i) => ({
      keys: [{ kind: 'number' as const, value: `bulk:${i}` }], source: 'bulk', name: `客${i}`, kind: i % 5 === 0 ? 'intermediary' as const : 'consumer' as const, region: i % 2 === 0 ? '浙江省杭州市' : '440305'
    })), now))
    await at.house.db.transaction().execute((trx) => setTraits(trx, made.slice(0, 3).map(({ customerId }) => ({ customerId, key: 'lifecycle.state', value: 'at_risk', source: 'lifecycle' })), now))
    const all = async (query: string): Promise<string[]> => {
      const ids: string[] = []
      for (let after = ''; ;) {
        const page = (await at.ask('GET', `/api/record?limit=20&${query}${after}`)).json()
        ids.push(...page.items.map((one: { customerId: string }) => one.customerId))
        if (page.next === null) return ids
        after = `&after=${page.next}`
      }
    }
    expect([(await all('source=bulk')).length, new Set(await all('source=bulk')).size]).toEqual([55, 55])
    expect([(await all('source=bulk&kind=intermediary')).length, (await all('source=bulk&region=330000')).length, (await all('trait=lifecycle.state:at_risk')).length]).toEqual([11, 28, 3])
    expect((await at.ask('GET', '/api/record/summary')).json().byKind.intermediary).toBe(11)
  })

  it('leave as CSV and XLSX, masked, with no formula in them', async () => {
    await create({ name: '=1+1', source: 'evil' })
    const csv = await at.askAs(['record.export'], 'GET', '/api/record/export?format=csv')
    expect(csv.body.startsWith('\ufeff编号,姓名')).toBe(true)
    expect(csv.body).toContain("'=1+1")
    expect(csv.body).not.toContain('13812345521')
    expect((await at.ask('GET', '/api/record/export?format=csv')).body).toContain('13812345521')
    const xlsx = await at.ask('GET', '/api/record/export?format=xlsx&source=evil')
    expect([xlsx.statusCode, xlsx.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK'])
  })
})

describe('races and batches', () => {
  it('makes one customer of 32 who create the same phone at once', async () => {
    const answers = await Promise.all(Array.from({ length: 32 }, (_, i) => create({ name: `同号${i}`, keys: [...phone('13900000009'), { kind: 'card', value: `race${i}` }], ...(i % 2 === 0 ? { onMatch: 'join' } : {}) })))
    const ids = new Set(answers.filter((one) => one.status === 200).map((one) => one.body.customerId))
    expect([ids.size, answers.filter((one) => one.status === 409).every((one) => one.body.code === 'record.exists')]).toEqual([1, true])
    const rows = await at.house.db.selectFrom('record.customer').select('name').where('name', 'like', '同号%').execute()
    expect(rows).toHaveLength(1)
    const cards = await at.house.db.selectFrom('identity.identity').select('customer_id').where('value', 'like', 'RACE%').execute()
    expect(new Set(cards.map((card) => card.customer_id))).toEqual(ids)
  })

  it('settles batches of the same people in opposite directions', async () => {
    const people = Array.from({ length: 400 }, (_, i) => ({ keys: [{ kind: 'phone' as const, value: `+861370000${String(i).padStart(4, '0')}` }, { kind: 'number' as const, value: `race:${i}` }], source: 'race', name: `众${i}` }))
    // The large by COPY, the small by arrays.
    const some = people.slice(100, 250)
    const answers = await Promise.all([people, people.toReversed(), some, some.toReversed()].map((batch) => transact(at.house.pool, (trx) => createMany(trx, batch, now))))
    expect(answers.flat().filter((one) => one.isNew)).toHaveLength(400)
    expect(await at.house.db.selectFrom('record.customer').select('customer_id').where('source', '=', 'race').execute()).toHaveLength(400)
  })

  it('writes the same by COPY as by arrays', async () => {
    const odd = { name: '单\t\\N', address: '一\n二', occupation: '"x"', gender: 'other' as const, birthday: { calendar: 'lunar' as const, year: 2023, month: 2, day: 3, leap: true }, custom: { a: 'x\ty' }, region: '330106', source: 'odd' }
    const people = (prefix: string) => Array.from({ length: 250 }, (_, i) => ({ ...odd, keys: [{ kind: 'number' as const, value: `${prefix}:${i}` }] }))
    await transact(at.house.pool, (trx) => createMany(trx, people('copy'), now))
    for (const half of [people('array').slice(0, 125), people('array').slice(125)]) await transact(at.house.pool, (trx) => createMany(trx, half, now))
    const rows = await at.house.db.selectFrom('record.customer').select(['kind', 'name', 'pinyin', 'initials', 'given_pinyin', 'address', 'occupation', 'gender', 'birth_year', 'birth_month', 'birth_day', 'birth_calendar', 'birth_leap', 'custom', 'region', 'created_at', 'updated_at', 'version']).where('source', '=', 'odd').execute()
    expect([rows.length, new Set(rows.map((row) => JSON.stringify(row))).size]).toEqual([500, 1])
    expect(rows[0]).toMatchObject({ name: odd.name, address: odd.address, custom: odd.custom, birth_leap: true })
  })

  it('finds, creates, joins within a batch and fills only what is missing', async () => {
    const key = (value: string) => ({ kind: 'number' as const, value })
    const run = (...people: Parameters<typeof createMany>[1]) => at.house.db.transaction().execute((trx) => createMany(trx, people, now))
    const [a, b, c] = await run({ keys: [key('s:1')], source: 's', name: '甲' }, { keys: [key('s:2'), key('s:3')], source: 's' }, { keys: [key('s:3'), key('s:4')], source: 's', name: '乙' })
    expect([b?.customerId === c?.customerId, a?.customerId === b?.customerId]).toEqual([true, false])
    const [again] = await run({ keys: [key('s:1')], source: 's', name: '不会改名', occupation: '茶农' })
    const kept = await at.house.db.selectFrom('record.customer').select(['name', 'occupation', 'version']).where('customer_id', '=', again?.customerId ?? '').executeTakeFirst()
    expect([again?.customerId === a?.customerId, kept]).toEqual([true, { name: '甲', occupation: '茶农', version: 2 }])
    await run({ keys: [key('s:1')], source: 's', name: '不会改名', occupation: '茶农' })
    expect((await at.house.db.selectFrom('record.customer').select('version').where('customer_id', '=', again?.customerId ?? '').executeTakeFirst())?.version).toBe(2)
  })
})
