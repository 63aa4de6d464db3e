import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, dayIn, type Day } from '#foundation/zone.ts'
import { calendarOf, periodStart, termEnd } from './tiers.periods.ts'
import { evaluate, type Grant, type MemberFacts, type Spell, type VersionedPolicy } from './tiers.rules.ts'
import type { Condition, PolicyParameters, Tier, Window } from './tiers.schema.ts'
import type { Fact } from './tiers.tally.ts'

const zone = 'Europe/Berlin'
const calendar = calendarOf(zone, dayIn(zone))
const noon = (day: Day): number => calendar.startOf(day) + 12 * 3_600_000
const benefits = { ratePermille: 1000, birthdayGift: null, freeDeliveryFromMinor: null, warrantyMonths: 0, invitations: 0, service: 'standard' as const, more: [] }
const spend = (atLeast: number, window: Window): Condition => ({ measure: 'spend', atLeast: String(atLeast), window })
const one = (condition: Condition) => ({ anyOf: [{ allOf: [condition] }] })
const year: Window = { kind: 'rolling', months: 12 }
const tier = (id: string, upgrade: Tier['upgrade'], keep: Tier['keep']): Tier => ({ id, name: { zh: id, en: id }, upgrade, keep, benefits })
const standard: PolicyParameters = {
  growthCurrency: 'growth', expiry: { anchor: 'tier', months: 12, from: null, leastMonths: 0, graceDays: 0 }, downgrade: 'earned', onReturn: 'withdraw', protection: { afterUpgradeDays: 0, afterReturnDays: 0 },
  tiers: [tier('base', null, null), tier('silver', one(spend(100, year)), one(spend(80, year))), tier('gold', one(spend(300, year)), one(spend(200, year)))]
}
const policyOf = (change: Partial<PolicyParameters> = {}, version = 1, validFrom = 0): VersionedPolicy => ({ version, validFrom, parameters: { ...standard, ...change } })
const bought = (day: Day, amount: number): Fact => ({ at: noon(day), on: noon(day), spend: BigInt(amount), orders: 1n, growth: 0n })
const gaveBack = (sale: Fact, day: Day, amount: number, isAll = false): Fact => ({ at: noon(day), on: sale.on, spend: BigInt(-amount), orders: isAll ? -1n : 0n, growth: 0n })
const member = (facts: readonly Fact[], grants: readonly Grant[] = [], joined: Day = '2024-01-01'): MemberFacts => ({ joined: calendar.startOf(joined), facts, grants })
const told = (facts: readonly Fact[], today: Day, policies: readonly VersionedPolicy[] = [policyOf()], grants: readonly Grant[] = []) =>
  evaluate(member(facts, grants), policies, noon(today), calendar).spells.map(({ tier: id, begins, until, reason }) => `${calendar.dayOf(begins)} ${id} ${reason} ${until ?? '-'}`)

describe('days', () => {
  it('counts months from the anchor, over leap days and month ends', () => {
    expect(['2025-02-28', '2028-02-29', '2024-03-31'].map((day) => [addMonths('2024-02-29', 12), addMonths('2024-01-31', 1), addMonths(day, -1)])).toEqual([
      ['2025-02-28', '2024-02-29', '2025-01-28'], ['2025-02-28', '2024-02-29', '2028-01-29'], ['2025-02-28', '2024-02-29', '2024-02-29']])
    expect([periodStart('2024-02-29', 12, '2027-02-27'), periodStart('2024-02-29', 12, '2027-02-28'), periodStart('2024-02-29', 12, '2028-02-29'), periodStart('2024-02-29', 12, '2023-06-01')]).toEqual(['2026-02-28', '2027-02-28', '2028-02-29', '2023-02-28'])
    const on = { since: '2024-02-29', joined: '2023-08-31' }
    const ends = (expiry: Partial<PolicyParameters['expiry']>, from: Day) => termEnd({ ...standard.expiry, ...expiry }, from, on)
    expect([ends({}, '2024-02-29'), ends({}, '2025-02-28'), ends({}, '2027-02-28')]).toEqual(['2025-02-27', '2026-02-27', '2028-02-28'])
    expect([ends({ anchor: 'join', months: 6 }, '2024-02-29'), ends({ anchor: 'join', months: 6, leastMonths: 6 }, '2024-03-01')]).toEqual(['2024-08-30', '2025-02-27'])
    expect([ends({ anchor: 'calendar' }, '2024-02-29'), ends({ anchor: 'calendar', leastMonths: 12 }, '2024-02-29'), ends({ anchor: 'calendar', leastMonths: 12 }, '2025-01-01')]).toEqual(['2024-12-31', '2025-12-31', '2025-12-31'])
    expect([ends({ anchor: 'cycle', months: 3, from: '2020-04-15' }, '2024-02-29'), ends({ anchor: 'cycle', months: 3, from: '2020-04-15' }, '2024-04-15')]).toEqual(['2024-04-14', '2024-07-14'])
  })

  it('the day before an anchor is never after the term that it ends, whatever the anchor', () => {
    const day = fc.integer({ min: 0, max: 9000 }).map((n) => addDays('2010-01-01', n))
    fc.assert(fc.property(day, day, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 14 }), (since, from, months, leastMonths) => {
      const until = termEnd({ anchor: 'tier', months, from: null, leastMonths, graceDays: 0 }, from, { since, joined: since })
      expect(until >= from && addDays(until, 1) >= addMonths(from, leastMonths)).toBe(true)
      expect(periodStart(since, months, addDays(until, 1))).toBe(addDays(until, 1))
    }), { numRuns: 500 })
  })
})

