/**
 * How quantity answers to price: the slope of ln quantity on ln price, within each product, so that dear and cheap products are not compared with each other.
 *
 * `elasticityWithin`: fixed effects by the within transformation (Wooldridge 2010, Econometric Analysis of Cross Section and Panel Data, section 10.5); with `periods`, also a common
 * effect of each period, both taken out by alternating projections (Gaure 2013, "OLS with multiple high dimensional category variables", Computational Statistics & Data Analysis 66).
 * Errors are clustered by product and by period at once (Cameron, Gelbach, Miller 2011, "Robust inference with multiway clustering", Journal of Business & Economic Statistics 29,
 * equation 2.10: V = V_product + V_period − V_both), never below either one-way error, since with few clusters the difference comes out too small (MacKinnon, Nielsen,
 * Webb 2024, "Jackknife inference with two-way clustering"); the interval is Student's with the smaller number of clusters − 1.
 * It describes what happened; where prices move because of demand, a season or an advertisement, it is not what a price cut would do.
 */
import { studentBeyond, studentQuantile } from './distributions.ts'

/** One product in one period; both in their own units, above zero. */
export interface Sold { readonly product: number, readonly period: number, readonly price: number, readonly quantity: number }

export interface Elasticity {
  /** d ln quantity ÷ d ln price: −1.5 means 1 % dearer, 1.5 % less. */
  readonly slope: number
  readonly standardError: number
  readonly low: number
  readonly high: number
  /** Two-sided, of "no answer". */
  readonly p: number
  readonly n: number
  readonly products: number
  readonly periods: number
}

const tolerance = 1e-12
const mostRounds = 10_000

/** Undefined where no price moves once the effects are taken out, or there are fewer than two clusters of either kind. Throws RangeError on a price or quantity not above zero. */
export function elasticityWithin(rows: readonly Sold[], options: { readonly periods?: boolean, readonly level?: number } = {}): Elasticity | undefined {
  if (rows.some(({ price, quantity }) => !(price > 0 && quantity > 0))) throw new RangeError('prices and quantities must be above zero to have a logarithm')
  const products = indexed(rows.map((row) => row.product))
  const periods = indexed(rows.map((row) => row.period))
  const clusters = Math.min(products.count, periods.count)
  if (clusters < 2) return undefined
  const groupings = options.periods === true ? [products, periods] : [products]
  const [x, y] = [rows.map((row) => Math.log(row.price)), rows.map((row) => Math.log(row.quantity))].map((values) => within(values, groupings))
  if (x === undefined || y === undefined) return undefined
  const spread = sum(x, (value) => value * value)
  if (spread <= 1e-9 * rows.length) return undefined
  const slope = sum(x, (value, i) => value * (y[i] ?? 0)) / spread
  const scores = x.map((value, i) => value * ((y[i] ?? 0) - slope * value))
  const squares = (grouping: Grouping): number => sum(totals(scores, grouping), (value) => value * value) * (grouping.count / (grouping.count - 1))
  const [byProduct, byPeriod, byRow] = [squares(products), squares(periods), sum(scores, (value) => value * value)]
  const standardError = Math.sqrt(Math.max(byProduct, byPeriod, byProduct + byPeriod - byRow)) / spread
  const reach = studentQuantile((1 + (options.level ?? 0.95)) / 2, clusters - 1) * standardError
  return {
    slope, standardError, low: slope - reach, high: slope + reach, p: standardError > 0 ? studentBeyond(slope / standardError, clusters - 1) : 0,
    n: rows.length, products: products.count, periods: periods.count
  }
}

interface Grouping { readonly at: Int32Array, readonly count: number }

function indexed(keys: readonly number[]): Grouping {
  const place = new Map<number, number>()
  const at = Int32Array.from(keys, (key) => { const found = place.get(key) ?? place.size; place.set(key, found); return found })
  return { at, count: place.size }
}

function totals(values: readonly number[], { at, count }: Grouping): readonly number[] {
  const sums = Array.from({ length: count }, () => 0)
  values.forEach((value, i) => { const place = at[i] ?? 0; sums[place] = (sums[place] ?? 0) + value })
  return sums
}

/** Takes the means of each grouping away, in turns until nothing is left to take. */
function within(values: readonly number[], groupings: readonly Grouping[]): readonly number[] {
  const sizes = groupings.map((grouping) => totals(values.map(() => 1), grouping))
  let left = [...values]
  for (let round = 0; round < mostRounds; round += 1) {
    let moved = 0
    groupings.forEach((grouping, which) => {
      const means = totals(left, grouping).map((total, place) => total / (sizes[which]?.[place] ?? 1))
      left = left.map((value, i) => { const mean = means[grouping.at[i] ?? 0] ?? 0; moved = Math.max(moved, Math.abs(mean)); return value - mean })
    })
    if (groupings.length === 1 || moved < tolerance) break
  }
  return left
}

const sum = (values: readonly number[], of: (value: number, i: number) => number): number => values.reduce((all, value, i) => all + of(value, i), 0)
