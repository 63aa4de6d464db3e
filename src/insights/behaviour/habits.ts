/** The habits of one customer, from all their orders up to the day. */
import type { Engine } from '#foundation/engine.ts'
import { ask, saleSource } from '../warehouse/warehouse.ts'
import { prepare, type BehaviourInput } from './behaviour.question.ts'
import { soldSource } from './behaviour.sold.ts'
import { behaviourWords as words } from './behaviour.words.ts'
import { rhythms } from './customers.sql.ts'
import type { Habits } from './habits.schema.ts'
import { likes, usualOrder } from './habits.sql.ts'
import { pricedSource } from './prices.source.ts'
import { bargainSums } from './prices.sql.ts'

export const readHabits = (engine: Engine, input: BehaviourInput & { readonly customer: string }): Promise<Habits> => engine.snapshot(async (snapshot) => {
  const { question, parameters, whole } = await prepare(snapshot, input)
  const scope = { ...whole, customer: input.customer }
  const sold = soldSource(scope)
  const [usual] = await ask(snapshot, usualOrder(sold))
  const [rhythm] = await ask(snapshot, rhythms(saleSource(scope), [input.customer]))
  const [sums] = await ask(snapshot, bargainSums(pricedSource(scope, parameters)))
  const liked = async (key: 'category' | 'product'): Promise<Habits['products']> =>
    (await ask(snapshot, likes(sold, key))).map((row) => ({ key: row.key, name: null, orders: row.orders, share: Number(row.money_minor) / Number(row.all_minor) }))
  const orders = usual?.orders ?? 0
  return {
    stamp: question.stamp(orders === 0 ? 0 : 1), missing: orders === 0 ? words.noLinesOfOne : null, orders, usualGapDays: rhythm?.usual ?? null, usualItems: usual?.items ?? null,
    usualOrderMinor: typeof usual?.money_minor === 'number' ? Math.round(usual.money_minor).toString() : null, categories: await liked('category'), products: await liked('product'),
    promotionShare: sums === undefined || sums.known_minor === 0n ? null : Number(sums.promoted_minor) / Number(sums.known_minor),
    belowShare: sums === undefined || sums.known_units === 0 ? null : sums.below_units / sums.known_units
  }
})
