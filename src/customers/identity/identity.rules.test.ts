import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assign, contradiction, inStrength, keyKinds, keyText, mask, normalise, probe, strengthOf, type Key } from './identity.rules.ts'

const key = fc.record({ kind: fc.constantFrom(...keyKinds), value: fc.constantFrom('a', 'b', 'c', 'd', 'e') })
const lists = fc.array(fc.array(key, { maxLength: 4 }), { maxLength: 12 })
const counter = () => { let n = 0; return () => `new-${n++}` }

describe('normalising', () => {
  it.each([
    ['138 1234 5678', 'CN', '+8613812345678'], ['+86-138-1234-5678', 'CN', '+8613812345678'], ['008613812345678', 'CN', '+8613812345678'], ['１３８１２３４５６７８', 'CN', '+8613812345678'],
    ['+86 13812345678', 'GB', '+8613812345678'], ['020 7946 0018', 'GB', '+442079460018'], ['+852 5123 4567', 'CN', '+85251234567'], ['0571-88157777', 'CN', '+8657188157777'],
    ['138****5678', 'CN', undefined], ['12345', 'CN', undefined], ['phone', 'CN', undefined]
  ])('phone %s in %s', (text, country, value) => { expect(normalise('phone', text, country)).toBe(value) })

  it.each([
    ['email', ' Ada@Example.COM ', 'ada@example.com'], ['email', 'ada@', undefined], ['card', 'vip 0088-12', 'VIP008812'], ['openid', 'oX_1-abcdef', 'oX_1-abcdef'], ['openid', 'a b', undefined],
    ['marketplace', 'taobao:茶客tb_1', 'taobao:茶客tb_1'], ['marketplace', 'nobody', undefined], ['number', 'pos:17850', 'pos:17850']
  ] as const)('%s %s', (kind, text, value) => { expect(normalise(kind, text, 'CN')).toBe(value) })

  it('changes nothing that is normal already', () => {
    fc.assert(fc.property(fc.constantFrom(...keyKinds), fc.string({ unit: 'grapheme' }), fc.constantFrom('CN', 'GB', 'HK'), (kind, text, country) => {
      const once = normalise(kind, text, country)
      if (once !== undefined) expect(normalise(kind, once, country)).toBe(once)
    }))
    fc.assert(fc.property(fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }), (mobile) => {
      expect(normalise('phone', `+86${mobile}`, 'GB')).toBe(normalise('phone', String(mobile), 'CN'))
    }))
  })
})

describe('whose keys they are', () => {
  it('gives every key one owner, within a batch and against the record', () => {
    fc.assert(fc.property(lists, fc.array(key), (given, taken) => {
      const known = new Map(taken.map((one, n) => [keyText(one), `old-${n % 3}`]))
      const answers = assign(given, known, counter())
      const owners = new Map(known)
      answers.forEach(({ customerId, gained, setAside }, index) => {
        for (const one of gained) { expect(owners.has(keyText(one))).toBe(false); owners.set(keyText(one), customerId) }
        for (const one of setAside) expect(owners.get(keyText(one))).not.toBe(customerId)
        for (const one of given[index] ?? []) expect(owners.has(keyText(one))).toBe(true)
      })
    }))
  })

  it('means the same for a batch as for its lists one by one', () => {
    fc.assert(fc.property(lists, (given) => {
      const next = counter()
      const owners = new Map<string, string>()
      const single = given.map((list) => {
        const [one] = assign([list], owners, next)
        for (const gained of one?.gained ?? []) owners.set(keyText(gained), one?.customerId ?? '')
        return one?.customerId
      })
      expect(assign(given, new Map(), counter()).map((one) => one.customerId)).toEqual(single)
    }))
  })

  it('believes the stronger key', () => {
    const phone: Key = { kind: 'phone', value: '+8613812345678' }
    const card: Key = { kind: 'card', value: '88' }
    const owners = new Map([[keyText(phone), 'ada'], [keyText(card), 'bob']])
    expect(assign([[card, phone]], owners, counter())).toEqual([{ customerId: 'ada', isNew: false, gained: [], setAside: [card] }])
    expect(contradiction([card, phone], owners)).toEqual([phone, card])
    expect(contradiction([card], owners)).toBeUndefined()
  })

  it('orders keys by strength and drops repetitions', () => {
    fc.assert(fc.property(fc.array(key), (keys) => {
      const sorted = inStrength(keys)
      expect(sorted.map((one) => strengthOf(one.kind))).toEqual(sorted.map((one) => strengthOf(one.kind)).toSorted((a, b) => b - a))
      if (keys.length > 1) expect(new Set(sorted.map(keyText)).size).toBe(sorted.length)
    }))
  })
})

it('masks what could be used, and leaves enough to recognise', () => {
  expect([mask({ kind: 'phone', value: '+8613812345521' }), mask({ kind: 'phone', value: '+442079460018' }), mask({ kind: 'email', value: 'ada@example.com' }), mask({ kind: 'openid', value: 'oX1234abcd' }), mask({ kind: 'card', value: '88' })])
    .toEqual(['138****5521', '+44****0018', 'a***@example.com', '****abcd', '88'])
})

it('reads what is typed into a search box', () => {
  expect([probe('5521', 'CN'), probe('138 1234', 'CN'), probe('Ada@ex', 'CN'), probe('陈静', 'CN'), probe('chen', 'CN')]).toEqual([
    { exact: ['5521'], tail: '5521', prefix: '5521' }, { exact: ['1381234'], tail: '1381234', prefix: '+861381234' }, { exact: ['ada@ex'], prefix: 'ada@ex' }, undefined, undefined
  ])
})
