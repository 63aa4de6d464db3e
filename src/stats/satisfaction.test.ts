import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '#foundation/random.ts'
import { sharedData } from '#test/sharedData.ts'
import { meanScore, netPromoter, satisfiedShare, sortAnswers } from './answers.ts'
import { eigenOf, standardise } from './correlation.ts'
import { fitLinear } from './linear.ts'
import { momentsOf } from './difference.ts'
import { indexOf, plsPath, type Scheme } from './pls.ts'
import { averageVarianceExtracted, compositeReliability, cronbachAlpha, heterotraitMonotrait } from './reliability.ts'
import { importancePerformance, relativeWeights } from './relativeWeights.ts'

const folder = sharedData()
const random = seededRandom(17)
const block = (prefix: string, count: number): readonly string[] => Array.from({ length: count }, (_, i) => `${prefix}${i + 1}`)

describe.skipIf(folder === undefined)('mobi, 250 answers', () => {
  const file = (path: string): { readonly header: readonly string[], readonly rows: readonly (readonly string[])[] } => {
    const [header = [], ...rows] = readFileSync(join(folder ?? '', 'ecsi_mobi', path), 'utf8').replaceAll('"', '').trim().split(/\r?\n/).map((line) => line.split(','))
    return { header, rows }
  }
  const mobi = (): Readonly<Record<string, readonly number[]>> => { const { header, rows } = file('mobi.csv'); return Object.fromEntries(header.map((name, j) => [name, rows.map((row) => Number(row[j]))])) }
  const published = (path: string): ReadonlyMap<string, readonly number[]> => new Map(file(`published_fixtures/${path}`).rows.map(([name = '', ...values]) => [name, values.map(Number)]))
  const small = [{ name: 'Image', questions: block('IMAG', 5) }, { name: 'Expectation', questions: block('CUEX', 3) }, { name: 'Value', questions: block('PERV', 2) }, { name: 'Satisfaction', questions: block('CUSA', 3) }]
  const fitSmall = (scheme: Scheme = 'path') => plsPath(mobi(), small, ['Image', 'Expectation', 'Value'].map((from) => ({ from, to: 'Satisfaction' })), scheme)
  const close = (values: readonly number[], digits = 9) => values.map((one) => expect.closeTo(one, digits))

  /** Source: the fixtures of R's seminr 2.3.4 (published_fixtures), 12 digits. */
  it('PLS: paths, weights, loadings, R², correlations and the consistent paths as published', () => {
    const { paths, constructs, converged, n } = fitSmall()
    expect([converged, n]).toEqual([true, 250])
    expect(paths.map((one) => one.coefficient)).toEqual(close([0.447_003_896_753, 0.171_830_104_492, 0.316_425_319_256]))
    // The published consistent paths (path_coef1.csv) are those of the factorial scheme.
    expect(fitSmall('factorial').paths.map((one) => one.consistent)).toEqual(close([0.537_704_707_483, 0.240_967_661_696, 0.258_279_868_051]))
    expect([constructs[3]?.rSquared, constructs[3]?.adjustedRSquared]).toEqual(close([0.590_603_320_427, 0.585_610_677_993]))
    for (const [path, of] of [['boot_report_loadings.csv', 'loadings'], ['boot_report_weights.csv', 'weights']] as const) {
      // Published where the weights moved by less than 1e-7; here by less than 1e-12.
      expect(constructs.flatMap((one) => one[of])).toEqual(close([...published(path).values()].map(([first = 0]) => first), 8))
    }
    const matrix = [...published('construct_cors.csv').values()]
    for (const [i, a] of constructs.entries()) for (const [j, b] of constructs.entries()) expect(a.scores.reduce((sum, one, k) => sum + one * (b.scores[k] ?? 0), 0) / 249).toBeCloseTo(matrix[i]?.[j] ?? Number.NaN, 8)
  })

  it('alpha, composite reliability, variance extracted, ρ_A and heterotrait–monotrait as published', () => {
    const answers = mobi()
    const { constructs } = fitSmall()
    for (const { name, questions } of small) {
      const { loadings = [], rhoA } = constructs.find((one) => one.name === name) ?? {}
      const { standardised } = cronbachAlpha(questions.map((question) => answers[question] ?? []))
      expect([standardised, compositeReliability(loadings), averageVarianceExtracted(loadings), rhoA], name).toEqual(close(published('reliability.csv').get(name) ?? []))
    }
    const raw = small.map(({ questions }) => cronbachAlpha(questions.map((question) => answers[question] ?? [])).raw)
    expect(raw).toEqual(close([0.714_446_802, 0.432_596_844, 0.816_694_539, 0.770_113_108]))
    const table = [...published('htmt.csv').values()]
    for (const [i, a] of small.entries()) for (const [j, b] of small.entries()) {
      if (i < j) expect(heterotraitMonotrait(a.questions.map((one) => answers[one] ?? []), b.questions.map((one) => answers[one] ?? []))).toBeCloseTo(table[i]?.[j] ?? Number.NaN, 9)
    }
  })

  /** Source: references/satisfaction.json, recomputed independently; the European satisfaction index's full model. */
  it('the full model of seven constructs, and its index on 0–100', () => {
    const answers = mobi()
    const full = [...small, { name: 'Quality', questions: block('PERQ', 7) }, { name: 'Complaints', questions: ['CUSCO'] }, { name: 'Loyalty', questions: block('CUSL', 3) }]
    const to = (name: string, froms: readonly string[]) => froms.map((from) => ({ from, to: name }))
    const { constructs, paths } = plsPath(answers, full, [
      ...to('Expectation', ['Image']), ...to('Quality', ['Expectation']), ...to('Value', ['Expectation', 'Quality']), ...to('Satisfaction', ['Image', 'Expectation', 'Quality', 'Value']),
      ...to('Complaints', ['Satisfaction']), ...to('Loyalty', ['Image', 'Satisfaction', 'Complaints'])
    ])
    const path = (from: string, into: string) => paths.find((one) => one.from === from && one.to === into)?.coefficient
    expect([path('Image', 'Expectation'), path('Quality', 'Value'), path('Quality', 'Satisfaction'), path('Satisfaction', 'Loyalty'), path('Complaints', 'Loyalty')])
      .toEqual(close([0.504_913_934, 0.558_304_379, 0.512_023_940, 0.485_477_624, 0.066_926_069], 6))
    const of = (name: string) => constructs.find((one) => one.name === name)
    expect(['Expectation', 'Quality', 'Value', 'Satisfaction', 'Complaints', 'Loyalty'].map((name) => of(name)?.rSquared)).toEqual(close([0.254_938_080, 0.309_969_407, 0.345_278_942, 0.681_078_291, 0.278_853_960, 0.456_944_455], 6))
    for (const [name, mean, spread] of [['Image', 73.527_981_805, 13.546_135_562], ['Satisfaction', 72.454_117_931, 14.412_583_042], ['Loyalty', 70.913_853_565, 21.852_161_599], ['Complaints', 67.422_222_222, 25.269_080_939]] as const) {
      const found = momentsOf(indexOf(answers, full.find((one) => one.name === name)?.questions ?? [], of(name)?.indexWeights ?? [], { low: 1, high: 10 }))
      expect([found.mean, Math.sqrt(found.variance)], name).toEqual([expect.closeTo(mean, 5), expect.closeTo(spread, 4)])
    }
  })

  it('drivers of satisfaction: relative weights sum to R² of the regression; net promoter of the third loyalty question is 14', () => {
    const answers = mobi()
    const drivers = ['IMAG1', 'IMAG4', 'PERV1', 'PERV2', 'CUEX1'].map((one) => answers[one] ?? [])
    const outcome = answers['CUSA1'] ?? []
    const { rSquared, n } = relativeWeights(drivers, outcome)
    expect([rSquared, n]).toEqual([expect.closeTo(fitLinear(outcome.map((_, i) => drivers.map((one) => one[i] ?? 0)), outcome).rSquared, 10), 250])
    const placed = importancePerformance(drivers, outcome, { low: 1, high: 10 })
    expect(placed.drivers.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12)
    expect(placed.drivers[0]?.performance).toBeCloseTo((7.64 - 1) / 9 * 100, 10)
    expect(netPromoter(answers['CUSL3'] ?? [])).toMatchObject({ promoters: 95, passives: 95, detractors: 60, value: expect.closeTo(0.14, 12), n: 250 })
  })
})

