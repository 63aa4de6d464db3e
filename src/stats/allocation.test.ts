import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import loadHighs from 'highs'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '#foundation/random.ts'
import { sharedData } from '#test/sharedData.ts'
import { geometricAdstock, hill, logisticSaturation, weibullAdstock } from './adstock.ts'
import { allocate, type Channel } from './budget.ts'
import { budgetProblem } from './budget.problem.ts'
import { fitLinear } from './linear.ts'
import { fitMediaMix, responseOf, type MediaMixFit, type Refused } from './mediaMix.ts'
import { nonNegative } from './nonNegative.ts'

const folder = sharedData()
const isFit = (answer: MediaMixFit | Refused): answer is MediaMixFit => !('refused' in answer)

/** Source: references/mmm.json: Robyn's simulated weeks, fixed decays, least squares by NumPy. */
describe.skipIf(folder === undefined)('Robyn’s 208 weeks', () => {
  const wave = (t: number, k: number) => (2 * Math.PI * k * t) / 52.1775
  const read = () => {
    const [header = [], ...lines] = readFileSync(join(folder ?? '', 'mmm_robyn', 'dt_simulated_weekly.csv'), 'utf8').replaceAll('"', '').trim().split(/\r?\n/).map((line) => line.split(','))
    return { lines, column: (name: string): readonly number[] => lines.map((row) => Number(row[header.indexOf(name)])) }
  }

  it('adstock and regression: sums, coefficients, errors, R²', () => {
    const { lines, column } = read()
    const carried = ([['tv_S', 0.5], ['ooh_S', 0.3], ['print_S', 0.3], ['facebook_S', 0.1], ['search_S', 0.1]] as const).map(([name, decay]) => geometricAdstock(column(name), decay))
    expect(carried.map((one) => one.reduce((sum, x) => sum + x, 0))).toEqual([6_169_247.199_654_5, 12_841_490.437_569_5, 1_107_356.534_678_6, 494_528.591_920_5, 1_366_923.360_237_2].map((one) => expect.closeTo(one, 5)))
    const [competitor, newsletter] = [column('competitor_sales_B'), column('newsletter')]
    const { intercept, coefficients, standardErrors, rSquared } = fitLinear(lines.map((_, t) => [
      ...carried.map((one) => one[t] ?? 0), competitor[t] ?? 0, newsletter[t] ?? 0, t, Math.sin(wave(t, 1)), Math.cos(wave(t, 1)), Math.sin(wave(t, 2)), Math.cos(wave(t, 2))
    ]), column('revenue'))
    const relative = (values: readonly number[], published: readonly number[]) => { for (const [i, one] of published.entries()) expect(Math.abs((values[i] ?? 0) / one - 1), `${i}`).toBeLessThan(1e-6) }
    relative([intercept, ...coefficients], [-6588.068_055_568, 3.702_540_830_576, 0.221_973_433_889, 6.313_979_903_992, 10.369_321_332_92, 1.827_543_666_152, 0.291_548_078_811, 0.389_612_027_946, 111.514_503_571, 63_204.036_283, -64_365.500_158, -2596.416_633, 51_301.818_181])
    relative(standardErrors, [199_969.049_091, 0.657_098_320_981, 0.229_887_984_25, 3.045_188_483_1, 6.454_661_938_98, 6.060_632_233_09, 0.035_242_639_898, 1.267_944_190_37, 446.617_267_716, 27_664.954_086, 103_660.606_568, 26_762.732_206, 26_550.386_304])
    expect(rSquared).toBeCloseTo(0.874_133_623_574, 9)
  })

  it('the constrained fit tells one channel of five apart, with nearly the R² of all five straight', () => {
    const { lines, column } = read()
    const weeks = lines.map((_, t) => t)
    const controls = [column('competitor_sales_B'), column('newsletter'), weeks, ...[1, 2].flatMap((k) => [weeks.map((t) => Math.sin(wave(t, k))), weeks.map((t) => Math.cos(wave(t, k)))])]
    const fit = fitMediaMix({ sales: column('revenue'), spend: Object.fromEntries(['tv_S', 'ooh_S', 'print_S', 'facebook_S', 'search_S'].map((name) => [name, column(name)])), controls })
    if (!isFit(fit)) throw new Error('refused')
    expect([fit.rows, fit.parameters, fit.converged]).toEqual([208, 23, true])
    expect(fit.rSquared).toBeGreaterThan(0.873)
    // In the regression above, too, only television's effect is many times its error.
    expect(Object.values(fit.channels).map(({ doubts }) => doubts)).toEqual([[], ['no_effect'], ['no_effect'], ['no_effect'], ['no_effect']])
    expect(fit.channels['tv_S']?.effect).toBeGreaterThan(0)
  }, 240_000)
})

