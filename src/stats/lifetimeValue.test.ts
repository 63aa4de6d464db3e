import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '#foundation/random.ts'
import { discountedPurchasesBgbb, drawBgbb, expectedPurchasesBgbb, fitBgbb, logLikelihoodBgbb, type Opportunities } from './bgbb.ts'
import { drawBg, fitBg, logLikelihoodBg } from './bgnbd.ts'
import { fitGammaGamma, logLikelihoodGammaGamma } from './gammagamma.ts'
import { groupHistories } from './histories.ts'
import { discountedPurchases, discountedResidualPareto, logTricomi } from './lifetimeValue.ts'
import { drawPareto, expectedPurchasesPareto, fitPareto, logLikelihoodPareto } from './paretonbd.ts'
import { drawSbg, fitSbg, lifetimeSbg, residualLifetimeSbg, retentionSbg, surfaceOf as sbgSurface, survivalSbg } from './sbg.ts'

describe('value from now on', () => {
  const pareto = { r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 }

  /** Source: SciPy, e^z Γ(1 − s, z) by scipy.special.gammaincc and exp1 (quadrature for s > 1). */
  it('Ψ(s, s; z) equals SciPy’s', () => {
    for (const [s, z, value] of [[0.606, 0.15, 1.2776407990331027], [0.606, 5.0, 0.34140619447926046], [2.5, 0.3, 3.0219820691228514], [1.0, 1.0, 0.5963473623231946], [0.05, 0.01, 1.028499559727766], [0.9, 40.0, 0.035375774372626144]] as const) expect(Math.abs(Math.exp(logTricomi(s, z)) / value - 1), `${s} ${z}`).toBeLessThan(1e-9)
  })

  it('Pareto/NBD without horizon is what ever finer periods sum up to', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 30 }), fc.double({ min: 0.1, max: 1, noNaN: true }), fc.double({ min: 5, max: 80, noNaN: true }), fc.double({ min: 0.02, max: 0.2, noNaN: true }), (x, share, watched, rate) => {
      const history = { x, lastAt: x === 0 ? 0 : share * watched, watched }
      const length = 0.05
      const sum = discountedPurchases((t) => expectedPurchasesPareto(pareto, history, t), { length, count: Math.ceil(30 / rate / length), discount: Math.expm1(rate * length) })
      const whole = discountedResidualPareto(pareto, history, rate)
      // A period counts from its end: half a period late.
      expect(Math.abs((sum * Math.exp((rate * length) / 2)) / whole - 1)).toBeLessThan(1e-4)
    }), { numRuns: 12 })
    expect(() => discountedResidualPareto(pareto, { x: 1, lastAt: 1, watched: 2 }, 0)).toThrow(RangeError)
    expect(() => discountedPurchases((t) => t, { length: 1, count: 0, discount: 0 })).toThrow(RangeError)
    expect(discountedPurchases((t) => t, { length: 2, count: 3, discount: 0 })).toBe(6)
  })

  it('BG/BB and sBG without horizon are what their periods sum up to', () => {
    const at = { alpha: 1.2035, beta: 0.7497, gamma: 0.6567, delta: 2.7834 }
    for (const seen of [{ x: 0, lastAt: 0, n: 6 }, { x: 4, lastAt: 5, n: 6 }, { x: 6, lastAt: 6, n: 6 }]) {
      expect(discountedPurchases((ahead) => expectedPurchasesBgbb(at, seen, ahead), { length: 1, count: 600, discount: 0.1 })).toBeCloseTo(discountedPurchasesBgbb(at, seen, 0.1), 8)
    }
    const sbg = { alpha: 0.668, beta: 3.806 }
    let sum = 0
    for (let t = 0; t < 400; t += 1) sum += survivalSbg(sbg, t) / 1.1 ** t
    expect(lifetimeSbg(sbg, 0.1)).toBeCloseTo(sum, 9)
    // Just before the renewal after period 3: the chance to renew, and what follows.
    let rest = 0
    let stays = 1
    for (let t = 0; t < 400; t += 1) { stays *= retentionSbg(sbg, 3 + t); rest += stays / 1.1 ** t }
    expect(residualLifetimeSbg(sbg, 3, 0.1)).toBeCloseTo(rest, 8)
  })
})

describe('every model at its optimum', () => {
  const random = seededRandom(99)
  const many = <T>(n: number, one: () => T): T[] => Array.from({ length: n }, one)
  /** The likelihood only falls when one parameter leaves, whichever and either way. */
  const isOptimum = <Name extends string>(parameters: Readonly<Record<Name, number>>, names: readonly Name[], value: (parameters: Readonly<Record<Name, number>>) => number): void => {
    const best = value(parameters)
    for (const name of names) for (const factor of [0.9, 0.98, 1.02, 1.1]) expect(value({ ...parameters, [name]: parameters[name] * factor }), name).toBeLessThan(best)
  }

  it('BG/NBD, MBG/NBD and Pareto/NBD', () => {
    for (const which of ['bg', 'mbg'] as const) {
      const sample = groupHistories(many(3_000, () => drawBg(which, { r: 0.6, alpha: 5, a: 0.8, b: 2.5 }, 39, random)))
      isOptimum(fitBg(sample, which).parameters, ['r', 'alpha', 'a', 'b'], (at) => logLikelihoodBg(sample, which, at))
    }
    const sample = groupHistories(many(1_500, () => drawPareto({ r: 0.8, alpha: 6, s: 0.9, beta: 10 }, 39, random)))
    isOptimum(fitPareto(sample).parameters, ['r', 'alpha', 's', 'beta'], (at) => logLikelihoodPareto(sample, at))
  })

  it('BG/BB and sBG, which give back the parameters that made the data', () => {
    const truth = { alpha: 1.2, beta: 0.75, gamma: 0.7, delta: 2.8 }
    const groups = Map.groupBy(many(30_000, () => drawBgbb(truth, 8, random)), ({ x, lastAt }) => `${x} ${lastAt}`)
    const rows = [...groups.values()].flatMap(([first, ...rest]): Opportunities[] => (first ? [{ ...first, count: rest.length + 1 }] : []))
    const found = fitBgbb(rows)
    for (const name of ['alpha', 'beta', 'gamma', 'delta'] as const) expect(Math.abs(found.parameters[name] - truth[name]) / found.standardErrors[name], name).toBeLessThan(4)
    isOptimum(found.parameters, ['alpha', 'beta', 'gamma', 'delta'], (at) => logLikelihoodBgbb(rows, at))
    const retention = { alpha: 0.7, beta: 1.2 }
    const survivors = drawSbg(retention, 20_000, 10, random)
    expect(survivors[0]).toBe(20_000)
    const renewing = fitSbg(survivors)
    for (const name of ['alpha', 'beta'] as const) expect(Math.abs(renewing.parameters[name] - retention[name]) / renewing.standardErrors[name], name).toBeLessThan(4)
    isOptimum(renewing.parameters, ['alpha', 'beta'], ({ alpha, beta }) => sbgSurface(survivors, Float64Array.of(alpha, beta)).value)
  })

  it('Gamma–Gamma', () => {
    const spendings = many(2_000, () => { const rate = random.gamma(3.74) / 15.44; const x = 1 + random.int(6); return { x, mean: random.gamma(6.25 * x) / rate / x } })
    isOptimum(fitGammaGamma(spendings).parameters, ['p', 'q', 'v'], (at) => logLikelihoodGammaGamma(spendings, at))
  })
})
