/** Price sensitivity and promotion dependence: how sales of a product answered to its own price, and who buys only when it is cheaper. */
import type { Engine } from '#foundation/engine.ts'
import { wilson } from '#stats/wilson.ts'
import { ask, type Source } from '../warehouse/warehouse.ts'
import { inBoth, prepare, type BehaviourInput } from './behaviour.question.ts'
import { behaviourWords as words } from './behaviour.words.ts'
import { elasticities } from './prices.elasticity.ts'
import type { Price, Promotion } from './prices.schema.ts'
import { pricedSource, withBargains, type Measure } from './prices.source.ts'
import { soldSource } from './behaviour.sold.ts'
import { bargainBands, bargainQuartiles, bargainSums, priceWeeks, promotedProducts } from './prices.sql.ts'

const shown = 50

export const readPrice = (engine: Engine, input: BehaviourInput): Promise<Price> => engine.snapshot(async (snapshot) => {
  const { question, parameters, scope } = await prepare(snapshot, input)
  const { sums, bargains } = await bargainsOf(snapshot, pricedSource(scope, parameters), 'below')
  const weeks = await ask(snapshot, priceWeeks(soldSource(scope), parameters.topProducts))
  return {
    stamp: question.stamp(sums?.customers ?? 0), missing: missingOf(sums, parameters.leastCustomers),
    ...elasticities(weeks, { from: scope.windowDays === undefined ? question.firstDay : undefined, scope, parameters }),
    knownShare: shareOf(sums?.known_minor, sums?.money_minor), belowShare: (sums?.known_units ?? 0) === 0 ? 0 : (sums?.below_units ?? 0) / (sums?.known_units ?? 1),
    bargains
  }
})

export const readPromotion = (engine: Engine, input: BehaviourInput): Promise<Promotion> => engine.snapshot(async (snapshot) => {
  const { question, parameters, scope } = await prepare(snapshot, input)
  const priced = pricedSource(scope, parameters)
  const { sums, bargains } = await bargainsOf(snapshot, priced, 'promoted')
  const products = await ask(snapshot, promotedProducts(priced, shown))
  const [orders, promoted] = [sums?.orders ?? 0, sums?.promoted_orders ?? 0]
  const only = bargains.bands.find(({ band }) => band === 5)?.repeaters ?? 0
  const repeaters = bargains.bands.reduce((sum, band) => sum + band.repeaters, 0)
  return {
    stamp: question.stamp(sums?.customers ?? 0), missing: missingOf(sums, parameters.leastCustomers), knownShare: shareOf(sums?.known_minor, sums?.money_minor),
    orders: { count: promoted, of: orders, ...wilson(promoted, orders) }, moneyShare: shareOf(sums?.promoted_minor, sums?.known_minor), promotedMinor: (sums?.promoted_minor ?? 0n).toString(),
    only: { count: only, of: repeaters, ...wilson(only, repeaters) }, bargains,
    products: products.map((row) => ({
      product: row.product, name: null, customers: row.customers, units: row.units, belowShare: row.known_units === 0 ? null : row.below_units / row.known_units,
      promotedMinor: row.promoted_minor.toString(), moneyMinor: row.money_minor.toString(), promotedShare: shareOf(row.promoted_minor, row.money_minor), usualMinor: row.usual_minor?.toString() ?? null
    }))
  }
})

const shareOf = (part = 0n, whole = 0n): number => (whole === 0n ? 0 : Number(part) / Number(whole))

interface Sums { readonly customers: number, readonly known_minor: bigint }

function missingOf(sums: Sums | undefined, least: number): Price['missing'] {
  const customers = sums?.customers ?? 0
  if (customers === 0) return words.noLines
  if (customers < least) return inBoth(words.few, { n: customers, least })
  return sums?.known_minor === 0n ? words.noUsual : null
}

async function bargainsOf(engine: Engine, priced: Source, measure: Measure) {
  const { sums, rows, quartiles } = await withBargains(engine, priced, async (bargains) => ({
    sums: (await ask(engine, bargainSums(bargains)))[0], rows: await ask(engine, bargainBands(bargains, measure)), quartiles: (await ask(engine, bargainQuartiles(bargains, measure)))[0]
  }))
  const known = rows.filter((row) => row.band !== null)
  const customers = known.reduce((sum, row) => sum + row.customers, 0)
  const money = known.reduce((sum, row) => sum + row.money_minor, 0n)
  const bargains: Price['bargains'] = {
    customers, unknown: rows.find((row) => row.band === null)?.customers ?? 0, quartiles: [quartiles?.q25 ?? null, quartiles?.q50 ?? null, quartiles?.q75 ?? null],
    bands: known.map((row) => ({
      band: row.band ?? 0, customers: row.customers, share: row.customers / customers, repeaters: row.repeaters, orders: row.orders, moneyMinor: row.money_minor.toString(), moneyShare: shareOf(row.money_minor, money)
    }))
  }
  return { sums, bargains }
}
