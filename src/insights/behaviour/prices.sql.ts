/** Every statement about prices: who buys below the usual price and on promotion, and how prices and quantities moved. `bargain` holds a customer's sums. */
import type { Source, Statement } from '../warehouse/warehouse.ts'
import { bandOf, partOf, type Measure } from './prices.source.ts'

type BandRow = {
  readonly band: number | null, readonly customers: number, readonly repeaters: number, readonly orders: number, readonly promoted_orders: number, readonly money_minor: bigint,
  readonly promoted_minor: bigint
}

export const bargainBands = (priced: Source, measure: Measure): Statement<BandRow> => ({
  name: 'behaviour.bargain_bands', params: priced.params,
  sql: `with ${priced.ctes}, placed as (select *, ${bandOf(measure)} as band from bargain)
    select cast(band as integer) as band, cast(count(*) as integer) as customers, cast(count(*) filter (where orders >= 2) as integer) as repeaters, cast(sum(orders) as integer) as orders,
      cast(sum(promoted_orders) as integer) as promoted_orders, cast(sum(money_minor) as bigint) as money_minor, cast(sum(promoted_minor) as bigint) as promoted_minor
    from placed group by band order by band nulls last`
})

type QuartileRow = { readonly q25: number | null, readonly q50: number | null, readonly q75: number | null }

export const bargainQuartiles = (priced: Source, measure: Measure): Statement<QuartileRow> => {
  const [part, whole] = partOf[measure]
  const share = `cast(${part} as double precision) / ${whole}`
  return {
    name: 'behaviour.bargain_quartiles', params: priced.params,
    sql: `with ${priced.ctes} select percentile_cont(0.25) within group (order by ${share}) as q25, percentile_cont(0.5) within group (order by ${share}) as q50,
      percentile_cont(0.75) within group (order by ${share}) as q75 from bargain where ${whole} > 0`
  }
}

type SumRow = {
  readonly customers: number, readonly orders: number, readonly promoted_orders: number, readonly known_units: number, readonly below_units: number, readonly money_minor: bigint,
  readonly known_minor: bigint, readonly promoted_minor: bigint
}

export const bargainSums = (priced: Source): Statement<SumRow> => ({
  name: 'behaviour.bargain_sums', params: priced.params,
  sql: `with ${priced.ctes}
    select cast(count(*) as integer) as customers, cast(coalesce(sum(orders), 0) as integer) as orders, cast(coalesce(sum(promoted_orders), 0) as integer) as promoted_orders,
      cast(coalesce(sum(known_units), 0) as double precision) as known_units, cast(coalesce(sum(below_units), 0) as double precision) as below_units,
      cast(coalesce(sum(money_minor), 0) as bigint) as money_minor, cast(coalesce(sum(known_minor), 0) as bigint) as known_minor, cast(coalesce(sum(promoted_minor), 0) as bigint) as promoted_minor
    from bargain`
})

export type WeekRow = { readonly product: string, readonly week: string, readonly quantity: number, readonly price_minor: bigint, readonly lines: number }

/** Units and median unit price of the products in most orders, week by week. */
export const priceWeeks = (sold: Source, top: number): Statement<WeekRow> => ({
  name: 'behaviour.price_weeks', params: { ...sold.params, top },
  sql: `with ${sold.ctes}, popular as (select product from sold group by product order by count(distinct order_id) desc, product collate "C" limit cast($top as integer))
    select product, cast(date_trunc('week', cast(day as timestamp)) as date) as week, cast(sum(quantity) as double precision) as quantity,
      cast(percentile_disc(0.5) within group (order by cast(floor(cast(amount_minor as double precision) / quantity + 0.5) as bigint)) as bigint) as price_minor, cast(count(*) as integer) as lines
    from sold where product in (select product from popular) group by 1, 2 order by product collate "C", 2`
})

type ProductRow = {
  readonly product: string, readonly customers: number, readonly units: number, readonly known_units: number, readonly below_units: number, readonly promoted_minor: bigint, readonly money_minor: bigint,
  readonly usual_minor: bigint | null
}

/** The products with most money on promotion, and what each usually cost in its latest month. */
export const promotedProducts = (priced: Source, limit: number): Statement<ProductRow> => ({
  name: 'behaviour.promoted_products', params: { ...priced.params, limit },
  sql: `with ${priced.ctes}, latest as (select product, max(day) as day from priced group by product)
    select p.product, cast(count(distinct p.customer_id) as integer) as customers, cast(sum(p.quantity) as double precision) as units,
      cast(sum(case when p.usual_minor is not null then p.quantity else 0 end) as double precision) as known_units, cast(sum(case when p.below then p.quantity else 0 end) as double precision) as below_units,
      cast(sum(case when p.promoted then p.amount_minor else 0 end) as bigint) as promoted_minor, cast(sum(p.amount_minor) as bigint) as money_minor,
      cast(max(case when p.day = l.day then p.usual_minor end) as bigint) as usual_minor
    from priced p join latest l on l.product = p.product group by p.product order by promoted_minor desc, money_minor desc, p.product collate "C" limit cast($limit as integer)`
})
