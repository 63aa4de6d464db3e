import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '#foundation/random.ts'
import { sharedData } from '#test/sharedData.ts'
import { telco, type Subscriber } from '#test/telco.ts'
import { concordance, fitCox } from './cox.ts'
import { logRank, survivalCurve, type Lasting } from './survival.ts'

const folder = sharedData()
interface Lived extends Lasting { readonly of: Subscriber }
const lived = (): Lived[] => telco(folder).map((of) => ({ of, time: Number(of['tenure']), ended: of['Churn'] === 'Yes' }))
const close = (values: readonly number[], digits: number) => values.map((one) => expect.closeTo(one, digits))

/** Source: R survival on the Telco data (references/survival_telco.json): survfit, survdiff, coxph. */
describe.skipIf(folder === undefined)('Telco subscribers, as R’s survival has them', () => {
  it('Kaplan–Meier with Greenwood', () => {
    const curve = survivalCurve(lived())
    const at = [1, 6, 12, 24, 36, 48, 60, 72].map((time) => curve.find((point) => point.time === time))
    expect(at.map((point) => point?.atRisk)).toEqual([7032, 5672, 4974, 3927, 3051, 2303, 1483, 362])
    expect(at.map((point) => point?.survival)).toEqual(close([0.9459613197, 0.8848262389, 0.8431995538, 0.7887363984, 0.7485454149, 0.7088401843, 0.6644039144, 0.5927901521], 9))
    expect(at.map((point) => point?.standardError)).toEqual(close([0.002696184611, 0.00387620854, 0.004492160255, 0.005208963691, 0.005744058432, 0.006320712023, 0.007125314615, 0.009918766871], 9))
  })

  it('log-rank over contracts', () => {
    const people = lived()
    const { chiSquare, degrees, observed, expected } = logRank(['Month-to-month', 'One year', 'Two year'].map((contract) => people.filter(({ of }) => of['Contract'] === contract)))
    expect([chiSquare, degrees]).toEqual([expect.closeTo(2352.872538, 5), 2])
    expect(observed).toEqual([1655, 166, 48])
    expect(expected).toEqual(close([708.4455955, 470.7278261, 689.8265784], 6))
  })

  const rowsOf = (people: readonly Lived[]) => people.map(({ of }) => [
    Number(of['SeniorCitizen']), Number(of['MonthlyCharges']), Number(of['Contract'] === 'One year'), Number(of['Contract'] === 'Two year'),
    Number(of['InternetService'] === 'Fiber optic'), Number(of['InternetService'] === 'No'), Number(of['PaymentMethod'] === 'Electronic check')
  ])

  it('Cox, ties by Efron and by Breslow', () => {
    const people = lived()
    const efron = fitCox(people, rowsOf(people))
    expect(efron.converged).toBe(true)
    expect(efron.coefficients).toEqual(close([-0.1064132696, -0.03273948044, -1.808341505, -3.594379377, 1.491123888, -1.219185391, 0.5147981788], 6))
    expect(efron.standardErrors).toEqual(close([0.05466916134, 0.002114570786, 0.08680585448, 0.1622912248, 0.1008796052, 0.1229222178, 0.04905889163], 6))
    expect([efron.nullLogLikelihood, efron.logLikelihood]).toEqual(close([-15653.03964, -14144.02653], 4))
    expect(efron.concordance).toBeCloseTo(0.8338047239, 6)
    const breslow = fitCox(people, rowsOf(people), 'breslow')
    expect(breslow.coefficients).toEqual(close([-0.1051456069, -0.03174935361, -1.801567713, -3.586788404, 1.449680084, -1.188270791, 0.5026283065], 6))
    expect(breslow.logLikelihood).toBeCloseTo(-14186.54963, 4)
  })
})

describe('properties', () => {
  const subjects = fc.array(fc.record({ time: fc.integer({ min: 0, max: 40 }), ended: fc.boolean() }), { minLength: 1, maxLength: 60 })

  it('a curve never rises, lies within its interval, and is the empirical share where nobody is censored', () => {
    fc.assert(fc.property(subjects, (all) => {
      const curve = survivalCurve(all)
      for (const [i, { survival, low, high }] of curve.entries()) {
        expect(survival).toBeLessThanOrEqual((curve[i - 1]?.survival ?? 1) + 1e-12)
        if (survival > 0) { expect(low).toBeLessThanOrEqual(survival); expect(high).toBeGreaterThanOrEqual(survival - 1e-12) }
      }
      const ended = all.map((one) => ({ ...one, ended: true }))
      for (const { time, survival } of survivalCurve(ended)) expect(survival).toBeCloseTo(ended.filter((one) => one.time > time).length / ended.length, 10)
    }))
  })

  it('groups that are the same do not differ', () => {
    fc.assert(fc.property(subjects.filter((all) => new Set(all.filter(({ ended }) => ended).map(({ time }) => time)).size > 1), (all) => {
      const { chiSquare, observed, expected } = logRank([all, all])
      expect(Math.abs(chiSquare)).toBeLessThan(1e-9)
      expect(observed[0]).toBeCloseTo(expected[0] ?? 0, 9)
    }))
  })

  it('concordance is 1 for the perfect score, 0 for its opposite, and what counting all pairs gives', () => {
    const random = seededRandom(11)
    const all = Array.from({ length: 300 }, () => ({ time: random.int(60), ended: random.next() < 0.6 }))
    const scores = all.map(() => random.int(25))
    let [agree, pairs] = [0, 0]
    for (const [i, a] of all.entries()) for (const [j, b] of all.entries()) {
      if (!a.ended || i === j || !(a.time < b.time || (a.time === b.time && !b.ended))) continue
      pairs += 1
      agree += (scores[i] ?? 0) > (scores[j] ?? 0) ? 1 : scores[i] === scores[j] ? 0.5 : 0
    }
    expect(concordance(all, scores)).toBeCloseTo(agree / pairs, 12)
    const distinct = Array.from({ length: 50 }, (_, time) => ({ time, ended: true }))
    expect([concordance(distinct, distinct.map(({ time }) => -time)), concordance(distinct, distinct.map(({ time }) => time))]).toEqual([1, 0])
  })

  it('Cox gives back the hazard ratio that made the data', () => {
    const random = seededRandom(12)
    const rows = Array.from({ length: 6_000 }, () => [random.normal(), Number(random.next() < 0.4)])
    const people = rows.map(([x = 0, z = 0]) => {
      const end = random.exponential() / Math.exp(0.7 * x - 0.5 * z)
      return { time: Math.min(end, 2), ended: end < 2 }
    })
    const { coefficients, standardErrors, converged } = fitCox(people, rows)
    expect(converged).toBe(true)
    for (const [i, truth] of [0.7, -0.5].entries()) expect(Math.abs((coefficients[i] ?? 0) - truth)).toBeLessThan(4 * (standardErrors[i] ?? 0))
  })

  it('refuses what cannot be compared or explained', () => {
    expect(() => logRank([[{ time: 1, ended: true }]])).toThrow(RangeError)
    expect(() => fitCox([{ time: 1, ended: false }], [[1]])).toThrow('nobody ended')
    expect(() => fitCox([{ time: 1, ended: true }], [])).toThrow(RangeError)
  })
})
