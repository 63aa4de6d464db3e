/**
 * What is bought together: pairs in one order, against what chance would make of how often each is bought. Among many pairs some look striking by luck, so p-values
 * are adjusted over all pairs of the products looked at; those in too few orders to be tested count as unremarkable, which makes the rest no easier.
 */
import type { Engine } from '#foundation/engine.ts'
import { associationOf } from '#stats/association.ts'
import { benjaminiHochberg } from '#stats/multiple.ts'
import { weightedQuantile } from '#stats/quantile.ts'
import { wilson } from '#stats/wilson.ts'
import { ask } from '../warehouse/warehouse.ts'
import { inBoth, prepare, type BehaviourInput } from './behaviour.question.ts'
import { soldSource } from './behaviour.sold.ts'
import { behaviourWords as words } from './behaviour.words.ts'
import type { Baskets } from './baskets.schema.ts'
import { basketSizes, pairsTogether, popularKeys, type PairRow } from './baskets.sql.ts'
import type { KeyOf } from './preference.schema.ts'
import { soldTotals } from './preference.sql.ts'

export interface BasketsInput extends BehaviourInput { readonly by?: KeyOf | undefined, readonly limit?: number }

const shown = 200
const edges = [1, 2, 3, 4, 5, 10, 20] as const

export const readBaskets = (engine: Engine, input: BasketsInput): Promise<Baskets> => engine.snapshot(async (snapshot) => {
  const { question, parameters, scope } = await prepare(snapshot, input)
  const by = input.by ?? 'product'
  const { topProducts, leastPairOrders: leastOrders, falseDiscovery } = parameters
  // What goes with a category is asked of whole orders, not of its own lines.
  const sold = soldSource(scope, { ofCategory: false })
  const [total] = await ask(snapshot, soldTotals(sold, by))
  const keys = await ask(snapshot, popularKeys(sold, by, topProducts))
  const found = await ask(snapshot, pairsTogether(sold, by, topProducts, leastOrders))
  const sizes = await ask(snapshot, basketSizes(sold))
  const orders = total?.orders ?? 0
  const possible = (keys.length * (keys.length - 1)) / 2
  const pairs = judged(found, keys, orders, possible)
  // Small baskets push every lift below 1 (who takes one thing leaves the others), so that "seldom together" would be said of nearly all: it is not said.
  const together = pairs.filter((pair) => pair.q <= falseDiscovery && pair.lift > 1)
  const single = sizes.find((row) => row.items === 1)?.orders ?? 0
  return {
    stamp: question.stamp(total?.customers ?? 0), by, orders,
    missing: orders === 0 ? words.noLines : keys.length === 0 ? words.noCategories : found.length === 0 ? inBoth(words.fewPairs, { least: leastOrders }) : null,
    sizes: sizesOf(sizes, orders), medianItems: orders === 0 ? 0 : weightedQuantile(sizes.map((row) => ({ value: row.items, weight: row.orders })), 0.5),
    single: { count: single, of: orders, ...wilson(single, orders) },
    tested: { keys: keys.length, possible, enough: pairs.length, together: together.length, leastOrders, falseDiscovery },
    pairs: together.toSorted((a, b) => b.logLikelihoodRatio - a.logLikelihoodRatio || a.p - b.p || (a.a.key < b.a.key ? -1 : 1)).slice(0, input.limit ?? shown)
  }
})

interface Popular { readonly key: string, readonly orders: number, readonly place: number }

function judged(found: readonly PairRow[], keys: readonly Popular[], n: number, possible: number): Baskets['pairs'] {
  const at = new Map(keys.map((one) => [one.place, one]))
  const pairs = found.flatMap((row) => {
    const [a, b] = [at.get(row.a), at.get(row.b)]
    if (a === undefined || b === undefined) return []
    const { support, confidence: [aThenB, bThenA], lift, logLikelihoodRatio, p } = associationOf({ n, a: a.orders, b: b.orders, both: row.both })
    const side = ({ key, orders }: Popular) => ({ key, name: null, orders })
    return [{ a: side(a), b: side(b), both: row.both, customers: row.customers, support, aThenB, bThenA, lift, logLikelihoodRatio, p }]
  })
  const adjusted = benjaminiHochberg([...pairs.map(({ p }) => p), ...Array.from({ length: Math.max(0, possible - pairs.length) }, () => 1)])
  return pairs.map((pair, place) => ({ ...pair, q: adjusted[place] ?? 1 }))
}

interface Size { readonly items: number, readonly orders: number, readonly money_minor: bigint }

const sizesOf = (rows: readonly Size[], all: number): Baskets['sizes'] => edges.flatMap((from, place) => {
  const next = edges[place + 1]
  const within = rows.filter((row) => row.items >= from && (next === undefined || row.items < next))
  const orders = within.reduce((sum, row) => sum + row.orders, 0)
  return orders === 0 ? [] : [{ from, to: next === undefined ? null : next - 1, orders, share: orders / all, moneyMinor: within.reduce((sum, row) => sum + row.money_minor, 0n).toString() }]
})
