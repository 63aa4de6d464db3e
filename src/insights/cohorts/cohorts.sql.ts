/** Every statement of the cohorts. */
import type { Source, Statement } from '../warehouse/warehouse.ts'
import type { CohortPeriod } from './cohorts.schema.ts'

const startOf = (period: CohortPeriod, day: string): string => `cast(date_trunc('${period}', cast(${day} as timestamp)) as date)`

type ActivityRow = { readonly cohort: string, readonly period: string, readonly customers: number, readonly money_minor: bigint }

/** Who of a cohort bought in a period, and for how much. Periods are named by their first day; weeks begin on Monday. */
export const activity = (sale: Source, period: CohortPeriod): Statement<ActivityRow> => ({
  name: 'cohorts.activity', params: sale.params,
  sql: `with ${sale.ctes}, bought as (
      select customer_id, ${startOf(period, 'day')} as period, cast(sum(value_minor) as bigint) as money_minor from sale group by customer_id, ${startOf(period, 'day')}
    ), placed as (select customer_id, period, money_minor, min(period) over (partition by customer_id) as cohort from bought)
    select cohort, period, cast(count(*) as integer) as customers, cast(sum(money_minor) as bigint) as money_minor from placed group by cohort, period order by cohort, period`
})

type EndRow = { readonly cohort: string, readonly last: string, readonly customers: number }

/** How many of a cohort bought last in which period. */
export const ends = (source: Source, period: CohortPeriod): Statement<EndRow> => ({
  name: 'cohorts.ends', params: source.params,
  sql: `with ${source.ctes} select ${startOf(period, 'first_day')} as cohort, ${startOf(period, 'last_day')} as last, cast(count(*) as integer) as customers
    from state group by 1, 2 order by 1, 2`
})
