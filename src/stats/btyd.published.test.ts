/** Every figure on CDNOW, the donations and the retention table that others published (V) or that was recomputed independently (C): references/cdnow.json, bgbb_sbg.json. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buyers, publishedSummary } from '#test/cdnow.ts'
import { reference, sharedData } from '#test/sharedData.ts'
import { expectedPurchasesBgbb, fitBgbb, logLikelihoodBgbb, probabilityAliveBgbb } from './bgbb.ts'
import { chanceOfCountBg, expectedFromStartBg, expectedPurchasesBg, fitBg, logLikelihoodBg, probabilityAliveBg } from './bgnbd.ts'
import { expectedSpend, fitGammaGamma, logLikelihoodGammaGamma } from './gammagamma.ts'
import { groupHistories } from './histories.ts'
import { discountedPurchases } from './lifetimeValue.ts'
import { expectedFromStartPareto, fitPareto, logLikelihoodPareto } from './paretonbd.ts'
import { fitSbg, lifetimeSbg, residualLifetimeSbg, retentionSbg, survivalSbg } from './sbg.ts'
import { areaUnderCurve } from './scoring.ts'

const folder = sharedData()
const close = (values: readonly number[], digits: number) => values.map((one) => expect.closeTo(one, digits))
const bg = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }

describe.skipIf(folder === undefined)('the CDNOW sample', () => {
  const sample = () => buyers(folder ?? '', 'sample')
  const summary = () => publishedSummary(folder ?? '')

  it('2,357 customers: 2,457 repeat purchases, 1,411 without, 1,882 in the hold-out (V)', () => {
    const people = sample()
    expect([people.length, people.reduce((sum, { x }) => sum + x, 0), people.filter(({ x }) => x === 0).length, people.reduce((sum, { later }) => sum + later, 0)]).toEqual([2357, 2457, 1411, 1882])
  })

  it('BG/NBD, MBG/NBD and Pareto/NBD in exact days (V, C, V)', () => {
    const histories = groupHistories(sample())
    const one = fitBg(histories, 'bg')
    expect([one.logLikelihood, one.parameters.r, one.parameters.alpha, one.parameters.a, one.parameters.b]).toEqual([expect.closeTo(-9582.429_206_674, 6), ...close([0.242_594_53, 4.413_602_38, 0.792_922_08, 2.425_906_9], 4)])
    const two = fitBg(histories, 'mbg')
    expect([two.logLikelihood, two.parameters.r, two.parameters.alpha, two.parameters.a, two.parameters.b]).toEqual([expect.closeTo(-9582.135_715_554, 6), ...close([0.524_843_12, 6.183_085_16, 0.891_359_31, 1.614_002_25], 4)])
    const three = fitPareto(histories)
    expect([three.logLikelihood, three.parameters.r, three.parameters.alpha, three.parameters.s, three.parameters.beta]).toEqual([expect.closeTo(-9594.976_178_940, 6), ...close([0.553_277_04, 10.577_683_25, 0.606_240_12, 11.668_740_21], 2)])
  })

  it('likelihoods at the parameters as printed (C)', () => {
    const histories = groupHistories(summary())
    expect(logLikelihoodBg(histories, 'bg', bg)).toBeCloseTo(-9582.426_831_182, 7)
    expect(logLikelihoodPareto(histories, { r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 })).toBeCloseTo(-9594.974_010_041, 7)
  })

  it('Gamma–Gamma on 946 buyers: 6.250 3.744 15.444 (V), and what it expects of the first ten (C)', () => {
    const repeaters = sample().filter(({ x }) => x > 0)
    const { parameters, logLikelihood, n, converged, correlation } = fitGammaGamma(repeaters)
    expect([n, converged]).toEqual([946, true])
    expect(logLikelihood).toBeCloseTo(-4055.917_694_802, 6)
    expect([parameters.p, parameters.q, parameters.v]).toEqual(close([6.249_572, 3.744_224, 15.443_52], 3))
    expect(correlation).toBeCloseTo(0.113_887_919, 8)
    const printed = { p: 6.25, q: 3.74, v: 15.44 }
    expect(logLikelihoodGammaGamma(repeaters.map((one) => ({ ...one, mean: Math.round(one.mean * 100) / 100 })), printed)).toBeCloseTo(-4055.924_713, 1)
    expect(sample().slice(0, 10).map((one) => expectedSpend(printed, one))).toEqual(close([24.663_7, 18.916_9, 35.219, 35.219, 35.219, 71.469_7, 18.916_9, 35.219, 27.288_4, 35.219], 1))
  })

  it('P(X(39) = 0), P(X(2) = 10) and P(X(30) = 11 … 20) as printed in the BTYD walkthrough (V)', () => {
    const at = { r: 0.242_592_9, alpha: 4.413_531_5, a: 0.792_886_2, b: 2.425_754 }
    expect([chanceOfCountBg('bg', bg, 0, 39), chanceOfCountBg('bg', at, 10, 2) * 1e7]).toEqual([expect.closeTo(0.573_786_352, 8), expect.closeTo(1.078_69, 2)])
    expect(Array.from({ length: 10 }, (_, i) => chanceOfCountBg('bg', bg, 11 + i, 30))).toEqual(close([0.001_999_521_4, 0.001_517_023_6, 0.001_163_315, 0.000_900_314_8, 0.000_702_363_8, 0.000_551_790_2, 0.000_436_191_3, 0.000_346_717_1, 0.000_276_961_3, 0.000_222_226], 6))
    for (const variant of ['bg', 'mbg'] as const) {
      const counts = Array.from({ length: 400 }, (_, n) => chanceOfCountBg(variant, bg, n, 39))
      expect(counts.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9)
      expect(counts.reduce((sum, one, n) => sum + n * one, 0)).toBeCloseTo(expectedFromStartBg(variant, bg, 39), 7)
    }
  })

  it('cumulative repeat purchases, week 13 to 78: actual, BG/NBD and Pareto/NBD (C)', () => {
    const people = sample()
    const weeks = [13, 26, 39, 52, 65, 78]
    const actual = weeks.map((week) => people.reduce((sum, { days }) => sum + days.slice(1).filter((day) => day < week * 7).length, 0))
    expect(actual).toEqual([828, 1746, 2457, 3183, 3844, 4339])
    const expected = (from: (t: number) => number) => weeks.map((week) => people.reduce((sum, { days }) => { const t = week - ((days[0] ?? 0) + 1) / 7; return sum + (t > 0 ? from(t) : 0) }, 0))
    const memo = (f: (t: number) => number) => { const known = new Map<number, number>(); return (t: number) => { const value = known.get(t) ?? f(t); known.set(t, value); return value } }
    expect(expected(memo((t) => expectedFromStartBg('bg', bg, t)))).toEqual(close([710.048_213, 1729.452_456, 2497.563_529, 3132.124_333, 3680.159_511, 4166.372_72], 3))
    expect(expected(memo((t) => expectedFromStartPareto({ r: 0.553_397_1, alpha: 10.580_198_5, s: 0.606_062_5, beta: 11.656_223_7 }, t)))).toEqual(close([698.744_355, 1732.838_026, 2524.419_512, 3183.741_393, 3757.104_78, 4269.090_608], 2))
  })

  it('the hold-out: 1,653.4 expected of 1,882; who buys again by AUC .7725 .7714 .7576 and P(alive) .3158 (C)', () => {
    const people = sample()
    const rows = summary()
    const { parameters } = fitBg(groupHistories(rows), 'bg')
    const expected = rows.map((one) => expectedPurchasesBg('bg', parameters, one, 39))
    const misses = expected.map((one, i) => one - (people[i]?.later ?? 0))
    const n = rows.length
    expect(expected.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1653.423_27, 0)
    expect([misses.reduce((sum, one) => sum + Math.abs(one), 0) / n, Math.sqrt(misses.reduce((sum, one) => sum + one * one, 0) / n)]).toEqual(close([0.785_456_5, 1.608_007], 3))
    const yes = people.map(({ later }) => Number(later > 0))
    const auc = (score: (one: (typeof rows)[number]) => number) => areaUnderCurve(rows.map(score), yes)
    expect(yes.filter((one) => one === 1)).toHaveLength(684)
    expect([areaUnderCurve(expected, yes), auc(({ watched, lastAt }) => lastAt - watched), auc(({ x }) => x), auc((one) => probabilityAliveBg('bg', parameters, one))]).toEqual(close([0.772_542_8, 0.771_441_8, 0.757_627_2, 0.315_786_4], 3))
  })

  it('lifetime value of 12 months at 1 % a month: the first ten, and 71,509.90 in all (C)', () => {
    const rows = summary()
    const repeats = sample().map((one) => Math.round(one.mean * 100) / 100)
    const { parameters } = fitBg(groupHistories(rows), 'bg')
    const money = fitGammaGamma(rows.flatMap(({ x }, i) => (x > 0 ? [{ x, mean: repeats[i] ?? 0 }] : []))).parameters
    const value = rows.map((one, i) => expectedSpend(money, { x: one.x, mean: repeats[i] ?? 0 }) * discountedPurchases((t) => expectedPurchasesBg('bg', parameters, one, t), { length: 4.345, count: 12, discount: 0.01 }))
    expect(value.slice(0, 10)).toEqual(close([36.278_5, 4.637_5, 8.344_1, 8.344_1, 8.344_1, 283.523_6, 6.881_4, 8.344_1, 43.353_6, 8.344_1], 1))
    expect(Math.abs(value.reduce((sum, one) => sum + one, 0) / 71_509.898_407 - 1)).toBeLessThan(1e-4)
    const top = value.toSorted((a, b) => b - a).slice(0, 235).reduce((sum, one) => sum + one, 0)
    expect(top / value.reduce((sum, one) => sum + one, 0)).toBeCloseTo(0.567_568_3, 2)
  })
})

describe.skipIf(folder === undefined)('all of CDNOW', () => {
  it('23,570 customers: BG/NBD −95368.444, MBG/NBD −95336.958, Gamma–Gamma −40763.476 (C)', () => {
    const people = buyers(folder ?? '', 'master')
    const histories = groupHistories(people)
    const [bgFit, mbgFit] = [fitBg(histories, 'bg'), fitBg(histories, 'mbg')]
    expect([bgFit.n, bgFit.logLikelihood, mbgFit.logLikelihood]).toEqual([23_570, expect.closeTo(-95_368.443_933, 4), expect.closeTo(-95_336.958_32, 4)])
    expect([bgFit.parameters.r, bgFit.parameters.alpha, bgFit.parameters.a, bgFit.parameters.b]).toEqual(close([0.251_624, 4.788_943, 0.723_434, 2.161_088], 3))
    const spend = fitGammaGamma(people.filter(({ mean }) => mean > 0))
    expect([spend.n, spend.logLikelihood, spend.parameters.p]).toEqual([9450, expect.closeTo(-40_763.476_261, 3), expect.closeTo(6.275_36, 2)])
  })
})

describe.skipIf(folder === undefined)('donations and retention', () => {
  it('BG/BB at the parameters as printed, and P(alive) of all 22 histories (C, V)', () => {
    const rows = readFileSync(join(folder ?? '', 'bgbb_donations', 'donations.csv'), 'utf8').trim().split(/\r?\n/).slice(1).map((line) => { const [x = 0, lastAt = 0, n = 0, count = 0] = line.split(',').map(Number); return { x, lastAt, n, count } })
    const printed = { alpha: 1.204, beta: 0.75, gamma: 0.657, delta: 2.783 }
    expect(logLikelihoodBgbb(rows, printed)).toBeCloseTo(-33_225.581_755, 5)
    expect(fitBgbb(rows).boundary).toEqual([])
    const at = { alpha: 1.203_528, beta: 0.749_726, gamma: 0.656_780_8, delta: 2.783_796 }
    const alive = [
      [0, 0, 0.108_016_6], [1, 1, 0.069_408_1], [1, 2, 0.254_556_5], [1, 3, 0.481_180_5], [1, 4, 0.680_251_2], [1, 5, 0.828_067_3], [1, 6, 0.930_402_5], [2, 2, 0.066_379_5], [2, 3, 0.298_768_1], [2, 4, 0.589_514_1], [2, 5, 0.804_471_6],
      [2, 6, 0.930_402_5], [3, 3, 0.094_972_8], [3, 4, 0.439_462_9], [3, 5, 0.766_734], [3, 6, 0.930_402_5], [4, 4, 0.200_133_4], [4, 5, 0.696_701_1], [4, 6, 0.930_402_5], [5, 5, 0.521_908_3], [5, 6, 0.930_402_5], [6, 6, 0.930_402_5]
    ] as const
    for (const [x, lastAt, expected] of alive) expect(probabilityAliveBgbb(printed, { x, lastAt, n: 6 }), `${x} ${lastAt}`).toBeCloseTo(expected, 6)
    expect(expectedPurchasesBgbb(at, { x: 0, lastAt: 0, n: 0 }, 10)).toBeCloseTo(3.179_805_91, 7)
  })

  it('sBG: survival, retention and discounted residual lifetimes of both cohorts (C; 7.530 V)', () => {
    const text = readFileSync(join(folder ?? '', 'sbg_retention', 'sbg_survival_fader_hardie_2007.csv'), 'utf8').trim().split(/\r?\n/).slice(1, 9)
    const answers: { readonly sbg: Readonly<Record<string, { readonly alpha: number, readonly beta: number, readonly LL: number, readonly S_projected_0_12: number[], readonly retention_rate_1_12: number[], readonly DEL_10pct: number, readonly DERL_10pct_by_age: Readonly<Record<string, number>> }>> } = JSON.parse(JSON.stringify(reference(folder ?? '', 'bgbb_sbg.json')))
    for (const [column, name] of [[1, 'regular'], [2, 'highend']] as const) {
      const published = answers.sbg[name]
      const { parameters, logLikelihood } = fitSbg(text.map((line) => Number(line.split(',')[column]) * 10))
      expect([parameters.alpha, parameters.beta, logLikelihood], name).toEqual([expect.closeTo(published?.alpha ?? 0, 4), expect.closeTo(published?.beta ?? 0, 4), expect.closeTo(published?.LL ?? 0, 5)])
      expect(Array.from({ length: 13 }, (_, t) => survivalSbg(parameters, t))).toEqual(close(published?.S_projected_0_12 ?? [], 5))
      expect(Array.from({ length: 12 }, (_, t) => retentionSbg(parameters, t + 1))).toEqual(close(published?.retention_rate_1_12 ?? [], 5))
      expect(lifetimeSbg(parameters, 0.1)).toBeCloseTo(published?.DEL_10pct ?? 0, 3)
      expect(Array.from({ length: 10 }, (_, i) => residualLifetimeSbg(parameters, i + 1, 0.1))).toEqual(close(Object.values(published?.DERL_10pct_by_age ?? {}), 3))
    }
  })
})
