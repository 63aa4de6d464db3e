/**
 * Advertising works on after the day it is paid for, and twice as much does not do twice as much: carry-over and saturation.
 *
 * Carry-over: geometric (Broadbent 1979, "One way TV advertisements work", Journal of the Market Research Society 21) and by the tail of a Weibull distribution, which can
 * fall fast and then slowly. Saturation: Hill and logistic. All as in Jin, Wang, Sun, Chan, Koehler 2017, "Bayesian Methods for Media Mix Modeling with Carryover and Shape
 * Effects", Google Research, sections 2.1 and 2.2.
 */

/** a_t = x_t + decay · a_(t−1), in the unit of x; decay in [0, 1). Throws RangeError elsewhere. */
export function geometricAdstock(spend: ArrayLike<number>, decay: number): Float64Array {
  if (!(decay >= 0 && decay < 1)) throw new RangeError(`no decay is ${decay}`)
  const carried = new Float64Array(spend.length)
  let level = 0
  for (let t = 0; t < carried.length; t += 1) {
    level = (spend[t] ?? 0) + decay * level
    carried[t] = level
  }
  return carried
}

/** What is left after `lag` periods: exp(−(lag ÷ scale)^shape); shape 1 is geometric with decay exp(−1 ÷ scale). */
export const weibullLeft = (lag: number, { shape, scale }: WeibullDecay): number => Math.exp(-((lag / scale) ** shape))
export interface WeibullDecay { readonly shape: number, readonly scale: number }

/** Carry-over by a Weibull tail; lags of which less than 1e-6 is left are dropped. Throws RangeError where shape or scale is not positive. */
export function weibullAdstock(spend: ArrayLike<number>, decay: WeibullDecay): Float64Array {
  if (!(decay.shape > 0 && decay.scale > 0)) throw new RangeError('shape and scale must be positive')
  const left: number[] = []
  for (let lag = 0; lag < spend.length; lag += 1) {
    const share = weibullLeft(lag, decay)
    if (share < 1e-6) break
    left.push(share)
  }
  return Float64Array.from({ length: spend.length }, (_, t) => left.reduce((sum, share, lag) => sum + share * (spend[t - lag] ?? 0), 0))
}

/** How a channel answers to a level: a share in [0, 1) and its slope there. */
export interface Saturation { readonly value: (level: number) => number, readonly slope: (level: number) => number }

/** x^s ÷ (half^s + x^s): half of the most at `half`. s = 1 rises ever slower; s > 1 begins with an S. */
export const hill = (half: number, s = 1): Saturation => ({
  value: (x) => (x > 0 ? 1 / (1 + (half / x) ** s) : 0),
  slope: (x) => {
    const share = Math.max(0, x) / half
    const power = share ** s
    // From whichever side does not overflow.
    return power <= 1 ? ((s / half) * share ** (s - 1)) / (1 + power) ** 2 : s / (x * power * (1 + 1 / power) ** 2)
  }
})

/** (1 − e^(−λx)) ÷ (1 + e^(−λx)) = tanh(λx ÷ 2). */
export const logisticSaturation = (rate: number): Saturation => ({
  value: (x) => Math.tanh((rate * Math.max(0, x)) / 2),
  slope: (x) => (rate / 2) * (1 - Math.tanh((rate * Math.max(0, x)) / 2) ** 2)
})
