/** Every statement about the behavioural signs of satisfaction: a period and the one before it, customer by customer and then summed. */
import type { Source, Statement } from '../warehouse/warehouse.ts'

/** The period ends on the day asked for and the one before ends where it begins; earlier is null. */
const periodOf = (day: string): string => `case when ${day} > cast($asOf as date) - cast($days as integer) then 'now' when ${day} > cast($asOf as date) - 2 * cast($days as integer) then 'before' end`

type BoughtRow = {
  readonly period: 'now' | 'before', readonly buyers: number, readonly again: number, readonly kept: number, readonly money_minor: bigint
  readonly mean: number, readonly variance: number | null
}

/** Buyers of each period, who of them came on two days or more, and who of the period before it bought in it; money a buyer with its spread, in main units. */
export const boughtInPeriods = (sale: Source, days: number): Statement<BoughtRow> => ({
  name: 'behaviour.bought_in_periods', params: { ...sale.params, days },
  sql: `with ${sale.ctes}, told as (
      select customer_id, day, value_minor, case when day > cast($asOf as date) - cast($days as integer) then 0 when day > cast($asOf as date) - 2 * cast($days as integer) then 1
        when day > cast($asOf as date) - 3 * cast($days as integer) then 2 else 3 end as ago from sale
    ), person as (
      select customer_id, ago, count(distinct day) as visits, sum(value_minor) as money_minor,
        lead(ago) over (partition by customer_id order by ago) as earlier from told group by customer_id, ago
    )
    select case ago when 0 then 'now' else 'before' end as period, cast(count(*) as integer) as buyers, cast(count(*) filter (where visits >= 2) as integer) as again,
      cast(count(*) filter (where earlier = ago + 1) as integer) as kept, cast(sum(money_minor) as bigint) as money_minor,
      cast(avg(cast(money_minor as double precision) / 10000) as double precision) as mean, cast(var_samp(cast(money_minor as double precision) / 10000) as double precision) as variance
    from person where ago <= 1 group by ago order by ago`
})

/** The buyers of two periods ago: whom the period before could have kept. */
export const buyersThen = (sale: Source, days: number): Statement<{ readonly customers: number }> => ({
  name: 'behaviour.buyers_then', params: { ...sale.params, days },
  sql: `with ${sale.ctes} select cast(count(distinct customer_id) as integer) as customers from sale
    where day <= cast($asOf as date) - 2 * cast($days as integer) and day > cast($asOf as date) - 3 * cast($days as integer)`
})

type BelowRow = { readonly period: 'now' | 'before', readonly n: number, readonly y: number, readonly x: number, readonly yy: number, readonly xy: number, readonly xx: number }

/** Units bought below the usual price (y) of those with a known one (x), customer by customer, as the sums from which their ratio and its error follow. */
export const belowInPeriods = (priced: Source, days: number): Statement<BelowRow> => ({
  name: 'behaviour.below_in_periods', params: { ...priced.params, days },
  sql: `with ${priced.ctes}, placed as (
      select customer_id, ${periodOf('day')} as period, sum(case when below then quantity else 0 end) as y, sum(quantity) as x from priced where usual_minor is not null group by customer_id, ${periodOf('day')}
    )
    select period, cast(count(*) as integer) as n, cast(sum(y) as double precision) as y, cast(sum(x) as double precision) as x, cast(sum(y * y) as double precision) as yy,
      cast(sum(x * y) as double precision) as xy, cast(sum(x * x) as double precision) as xx
    from placed where period is not null group by period order by period`
})