describe('terms', () => {
  it('rises the instant after the order that earned it, and by more than one step', () => {
    expect(told([bought('2024-03-01', 99), bought('2024-03-02', 1), bought('2024-05-01', 250)], '2024-06-01')).toEqual(['2024-01-01 base joined -', '2024-03-02 silver upgraded 2025-03-01', '2024-05-01 gold upgraded 2025-04-30'])
    expect(evaluate(member([bought('2024-03-01', 300)]), [policyOf()], noon('2024-03-01'), calendar).spells[1]?.begins).toBe(noon('2024-03-01') + 1)
  })

  it('ends a term to what the balance earns, or one step down, and keeps by the rule of keeping', () => {
    const before = [bought('2024-01-05', 200), bought('2024-03-01', 100)]
    const end = (more: readonly Fact[], change: Partial<PolicyParameters> = {}) => told([...before, ...more], '2025-06-01', [policyOf(change)]).at(-1)
    expect(end([bought('2025-02-01', 50)])).toBe('2025-03-01 silver expired 2026-02-28')
    expect(end([gaveBack(before[1] ?? bought('2024-03-01', 0), '2025-02-20', 10)], { onReturn: 'term_end' })).toBe('2025-03-01 base expired -')
    expect(end([gaveBack(before[1] ?? bought('2024-03-01', 0), '2025-02-20', 10)], { onReturn: 'term_end', downgrade: 'step' })).toBe('2025-03-01 silver expired 2026-02-28')
    expect(end([bought('2025-02-28', 100)])).toBe('2025-03-01 gold kept 2026-02-28')
  })

  it('what earned the tier does not keep it where the window counts from the tier', () => {
    const own = { tiers: [tier('base', null, null), tier('silver', one(spend(100, year)), one(spend(80, { kind: 'tier', months: 12 })))] }
    expect(told([bought('2024-03-01', 500)], '2025-04-01', [policyOf(own)]).at(-1)).toBe('2025-03-01 base expired -')
    expect(told([bought('2024-03-01', 500), bought('2024-03-02', 80)], '2025-04-01', [policyOf(own)]).at(-1)).toBe('2025-03-01 silver kept 2026-02-28')
  })

  it('leaves days of grace in which what is missing may still be bought', () => {
    const graced = [policyOf({ expiry: { ...standard.expiry, graceDays: 20 }, tiers: [tier('base', null, null), tier('silver', one(spend(100, year)), one(spend(80, { kind: 'tier', months: 12 })))] })]
    expect(told([bought('2024-03-01', 100)], '2025-03-21', graced).at(-1)).toBe('2025-03-21 base expired -')
    expect(told([bought('2024-03-01', 100)], '2025-03-20', graced)).toHaveLength(2)
    expect(told([bought('2024-03-01', 100), bought('2025-03-20', 80)], '2025-03-22', graced).at(-1)).toBe('2025-03-01 silver kept 2026-02-28')
  })

  it('ends with the local day, also where the clocks are changed that night', () => {
    const own = policyOf({ tiers: [tier('base', null, null), tier('silver', one(spend(100, year)), one(spend(80, { kind: 'tier', months: 12 })))] })
    const begins = (day: Day) => evaluate(member([bought(day, 100)], [], '2024-03-01'), [own], noon('2025-11-01'), calendar).spells.map((spell) => new Date(spell.begins).toISOString())
    expect([begins('2024-03-30')[2], begins('2024-03-31')[1], begins('2024-03-31')[2]]).toEqual(['2025-03-29T23:00:00.000Z', '2024-03-31T11:00:00.001Z', '2025-03-30T22:00:00.000Z'])
    expect([begins('2024-10-26')[2], begins('2024-10-27')[2]]).toEqual(['2025-10-25T22:00:00.000Z', '2025-10-26T23:00:00.000Z'])
  })
})

