/** From units and prices by product and week to how quantity answered to price: for all products together, and for each that has data enough. */
import { addDays, type Day } from '#foundation/zone.ts'
import { elasticityWithin, type Elasticity, type Sold } from '#stats/elasticity.ts'
import { studentBeyond, studentQuantile } from '#stats/distributions.ts'
import { fitLinear } from '#stats/linear.ts'
import { benjaminiHochberg } from '#stats/multiple.ts'
import type { BehaviourParameters } from '../definitions/definitions.schema.ts'
import type { Scope } from '../warehouse/warehouse.ts'
import { inBoth } from './behaviour.question.ts'
import { behaviourWords as words } from './behaviour.words.ts'
import type { Price } from './prices.schema.ts'
import type { WeekRow } from './prices.sql.ts'

/** A product whose price never took three values, or moved by less than about a percent, says nothing about prices. */
const leastPrices = 3
const leastSpread = 0.01
/**
 * Where a week has few lines, its median price is chance, and chance that depends on how much was sold: one discounted line is a cheap week that sold little. So a product needs
 * so many lines a week on average; single weeks are not left out, since that would choose by what is to be explained.
 */
const leastWeekLines = 10
/** Fewer products than these are no market to speak of. */
const leastProducts = 5

interface Asked { readonly from: Day | undefined, readonly scope: Scope, readonly parameters: Pick<BehaviourParameters, 'leastPriceWeeks' | 'falseDiscovery'> }
type Answer = Pick<Price, 'pooled' | 'withWeeks' | 'missingSlope' | 'products' | 'looked' | 'estimated' | 'proven'>

export function elasticities(rows: readonly WeekRow[], { from, scope, parameters }: Asked): Answer {
  const first = scope.windowDays === undefined ? from ?? scope.asOf : addDays(scope.asOf, 1 - scope.windowDays)
  // A week of which only a part was looked at has fewer sales for a reason that is no price.
  const whole = rows.filter(({ week }) => week >= first && addDays(week, 6) <= scope.asOf)
  const byProduct = Object.values(Object.groupBy(whole, ({ product }) => product)).flatMap((own) => (own === undefined ? [] : [own]))
  const moved = byProduct.filter((own) => own.length >= parameters.leastPriceWeeks && linesOf(own) >= leastWeekLines * own.length && new Set(own.map(({ price_minor }) => price_minor)).size >= leastPrices && spreadOf(own) >= leastSpread)
  const weeks = new Map([...new Set(whole.map(({ week }) => week))].map((week, place) => [week, place]))
  const panel = moved.flatMap((own, product) => own.map((row): Sold => ({ product, period: weeks.get(row.week) ?? 0, price: Number(row.price_minor), quantity: row.quantity })))
  const isEnough = moved.length >= leastProducts
  const pooled = isEnough ? elasticityWithin(panel) : undefined
  const single = moved.map(ofProduct)
  const adjusted = benjaminiHochberg(single.map(({ p }) => p))
  const products = single.map(({ line }, place) => ({ ...line, q: adjusted[place] ?? null })).sort((a, b) => (a.q ?? 1) - (b.q ?? 1) || (a.product < b.product ? -1 : 1))
  return {
    pooled: slopeOf(pooled), withWeeks: slopeOf(isEnough ? elasticityWithin(panel, { periods: true }) : undefined),
    missingSlope: pooled === undefined ? inBoth(words.noSlope, { moved: moved.length, looked: byProduct.length, least: leastProducts, weeks: parameters.leastPriceWeeks, lines: leastWeekLines }) : null,
    products, looked: byProduct.length, estimated: products.length, proven: products.filter(({ q }) => q !== null && q <= parameters.falseDiscovery).length
  }
}

const slopeOf = (found: Elasticity | undefined): Price['pooled'] =>
  (found === undefined ? null : { slope: found.slope, low: found.low, high: found.high, p: found.p, n: found.n, products: found.products, weeks: found.periods, proven: found.low > 0 || found.high < 0 })

const linesOf = (rows: readonly WeekRow[]): number => rows.reduce((sum, { lines }) => sum + lines, 0)

function spreadOf(rows: readonly WeekRow[]): number {
  const logs = rows.map(({ price_minor: price }) => Math.log(Number(price)))
  const mean = logs.reduce((sum, value) => sum + value, 0) / logs.length
  return Math.sqrt(logs.reduce((sum, value) => sum + (value - mean) ** 2, 0) / logs.length)
}

/** One product's own line, its error such that an unequal spread does not fool it. */
function ofProduct(rows: readonly WeekRow[]) {
  const { coefficients, robustErrors, n } = fitLinear(rows.map((row) => [Math.log(Number(row.price_minor))]), rows.map((row) => Math.log(row.quantity)))
  const [slope = 0, error = 0] = [coefficients[0], robustErrors[1]]
  const reach = studentQuantile(0.975, n - 2) * error
  const prices = rows.map(({ price_minor: price }) => price).sort((a, b) => (a < b ? -1 : 1))
  const line = {
    product: rows[0]?.product ?? '', name: null, weeks: n, prices: new Set(prices).size, lowestMinor: (prices[0] ?? 0n).toString(), highestMinor: (prices.at(-1) ?? 0n).toString(),
    slope, low: slope - reach, high: slope + reach
  }
  return { line, p: error > 0 ? studentBeyond(slope / error, n - 2) : 1 }
}
