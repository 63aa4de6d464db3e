/** What one customer likes, and what an order of theirs is usually like. */
import type { Source, Statement } from '../warehouse/warehouse.ts'
import type { Key } from './preference.sql.ts'

type LikeRow = { readonly key: string, readonly orders: number, readonly money_minor: bigint, readonly all_minor: bigint }

export const likes = (sold: Source, key: Key): Statement<LikeRow> => ({
  name: 'behaviour.likes', params: sold.params,
  sql: `with ${sold.ctes}, liked as (select ${key} as key, cast(count(distinct order_id) as integer) as orders, cast(sum(amount_minor) as bigint) as money_minor from sold where ${key} is not null group by ${key})
    select key, orders, money_minor, cast(sum(money_minor) over () as bigint) as all_minor from liked order by money_minor desc, key collate "C" limit 3`
})

type UsualRow = { readonly orders: number, readonly items: number | null, readonly money_minor: number | null }

export const usualOrder = (sold: Source): Statement<UsualRow> => ({
  name: 'behaviour.usual_order', params: sold.params,
  sql: `with ${sold.ctes}, basket as (select order_id, count(distinct product) as items, sum(amount_minor) as money_minor from sold group by order_id)
    select cast(count(*) as integer) as orders, percentile_cont(0.5) within group (order by cast(items as double precision)) as items,
      percentile_cont(0.5) within group (order by cast(money_minor as double precision)) as money_minor
    from basket`
})
