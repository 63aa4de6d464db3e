import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '#foundation/random.ts'
import { Refusal } from '#foundation/refusal.ts'
import { addDays, addMonths, dayOf, startOf } from '#foundation/zone.ts'
import { lifeOf } from './points.life.ts'
import { decide, pastOf, type Moment } from './points.rules.ts'
import type { Command, CurrencyPolicy } from './points.schema.ts'
import { balanceOf, emptyWallet, post, type Entry, type Wallet } from './points.state.ts'

const zone = 'Asia/Shanghai'
const policy: CurrencyPolicy = { name: { zh: '积分', en: 'Points' }, scale: 0, spendable: true, pendingDays: 0, ttl: { months: 1, until: 'day' }, onRefund: 'into_debt', graceDays: 7 }

function moments(policies: readonly CurrencyPolicy[], seed = 1) {
  const random = seededRandom(seed)
  const id = (): string => `00000000-0000-7000-8000-${String(random.int(1_000_000_000)).padStart(12, '0')}`
  return (now: Date, version = 0): Moment => ({
    now, today: dayOf(now, zone), dayOf: (at) => dayOf(at, zone), startOf: (day) => startOf(day, zone), versionAt: () => version, openFrom: new Date(0), policyOf: (number) => policies[number], newId: id
  })
}

const day = (n: number): Date => new Date(Date.parse('2026-01-01T04:00:00Z') + n * 86_400_000)

/** A wallet that is told one thing after another, and its journal. */
function member(policies: readonly CurrencyPolicy[] = [policy]) {
  const at = moments(policies)
  let wallet: Wallet = emptyWallet('c', 'points')
  const journal: Entry[] = []
  return {
    do: (command: Command, on = 0, version = 0) => {
      const { source = null, number = null } = 'number' in command ? command : {}
      const decision = decide(wallet, command, at(day(on), version), pastOf(journal, source, number))
      wallet = decision.wallet
      journal.push(...decision.entries)
      return decision
    },
    has: () => balanceOf(wallet), journal, wallet: () => wallet
  }
}