describe('carry-over and saturation', () => {
  it('geometric is Weibull of shape 1; what is spent comes back ÷ (1 − decay)', () => {
    const spend = Array.from({ length: 60 }, (_, t) => (t < 10 ? 100 : 0))
    const [one, other] = [geometricAdstock(spend, 0.6), weibullAdstock(spend, { shape: 1, scale: -1 / Math.log(0.6) })]
    for (const [t, level] of one.entries()) expect(level).toBeCloseTo(other[t] ?? 0, 2)
    expect(one.reduce((sum, x) => sum + x, 0)).toBeCloseTo(1_000 / 0.4, 6)
    expect(weibullAdstock([1, 0, 0], { shape: 2, scale: 1 })).toEqual(Float64Array.of(1, Math.exp(-1), Math.exp(-4)))
    expect(() => geometricAdstock([1], 1)).toThrow(RangeError)
  })

  it('slopes equal finite differences; half is half', () => {
    fc.assert(fc.property(fc.double({ min: 0.1, max: 50, noNaN: true }), fc.double({ min: 0.5, max: 3, noNaN: true }), fc.double({ min: 0.2, max: 80, noNaN: true }), (half, s, x) => {
      for (const { value, slope } of [hill(half, s), logisticSaturation(1 / half)]) expect((value(x * (1 + 1e-6)) - value(x * (1 - 1e-6))) / (2e-6 * x)).toBeCloseTo(slope(x), 5)
      expect(hill(half, s).value(half)).toBeCloseTo(0.5, 12)
    }))
  })

  it('non-negative least squares: the optimum by trying every set of free columns', () => {
    const random = seededRandom(4)
    for (let trial = 0; trial < 60; trial += 1) {
      const columns = Array.from({ length: 4 }, () => Float64Array.from({ length: 12 }, () => random.normal()))
      const y = Float64Array.from({ length: 12 }, () => random.normal())
      const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, one, i) => sum + one * (b[i] ?? 0), 0)
      const squares = (beta: ArrayLike<number>) => y.reduce((sum, one, i) => sum + (one - columns.reduce((fit, column, j) => fit + (beta[j] ?? 0) * (column[i] ?? 0), 0)) ** 2, 0)
      const found = nonNegative(columns.map((a) => Float64Array.from(columns, (b) => dot(a, b))), Float64Array.from(columns, (a) => dot(a, y)))
      expect(Math.min(...found)).toBeGreaterThanOrEqual(0)
      for (let j = 0; j < 4; j += 1) for (const by of [1e-3, -1e-3]) if ((found[j] ?? 0) + by >= 0) expect(squares(found.map((one, k) => (k === j ? one + by : one)))).toBeGreaterThanOrEqual(squares(found) - 1e-9)
    }
  })
})

