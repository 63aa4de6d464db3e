import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '#foundation/random.ts'
import { isAdmissible, rootsInside } from './ets.bounds.ts'
import { forecastOf, etsOf } from './ets.forecast.ts'
import { devianceOf, fitEts, fittedAt } from './ets.fit.ts'
import { etsMoments } from './ets.intervals.ts'
import { candidates } from './ets.select.ts'
import { simulateEts } from './ets.simulate.ts'
import { nameOf, type Component, type EtsModel } from './ets.ts'
import { isForecast } from './forecast.ts'
import { descendPolytope } from './polytope.ts'

const model = (error: 'A' | 'M', trend: Component, season: Component, damped = false): EtsModel => ({ error, trend, season, damped, period: season === 'N' ? 1 : 4 })
/** Shares, level, slope and three figures, as `fittedAt` reads them. */
const point = ({ trend, season, damped }: EtsModel): number[] => [
  0.3, ...(trend === 'N' ? [] : [0.05]), ...(season === 'N' ? [] : [0.2]), ...(damped ? [0.9] : []),
  100, ...(trend === 'A' ? [1.5] : trend === 'M' ? [1.01] : []), ...(season === 'A' ? [12, -9, 4] : season === 'M' ? [1.2, 0.8, 1.05] : [])
]
const random = seededRandom(5)
const series = Float64Array.from({ length: 48 }, (_, i) => 100 + i + ([8, -5, 2, -5][i % 4] ?? 0) + 3 * random.normal())
const all = (['A', 'M'] as const).flatMap((error) => (['N', 'A', 'M'] as const).flatMap((trend) => (['N', 'A', 'M'] as const).flatMap((season) => (trend === 'N' ? [false] : [false, true]).map((damped) => model(error, trend, season, damped)))))

describe('the thirty models', () => {
  it('are thirty', () => { expect(new Set(all.map(nameOf)).size).toBe(30) })

  it.each(all.map((one) => [nameOf(one), one] as const))('%s: errors and fitted values belong together, a start that is the optimum is not left, and leaving it costs likelihood', (_, one) => {
    const fit = fitEts(one, series)
    if (!fit) throw new Error('nothing fits')
    for (const [i, y] of series.entries()) expect(one.error === 'A' ? (fit.fitted[i] ?? 0) + (fit.errors[i] ?? 0) : (fit.fitted[i] ?? 0) * (1 + (fit.errors[i] ?? 0))).toBeCloseTo(y, 7)
    const deviance = devianceOf(one, series)
    const best = [fit.parameters.alpha, ...(one.trend === 'N' ? [] : [fit.parameters.beta]), ...(one.season === 'N' ? [] : [fit.parameters.gamma]), ...(one.damped ? [fit.parameters.phi] : []),
      fit.start.level, ...(one.trend === 'N' ? [] : [fit.start.slope]), ...Array.from(fit.start.season.slice(1)).reverse().slice(0, one.season === 'N' ? 0 : 3)]
    expect(deviance(best)).toBeCloseTo(-2 * fit.logLikelihood, 8)
    for (const at of [point(one), best.map((value, i) => (i === best.length - 1 ? value * 1.3 + 0.1 : value))]) expect(deviance(at)).toBeGreaterThan(-2 * fit.logLikelihood - 1e-9)
  })

  it('tries fifteen with a season, six without, and no relative errors beside nought', () => {
    expect(candidates(series, 4)).toHaveLength(15)
    expect(candidates(series, 1)).toHaveLength(6)
    expect(candidates([...series, 0], 4).map(nameOf)).toEqual(['ETS(A,N,N)', 'ETS(A,N,A)', 'ETS(A,Ad,N)', 'ETS(A,A,N)', 'ETS(A,Ad,A)', 'ETS(A,A,A)'])
    expect(candidates(series, 30)).toHaveLength(6)
    expect(etsOf({ error: 'A', season: 'A' })(series, { period: 30, horizon: 2 })).toEqual({ failure: 'nothing-fits' })
  })
})