describe('scales and answers', () => {
  it('relative weights: known for two drivers, equal for equal ones, all for the only one that counts', () => {
    const n = 4_000
    const x1 = Array.from({ length: n }, () => random.normal())
    const x2 = x1.map((one) => 0.6 * one + 0.8 * random.normal())
    const both = relativeWeights([x1, x2], x1.map((one, i) => one + (x2[i] ?? 0) + random.normal()))
    expect((both.drivers[0]?.share ?? 0) - 0.5).toBeCloseTo(0, 1)
    const alone = relativeWeights([x1, Array.from({ length: n }, () => random.normal())], x1.map((one) => 2 * one + random.normal()))
    expect(alone.drivers[0]?.share).toBeGreaterThan(0.99)
    expect(() => relativeWeights([x1, x1.map((one) => 3 * one)], x2)).toThrow('follows')
    expect(() => standardise([[1, 1, 1]])).toThrow(RangeError)
  })

  it('eigenvalues by Jacobi give the matrix back', () => {
    const matrix = [[4, 1, -2], [1, 2, 0.5], [-2, 0.5, 3]].map((row) => Float64Array.from(row))
    const { values, vectors } = eigenOf(matrix)
    for (let i = 0; i < 3; i += 1) for (let j = 0; j < 3; j += 1) expect(values.reduce((sum, value, k) => sum + (vectors[i]?.[k] ?? 0) * value * (vectors[j]?.[k] ?? 0), 0)).toBeCloseTo(matrix[i]?.[j] ?? 0, 12)
  })

  it('counts apart what is no answer', () => {
    expect(sortAnswers([10, null, 3, undefined, 11, -1, 4.5, Number.NaN, 0], 0, 10)).toEqual({ answers: [10, 3, 0], skipped: 2, outside: 3, notWhole: 1 })
  })

  it('net promoter’s interval covers, and never is a point where all agree', () => {
    const all = netPromoter(Array.from({ length: 12 }, () => 10))
    expect(all).toMatchObject({ value: 1, variance: 0 })
    expect(all.low).toBeLessThan(0.95)
    expect(netPromoter([]).value).toBeNaN()
    for (const [n, up, down] of [[25, 0.5, 0.2], [60, 0.8, 0.05], [300, 0.3, 0.3]] as const) {
      let covered = 0
      for (let trial = 0; trial < 1_500; trial += 1) {
        const { low, high } = netPromoter(Array.from({ length: n }, () => { const u = random.next(); return u < up ? 9 : u < up + down ? 6 : 8 }))
        covered += Number(low <= up - down && up - down <= high)
      }
      expect(covered / 1_500, `${n}`).toBeGreaterThan(0.93)
    }
  })

  it('satisfied: top one of 3, two of 5, three of 10; effort is a mean', () => {
    expect([[1, 2, 3], [1, 2, 3, 4, 5], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]].map((all) => satisfiedShare(all, all.length).value)).toEqual([1 / 3, 2 / 5, 3 / 10])
    expect(() => satisfiedShare([1], 2)).toThrow(RangeError)
    expect(meanScore([5, 6, 7])).toMatchObject({ value: 6, low: expect.closeTo(6 - 4.302_652_73 / Math.sqrt(3), 6), n: 3 })
    expect(meanScore([4]).low).toBeNaN()
    expect(cronbachAlpha([[1, 2, 3, 5]]).raw).toBeNaN()
    expect(() => plsPath({ a: [1, 2, 3] }, [{ name: 'A', questions: ['a'] }, { name: 'B', questions: ['b'] }], [{ from: 'A', to: 'B' }])).toThrow('no answers to b')
  })
})