describe('the constrained fit', () => {
  const random = seededRandom(21)
  const truth = { tv: { effect: 900, decay: 0.6, half: 400 }, search: { effect: 500, decay: 0.1, half: 60 } }
  const shop = (weeks: number, noise: number) => {
    const spend = { tv: Array.from({ length: weeks }, () => (random.next() < 0.45 ? 300 * random.exponential() : 0)), search: Array.from({ length: weeks }, () => 60 * random.gamma(2) * (random.next() < 0.8 ? 1 : 0)), idle: Array.from({ length: weeks }, () => 50 * random.exponential()) }
    const trend = Array.from({ length: weeks }, (_, t) => t)
    const season = Array.from({ length: weeks }, (_, t) => Math.sin((2 * Math.PI * t) / 52))
    const part = (name: 'tv' | 'search') => geometricAdstock(spend[name], truth[name].decay).map((level) => truth[name].effect * hill(truth[name].half).value(level))
    const [tv, search] = [part('tv'), part('search')]
    return { spend, controls: [trend, season], sales: trend.map((t) => 2_000 + 2 * t + 150 * (season[t] ?? 0) + (tv[t] ?? 0) + (search[t] ?? 0) + noise * random.normal()) }
  }

  it('recovers decay, saturation and effect that made the data; a channel that does nothing is doubted', () => {
    const fit = fitMediaMix(shop(260, 25))
    if (!isFit(fit)) throw new Error('refused')
    expect(fit.converged).toBe(true)
    for (const name of ['tv', 'search'] as const) {
      const { effect, decay, half, errors, doubts } = fit.channels[name] ?? { effect: 0, decay: 0, half: 0, errors: { effect: 0, decay: 0, logHalf: 0 }, doubts: ['no_effect'] }
      expect(Math.abs(decay - truth[name].decay) / errors.decay, `${name} decay`).toBeLessThan(4)
      expect(Math.abs(Math.log(half / truth[name].half)) / errors.logHalf, `${name} half`).toBeLessThan(4)
      expect(Math.abs(effect - truth[name].effect) / errors.effect, `${name} effect`).toBeLessThan(4)
      expect(doubts).toEqual([])
    }
    expect(fit.channels['idle']).toMatchObject({ effect: 0, share: 0, doubts: ['no_effect'] })
    expect(fit.rSquared).toBeGreaterThan(0.95)
  }, 240_000)

  it('is refused below seven points a parameter, and says how many it needs', () => {
    expect(fitMediaMix(shop(70, 25))).toEqual({ refused: 'too_few_rows', rows: 70, parameters: 12, needed: 84 })
    expect(() => fitMediaMix({ sales: Array.from({ length: 100 }, () => 1), spend: { tv: Array.from({ length: 100 }, () => 0) }, controls: [] })).toThrow('never spends')
  })
})