describe('returns', () => {
  const sale = bought('2024-03-01', 300)
  it('take back at once, after protection, or with the term, as the policy says', () => {
    const facts = [sale, gaveBack(sale, '2024-04-01', 250)]
    expect(told(facts, '2024-05-01').at(-1)).toBe('2024-04-01 base returned -')
    expect(told(facts, '2024-05-01', [policyOf({ protection: { afterUpgradeDays: 0, afterReturnDays: 7 } })]).at(-1)).toBe('2024-04-08 base returned -')
    expect(told(facts, '2024-05-01', [policyOf({ protection: { afterUpgradeDays: 45, afterReturnDays: 7 } })]).at(-1)).toBe('2024-04-15 base returned -')
    expect(told(facts, '2024-05-01', [policyOf({ onReturn: 'term_end' })]).at(-1)).toBe('2024-03-01 gold upgraded 2025-02-28')
  })
  it('leave a tier that what was kept still earns, and fall to the one it does earn', () => {
    expect(told([sale, gaveBack(sale, '2024-04-01', 150)], '2024-05-01').at(-1)).toBe('2024-04-01 silver returned 2025-02-28')
    const more = bought('2024-03-15', 200)
    expect(told([sale, more, gaveBack(more, '2024-04-01', 200, true)], '2024-05-01')).toHaveLength(2)
  })
  it('are made good by buying again while protected', () => {
    const kept = [policyOf({ protection: { afterUpgradeDays: 0, afterReturnDays: 30 } })]
    expect(told([sale, gaveBack(sale, '2024-04-01', 250), bought('2024-04-20', 250)], '2024-06-01', kept).at(-1)).toBe('2024-03-01 gold upgraded 2025-02-28')
  })
})

describe('ladders and hands', () => {
  it('a new ladder lifts at once, lets nobody fall before the term ends, and replaces a tier that is gone', () => {
    const facts = [bought('2024-03-01', 150)]
    const from = (change: Partial<PolicyParameters>) => [policyOf(), policyOf(change, 2, calendar.startOf('2024-06-01'))]
    const steps = (silver: number, gold: number) => ({ tiers: [tier('base', null, null), tier('silver', one(spend(silver, year)), one(spend(silver, year))), tier('gold', one(spend(gold, year)), one(spend(gold, year)))] })
    expect(told(facts, '2024-07-01', from(steps(100, 150))).at(-1)).toBe('2024-06-01 gold policy 2025-05-31')
    expect(told(facts, '2024-07-01', from(steps(1000, 3000)))).toEqual(told(facts, '2024-07-01'))
    expect(told(facts, '2025-03-02', from(steps(1000, 3000))).at(-1)).toBe('2025-03-01 base expired -')
    expect(told(facts, '2024-07-01', from({ tiers: [tier('base', null, null), tier('jade', one(spend(120, year)), null)] })).at(-1)).toBe('2024-06-01 jade policy -')
  })
  it('a tier given by hand holds for its time, and leaves what is earned as it is', () => {
    const grant: Grant = { grantId: 'g', tier: 'gold', begins: noon('2024-04-01'), until: '2024-04-30', withdrawn: null }
    expect(told([bought('2024-03-01', 150)], '2024-06-01', [policyOf()], [grant])).toEqual(['2024-01-01 base joined -', '2024-03-01 silver upgraded 2025-02-28', '2024-04-01 gold granted 2024-04-30', '2024-05-01 silver grant_ended 2025-02-28'])
    expect(told([], '2024-06-01', [policyOf()], [{ ...grant, until: null }]).at(-1)).toBe('2024-04-01 gold granted -')
    expect(told([], '2024-06-01', [policyOf()], [{ ...grant, withdrawn: noon('2024-04-10') }]).at(-1)).toBe('2024-04-10 base grant_ended -')
  })
})

// ── properties ──────────────────────────────────────────────────────────────────────────────────────────────────────

const dayArb = fc.integer({ min: 0, max: 1300 }).map((n) => addDays('2024-01-01', n))
const windowArb: fc.Arbitrary<Window> = fc.oneof(
  fc.integer({ min: 1, max: 14 }).map((months) => ({ kind: 'rolling' as const, months })), fc.constant({ kind: 'calendar' as const }), fc.constant({ kind: 'ever' as const }), fc.constant({ kind: 'term' as const }),
  fc.integer({ min: 1, max: 14 }).map((months) => ({ kind: 'tier' as const, months })), fc.integer({ min: 1, max: 14 }).map((months) => ({ kind: 'join' as const, months })),
  fc.integer({ min: 1, max: 14 }).map((months) => ({ kind: 'cycle' as const, months, from: '2023-05-31' })))
