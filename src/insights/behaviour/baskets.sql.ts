/** Every statement about what is bought in one order. */
import type { Source, Statement } from '../warehouse/warehouse.ts'
import type { Key } from './preference.sql.ts'

/** The products or categories in most orders, with their place among them: only these are paired, so that the pairs stay few however many products there are. */
const popular = (sold: Source, key: Key): string => `${sold.ctes}, popular as (
    select ${key} as key, cast(count(distinct order_id) as integer) as orders from sold where ${key} is not null group by ${key} order by 2 desc, ${key} collate "C" limit cast($top as integer)
  ), ranked as (select key, orders, cast(row_number() over (order by orders desc, key collate "C") as integer) as place from popular)`

type PopularRow = { readonly key: string, readonly orders: number, readonly place: number }

export const popularKeys = (sold: Source, key: Key, top: number): Statement<PopularRow> => ({
  name: 'behaviour.popular', params: { ...sold.params, top }, sql: `with ${popular(sold, key)} select key, orders, place from ranked order by place`
})

export type PairRow = { readonly a: number, readonly b: number, readonly both: number, readonly customers: number }

/** Pairs of them, by place, that are in at least so many orders together. */
export const pairsTogether = (sold: Source, key: Key, top: number, least: number): Statement<PairRow> => ({
  name: 'behaviour.pairs', params: { ...sold.params, top, least },
  sql: `with ${popular(sold, key)}, item as (select distinct s.customer_id, s.order_id, r.place from sold s join ranked r on r.key = s.${key})
    select a.place as a, b.place as b, cast(count(*) as integer) as both, cast(count(distinct a.customer_id) as integer) as customers
    from item a join item b on b.customer_id = a.customer_id and b.order_id = a.order_id and b.place > a.place
    group by a.place, b.place having count(*) >= cast($least as integer) order by a.place, b.place`
})

type SizeRow = { readonly items: number, readonly orders: number, readonly money_minor: bigint }

/** How many different products an order holds. */
export const basketSizes = (sold: Source): Statement<SizeRow> => ({
  name: 'behaviour.basket_sizes', params: sold.params,
  sql: `with ${sold.ctes}, basket as (select order_id, cast(count(distinct product) as integer) as items, sum(amount_minor) as money_minor from sold group by order_id)
    select items, cast(count(*) as integer) as orders, cast(sum(money_minor) as bigint) as money_minor from basket group by items order by items`
})
