/**
 * How far the future of an exponential smoothing model may lie from its point forecast: exact variances where they are known, simulated paths elsewhere.
 * Source: Hyndman, Koehler, Ord and Snyder 2008, chapter 6: class 1 (table 6.2), class 2 (table 6.4), class 3 (section 6.4.3).
 */
import { etsPoints } from './ets.ts'
import type { EtsFit } from './ets.fit.ts'

/** Mean and variance at steps 1 … horizon; undefined for the models of classes 4 and 5 (a multiplicative trend, or additive errors on a multiplicative season). */
export function etsMoments(fit: EtsFit, horizon: number): { readonly mean: Float64Array, readonly variance: Float64Array } | undefined {
  const { error, trend, season } = fit.model
  if (trend === 'M' || (season === 'M' && error === 'A')) return undefined
  if (season === 'M') return products(fit, horizon)
  const mean = etsPoints(fit.model, fit.parameters, fit.last, horizon)
  return { mean, variance: error === 'A' ? additive(fit, horizon) : relative(fit, mean) }
}

/** c_j: how much of today's error is in the value j steps on. */
function echoes({ model, parameters: { alpha, beta, gamma, phi } }: EtsFit, horizon: number): Float64Array {
  let [reach, share] = [0, 1]
  return Float64Array.from({ length: horizon }, (_, i) => {
    share *= phi
    reach += share
    return alpha + (model.trend === 'N' ? 0 : beta * reach) + (model.season !== 'N' && (i + 1) % model.period === 0 ? gamma : 0)
  })
}

/** Class 1: σ² (1 + Σ c_j²). */
function additive(fit: EtsFit, horizon: number): Float64Array {
  const echo = echoes(fit, horizon)
  let sum = 1
  return echo.map((_, i) => {
    if (i > 0) sum += (echo[i - 1] ?? 0) ** 2
    return fit.variance * sum
  })
}

/** Class 2: θ_h = μ_h² + σ² Σ c_j² θ_{h−j}; the variance is (1 + σ²) θ_h − μ_h². */
function relative(fit: EtsFit, mean: Float64Array): Float64Array {
  const echo = echoes(fit, mean.length)
  const theta = new Float64Array(mean.length)
  return mean.map((mu, i) => {
    let sum = 0
    for (let j = 1; j <= i; j += 1) sum += (echo[j - 1] ?? 0) ** 2 * (theta[i - j] ?? 0)
    theta[i] = mu * mu + fit.variance * sum
    return (1 + fit.variance) * (theta[i] ?? 0) - mu * mu
  })
}

/**
 * Class 3, multiplicative errors and season: the forecast is a product of two states that the same error moves, so first and second moments of all products
 * (level or slope) × (figure) are carried along. With the error ε normal: E ε² = σ², E ε⁴ = 3 σ⁴. A product's moments are kept as level and slope, and as
 * [level², level × slope, slope²] for each pair of figures.
 */
function products({ model, parameters: { alpha, beta, gamma, phi }, last, variance }: EtsFit, horizon: number): { readonly mean: Float64Array, readonly variance: Float64Array } {
  const m = model.period
  const first = Array.from(last.season, (figure) => [last.level * figure, last.slope * figure] as const)
  let means: readonly (readonly [number, number])[] = first
  let pairs = first.map(([l, b]) => first.map(([k, c]) => [l * k, (l * c + b * k) / 2, b * c] as const))
  const answer = { mean: new Float64Array(horizon), variance: new Float64Array(horizon) }
  const trended = model.trend === 'N' ? 0 : phi
  const slope = model.trend === 'N' ? 0 : beta
  for (let h = 0; h < horizon; h += 1) {
    const [level = 0, push = 0] = means[0] ?? []
    const mu = level + trended * push
    const [ll, lb, bb] = pairs[0]?.[0] ?? [0, 0, 0]
    answer.mean[h] = mu
    answer.variance[h] = (1 + variance) * (ll + 2 * trended * lb + trended * trended * bb) - mu * mu
    const moved = means.map(([l, b], i) => {
      const sum = l + trended * b
      // Only the figure of the step just taken moves with the error, and so gains from its square.
      const gain = i === 0 ? gamma * variance : 0
      return [sum * (1 + alpha * gain), trended * b + slope * sum * gain] as const
    })
    means = [...moved.slice(1), moved[0] ?? [0, 0]]
    const next = pairs.map((row, i) => row.map(([l2, l1, l0], j) => {
      const moves = Number(i === 0) + Number(j === 0)
      const square = l2 + 2 * trended * l1 + trended * trended * l0
      const across = trended * l1 + trended * trended * l0
      const still = [square, across, trended * trended * l0] as const
      const crossed = [2 * alpha * square, slope * square + alpha * across, 2 * slope * across] as const
      const pushed = [alpha * alpha * square, alpha * slope * square, slope * slope * square] as const
      const twice = moves === 2 ? gamma * gamma * variance : 0
      const moment = (k: 0 | 1 | 2): number => still[k] * (1 + twice) + moves * gamma * variance * crossed[k] + (variance + 3 * twice * variance) * pushed[k]
      return [moment(0), moment(1), moment(2)] as const
    }))
    const turned = (i: number): number => (i + 1) % m
    pairs = next.map((_, i) => next.map((__, j) => next[turned(i)]?.[turned(j)] ?? [0, 0, 0]))
  }
  return answer
}