const conditionArb: fc.Arbitrary<Condition> = fc.record({ measure: fc.constantFrom('spend' as const, 'orders' as const), atLeast: fc.integer({ min: 1, max: 400 }).map(String), window: windowArb })
const ruleArb = fc.array(fc.array(conditionArb, { minLength: 1, maxLength: 2 }).map((allOf) => ({ allOf })), { minLength: 1, maxLength: 2 }).map((anyOf) => ({ anyOf }))
const policyArb: fc.Arbitrary<PolicyParameters> = fc.record({
  growthCurrency: fc.constant('growth'),
  expiry: fc.record({ anchor: fc.constantFrom('tier' as const, 'join' as const, 'calendar' as const, 'cycle' as const), months: fc.integer({ min: 1, max: 14 }), from: fc.constant('2023-01-31'), leastMonths: fc.integer({ min: 0, max: 7 }), graceDays: fc.constantFrom(0, 0, 10) }),
  downgrade: fc.constantFrom('step' as const, 'earned' as const), onReturn: fc.constantFrom('withdraw' as const, 'term_end' as const),
  protection: fc.record({ afterUpgradeDays: fc.constantFrom(0, 5, 40), afterReturnDays: fc.constantFrom(0, 7) }),
  tiers: fc.tuple(ruleArb, fc.option(ruleArb), ruleArb, fc.option(ruleArb)).map(([a, b, c, d]) => [tier('base', null, null), tier('silver', a, b), tier('gold', c, d)])
})
const salesArb = fc.array(fc.record({ day: dayArb, minutes: fc.integer({ min: 0, max: 5 }), amount: fc.integer({ min: 1, max: 200 }), back: fc.option(fc.record({ after: fc.integer({ min: 0, max: 90 }), share: fc.integer({ min: 1, max: 4 }) }), { freq: 3 }) }), { maxLength: 14 })
const factsOf = (sales: readonly { day: Day, minutes: number, amount: number, back: { after: number, share: number } | null }[]): Fact[] => sales.flatMap(({ day, minutes, amount, back }) => {
  const at = noon(day) + minutes * 60_000
  const sold: Fact = { at, on: at, spend: BigInt(amount), orders: 1n, growth: 0n }
  return back === null ? [sold] : [sold, { at: noon(addDays(day, back.after)) + 600_000, on: at, spend: -BigInt(back.share === 4 ? amount : Math.floor(amount * back.share / 4)), orders: back.share === 4 ? -1n : 0n, growth: 0n }]
})

