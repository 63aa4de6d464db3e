/**
 * Before launch: how small an effect this audience can show, and how many people an effect needs. For two groups of any sizes and a two-sided test.
 * Source: Chow, Shao, Wang, Lokhnygina 2018, Sample Size Calculations in Clinical Research (3rd edition), sections 3.2 (means) and 4.2 (proportions); normal approximation,
 * good from about thirty people a group.
 */
import { normalAbove, normalBelow, normalQuantile } from './distributions.ts'

export interface Design {
  readonly treated: number
  readonly control: number
  /** The share of null effects called effects; .05. */
  readonly alpha?: number
  /** The share of real effects that are seen; .8. */
  readonly power?: number
}

/** A metric's standard deviation per person in each group. */
export type Spread = number | { readonly treated: number, readonly control: number }

const errorOf = ({ treated, control }: Design, spread: Spread): number => {
  const [s1, s2] = typeof spread === 'number' ? [spread, spread] : [spread.treated, spread.control]
  return Math.sqrt(s1 ** 2 / treated + s2 ** 2 / control)
}
const spreadOf = (share: number): number => Math.sqrt(share * (1 - share))

/** The chance to call an effect an effect, in either direction (the wrong one included, which matters only near 0). */
export function powerOfMeans(design: Design, spread: Spread, effect: number): number {
  const critical = normalQuantile(1 - (design.alpha ?? 0.05) / 2)
  const shift = effect / errorOf(design, spread)
  return normalAbove(critical - shift) + normalBelow(-critical - shift)
}

/** The smallest effect on a mean that is seen with the power asked for, in the metric's unit. Throws RangeError on an empty group. */
export function smallestEffectOnMean(design: Design, spread: Spread): number {
  requireGroups(design)
  return (normalQuantile(1 - (design.alpha ?? 0.05) / 2) + normalQuantile(design.power ?? 0.8)) * errorOf(design, spread)
}

/** The chance to see that a share of `control` becomes one of `control + effect`; spread under "no difference" for the test, under the effect for the chance. */
export function powerOfShares(design: Design, control: number, effect: number): number {
  const { treated: n1, control: n2, alpha = 0.05 } = design
  const critical = normalQuantile(1 - alpha / 2)
  const pooled = (n1 * (control + effect) + n2 * control) / (n1 + n2)
  const calm = spreadOf(pooled) * Math.sqrt(1 / n1 + 1 / n2)
  const real = errorOf(design, { treated: spreadOf(control + effect), control: spreadOf(control) })
  if (!(real > 0)) return Number(effect !== 0)
  return normalAbove((critical * calm - effect) / real) + normalBelow((-critical * calm - effect) / real)
}

/**
 * The smallest rise (or, with `fall`, drop) of a share that is seen with the power asked for, by bisection; undefined where even the largest possible change is not.
 * Throws RangeError on a share outside [0, 1] or an empty group.
 */
export function smallestEffectOnShare(design: Design, control: number, direction: 'rise' | 'fall' = 'rise'): number | undefined {
  requireGroups(design)
  if (!(control >= 0 && control <= 1)) throw new RangeError(`no share is ${control}`)
  const sign = direction === 'rise' ? 1 : -1
  let low = 0
  let high = direction === 'rise' ? 1 - control : control
  const sees = (size: number): boolean => powerOfShares(design, control, sign * size) >= (design.power ?? 0.8)
  if (!sees(high)) return undefined
  for (let i = 0; i < 60; i += 1) {
    const middle = (low + high) / 2
    if (sees(middle)) high = middle
    else low = middle
  }
  return sign * high
}

/** People in both groups together that an effect on a mean needs, where `share` of them is treated. */
export function sampleForMean(effect: number, spread: Spread, { share = 0.5, alpha = 0.05, power = 0.8 }: { readonly share?: number, readonly alpha?: number, readonly power?: number } = {}): number {
  if (!(share > 0 && share < 1) || effect === 0) throw new RangeError('an effect and a share between 0 and 1 are needed')
  const perPerson = errorOf({ treated: share, control: 1 - share }, spread)
  return Math.ceil((((normalQuantile(1 - alpha / 2) + normalQuantile(power)) * perPerson) / effect) ** 2 - 1e-9)
}

function requireGroups({ treated, control }: Design): void {
  if (!(treated > 0 && control > 0)) throw new RangeError('each group needs somebody')
}
