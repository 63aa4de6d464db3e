/**
 * The log-likelihood of BG/NBD and MBG/NBD with its gradient, arranged so that an evaluation costs one exponential a history and little more.
 *
 * A history's likelihood is what depends on x alone × (α + T)^−(r+x) × (1 + odds), odds = (how likely "left at the last purchase" is against "still there"). The first two
 * are summed once for each distinct x and each distinct T; logarithms of α + T and α + t_x are taken once for each distinct time, of which a year of days has few.
 */
import type { BgVariant } from './bgnbd.ts'
import type { Histories } from './histories.ts'
import type { Surface } from './likelihood.ts'

interface Times { readonly values: Float64Array, readonly place: Uint32Array }

function distinct(times: Float64Array): Times {
  const places = new Map<number, number>()
  const place = new Uint32Array(times.length)
  for (let i = 0; i < times.length; i += 1) {
    const time = times[i] ?? 0
    const known = places.get(time)
    place[i] = known ?? places.size
    if (known === undefined) places.set(time, places.size)
  }
  return { values: Float64Array.from(places.keys()), place }
}

/** Value and gradient in r, α, a, b. What depends on x alone goes by recurrence: ln Γ(r + x) − ln Γ(r) = Σ ln(r + i), and its slopes likewise. */
export function bgSurface({ x, lastAt, watched, count, mostRepeats }: Histories, variant: BgVariant): (at: Float64Array) => Surface {
  const shift = variant === 'mbg' ? 1 : 0
  const [ends, lasts] = [distinct(watched), distinct(lastAt)]
  const peopleByX = new Float64Array(mostRepeats + 1)
  const peopleByEnd = new Float64Array(ends.values.length)
  const repeatsByEnd = new Float64Array(ends.values.length)
  for (let i = 0; i < x.length; i += 1) {
    const [k, end, n] = [x[i] ?? 0, ends.place[i] ?? 0, count[i] ?? 0]
    peopleByX[k] = (peopleByX[k] ?? 0) + n
    peopleByEnd[end] = (peopleByEnd[end] ?? 0) + n
    repeatsByEnd[end] = (repeatsByEnd[end] ?? 0) + n * k
  }
  const [logEnd, perEnd] = [new Float64Array(ends.values.length), new Float64Array(ends.values.length)]
  const [logLast, perLast] = [new Float64Array(lasts.values.length), new Float64Array(lasts.values.length)]
  const [logLeave, leftByX] = [new Float64Array(mostRepeats + 1), new Float64Array(mostRepeats + 1)]
  return (at) => {
    const r = at[0] ?? 0
    const alpha = at[1] ?? 0
    const a = at[2] ?? 0
    const b = at[3] ?? 0
    fill(ends.values, alpha, logEnd, perEnd)
    fill(lasts.values, alpha, logLast, perLast)
    for (let k = 0; k <= mostRepeats; k += 1) logLeave[k] = shift === 0 && k === 0 ? -Infinity : Math.log(a / (b + k + shift - 1))
    leftByX.fill(0)
    let value = 0
    let bySpan = 0
    let byPace = 0
    let product = 1
    for (let i = 0; i < x.length; i += 1) {
      const k = x[i] ?? 0
      if (k + shift === 0) continue
      const n = count[i] ?? 0
      const end = ends.place[i] ?? 0
      const last = lasts.place[i] ?? 0
      const span = (logEnd[end] ?? 0) - (logLast[last] ?? 0)
      const logOdds = (logLeave[k] ?? 0) + (r + k) * span
      let left = n
      if (logOdds > 200) value += n * logOdds
      else {
        const odds = Math.exp(logOdds)
        left = (n * odds) / (1 + odds)
        // Σ ln is ln Π: one logarithm for many histories, taken before the product grows out of range.
        if (n === 1) product *= 1 + odds
        else value += n * Math.log(1 + odds)
        if (product > 1e100) { value += Math.log(product); product = 1 }
      }
      leftByX[k] = (leftByX[k] ?? 0) + left
      bySpan += left * span
      byPace += left * (r + k) * ((perLast[last] ?? 0) - (perEnd[end] ?? 0))
    }
    value += Math.log(product)
    const gradient = new Float64Array(4)
    const logAlpha = Math.log(alpha)
    let byR = bySpan
    let byAlpha = -byPace
    let byA = 0
    let byB = 0
    for (let end = 0; end < logEnd.length; end += 1) {
      const n = peopleByEnd[end] ?? 0
      const log = logEnd[end] ?? 0
      const repeats = repeatsByEnd[end] ?? 0
      value += n * r * logAlpha - (r * n + repeats) * log
      byR += n * (logAlpha - log)
      byAlpha += (n * r) / alpha - (r * n + repeats) * (perEnd[end] ?? 0)
    }
    let lnR = 0
    let psiR = 0
    let lnB = 0
    let psiB = 0
    let lnAB = shift === 1 ? Math.log(a + b) : 0
    let psiAB = shift === 1 ? 1 / (a + b) : 0
    for (let k = 0; k <= mostRepeats; k += 1) {
      const n = peopleByX[k] ?? 0
      const left = leftByX[k] ?? 0
      value += n * (lnR + lnB - lnAB + (shift === 1 ? Math.log(b + k) : 0))
      byR += n * psiR
      byA += left / a - n * psiAB
      byB += n * (psiB - psiAB) + (shift === 1 ? (n - left) / (b + k) : k > 0 ? -left / (b + k - 1) : 0)
      lnR += Math.log(r + k)
      psiR += 1 / (r + k)
      lnB += Math.log(b + k)
      psiB += 1 / (b + k)
      lnAB += Math.log(a + b + k + shift)
      psiAB += 1 / (a + b + k + shift)
    }
    gradient.set([byR, byAlpha, byA, byB])
    return { value, gradient }
  }
}

function fill(times: Float64Array, alpha: number, logs: Float64Array, inverses: Float64Array): void {
  for (let i = 0; i < times.length; i += 1) {
    const whole = alpha + (times[i] ?? 0)
    logs[i] = Math.log(whole)
    inverses[i] = 1 / whole
  }
}
