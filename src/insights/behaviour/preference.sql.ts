/** Every statement about what customers prefer: products and categories, shares of wallet, the way into the house. */
import type { Source, Statement } from '../warehouse/warehouse.ts'

export type Key = 'product' | 'category'

type KeyRow = {
  readonly key: string, readonly customers: number, readonly orders: number, readonly quantity: number, readonly money_minor: bigint, readonly repeaters: number, readonly wallet_minor: bigint
}

/** The products or categories that took most money; `wallet_minor` is all that their buyers spent, `repeaters` are buyers with two orders of it or more. */
export const preferred = (sold: Source, key: Key, limit: number): Statement<KeyRow> => ({
  name: 'behaviour.preferred', params: { ...sold.params, limit },
  sql: `with ${sold.ctes}, taken as (
      select customer_id, order_id, ${key} as key, sum(quantity) as quantity, sum(amount_minor) as money_minor from sold where ${key} is not null group by customer_id, order_id, ${key}
    ), person as (
      select customer_id, key, count(*) as orders, sum(quantity) as quantity, sum(money_minor) as money_minor from taken group by customer_id, key
    ), wallet as (select customer_id, sum(amount_minor) as wallet_minor from sold group by customer_id)
    select p.key, cast(count(*) as integer) as customers, cast(sum(p.orders) as integer) as orders, cast(sum(p.quantity) as double precision) as quantity, cast(sum(p.money_minor) as bigint) as money_minor,
      cast(count(*) filter (where p.orders >= 2) as integer) as repeaters, cast(sum(w.wallet_minor) as bigint) as wallet_minor
    from person p join wallet w on w.customer_id = p.customer_id group by p.key order by 5 desc, p.key collate "C" limit cast($limit as integer)`
})

type TotalRow = { readonly customers: number, readonly orders: number, readonly lines: number, readonly keys: number, readonly money_minor: bigint, readonly keyed_minor: bigint }

export const soldTotals = (sold: Source, key: Key): Statement<TotalRow> => ({
  name: 'behaviour.sold_totals', params: sold.params,
  sql: `with ${sold.ctes}
    select cast(count(distinct customer_id) as integer) as customers, cast(count(distinct order_id) as integer) as orders, cast(count(*) as integer) as lines,
      cast(count(distinct ${key}) as integer) as keys, cast(coalesce(sum(amount_minor), 0) as bigint) as money_minor,
      cast(coalesce(sum(case when ${key} is not null then amount_minor end), 0) as bigint) as keyed_minor
    from sold`
})

type WalletRow = { readonly customers: number, readonly single: number, readonly half: number, readonly most: number, readonly q25: number | null, readonly q50: number | null, readonly q75: number | null }

/** What part of a customer's money goes to the one product or category they spend most on. */
export const favouriteShares = (sold: Source, key: Key): Statement<WalletRow> => ({
  name: 'behaviour.favourite_shares', params: sold.params,
  sql: `with ${sold.ctes}, taken as (select customer_id, ${key} as key, sum(amount_minor) as money_minor from sold where ${key} is not null group by customer_id, ${key}),
    person as (select customer_id, cast(max(money_minor) as double precision) / cast(sum(money_minor) as double precision) as share, count(*) as keys from taken group by customer_id)
    select cast(count(*) as integer) as customers, cast(count(*) filter (where keys = 1) as integer) as single, cast(count(*) filter (where share >= 0.5) as integer) as half,
      cast(count(*) filter (where share >= 0.8) as integer) as most, percentile_cont(0.25) within group (order by share) as q25, percentile_cont(0.5) within group (order by share) as q50,
      percentile_cont(0.75) within group (order by share) as q75
    from person`
})

type EntryRow = { readonly category: string, readonly next: string | null, readonly back: boolean, readonly customers: number }

/** The main category of the first order ever, for those whose first order came after the day, and that of the order after it. */
export const entries = (sale: Source, since: string): Statement<EntryRow> => ({
  name: 'behaviour.entries', params: { ...sale.params, entered: since },
  sql: `with ${sale.ctes}, placed as (
      select customer_id, day, category, row_number() over orders as place, lead(category) over orders as next, lead(day) over orders as next_day
      from sale window orders as (partition by customer_id order by day, category collate "C" nulls first)
    )
    select category, next, next_day is not null as back, cast(count(*) as integer) as customers
    from placed where place = 1 and day > cast($entered as date) and category is not null group by category, next, next_day is not null
    order by category collate "C", customers desc, next collate "C" nulls first, back`
})

type SampleRow = { readonly product: string, readonly customer_id: string, readonly order_id: string, readonly line_no: number }

/** A recent line of each of these products: the record knows what it was called. */
export const recentLines = (products: readonly string[]): Statement<SampleRow> => ({
  name: 'behaviour.recent_lines', params: { products: products.join('\u001f') },
  sql: `with wanted as (select product from unnest(string_to_array($products, chr(31))) as listed (product)),
    placed as (
      select product, customer_id, order_id, line_no, row_number() over (partition by product order by day desc, order_id, line_no) as place
      from warehouse.line where product in (select product from wanted)
    )
    select product, customer_id, order_id, line_no from placed where place = 1 order by product collate "C"`
})
