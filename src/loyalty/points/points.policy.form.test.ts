import { describe, expect, it } from 'vitest'
import { begun, carry, codeFault, faultsOf } from './points.policy.form.schema.ts'
import type { CurrencyPolicy } from './points.schema.ts'

const points: CurrencyPolicy = { name: { zh: '积分', en: 'Points' }, scale: 0, spendable: true, pendingDays: 0, ttl: { months: 12, until: 'month' }, onRefund: 'into_debt', graceDays: 30 }
const faulty = (change: Partial<CurrencyPolicy>) => [...faultsOf({ ...points, ...change }).keys()]

describe('the form of the policy', () => {
  it('finds nothing wrong with the policy that a house begins with', () => { expect(faulty({})).toEqual([]) })

  it('names each field that is wrong', () => {
    expect(faulty({ name: { zh: ' ', en: 'Points' } })).toEqual(['nameZh'])
    expect(faulty({ ttl: { months: 0, until: 'day' } })).toEqual(['months'])
    expect(faulty({ graceDays: 366 })).toEqual(['grace'])
    expect(faulty({ transfer: { least: '0', most: '10', monthly: '5' } })).toEqual(['least', 'monthly'])
    expect(faulty({ transfer: { least: '20', most: '10', monthly: '10' } })).toEqual(['most'])
  })

  it('refuses points that would end before they may be used, counted for the month that is shortest', () => {
    expect(faulty({ ttl: { months: 1, until: 'day' }, pendingDays: 27 })).toEqual([])
    expect(faulty({ ttl: { months: 1, until: 'day' }, pendingDays: 28 })).toEqual(['pending'])
    expect(faulty({ ttl: null, pendingDays: 365 })).toEqual([])
  })

  it('carries my changes onto what a colleague published, and keeps theirs where I changed nothing', () => {
    const mine = { points: { ...points, pendingDays: 7 } }
    const theirs = { points: { ...points, graceDays: 5, transfer: { least: '1', most: '10', monthly: '100' } } }
    expect(carry({ points }, mine, theirs)).toEqual({ points: { ...theirs.points, pendingDays: 7 } })
  })

  it('adds a currency under a code of its own, and carries it over what a colleague published', () => {
    const miles = begun('里程', 'Miles', 2)
    expect(faultsOf(miles).size).toBe(0)
    expect([codeFault('miles', { points }), codeFault('points', { points })?.en, codeFault('2miles', { points })?.en]).toEqual([undefined, 'This code is taken', expect.stringContaining('small letter')])
    expect(carry({ points }, { points, miles }, { points: { ...points, graceDays: 5 } })).toEqual({ points: { ...points, graceDays: 5, transfer: null }, miles })
  })
})