describe('whatever is bought, returned and ruled', () => {
  it('the sequence in which it is told does not matter, and no spell is without its neighbour', () => {
    fc.assert(fc.property(salesArb, policyArb, policyArb, dayArb, fc.infiniteStream(fc.nat()), (sales, first, second, from, order) => {
      const policies = [policyOf(first), policyOf(second, 2, calendar.startOf(from))]
      const facts = factsOf(sales)
      const mixed = facts.map((fact) => [order.next().value, fact] as const).toSorted(([a], [b]) => a - b).map(([, fact]) => fact)
      const now = noon('2027-09-01')
      const { spells } = evaluate(member(facts), policies, now, calendar)
      expect(evaluate(member(mixed), policies.toReversed(), now, calendar).spells).toEqual(spells)
      expect(spells[0]).toMatchObject({ begins: calendar.startOf('2024-01-01') })
      for (const [place, spell] of spells.entries()) {
        expect(spell.ends).toBe(spells[place + 1]?.begins ?? null)
        expect(spell.ends === null || spell.ends > spell.begins).toBe(true)
      }
    }), { numRuns: 400 })
  })

  it('what was true on a day stays true: an evaluation as of a day is the beginning of every later one', () => {
    fc.assert(fc.property(salesArb, policyArb, dayArb, (sales, policy, day) => {
      const facts = factsOf(sales)
      const now = noon(day) + 700_000
      const then = evaluate(member(facts.filter(({ at }) => at <= now)), [policyOf(policy)], now, calendar)
      const later = evaluate(member(facts), [policyOf(policy)], noon('2027-12-01'), calendar)
      const known = later.spells.filter(({ begins }) => begins <= now)
      const openEnded = (spells: readonly Spell[]) => spells.map((spell) => ({ ...spell, ends: null }))
      expect(openEnded(then.spells.filter(({ begins }) => begins <= now))).toEqual(openEnded(known))
      // Nothing happens before the day that it says: a sweep that waits for it misses nothing.
      const next = later.spells.find(({ begins }) => begins > now + 1)
      const isByTime = next !== undefined && !facts.some(({ at }) => at > now && at <= next.begins)
      if (isByTime) expect(then.dueAt).toBeLessThanOrEqual(next.begins)
    }), { numRuns: 400 })
  })

  it('who gives everything back stands, once protection is over, where they would without having bought', () => {
    fc.assert(fc.property(fc.array(fc.record({ day: dayArb, amount: fc.integer({ min: 1, max: 400 }) }), { minLength: 1, maxLength: 6 }), policyArb, (sales, policy) => {
      const facts = sales.flatMap(({ day, amount }) => { const sold = bought(day, amount); return [sold, gaveBack(sold, addDays(day, 20), amount, true)] })
      const on = evaluate(member(facts), [policyOf({ ...policy, onReturn: 'withdraw' })], noon('2029-01-01'), calendar)
      expect(on.spells.at(-1)?.rank).toBe(0)
    }), { numRuns: 300 })
  })

  /** The same rules told again in the plainest way: day by day, sums counted anew each time, without returns, grace and hands. */
  it('is what a plain walk over every day says', () => {
    fc.assert(fc.property(fc.array(fc.record({ day: fc.integer({ min: 0, max: 700 }).map((n) => addDays('2024-01-01', n)), amount: fc.integer({ min: 1, max: 200 }) }), { maxLength: 8 }), policyArb, (sales, drawn) => {
      const policy = { ...drawn, expiry: { ...drawn.expiry, graceDays: 0 } }
      const facts = sales.map(({ day, amount }) => bought(day, amount))
      const steps: string[] = []
      let [rank, since, until, sinceAt, termAt] = [0, '2024-01-01', '', calendar.startOf('2024-01-01'), calendar.startOf('2024-01-01')]
      const isReached = (rule: Tier['upgrade'], asOf: Day, before: number): boolean => rule !== null && rule.anyOf.some(({ allOf }) => allOf.every(({ measure, atLeast, window }) => {
        const counts = facts.filter(({ at }) => {
          const day = calendar.dayOf(at)
          if (at > before) return false
          switch (window.kind) {
            case 'ever': return true
            case 'term': return at >= termAt
            case 'rolling': return day > addMonths(asOf, -window.months)
            case 'calendar': return day.slice(0, 4) === asOf.slice(0, 4)
            case 'join': return day >= periodStart('2024-01-01', window.months, asOf)
            case 'cycle': return day >= periodStart(window.from, window.months, asOf)
            case 'tier': { const start = periodStart(since, window.months, asOf); return start > since ? day >= start : at >= sinceAt }
          }
        })
        return counts.reduce((sum, fact) => sum + fact[measure], 0n) >= BigInt(atLeast)
      }))
      const enter = (day: Day, instant: number): void => { termAt = instant; until = rank > 0 && policy.tiers[rank]?.keep !== null ? termEnd(policy.expiry, day, { since, joined: '2024-01-01' }) : ''; steps.push(`${policy.tiers[rank]?.id} ${instant} ${until}`) }
      for (let day = '2024-01-01'; day < '2027-01-01'; day = addDays(day, 1)) {
        if (until !== '' && day > until) {
          if (isReached(policy.tiers[rank]?.keep ?? null, until, calendar.startOf(day) - 1)) enter(day, calendar.startOf(day))
          else {
            const yesterday = until
            rank = policy.downgrade === 'step' ? rank - 1 : Math.max(0, ...[1, 2].filter((one) => one < rank && isReached(policy.tiers[one]?.upgrade ?? null, yesterday, calendar.startOf(day) - 1)));
            [since, sinceAt] = [day, calendar.startOf(day)]
            enter(day, sinceAt)
          }
        }
        if (!facts.some(({ at }) => at === noon(day))) continue
        const better = [2, 1].find((one) => one > rank && isReached(policy.tiers[one]?.upgrade ?? null, day, noon(day)))
        if (better === undefined) continue;
        [rank, since, sinceAt] = [better, day, noon(day) + 1]
        enter(day, sinceAt)
      }
      expect(evaluate(member(facts), [policyOf(policy)], calendar.startOf('2027-01-01') - 1, calendar).spells.slice(1).map(({ tier: id, begins, until: end }) => `${id} ${begins} ${end ?? ''}`)).toEqual(steps)
    }), { numRuns: 300 })
  })
})