describe('how far the future may lie', () => {
  it.each(all.filter((one) => one.trend !== 'M' && !(one.error === 'A' && one.season === 'M')).map((one) => [nameOf(one), one] as const))('%s: the exact variance is that of simulated paths, over two seasons', (_, one) => {
    const fit = { ...fittedAt(one, series, point(one)), variance: one.error === 'A' ? 16 : 0.0025 }
    const draw = seededRandom(6)
    const moments = etsMoments(fit, 9)
    const { low, high } = simulateEts(fit, { horizon: 9, level: 0.8, paths: 20_000 }, () => draw.normal())
    for (let i = 0; i < 9; i += 1) {
      const half = 1.2815515655 * Math.sqrt(moments?.variance[i] ?? 0)
      expect(Math.abs(((high[i] ?? 0) - (low[i] ?? 0)) / (2 * half) - 1)).toBeLessThan(0.04)
      expect(Math.abs(((high[i] ?? 0) + (low[i] ?? 0)) / 2 - (moments?.mean[i] ?? 0))).toBeLessThan(0.12 * half)
    }
  })

  it('a multiplicative trend has its interval from paths, and widens', () => {
    const answer = etsOf({ error: 'M', trend: 'M', season: 'M' })(series, { period: 4, horizon: 9, level: 0.9 })
    if (!isForecast(answer)) throw new Error(answer.failure)
    expect(etsMoments(fittedAt(model('M', 'M', 'M'), series, point(model('M', 'M', 'M'))), 2)).toBeUndefined()
    for (let i = 4; i < 9; i += 1) expect((answer.high[i] ?? 0) - (answer.low[i] ?? 0)).toBeGreaterThan((answer.high[i - 4] ?? 0) - (answer.low[i - 4] ?? 0))
    for (let i = 0; i < 9; i += 1) expect((answer.low[i] ?? 0) < (answer.mean[i] ?? 0) && (answer.mean[i] ?? 0) < (answer.high[i] ?? 0)).toBe(true)
  })

  it('level, slope and share come back from data that they made', () => {
    const noise = seededRandom(8)
    let [level, slope] = [50, 0.4]
    const made = Float64Array.from({ length: 3_000 }, () => {
      const error = noise.normal()
      const y = level + slope + error
      level += slope + 0.4 * error
      slope += 0.05 * error
      return y
    })
    const fit = fitEts(model('A', 'A', 'N'), made)
    expect(fit?.parameters).toMatchObject({ alpha: expect.closeTo(0.4, 1), beta: expect.closeTo(0.05, 1) })
    expect(Math.abs((fit?.parameters.alpha ?? 0) - 0.4)).toBeLessThan(0.04)
    expect(Math.abs((fit?.parameters.beta ?? 0) - 0.05)).toBeLessThan(0.015)
    expect(fit?.variance).toBeCloseTo(1, 1)
    const answer = fit && forecastOf(fit, { period: 1, horizon: 1, level: 0.95 })
    expect(((answer?.high[0] ?? 0) - (answer?.low[0] ?? 0)) / 2).toBeCloseTo(1.96, 1)
  })
})

describe('bounds', () => {
  it('roots: as the product of known factors says', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: -1.5, max: 1.5, noNaN: true }).filter((one) => Math.abs(Math.abs(one) - 1) > 1e-3), { minLength: 1, maxLength: 9 }), (roots) => {
      const polynomial = roots.reduce((all_, root) => [0, ...all_].map((one, i) => one - root * (all_[i] ?? 0)), [1])
      expect(rootsInside(Float64Array.from(polynomial), roots.length)).toBe(roots.every((one) => Math.abs(one) < 1))
    }))
  })

  it('an admissible model forgets its start, one beyond does not', () => {
    const apart = (shares: readonly number[]): number => {
      const one = model('A', 'A', 'A')
      const long = Float64Array.from({ length: 900 }, (_, i) => 10 + Math.sin(i))
      const run = (level: number): number => fittedAt(one, long, [...shares, level, 0, 0, 0, 0]).last.level
      return Math.abs(run(50) - run(60))
    }
    for (const [alpha = 0, beta = 0, gamma = 0] of [[0.3, 0.05, 0.2], [0.9, 0.4, 0.05], [0.2, 0.01, 0.7]]) {
      expect(isAdmissible(true, true, 4, { alpha, beta, gamma, phi: 1 })).toBe(true)
      expect(apart([alpha, beta, gamma])).toBeLessThan(1e-3)
    }
    expect(isAdmissible(true, true, 4, { alpha: 0.9, beta: 2.4, gamma: 0.05, phi: 1 })).toBe(false)
    expect(apart([0.9, 2.4, 0.05])).toBeGreaterThan(10)
    expect(isAdmissible(true, false, 1, { alpha: 1.2, beta: 0.3, gamma: 0, phi: 0.9 })).toBe(true)
  })
})

describe('the polytope', () => {
  it('goes down Rosenbrock’s valley', () => {
    const { at, converged } = descendPolytope(([x = 0, y = 0]) => 100 * (y - x * x) ** 2 + (1 - x) ** 2, [-1.2, 1], { tolerance: 1e-14 })
    expect([converged, ...at]).toEqual([true, expect.closeTo(1, 4), expect.closeTo(1, 4)])
  })

  it('says when it gave up, and never hands back a point outside', () => {
    const bowl = ([x = 0]: Float64Array): number => (x < 0 ? Infinity : x * x + 1)
    expect(descendPolytope(bowl, [5], { evaluations: 4 }).converged).toBe(false)
    expect(descendPolytope(bowl, [5])).toMatchObject({ converged: true, value: expect.closeTo(1, 6) })
  })
})