describe('what points do', () => {
  it('that come late into a closed period are carried to its end: rules, age and end are of their day, and no posting counts before', () => {
    const pending = { ...policy, pendingDays: 7 }
    const moment: Moment = { ...moments([pending])(day(60)), openFrom: day(45) }
    const late: Command = { do: 'earn', amount: '10', at: day(1).toISOString() }
    expect(() => decide(emptyWallet('c', 'points'), late, moment, pastOf([], null, null))).toThrow('is closed')
    const { wallet, entries } = decide(emptyWallet('c', 'points'), late, { ...moment, carries: true }, pastOf([], null, null))
    expect(entries.map(({ kind, effectiveAt }) => [kind, effectiveAt])).toEqual(['earn', 'mature', 'expire'].map((kind) => [kind, day(45)]))
    expect([...wallet.lots.values()]).toMatchObject([{ earnedAt: day(1), maturesOn: '2026-01-09', expiresOn: '2026-02-01' }])
    // What counts in the open period counts when it was.
    expect(decide(emptyWallet('c', 'points'), { ...late, at: day(50).toISOString() }, { ...moment, carries: true }, pastOf([], null, null)).entries[0]?.effectiveAt).toEqual(day(50))
  })

  it('are spent nearest end first, and end at the end of their last day', () => {
    const one = member([policy, { ...policy, ttl: null }])
    one.do({ do: 'earn', amount: '100' }, 0, 1)
    one.do({ do: 'earn', amount: '50' }, 1)
    one.do({ do: 'earn', amount: '30' }, 0)
    const { entries } = one.do({ do: 'redeem', amount: '60' }, 2)
    expect(entries.map(({ amount }) => amount)).toEqual([30n, 30n])
    expect(one.do({ do: 'settle' }, 31).wallet.lots.size).toBe(3)
    expect(one.has()).toMatchObject({ available: 120n })
    one.do({ do: 'settle' }, 32)
    expect(one.has()).toMatchObject({ available: 100n })
    expect(one.journal.at(-1)).toMatchObject({ kind: 'expire', amount: 20n, effectiveAt: new Date('2026-02-01T16:00:00Z') })
  })

  it('come from another programme with their age and their end, and go back whole or not at all', () => {
    const one = member()
    one.do({ do: 'open', amount: '70', earnedAt: '2025-06-01T04:00:00Z', expiresOn: '2026-03-31', source: 'opening', number: 'M1 a' })
    one.do({ do: 'open', amount: '30', earnedAt: '2025-07-01T04:00:00Z', expiresOn: null, source: 'opening', number: 'M1 b' })
    expect(one.journal.map(({ kind, from, to, effectiveAt }) => [kind, from, to, effectiveAt])).toEqual([['open', 'opening', 'available', day(0)], ['open', 'opening', 'available', day(0)]])
    expect([...one.wallet().lots.values()].map(({ earnedAt, expiresOn }) => [earnedAt.toISOString().slice(0, 10), expiresOn])).toEqual([['2025-06-01', '2026-03-31'], ['2025-07-01', null]])
    one.do({ do: 'redeem', amount: '10' }, 1)
    expect(() => one.do({ do: 'unopen', source: 'opening', number: 'M1 a' }, 1)).toThrow('it cannot be taken back')
    one.do({ do: 'unopen', source: 'opening', number: 'M1 b' }, 1)
    expect(one.has()).toMatchObject({ available: 60n })
    expect(() => one.do({ do: 'unopen', source: 'opening', number: 'M1 b' }, 1)).toThrow('it cannot be taken back')
  })

  it('cannot be spent twice, nor before they mature', () => {
    const one = member([{ ...policy, pendingDays: 7 }])
    one.do({ do: 'earn', amount: '100' }, 0)
    expect(one.has()).toMatchObject({ pending: 100n, available: 0n })
    expect(() => one.do({ do: 'redeem', amount: '1' }, 6)).toThrow(Refusal)
    one.do({ do: 'redeem', amount: '100' }, 7)
    expect(() => one.do({ do: 'redeem', amount: '1' }, 7)).toThrow('Not enough points')
  })

  it('are held for a basket: captured in part, the rest free; let go by themselves at the deadline', () => {
    const one = member()
    one.do({ do: 'earn', amount: '100' })
    const { holdId } = one.do({ do: 'hold', amount: '80', minutes: 30 })
    expect(one.has()).toMatchObject({ available: 20n, held: 80n })
    one.do({ do: 'capture', holdId: holdId ?? '', amount: '50' })
    expect(one.has()).toMatchObject({ available: 50n, held: 0n })
    expect(() => one.do({ do: 'release', holdId: holdId ?? '' })).toThrow('is not known')
    one.do({ do: 'hold', amount: '50', minutes: 30 })
    one.do({ do: 'settle' }, 1)
    expect(one.has()).toMatchObject({ available: 50n, held: 0n })
  })

  it.each([['pending_only', 0n, 60n, 20n], ['within_balance', 20n, 40n, 0n], ['into_debt', 0n, 0n, 0n]] as const)('a return after points were spent: %s', (onRefund, _taken, uncovered, available) => {
    const one = member([{ ...policy, onRefund }])
    one.do({ do: 'earn', amount: '60', source: 's', number: 'A' })
    one.do({ do: 'redeem', amount: '40' })
    expect(one.do({ do: 'reverse', amount: '60', source: 's', number: 'A' }).uncovered).toBe(uncovered)
    expect(one.has()).toMatchObject({ available, debt: onRefund === 'into_debt' ? 40n : 0n })
    one.do({ do: 'earn', amount: '100' })
    expect(one.has()).toMatchObject({ debt: 0n, available: onRefund === 'into_debt' ? 60n : available + 100n })
    if (onRefund !== 'pending_only') expect(() => one.do({ do: 'reverse', amount: '61', source: 's', number: 'A' })).toThrow('can still be taken back')
  })

  it('a return takes what is pending of its own order first', () => {
    const one = member([{ ...policy, pendingDays: 7 }, policy])
    one.do({ do: 'earn', amount: '10' }, 0, 1)
    one.do({ do: 'earn', amount: '60', source: 's', number: 'A' })
    one.do({ do: 'reverse', amount: '60', source: 's', number: 'A' })
    expect(one.has()).toEqual({ pending: 0n, available: 10n, held: 0n, debt: 0n })
  })

  it('come back to the lots they were spent from; a lot that ended meanwhile comes back for days of grace', () => {
    const one = member([policy, { ...policy, ttl: null }])
    one.do({ do: 'earn', amount: '30' }, 0)
    one.do({ do: 'earn', amount: '30' }, 0, 1)
    one.do({ do: 'redeem', amount: '50', source: 's', number: 'B' }, 1)
    one.do({ do: 'restore', amount: '20', source: 's', number: 'B' }, 2)
    expect([...one.wallet().lots.values()].map(({ available }) => available)).toEqual([0n, 30n])
    one.do({ do: 'restore', amount: '30', source: 's', number: 'B' }, 60)
    expect(one.has()).toMatchObject({ available: 60n })
    expect([...one.wallet().lots.values()].map(({ available, expiresOn }) => [available, expiresOn])).toEqual([[0n, '2026-01-31'], [30n, null], [30n, '2026-03-09']])
    expect(() => one.do({ do: 'restore', amount: '1', source: 's', number: 'B' }, 60)).toThrow('can still be given back')
    one.do({ do: 'settle' }, 68)
    expect(one.has()).toMatchObject({ available: 30n })
  })

  it('refuses what makes no sense', () => {
    const one = member([{ ...policy, spendable: false }])
    one.do({ do: 'earn', amount: '5' })
    expect(() => one.do({ do: 'redeem', amount: '1' })).toThrow('never spent')
    expect(() => one.do({ do: 'earn', amount: '0' })).toThrow('above zero')
    expect(() => one.do({ do: 'earn', amount: '1', at: '2027-01-01T00:00:00Z' })).toThrow('booked in the future')
  })
})

