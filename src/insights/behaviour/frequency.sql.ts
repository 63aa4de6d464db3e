/** Every statement about how often and when customers buy. */
import { saleSource, type Scope, type Source, type Statement } from '../warehouse/warehouse.ts'

type EachRow = { readonly orders: number, readonly customers: number, readonly money_minor: bigint }

/** How many customers ordered how often. */
export const ordersEach = (sale: Source): Statement<EachRow> => ({
  name: 'behaviour.orders_each', params: sale.params,
  sql: `with ${sale.ctes}, person as (select customer_id, cast(count(*) as integer) as orders, sum(value_minor) as money_minor from sale group by customer_id)
    select orders, cast(count(*) as integer) as customers, cast(sum(money_minor) as bigint) as money_minor from person group by orders order by orders`
})

type GapRow = { readonly ended: boolean, readonly days: number, readonly n: number }

/** Days between visits, a visit being a day with a purchase; the last of everyone is open on the day asked for. */
export const gapsBetween = (sale: Source): Statement<GapRow> => ({
  name: 'behaviour.gaps', params: sale.params,
  sql: `with ${sale.ctes}, visit as (select distinct customer_id, day from sale),
    step as (select day, lead(day) over (partition by customer_id order by day) as next_day from visit),
    gap as (select next_day is not null as ended, cast(coalesce(next_day, cast($asOf as date)) - day as integer) as days from step)
    select ended, days, cast(count(*) as integer) as n from gap group by ended, days order by ended, days`
})

type HourRow = { readonly weekday: number, readonly hour: number, readonly orders: number, readonly money_minor: bigint, readonly at_midnight: number }

/** Orders by day of the week (1 is Monday) and hour of the business's clock; a file that knows only days puts every order at midnight. */
export function hoursOf(scope: Scope, zone: string): Statement<HourRow> {
  const sale = saleSource({ ...scope, also: ['at'] })
  return {
    name: 'behaviour.hours', params: { ...sale.params, zone },
    sql: `with ${sale.ctes}, told as (select day, value_minor, "at" at time zone cast($zone as varchar) as local from sale)
      select cast(extract(isodow from day) as integer) as weekday, cast(extract(hour from local) as integer) as hour, cast(count(*) as integer) as orders,
        cast(sum(value_minor) as bigint) as money_minor, cast(count(*) filter (where local = cast(day as timestamp)) as integer) as at_midnight
      from told group by 1, 2 order by 1, 2`
  }
}

type MonthRow = { readonly month: string, readonly orders: number, readonly customers: number, readonly money_minor: bigint }

export const monthsOf = (sale: Source): Statement<MonthRow> => ({
  name: 'behaviour.months', params: sale.params,
  sql: `with ${sale.ctes}
    select cast(date_trunc('month', cast(day as timestamp)) as date) as month, cast(count(*) as integer) as orders, cast(count(distinct customer_id) as integer) as customers,
      cast(sum(value_minor) as bigint) as money_minor
    from sale group by 1 order by 1`
})

type ChannelRow = { readonly channel: string }

export const channelsOf = (): Statement<ChannelRow> => ({
  name: 'behaviour.channels', params: {},
  sql: `select channel from warehouse.purchase where channel is not null and kind = 'sale' group by channel order by count(*) desc, channel collate "C" limit 50`
})

type CategoryRow = { readonly category: string, readonly customers: number, readonly money_minor: bigint }

/** The main categories of the orders, by customers. */
export const mainCategories = (sale: Source): Statement<CategoryRow> => ({
  name: 'behaviour.main_categories', params: sale.params,
  sql: `with ${sale.ctes} select category, cast(count(distinct customer_id) as integer) as customers, cast(sum(value_minor) as bigint) as money_minor
    from sale where category is not null group by category order by 2 desc, category collate "C" limit 3`
})
