import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '#foundation/random.ts'
import { amountCurve, expectedUse, type Flows, type Holding } from './amountCurve.ts'
import { survivalCurve } from './survival.ts'

type How = 'used' | 'lapsed' | 'open'
interface Lot { readonly owner: number, readonly amount: number, readonly from: number, readonly to: number, readonly how: How }

function flowsOf(lots: readonly Lot[], times = Math.max(...lots.map(({ to }) => to)) + 1, clusters = Math.max(...lots.map(({ owner }) => owner)) + 1): Flows {
  const blank = (): Float64Array => new Float64Array(clusters * times)
  const flows: Flows = { clusters, times, enters: blank(), ends: blank(), lapses: blank(), leaves: blank() }
  for (const { owner, amount, from, to, how } of lots) {
    const out = how === 'used' ? flows.ends : how === 'lapsed' ? flows.lapses : flows.leaves
    flows.enters[owner * times + from] = (flows.enters[owner * times + from] ?? 0) + amount
    out[owner * times + to] = (out[owner * times + to] ?? 0) + amount
  }
  return flows
}

const few: readonly Lot[] = ([
  [0, 120, 0, 30, 'used'], [0, 80, 0, 45, 'used'], [1, 300, 0, 90, 'lapsed'], [1, 50, 0, 12, 'used'], [2, 200, 0, 60, 'used'], [2, 200, 0, 90, 'lapsed'], [3, 40, 0, 33, 'open'], [3, 60, 0, 70, 'used'],
  [4, 500, 0, 75, 'open'], [5, 90, 0, 30, 'used'], [5, 10, 0, 90, 'lapsed'], [6, 150, 20, 60, 'used'], [6, 150, 20, 80, 'open'], [7, 70, 40, 90, 'lapsed'], [7, 30, 0, 5, 'used']
] as const).map(([owner, amount, from, to, how]) => ({ owner, amount, from, to, how }))
const close = (values: readonly number[], digits = 12) => values.map((one) => expect.closeTo(one, digits))

describe('against others', () => {
  /** statsmodels 0.15.0, SurvfuncRight(time, status, entry=entry - .5, freq_weights=amount) and CumIncidenceRight(freq_weights=amount). */
  it('is the weighted product-limit curve with late entries, as statsmodels has it', () => {
    const { survival, atRisk } = amountCurve(flowsOf(few), 1)
    const at = [5, 12, 30, 45, 60, 70]
    expect(at.map((time) => survival[time])).toEqual(close([0.9821428571428571, 0.9523809523809523, 0.8471177944862155, 0.8077169668356939, 0.6353383458646616, 0.6057877251267705]))
    expect(at.map((time) => atRisk[time])).toEqual([1680, 1650, 1900, 1720, 1640, 1290])
  })

  it('has the cumulative incidences of statsmodels', () => {
    const { used, lapsed } = amountCurve(flowsOf(few.filter(({ from }) => from === 0)), 1)
    expect([5, 12, 30, 45, 60, 70, 90].map((time) => used[time])).toEqual(close([0.01785714285714286, 0.047619047619047616, 0.17261904761904762, 0.22164902998236333, 0.34422398589065256, 0.38099647266313935, 0.38099647266313935]))
    expect([75, 90].map((time) => lapsed[time])).toEqual(close([0, 0.6190035273368607]))
  })

  it('is Kaplan–Meier with Greenwood where every cluster is one unit', () => {
    const subjects = fc.array(fc.record({ to: fc.integer({ min: 0, max: 25 }), isUsed: fc.boolean() }), { minLength: 2, maxLength: 60 })
    fc.assert(fc.property(subjects, (all) => {
      const curve = amountCurve(flowsOf(all.map(({ to, isUsed }, owner) => ({ owner, amount: 1, from: 0, to, how: isUsed ? 'used' : 'open' }))), 1)
      for (const point of survivalCurve(all.map(({ to, isUsed }) => ({ time: to, ended: isUsed })))) {
        expect(curve.survival[point.time]).toBeCloseTo(point.survival, 10)
        if (point.survival > 0) expect((curve.survival[point.time] ?? 0) * (curve.standardError[point.time] ?? 0)).toBeCloseTo(point.standardError, 10)
      }
    }))
  })
})

