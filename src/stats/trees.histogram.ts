/** From the sums by bin of a leaf the best split of a column. */
import {
  bendCell, bendUnitRule, binCell, countCell, countShiftCell, foundLength, gainCell, leastBendRule, leastCategoryRule, leastRowsRule, missingCell, penaltyRule, slopeCell, slopeUnitRule, smoothingRule, type Ground
} from './trees.ground.ts'
import type { Kernel } from './trees.kernel.ts'

/** Int32 cells of a pair: two 64-bit integers. */
export const ints = 4
/** Of a cut: its left pair, and where its last bin is. */
export const cutInts = 8

export const readSum = (ground: Ground, sums: Int32Array, at: number): { readonly slope: number, readonly bend: number } =>
  ({ slope: wholeAt(sums, at) * (ground.rules[slopeUnitRule] ?? 0), bend: bendAt(sums, at + 2, maskOf(ground)) * (ground.rules[bendUnitRule] ?? 0) })

/** A 64-bit integer as a double: below 2⁵³ by the choice of units, so exact. */
const wholeAt = (sums: Int32Array, at: number): number => (sums[at + 1] ?? 0) * 2 ** 32 + ((sums[at] ?? 0) >>> 0)
/** Below the count's bits. */
const bendAt = (sums: Int32Array, at: number, mask: number): number => ((sums[at + 1] ?? 0) & mask) * 2 ** 32 + ((sums[at] ?? 0) >>> 0)
const maskOf = ({ control }: Ground): number => 2 ** ((control[countShiftCell] ?? 32) - 32) - 1

interface Leaf { readonly slope: number, readonly bend: number, readonly count: number, readonly at: number }

/**
 * The best split of column j by gain G_L² ÷ (H_L + λ) + G_R² ÷ (H_R + λ) − G² ÷ (H + λ) (Chen and Guestrin 2016, XGBoost, equation 7, doubled), written to `found`;
 * gain 0 says that there is none. `which` is 0 for the smaller leaf at work, 1 for the larger. Missing values try both sides; where the leaf has none they will go
 * with the larger.
 */
export function scan(ground: Ground, kernel: Kernel, j: number, base: number, which: 0 | 1): void {
  const { sums, found, columns, rules, isCategorical } = ground
  const leaf = { slope: sums[3 * which] ?? 0, bend: sums[3 * which + 1] ?? 0, count: sums[3 * which + 2] ?? 0, at: (which * columns + j) * foundLength }
  found[leaf.at + gainCell] = 0
  if (leaf.count < 2 * (rules[leastRowsRule] ?? 0)) return
  if (isCategorical[j] === 1) scanCategories(ground, base, ground.sizes[j] ?? 0, leaf)
  else scanNumbers(ground, kernel, base, ground.sizes[j] ?? 0, leaf)
}

/** What rounding alone can make is no gain. */
const gainOver = (parts: number, whole: number): number => (parts - whole > 1e-12 * whole ? parts - whole : 0)

function scanNumbers(ground: Ground, kernel: Kernel, base: number, size: number, { slope, bend, count, at }: Leaf): void {
  const { histograms, found, rules, cuts, nothing, control } = ground
  const [penalty, leastRows, leastBend, slopeUnit, bendUnit] = [rules[penaltyRule] ?? 0, rules[leastRowsRule] ?? 0, rules[leastBendRule] ?? 0, rules[slopeUnitRule] ?? 1, rules[bendUnitRule] ?? 1]
  const shift = control[countShiftCell] ?? 32
  const begin = histograms.byteOffset + 4 * base
  const missing = (histograms[base + ints * size + 3] ?? 0) >>> (shift - 32)
  const cut = (at / foundLength) * cutInts
  const out = cuts.byteOffset + 4 * cut
  const best = (end: number, start: number, least: number): number =>
    kernel.cut(begin, end, start, out, shift, leastRows, count, slope / slopeUnit, bend / bendUnit, penalty / bendUnit, leastBend / bendUnit, least)
  // With missing values on the right, the last bin still parts them from all others.
  const right = best(begin + 16 * (missing > 0 ? size : size - 1), nothing.byteOffset, 0)
  const left = missing > 0 ? best(begin + 16 * (size - 1), begin + 16 * size, right) : right
  // Slopes are squared and bends are not: so is the unit of what they give.
  found[at + gainCell] = gainOver((left * slopeUnit * slopeUnit) / bendUnit, (slope * slope) / (bend + penalty))
  if (left === 0) return
  const { slope: mine, bend: weight } = readSum(ground, cuts, cut)
  const rows = (cuts[cut + 3] ?? 0) >>> (shift - 32)
  found[at + binCell] = ((cuts[cut + 4] ?? 0) - begin) / 16
  found[at + missingCell] = left > right || (missing === 0 && rows > count - rows) ? 1 : 0
  found[at + slopeCell] = mine
  found[at + bendCell] = weight
  found[at + countCell] = rows
}

