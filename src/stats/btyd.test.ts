import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '#foundation/random.ts'
import { sharedData } from '#test/sharedData.ts'
import * as bgbb from './bgbb.ts'
import { drawBg, expectedFromStartBg, expectedPurchasesBg, fitBg, logLikelihoodBg, probabilityAliveBg, probabilityOfPurchaseBg, type BgVariant } from './bgnbd.ts'
import { bgSurface } from './bgnbd.likelihood.ts'
import { expectedSpend, fitGammaGamma, surfaceOf as spendSurface } from './gammagamma.ts'
import { groupHistories, type History } from './histories.ts'
import { drawPareto, expectedFromStartPareto, expectedPurchasesPareto, fitPareto, logLikelihoodPareto, probabilityAlivePareto, probabilityOfPurchasePareto } from './paretonbd.ts'
import { fitSbg, residualLifetimeSbg, retentionSbg, surfaceOf as sbgSurface, survivalSbg } from './sbg.ts'

const folder = sharedData()
const columns = (path: string): number[][] => readFileSync(join(folder ?? '', path), 'utf8').replace(/^\uFEFF/, '').trim().split(/\r?\n/).slice(1).map((line) => line.split(',').map(Number))
const cdnow = () => groupHistories(columns('cdnow/cdnow_customers_summary.csv').map(([, x = 0, lastAt = 0, watched = 0]) => ({ x, lastAt, watched })))

/** Source: Fader, Hardie, Lee 2005, table 2 (BG/NBD, Pareto/NBD), on the 1/10 CDNOW sample in weeks; MBG/NBD recomputed with SciPy (references/cdnow.json). */
describe.skipIf(folder === undefined)('CDNOW, published', () => {
  it('BG/NBD', () => {
    const { parameters, logLikelihood, n, converged, boundary } = fitBg(cdnow(), 'bg')
    expect([n, converged, boundary]).toEqual([2357, true, []])
    expect(logLikelihood).toBeCloseTo(-9582.425_560_567, 6)
    expect([parameters.r, parameters.alpha, parameters.a, parameters.b].map((one) => Number(one.toFixed(3)))).toEqual([0.243, 4.414, 0.793, 2.426])
  })

  it('MBG/NBD', () => {
    const { parameters, logLikelihood } = fitBg(cdnow(), 'mbg')
    expect(logLikelihood).toBeCloseTo(-9582.132_684_900, 6)
    expect([parameters.r, parameters.alpha, parameters.a, parameters.b]).toEqual([0.52484, 6.18299, 0.89136, 1.614].map((one) => expect.closeTo(one, 4)))
  })

  it('Pareto/NBD', () => {
    const { parameters, logLikelihood, converged } = fitPareto(cdnow())
    expect(converged).toBe(true)
    expect(logLikelihood).toBeCloseTo(-9594.973_929_827, 6)
    expect([parameters.r, parameters.alpha, parameters.s]).toEqual([0.553, 10.578, 0.606].map((one) => expect.closeTo(one, 3)))
  })

  it('shuffling the customers changes nothing, and a likelihood only falls when its parameters leave the optimum', () => {
    const rows = columns('cdnow/cdnow_customers_summary.csv').map(([, x = 0, lastAt = 0, watched = 0]) => ({ x, lastAt, watched }))
    const { parameters, logLikelihood } = fitBg(groupHistories(rows), 'bg')
    expect(fitBg(groupHistories(rows.toReversed()), 'bg').parameters.alpha).toBeCloseTo(parameters.alpha, 5)
    for (const name of ['r', 'alpha', 'a', 'b'] as const) {
      for (const factor of [0.97, 1.03]) expect(logLikelihoodBg(groupHistories(rows), 'bg', { ...parameters, [name]: parameters[name] * factor })).toBeLessThan(logLikelihood)
    }
  })
})

