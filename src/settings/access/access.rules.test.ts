import { describe, expect, it } from 'vitest'
import { areTooMany, passwordFault, rightsOf } from './access.rules.ts'
import { roleNames } from './access.schema.ts'
import { accessWords } from './access.words.ts'

const all = ['access.self', 'access.read', 'access.write', 'audit.read', 'record.read', 'record.write', 'orders.read', 'orders.write', 'imports.write', 'rfm.read', 'definitions.write', 'metrics.read']

describe('roles', () => {
  it('lets the owner do everything and everybody sign out', () => {
    expect(rightsOf('owner', all)).toEqual(new Set(all))
    for (const role of roleNames) expect(rightsOf(role, all).has('access.self')).toBe(true)
  })

  it('lets nobody but the owner make users and keys', () => {
    expect(roleNames.filter((role) => rightsOf(role, all).has('access.write'))).toEqual(['owner'])
  })

  it.each([
    ['manager', ['access.self', 'access.read', 'audit.read', 'record.read', 'record.write', 'orders.read', 'orders.write', 'imports.write', 'rfm.read', 'definitions.write', 'metrics.read']],
    ['analyst', ['access.self', 'record.read', 'orders.read', 'rfm.read', 'definitions.write']],
    ['agent', ['access.self', 'record.read', 'record.write', 'orders.read', 'rfm.read']],
    ['clerk', ['access.self', 'record.read', 'orders.read']],
    ['integrator', ['access.self', 'record.read', 'record.write', 'orders.read', 'orders.write', 'imports.write', 'metrics.read']]
  ] as const)('%s', (role, rights) => { expect([...rightsOf(role, all)].sort()).toEqual([...rights].sort()) })

  it('lets only those carry customers out, or see whole phone numbers, who need it', () => {
    const holders = (right: string) => roleNames.filter((role) => rightsOf(role, [right]).has(right))
    expect([holders('record.export'), holders('record.reveal'), holders('record.define')]).toEqual([['owner', 'manager', 'analyst'], ['owner', 'manager', 'agent', 'integrator'], ['owner', 'manager']])
  })

  it('gives no role a right that no route names', () => { for (const role of roleNames) expect(rightsOf(role, []).size).toBe(0) })
})

describe('passwords', () => {
  const of = (password: string) => passwordFault(password, 'grace@example.com', '王小明')
  it.each(['', 'short', '九个字符的密码还不'])('%s is too short', (password) => { expect(of(password)).toBe(accessWords.passwordShort) })
  it.each(['1234567890', '0987654321', 'abcdefghij', 'aaaaaaaaaaaa', 'password123!', 'qwertyuiop1', 'ababababab'])('%s is guessed first', (password) => { expect(of(password)).toBe(accessWords.passwordCommon) })
  it.each(['grace@example.com', 'grace12345'])('%s is one’s own name', (password) => { expect(of(password)).toBe(accessWords.passwordOwn) })
  it.each(['tea with the neighbours', '春眠不觉晓处处闻啼鸟', 'k3Jx9-Qm2Lz', 'graceful hippos dance'])('%s will do', (password) => { expect(of(password)).toBeUndefined() })
  it('bounds the length', () => { expect(of('ab c'.repeat(60))).toBe(accessWords.passwordLong) })
})

it('slows down guessing by the pair, the account and the address', () => {
  expect([{ pair: 10, account: 100, address: 60 }, { pair: 11, account: 11, address: 11 }, { pair: 1, account: 101, address: 1 }, { pair: 1, account: 1, address: 61 }].map(areTooMany)).toEqual([false, true, true, true])
})
