/** Every statement about how long customers take: from registration to the first order, from the first to the second. */
import type { Source, Statement } from '../warehouse/warehouse.ts'

export type WaitRow = { readonly ended: boolean, readonly days: number, readonly n: number }

/** Who registered after the day: days until the first order, still open on the day asked for where there was none; registered with the first order is 0 days. */
export const registrations = (sale: Source, since: string): Statement<WaitRow> => ({
  name: 'behaviour.registrations', params: { ...sale.params, entered: since },
  sql: `with ${sale.ctes}, first_order as (select customer_id, min(day) as first_day from sale group by customer_id),
    wait as (
      select f.first_day is not null as ended, cast(coalesce(f.first_day, cast($asOf as date)) - c.created_day as integer) as days
      from warehouse.customer c left join first_order f on f.customer_id = c.customer_id where c.created_day > cast($entered as date) and c.created_day <= cast($asOf as date)
    )
    select ended, days, cast(count(*) as integer) as n from wait group by ended, days order by ended, days`
})

/** Whose first order came after the day: days until one on a later day. */
export const secondOrders = (sale: Source, since: string): Statement<WaitRow> => ({
  name: 'behaviour.second_orders', params: { ...sale.params, entered: since },
  sql: `with ${sale.ctes}, visit as (select distinct customer_id, day from sale),
    placed as (select day, row_number() over visits as place, lead(day) over visits as next_day from visit window visits as (partition by customer_id order by day))
    select next_day is not null as ended, cast(coalesce(next_day, cast($asOf as date)) - day as integer) as days, cast(count(*) as integer) as n
    from placed where place = 1 and day > cast($entered as date) group by 1, 2 order by 1, 2`
})