it('knows the ends of months', () => {
  expect([addMonths('2026-01-31', 1), addMonths('2024-01-31', 1), addMonths('2026-12-31', 2), addMonths('2026-08-31', 12)]).toEqual(['2026-02-28', '2024-02-29', '2027-02-28', '2027-08-31'])
  expect(lifeOf('2026-01-31', { pendingDays: 3, ttl: { months: 12, until: 'month' } })).toEqual({ maturesOn: '2026-02-03', expiresOn: '2027-01-31' })
  expect(lifeOf('2026-01-31', { pendingDays: 0, ttl: { months: 12, until: 'year' } })).toEqual({ maturesOn: null, expiresOn: '2027-12-31' })
  expect(lifeOf('2026-03-01', { pendingDays: 0, ttl: { months: 12, until: 'day' } })).toEqual({ maturesOn: null, expiresOn: '2027-02-28' })
})

const numbers = fc.constantFrom('A', 'B', 'C')
const amount = fc.integer({ min: 1, max: 300 }).map(String)
const anyCommand = fc.oneof(
  fc.record({ do: fc.constant('earn' as const), amount, source: fc.constant('s'), number: numbers }),
  fc.record({ do: fc.constant('redeem' as const), amount, source: fc.constant('s'), number: numbers }),
  fc.record({ do: fc.constant('hold' as const), amount, minutes: fc.integer({ min: 1, max: 3_000 }) }),
  fc.record({ do: fc.constant('capture' as const), holdId: numbers, amount }), fc.record({ do: fc.constant('release' as const), holdId: numbers }),
  fc.record({ do: fc.constant('reverse' as const), amount, source: fc.constant('s'), number: numbers }),
  fc.record({ do: fc.constant('restore' as const), amount, source: fc.constant('s'), number: numbers }),
  fc.record({ do: fc.constant('adjust' as const), amount: fc.integer({ min: -200, max: 200 }).map(String), note: fc.constant('n') }),
  fc.record({ do: fc.constant('settle' as const) })
)
const anyPolicy = fc.record({
  name: fc.constant({ zh: '积分', en: 'Points' }), scale: fc.constant(0),
  spendable: fc.constant(true), pendingDays: fc.integer({ min: 0, max: 9 }), graceDays: fc.integer({ min: 0, max: 9 }), onRefund: fc.constantFrom('pending_only' as const, 'within_balance' as const, 'into_debt' as const),
  ttl: fc.option(fc.record({ months: fc.integer({ min: 1, max: 2 }), until: fc.constantFrom('day' as const, 'month' as const) }))
})