/** Source: Fader and Hardie's Excel note and the BTYD walkthrough, at the parameters printed there. */
describe('what follows from published parameters', () => {
  const bg = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }
  const pareto = { r: 0.5532770385604638, alpha: 10.57768324997345, s: 0.6062401211089017, beta: 11.66874020764042 }

  it('BG/NBD: 1.226 expected, .7266 alive, 1.1967 from the start', () => {
    const history = { x: 2, lastAt: 30.43, watched: 38.86 }
    expect(expectedPurchasesBg('bg', bg, history, 39)).toBeCloseTo(1.226_028_174_767, 9)
    expect(probabilityAliveBg('bg', bg, history)).toBeCloseTo(0.726_578_570_081, 10)
    expect(probabilityAliveBg('bg', bg, { x: 1, lastAt: 1.71, watched: 38.86 })).toBeCloseTo(0.212_100_985_377, 10)
    expect([1, 39, 52].map((t) => expectedFromStartBg('bg', bg, t))).toEqual([0.053_267_891_172, 1.196_723_193_321, 1.446_050_595_396].map((one) => expect.closeTo(one, 10)))
    expect(1 - probabilityOfPurchaseBg('bg', bg, { x: 0, lastAt: 0, watched: 0 }, 39)).toBeCloseTo(0.573_786_352_096, 10)
  })

  it('Pareto/NBD: customer 1516 of the walkthrough', () => {
    const history = { x: 26, lastAt: 30.857_142_857, watched: 31 }
    expect(probabilityAlivePareto(pareto, history)).toBeCloseTo(0.997_873_404, 8)
    expect(expectedPurchasesPareto(pareto, history, 52)).toBeCloseTo(25.455_182_790, 6)
    expect(expectedFromStartPareto(pareto, 52)).toBeCloseTo(1.473_434_324, 8)
  })

  it('the trap: under BG/NBD a one-time buyer is alive for ever, under MBG/NBD and Pareto/NBD not', () => {
    const silent = { x: 0, lastAt: 0, watched: 500 }
    expect(probabilityAliveBg('bg', bg, silent)).toBe(1)
    expect(probabilityAliveBg('mbg', bg, silent)).toBeLessThan(0.6)
    expect(probabilityAlivePareto(pareto, silent)).toBeLessThan(0.2)
    expect(probabilityOfPurchaseBg('bg', bg, silent, 39)).toBeLessThan(0.02)
  })

  it('BG/BB: expectations printed in the BTYD walkthrough', () => {
    const at = { alpha: 1.203528, beta: 0.7497260, gamma: 0.6567808, delta: 2.783796 }
    expect(bgbb.expectedPurchasesBgbb(at, { x: 0, lastAt: 0, n: 0 }, 10)).toBeCloseTo(3.179805, 5)
    expect(bgbb.expectedPurchasesBgbb(at, { x: 0, lastAt: 0, n: 6 }, 10)).toBeCloseTo(0.1302169, 6)
    expect(bgbb.expectedPurchasesBgbb(at, { x: 4, lastAt: 5, n: 6 }, 10)).toBeCloseTo(3.627858, 6)
  })
})

/** Source: Fader, Hardie, Shang 2010 (donations) and Fader and Hardie 2007 (retention of two cohorts). */
describe.skipIf(folder === undefined)('opportunities and contracts, published', () => {
  it('BG/BB on 11,104 donors', () => {
    const rows = columns('bgbb_donations/donations.csv').map(([x = 0, lastAt = 0, n = 0, count = 0]) => ({ x, lastAt, n, count }))
    const { parameters, logLikelihood, n, converged } = bgbb.fitBgbb(rows)
    expect([n, converged]).toEqual([11_104, true])
    expect(logLikelihood).toBeCloseTo(-33_225.581_274, 5)
    expect([parameters.alpha, parameters.beta, parameters.gamma, parameters.delta]).toEqual([1.2035, 0.7497, 0.6567, 2.7834].map((one) => expect.closeTo(one, 3)))
    expect(bgbb.probabilityAliveBgbb(parameters, { x: 6, lastAt: 6, n: 6 })).toBeCloseTo(0.9304, 3)
  })

  it('sBG on regular and high-end customers, projected five years on', () => {
    const table = columns('sbg_retention/sbg_survival_fader_hardie_2007.csv').slice(0, 8)
    const regular = fitSbg(table.map(([, one = 0]) => one * 10))
    const high = fitSbg(table.map(([, , one = 0]) => one * 10))
    expect([regular.parameters.alpha, regular.parameters.beta, regular.logLikelihood]).toEqual([expect.closeTo(0.704_077, 4), expect.closeTo(1.182_043, 4), expect.closeTo(-1680.265_188, 4)])
    expect([high.parameters.alpha, high.parameters.beta]).toEqual([expect.closeTo(0.668, 3), expect.closeTo(3.806, 3)])
    expect(survivalSbg(regular.parameters, 12)).toBeCloseTo(0.170_037, 4)
    expect(retentionSbg(high.parameters, 1)).toBeCloseTo(0.850_679, 4)
    expect(residualLifetimeSbg({ alpha: 0.668, beta: 3.806 }, 8, 0.1)).toBeCloseTo(7.530, 2)
  })
})