/**
 * Categories ordered by Σ slope ÷ (Σ bend + smoothing): among all ways to part them in two the best is a cut of that order (Fisher 1958, JASA 53, 789–798; Ke et al.
 * 2017, LightGBM). Categories with too few rows in the leaf go with the missing.
 */
export function orderCategories(ground: Ground, base: number, size: number, order: Int32Array): number {
  const { histograms, rules } = ground
  const [smoothing, least, slopeUnit, bendUnit] = [rules[smoothingRule] ?? 0, rules[leastCategoryRule] ?? 0, rules[slopeUnitRule] ?? 0, rules[bendUnitRule] ?? 0]
  const mask = maskOf(ground)
  const shift = (ground.control[countShiftCell] ?? 32) - 32
  const rank = (b: number): number => (wholeAt(histograms, base + ints * b) * slopeUnit) / (bendAt(histograms, base + ints * b + 2, mask) * bendUnit + smoothing)
  let kept = 0
  for (let b = 0; b < size; b += 1) {
    if ((histograms[base + ints * b + 3] ?? 0) >>> shift < Math.max(1, least)) continue
    const mine = rank(b)
    let to = kept
    while (to > 0 && rank(order[to - 1] ?? 0) > mine) { order[to] = order[to - 1] ?? 0; to -= 1 }
    order[to] = b
    kept += 1
  }
  return kept
}

function scanCategories(ground: Ground, base: number, size: number, { slope, bend, count, at }: Leaf): void {
  const { histograms, found, rules } = ground
  const [penalty, leastRows, leastBend] = [rules[penaltyRule] ?? 0, rules[leastRowsRule] ?? 0, rules[leastBendRule] ?? 0]
  const shift = (ground.control[countShiftCell] ?? 32) - 32
  const order = new Int32Array(size)
  const kept = orderCategories(ground, base, size, order)
  const sums = Array.from(order.subarray(0, kept), (b) => ({ ...readSum(ground, histograms, base + ints * b), rows: (histograms[base + ints * b + 3] ?? 0) >>> shift }))
  const rest = sums.reduce((left, one) => ({ slope: left.slope - one.slope, bend: left.bend - one.bend, rows: left.rows - one.rows }), { slope, bend, rows: count })
  let best = 0
  for (const side of rest.rows > 0 ? [0, 1] : [0]) {
    let [g, h, n] = side === 0 ? [0, 0, 0] : [rest.slope, rest.bend, rest.rows]
    for (const [i, one] of sums.slice(0, side === 0 && rest.rows > 0 ? kept : kept - 1).entries()) {
      g += one.slope
      h += one.bend
      n += one.rows
      if (n < leastRows || h < leastBend || count - n < leastRows || bend - h < leastBend) continue
      const gain = (g * g) / (h + penalty) + ((slope - g) * (slope - g)) / (bend - h + penalty)
      if (gain > best) {
        best = gain
        found[at + binCell] = i + 1
        found[at + missingCell] = side === 1 || (rest.rows === 0 && n > count - n) ? 1 : 0
        found[at + slopeCell] = g
        found[at + bendCell] = h
        found[at + countCell] = n
      }
    }
  }
  found[at + gainCell] = gainOver(best, (slope * slope) / (bend + penalty))
}