describe('errors', () => {
  const holdings: readonly Holding[] = [{ time: 10, end: 60, amount: 300 }, { time: 33, end: 70, amount: 90 }, { time: 50, end: 61, amount: 40 }]

  it('are what the estimate loses when an owner counts a little more: the infinitesimal jackknife, by differences', () => {
    const flows = flowsOf(few)
    const step = 1e-6
    const weighed = (owner: number): Flows => flowsOf(few.map((lot) => ({ ...lot, amount: lot.amount * (lot.owner === owner ? 1 + step : 1) })))
    const estimate = (of: Flows): number => expectedUse(of, amountCurve(of, 1), holdings).used
    const log = (of: Flows): number => Math.log(amountCurve(of, 1).survival[70] ?? 0)
    const square = (value: (of: Flows) => number): number => Math.sqrt([0, 1, 2, 3, 4, 5, 6, 7].reduce((sum, owner) => sum + ((value(weighed(owner)) - value(flows)) / step) ** 2, 0))
    expect(amountCurve(flows, 1).standardError[70]).toBeCloseTo(square(log), 5)
    expect(expectedUse(flows, amountCurve(flows, 1), holdings).standardError).toBeCloseTo(square(estimate), 3)
  })

  it('grow when the same amounts belong to fewer owners', () => {
    const random = seededRandom(5)
    const lots = Array.from({ length: 400 }, (_, i): Lot => ({ owner: i, amount: 1 + random.int(50), from: 0, to: (i % 40 < 20 ? 5 : 60) + random.int(20), how: i % 40 < 20 ? 'used' : 'open' }))
    const few = lots.map((lot) => ({ ...lot, owner: Math.floor(lot.owner / 20) }))
    expect((amountCurve(flowsOf(few), 1).standardError[70] ?? 0) / (amountCurve(flowsOf(lots), 1).standardError[70] ?? 1)).toBeGreaterThan(2.5)
  })

  it('cover what members with a known habit will use, in 19 worlds of 20', { timeout: 240_000 }, () => {
    const worlds = 240
    let [covered, bias] = [0, 0]
    for (let seed = 1; seed <= worlds; seed += 1) {
      const { flows, holdings: held, truth } = world(seed)
      const { used, low, high } = expectedUse(flows, amountCurve(flows, 30), held)
      covered += Number(low <= truth && truth <= high)
      bias += (used - truth) / truth / worlds
    }
    expect(covered / worlds).toBeGreaterThan(0.9)
    expect(Math.abs(bias)).toBeLessThan(0.02)
  })
})

/**
 * Members with lots of 180 days, begun evenly over 400 days and seen until day 400. A day on which a member spends, all lots lose the same share: points of one
 * member are used together, and a point's daily hazard is 1 % on the average.
 */
function world(seed: number) {
  const random = seededRandom(seed)
  const [members, life, days, hazard] = [250, 180, 400, 0.01]
  const lots: Lot[] = []
  const held = new Map<number, number>()
  for (let owner = 0; owner < members; owner += 1) {
    const spends = Array.from({ length: days + 1 }, () => random.next() < hazard / 0.5)
    for (let lot = 0; lot < 1 + random.int(6); lot += 1) {
      const begun = random.int(days)
      let amount = 100 + random.int(900)
      for (let day = begun; day <= Math.min(days, begun + life); day += 1) {
        if (spends[day] === true) {
          lots.push({ owner, amount: amount / 2, from: 0, to: day - begun, how: 'used' })
          amount /= 2
        }
      }
      const isOver = begun + life <= days
      lots.push({ owner, amount, from: 0, to: isOver ? life : days - begun, how: isOver ? 'lapsed' : 'open' })
      if (!isOver) held.set(days - begun, (held.get(days - begun) ?? 0) + amount)
    }
  }
  const holdings = [...held].map(([time, amount]): Holding => ({ time, end: life, amount }))
  return { flows: flowsOf(lots, life + 1, members), holdings, truth: holdings.reduce((sum, { time, amount }) => sum + amount * (1 - (1 - hazard) ** (life - time)), 0) }
}

describe('expected use', () => {
  it('says what lives on beyond the curve, and expects nothing there', () => {
    const flows = flowsOf(few)
    const curve = amountCurve(flows, 3)
    const forever = expectedUse(flows, curve, [{ time: 0, end: null, amount: 1000 }])
    expect(forever.used + forever.beyond).toBeCloseTo(1000, 9)
    expect(forever.used).toBeCloseTo(1000 * (1 - (curve.survival[curve.until] ?? 0)), 9)
    expect(expectedUse(flows, curve, [{ time: 60, end: 60, amount: 5 }])).toMatchObject({ used: 0, beyond: 0, low: 0, high: 0 })
  })

  it('stops where too few owners are left', () => {
    expect(amountCurve(flowsOf(few), 5).until).toBe(80)
    expect(amountCurve(flowsOf(few), 9)).toMatchObject({ since: -1, until: -1 })
  })

  it('begins where enough owners came under observation', () => {
    const flows = flowsOf([...few, ...[8, 9, 10].map((owner): Lot => ({ owner, amount: 10, from: 25, to: 90, how: 'open' }))])
    const curve = amountCurve(flows, 9)
    expect(curve).toMatchObject({ since: 25, until: 75 })
    expect(expectedUse(flows, curve, [{ time: 0, end: 40, amount: 7 }])).toMatchObject({ used: 0, beyond: 7 })
    expect(expectedUse(flows, curve, [{ time: 24, end: 45, amount: 7 }]).used).toBeGreaterThan(0)
  })

  it('refuses arrays of the wrong length', () => {
    expect(() => amountCurve({ ...flowsOf(few), ends: new Float64Array(3) }, 1)).toThrow(RangeError)
  })
})