describe('dividing a budget', () => {
  const channel = (effect: number, half: number, least: number, most: number): Channel => ({ response: responseOf({ effect, decay: 0, half }), least, most })

  it('equalises the marginal returns, keeps the bounds, and no shift between two channels does better', () => {
    const some = fc.tuple(fc.double({ min: 10, max: 1e4, noNaN: true }), fc.double({ min: 1, max: 1e3, noNaN: true }), fc.double({ min: 0, max: 100, noNaN: true }), fc.double({ min: 1, max: 2_000, noNaN: true }))
    fc.assert(fc.property(fc.array(some, { minLength: 2, maxLength: 6 }), fc.double({ min: 0.02, max: 0.98, noNaN: true }), (list, share) => {
      const channels = list.map(([effect, half, least, room]) => channel(effect, half, least, least + room))
      const [least, most] = [channels.reduce((sum, one) => sum + one.least, 0), channels.reduce((sum, one) => sum + one.most, 0)]
      const total = least + share * (most - least)
      const { spend, value, marginal, held } = allocate(channels, total)
      expect(spend.reduce((sum, one) => sum + one, 0)).toBeCloseTo(total, 5)
      for (const [c, one] of channels.entries()) {
        const slope = one.response.slope(spend[c] ?? 0)
        if (held[c] === undefined) expect(Math.abs(slope / marginal - 1)).toBeLessThan(1e-5)
        else if (held[c] === 'least') expect(slope).toBeLessThanOrEqual(marginal * (1 + 1e-5))
        else expect(slope).toBeGreaterThanOrEqual(marginal * (1 - 1e-5))
      }
      for (const [a, from] of channels.entries()) for (const [b, to] of channels.entries()) {
        const step = Math.min(1, (spend[a] ?? 0) - from.least, to.most - (spend[b] ?? 0))
        if (a !== b && step > 1e-6) expect(from.response.value((spend[a] ?? 0) - step) - from.response.value(spend[a] ?? 0) + to.response.value((spend[b] ?? 0) + step) - to.response.value(spend[b] ?? 0)).toBeLessThanOrEqual(1e-6 * value)
      }
    }), { numRuns: 60 })
    expect(() => allocate([channel(1, 1, 5, 10)], 3)).toThrow('does not fit')
    expect(allocate([channel(10, 5, 0, 10), channel(10, 5, 0, 10)], 20).held).toEqual(['most', 'most'])
  })

  it('HiGHS on the written problem agrees, and decides what marginals cannot: off or at least so much, and rules over channels', async () => {
    // Its types describe the CommonJS module, in which the loader is `default`.
    const highs = await (loadHighs as unknown as typeof loadHighs.default)()
    const solve = (problem: ReturnType<typeof budgetProblem>): readonly number[] => {
      const { Status, Columns } = highs.solve(problem.text, { time_limit: 20, mip_rel_gap: 1e-6 })
      expect(Status).toBe('Optimal')
      return problem.spendOf(Object.fromEntries(Object.entries(Columns).map(([name, column]) => [name, Number((column as { readonly Primal?: number }).Primal ?? 0)])))
    }
    const channels = [channel(900, 80, 0, 300), channel(500, 30, 10, 200), channel(200, 10, 0, 100)]
    const exact = allocate(channels, 250)
    const worth = (spend: readonly number[]) => spend.reduce((sum, one, c) => sum + (channels[c]?.response.value(one) ?? 0), 0)
    const free = solve(budgetProblem(channels, 250))
    expect(worth(free) / exact.value).toBeGreaterThan(0.999)
    expect(worth(free)).toBeLessThanOrEqual(exact.value * (1 + 1e-9))
    // An S-shaped channel is either off or past its bend: compared with every combination on the same grid.
    const curved = [{ response: { value: (x: number) => 800 * hill(120, 3).value(x) }, least: 0, most: 200 }, { response: { value: (x: number) => 300 * hill(40).value(x) }, least: 60, most: 200, optional: true }]
    for (const total of [80, 150, 260]) {
      const spend = solve(budgetProblem(curved, total, { pieces: 20 }))
      const value = (a: number, b: number) => 800 * hill(120, 3).value(a) + (b > 0 ? 300 * hill(40).value(b) : 0)
      let best = 0
      for (let a = 0; a <= 200; a += 10) for (const b of [0, ...Array.from({ length: 21 }, (_, k) => 60 + 7 * k)]) if (a + b <= total) best = Math.max(best, value(a, b))
      expect(value(spend[0] ?? 0, (spend[1] ?? 0) < 1e-6 ? 0 : spend[1] ?? 0)).toBeGreaterThanOrEqual(best * 0.995)
      expect((spend[1] ?? 0) < 1e-6 || (spend[1] ?? 0) >= 60 - 1e-6).toBe(true)
    }
    const ruled = solve(budgetProblem(channels, 250, { rules: [{ channels: [0, 1], atMost: 180 }, { channels: [2], atLeast: 60 }] }))
    expect((ruled[0] ?? 0) + (ruled[1] ?? 0)).toBeLessThanOrEqual(180 + 1e-6)
    expect(ruled[2]).toBeGreaterThanOrEqual(60 - 1e-6)
  }, 240_000)
})
