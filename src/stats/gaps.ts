/**
 * Missing values filled openly, so that a method that refuses them can be asked: along a straight line, and with a season along what is left when it is taken out.
 * The forecast then knows too little of its own doubt where much was filled: `filled` says how much.
 */
import { stl } from './stl.ts'

export interface Filled { readonly values: Float64Array, readonly filled: number }

/** Gaps are NaN; the ends take the nearest value. Undefined where there is no value at all. */
export function fillGaps(series: ArrayLike<number>, period: number): Filled | undefined {
  const values = Float64Array.from(series)
  const missing = values.reduce((sum, one) => sum + Number(!Number.isFinite(one)), 0)
  if (missing === values.length) return undefined
  if (missing === 0) return { values, filled: 0 }
  const straight = bridged(values)
  if (period < 2 || values.length <= 2 * period) return { values: straight, filled: missing }
  // The season is read from what is known alone: a line over a hole would flatten it.
  const { seasonal } = stl(straight, period, { window: 'periodic', weights: values.map((one) => Number(Number.isFinite(one))) })
  const bare = bridged(values.map((one, i) => one - (seasonal[i] ?? 0)))
  return { values: values.map((one, i) => (Number.isFinite(one) ? one : (bare[i] ?? 0) + (seasonal[i] ?? 0))), filled: missing }
}

function bridged(values: Float64Array): Float64Array {
  const known = Array.from(values, (one, i) => ({ one, i })).filter(({ one }) => Number.isFinite(one))
  const filled = values.slice()
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last) return filled
  filled.fill(first.one, 0, first.i)
  filled.fill(last.one, last.i)
  for (const [k, { one, i }] of known.entries()) {
    const next = known[k + 1]
    if (!next) continue
    for (let j = i + 1; j < next.i; j += 1) filled[j] = one + ((next.one - one) * (j - i)) / (next.i - i)
  }
  return filled
}