describe('properties', () => {
  const positive = fc.double({ min: 0.05, max: 6, noNaN: true })
  const variant = fc.constantFrom<BgVariant>('bg', 'mbg')
  const history: fc.Arbitrary<History> = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.double({ min: 0.01, max: 1, noNaN: true }), fc.double({ min: 0.5, max: 200, noNaN: true }))
    .map(([x, share, watched]) => ({ x, lastAt: x === 0 ? 0 : share * watched, watched }))
  const differs = (surface: (at: Float64Array) => { value: number, gradient: Float64Array }, at: Float64Array): number => {
    const { gradient } = surface(at)
    return Math.max(...gradient.map((slope, i) => {
      const h = 1e-5 * (at[i] ?? 0)
      const moved = (by: number): number => surface(at.map((one, k) => (k === i ? one + by : one))).value
      return Math.abs((moved(h) - moved(-h)) / (2 * h) - slope) / Math.max(1, Math.abs(slope))
    }))
  }

  it('gradients equal finite differences', () => {
    fc.assert(fc.property(variant, fc.array(history, { minLength: 1, maxLength: 12 }), positive, positive, positive, positive, (which, rows, r, alpha, a, b) => {
      expect(differs(bgSurface(groupHistories(rows), which), Float64Array.of(r, alpha, a, b))).toBeLessThan(1e-5)
    }), { numRuns: 60 })
    fc.assert(fc.property(positive, positive, positive, positive, (alpha, beta, gamma, delta) => {
      expect(differs((at) => bgbb.surfaceOf([{ x: 2, lastAt: 4, n: 6, count: 3 }, { x: 0, lastAt: 0, n: 5, count: 9 }, { x: 6, lastAt: 6, n: 6, count: 1 }], at), Float64Array.of(alpha, beta, gamma, delta))).toBeLessThan(1e-5)
      expect(differs((at) => spendSurface([{ x: 1, mean: 12 }, { x: 7, mean: 33.5 }], at), Float64Array.of(alpha, beta + 1, gamma * 20))).toBeLessThan(1e-5)
      expect(differs((at) => sbgSurface([100, 80, 70, 66], at), Float64Array.of(alpha, beta))).toBeLessThan(1e-5)
    }), { numRuns: 60 })
  })

  it('probabilities are probabilities, and rise with the time ahead', () => {
    fc.assert(fc.property(variant, history, positive, positive, positive, positive, (which, seen, r, alpha, a, b) => {
      const at = { r, alpha, a, b }
      const pareto = { r, alpha, s: a, beta: b }
      for (const [alive, ahead] of [
        [probabilityAliveBg(which, at, seen), (t: number) => probabilityOfPurchaseBg(which, at, seen, t)],
        [probabilityAlivePareto(pareto, seen), (t: number) => probabilityOfPurchasePareto(pareto, seen, t)]
      ] as const) {
        const chances = [1, 5, 25, 125].map(ahead)
        for (const chance of [alive, ...chances]) { expect(chance).toBeGreaterThanOrEqual(0); expect(chance).toBeLessThanOrEqual(1) }
        for (const [i, chance] of chances.entries()) expect(chance).toBeGreaterThanOrEqual((chances[i - 1] ?? 0) - 1e-9)
        expect(chances.at(-1) ?? 0).toBeLessThanOrEqual(alive + 1e-9)
      }
    }), { numRuns: 200 })
  })

  /** Where the smaller of α and β is a few hundredths of the other the likelihood goes by quadrature; SciPy's adaptive one to 1e-13 is the reference. */
  it('Pareto/NBD is exact where α and β lie far apart, either way', () => {
    for (const [r, alpha, s, beta, x, lastAt, watched, value] of [
      [0.05, 1.6666666666666698, 2.365146179103663, 0.05, 0, 0, 0.5, -0.0010194380477690501],
      [0.05, 1.6666666666666698, 2.365146179103663, 0.05, 0, 0, 125.5, -0.0010440411535332927],
      [4.7452736089112255, 2.9668575364008767, 0.23617094845158634, 0.05, 0, 0, 4.8774750400234135, -0.9063414689228875],
      [0.05, 3.275, 0.05, 0.05, 10, 0.0386, 128.857, -4.814053583488754],
      [2.0, 0.05, 0.6, 40.0, 0, 0, 60.0, -7.20580009591116],
      [0.3, 0.02, 1.5, 300.0, 3, 0.4, 80.0, -5.424252171967924],
      [0.6, 500.0, 0.05, 0.5, 60, 2.0, 200.0, -189.4411388917729]
    ] as const) {
      expect(Math.abs(logLikelihoodPareto(groupHistories([{ x, lastAt, watched }]), { r, alpha, s, beta }) - value), `${alpha} ${beta} ${x}`).toBeLessThan(1e-9)
    }
  })

  it('expects at least the chance of one purchase, and never less for longer', () => {
    fc.assert(fc.property(variant, history, positive, positive, positive, positive, (which, seen, r, alpha, a, b) => {
      const at = { r, alpha, a, b }
      const near = expectedPurchasesBg(which, at, seen, 10)
      expect(near).toBeGreaterThanOrEqual(probabilityOfPurchaseBg(which, at, seen, 10) * (1 - 1e-6) - 1e-9)
      expect(expectedPurchasesBg(which, at, seen, 20)).toBeGreaterThanOrEqual(near * (1 - 1e-9) - 1e-9)
    }), { numRuns: 200 })
  })

  it('simulated customers give back the parameters that made them', () => {
    const random = seededRandom(20_261_121)
    const draw = <T>(n: number, one: () => T): T[] => Array.from({ length: n }, one)
    const truth = { r: 0.8, alpha: 5, a: 0.9, b: 2.5 }
    for (const which of ['bg', 'mbg'] as const) {
      const { parameters, standardErrors, converged } = fitBg(groupHistories(draw(20_000, () => drawBg(which, truth, 40 + Math.floor(random.next() * 12), random))), which)
      expect(converged).toBe(true)
      for (const name of ['r', 'alpha', 'a', 'b'] as const) expect(Math.abs(parameters[name] - truth[name]) / standardErrors[name], `${which} ${name}`).toBeLessThan(4)
    }
    const left = { r: 0.7, alpha: 6, s: 0.8, beta: 12 }
    const sample = groupHistories(draw(3_000, () => drawPareto(left, 40, random)))
    const { parameters, standardErrors } = fitPareto(sample)
    for (const name of ['r', 'alpha', 's', 'beta'] as const) expect(Math.abs(parameters[name] - left[name]) / standardErrors[name], name).toBeLessThan(4)
    expect(logLikelihoodPareto(sample, parameters)).toBeGreaterThanOrEqual(logLikelihoodPareto(sample, left))
  })

  it('draws a customer’s spend towards everybody’s, the more the fewer the purchases', () => {
    const random = seededRandom(5)
    const truth = { p: 6.25, q: 3.74, v: 15.44 }
    const spendings = Array.from({ length: 8_000 }, () => {
      const rate = random.gamma(truth.q) / truth.v
      const x = 1 + random.int(8)
      return { x, mean: random.gamma(truth.p * x) / rate / x }
    })
    const { parameters, standardErrors, correlation, converged } = fitGammaGamma(spendings)
    expect(converged).toBe(true)
    for (const name of ['p', 'q', 'v'] as const) expect(Math.abs(parameters[name] - truth[name]) / standardErrors[name], name).toBeLessThan(4)
    expect(Math.abs(correlation)).toBeLessThan(0.05)
    const everybody = (truth.p * truth.v) / (truth.q - 1)
    expect(everybody).toBeCloseTo(35.218_978_102, 8)
    expect(expectedSpend(truth, { x: 1, mean: 100 })).toBeLessThan(expectedSpend(truth, { x: 10, mean: 100 }))
  })

  it('refuses what cannot be, and names an optimum at the boundary', () => {
    expect(() => groupHistories([{ x: 1, lastAt: 5, watched: 4 }])).toThrow(RangeError)
    expect(() => groupHistories([{ x: 0, lastAt: 1, watched: 4 }])).toThrow(RangeError)
    expect(() => fitBg(groupHistories([{ x: 0, lastAt: 0, watched: 4 }]), 'bg')).toThrow('nobody bought twice')
    expect(() => fitGammaGamma([{ x: 1, mean: 0 }, { x: 2, mean: 3 }])).toThrow(RangeError)
    expect(() => fitSbg([100, 110, 90])).toThrow(RangeError)
    const random = seededRandom(3)
    const stayers = groupHistories(Array.from({ length: 2_000 }, () => drawBg('bg', { r: 2, alpha: 8, a: 1e-9, b: 5 }, 52, random)))
    expect(fitBg(stayers, 'bg').boundary).toContain('a')
  })
})