it('holds every invariant after any commands', () => {
  fc.assert(fc.property(fc.array(anyPolicy, { minLength: 1, maxLength: 3 }), fc.array(fc.tuple(anyCommand, fc.integer({ min: 0, max: 12 }), fc.nat()), { minLength: 1, maxLength: 60 }), (policies, steps) => {
    const at = moments(policies)
    let wallet: Wallet = emptyWallet('c', 'points')
    const journal: Entry[] = []
    let on = 0
    for (const [command, wait, choice] of steps) {
      on += wait
      const holds = [...wallet.holds.keys()]
      const told = 'holdId' in command && holds.length > 0 ? { ...command, holdId: holds[choice % holds.length] ?? '' } : command
      const { source = null, number = null } = 'number' in told ? told : {}
      let decision
      try {
        decision = decide(wallet, told, at(day(on), choice % policies.length), pastOf(journal, source, number))
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        continue
      }
      wallet = decision.wallet
      journal.push(...decision.entries)
      requireInvariants(wallet, journal, on)
    }
  }), { numRuns: 300 })
})

function requireInvariants(wallet: Wallet, journal: readonly Entry[], on: number): void {
  const accounts = new Map<string, bigint>()
  for (const { from, to, amount: moved } of journal) {
    expect(moved > 0n).toBe(true)
    accounts.set(from, (accounts.get(from) ?? 0n) - moved)
    accounts.set(to, (accounts.get(to) ?? 0n) + moved)
  }
  const of = (account: string): bigint => accounts.get(account) ?? 0n
  const { pending, available, held, debt } = balanceOf(wallet)
  expect([...accounts.values()].reduce((all, one) => all + one, 0n)).toBe(0n)
  expect([of('pending'), of('available'), of('held'), -of('debt')]).toEqual([pending, available, held, debt])
  expect(pending >= 0n && available >= 0n && held >= 0n && debt >= 0n).toBe(true)
  // Debt and points to spend never stand side by side.
  expect(debt === 0n || available === 0n).toBe(true)
  expect([...wallet.holds.values()].flatMap(({ parts }) => [...parts.values()]).reduce((all, one) => all + one, 0n)).toBe(held)
  const today = dayOf(day(on), zone)
  for (const lot of wallet.lots.values()) {
    expect(lot.pending + lot.available + lot.held <= lot.earned).toBe(true)
    expect(lot.available === 0n || lot.expiresOn === null || lot.expiresOn >= today).toBe(true)
    expect(lot.pending === 0n || (lot.maturesOn ?? today) > today || lot.maturesOn === addDays(today, 0)).toBe(true)
  }
  for (const number of ['A', 'B', 'C']) {
    const past = pastOf(journal, 's', number)
    expect(past.reversed <= past.earned && [...past.redeemed.values()].every((left) => left >= 0n)).toBe(true)
  }
  // The journal replayed gives the wallet.
  const opened: Wallet = { ...emptyWallet('c', 'points'), lots: new Map([...wallet.lots].map(([id, lot]) => [id, { ...lot, pending: 0n, available: 0n, held: 0n }])), holds: new Map([...wallet.holds].map(([id, hold]) => [id, { ...hold, parts: new Map() }])) }
  const again = journal.reduce(post, opened)
  expect([again.lots, again.debt, again.sequence]).toEqual([wallet.lots, wallet.debt, wallet.sequence])
}
