import { expect, it } from 'vitest'
import { chiSquareAbove, normalAbove, normalBelow, normalQuantile, studentBelow, studentBeyond, studentQuantile } from './distributions.ts'
import { betaShare, gammaShare } from './incomplete.ts'

const near = (value: number, expected: number, relative = 2e-13): void => { expect(Math.abs(value / expected - 1), `${value} against ${expected}`).toBeLessThan(relative) }

/** Source: SciPy 1.14, scipy.stats and scipy.special (Boost and Cephes underneath). */
it('tails and quantiles equal SciPy’s, far out as well', () => {
  for (const [z, p] of [[0.3, 0.382_088_577_811_047_4], [1.96, 0.024_997_895_148_220_435], [5, 2.866_515_718_791_933e-7], [12, 1.776_482_112_077_653e-33]] as const) near(normalAbove(z), p)
  for (const [p, z] of [[1e-12, -7.034_483_825_301_131], [0.025, -1.959_963_984_540_054_5], [0.3, -0.524_400_512_708_040_9]] as const) { near(normalQuantile(p), z, 1e-14); near(normalQuantile(1 - p), -z, 1e-5) }
  for (const [t, df, p] of [[1, 1, 0.5], [2.5, 3.7, 0.071_822_022_911_826_78], [1.96, 42_000, 0.050_002_392_469_169_43], [22.62, 42_000, 1.300_309_787_952_737_4e-112], [0.2, 1e6, 0.841_480_621_790_228_9], [4, 12, 0.001_761_696_244_395_026_7]] as const) near(studentBeyond(t, df), p, 1e-11)
  for (const [p, df, t] of [[0.975, 1, 12.706_204_736_174_694], [0.975, 4.4, 2.679_679_485_692_335], [0.975, 42_000, 1.960_020_468_788_484_3], [0.6, 2, 0.288_675_134_594_812_8], [0.9999, 10, 5.693_820_101_457_592]] as const) near(studentQuantile(p, df), t, 1e-11)
  for (const [x, df, p] of [[0.202_531_25, 2, 0.903_692_957_560_419_6], [100, 3, 1.554_159_431_389_602_6e-21], [50_000, 50_000, 0.499_158_955_639_111_3], [3.84, 1, 0.050_043_521_248_705_19]] as const) near(chiSquareAbove(x, df), p, 1e-12)
  for (const [a, b, x, share] of [[0.5, 0.5, 0.3, 0.369_010_119_565_545_36], [2000, 3000, 0.41, 0.925_262_126_208_303_6], [1e5, 2, 0.999_99, 0.735_755_203_534_818_7], [3, 0.2, 0.7, 0.057_739_500_986_768_55]] as const) near(betaShare(a, b, x), share, 1e-10)
})

it('a quantile is where the tail says, and both tails make one', () => {
  for (const p of [1e-9, 0.001, 0.2, 0.5, 0.8, 0.999]) {
    expect(normalBelow(normalQuantile(p))).toBeCloseTo(p, 13)
    for (const df of [0.7, 3, 250]) expect(studentBelow(studentQuantile(p, df), df)).toBeCloseTo(p, 12)
  }
  for (const [a, x] of [[0.2, 0.01], [3, 3.5], [900, 905], [1e5, 99_000]] as const) {
    const { lower, upper } = gammaShare(a, x)
    expect(lower + upper).toBeCloseTo(1, 14)
  }
  for (const x of [0, 0.1, 0.5, 0.97, 1]) expect(betaShare(2.5, 7, x) + betaShare(7, 2.5, 1 - x)).toBeCloseTo(1, 13)
})

it('answers NaN to what has no answer', () => {
  expect([gammaShare(-1, 2).lower, betaShare(0, 1, 0.5), normalQuantile(2), studentQuantile(0.5, -1)].every(Number.isNaN)).toBe(true)
  expect([normalQuantile(0), normalQuantile(1), normalAbove(-Infinity)]).toEqual([-Infinity, Infinity, 1])
})
