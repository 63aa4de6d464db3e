/** Every analytical statement of predictions, in the subset that DuckDB and PostgreSQL share. */
import { saleSource, type Scope, type Source, type Statement } from '../warehouse/warehouse.ts'

/** How much there is to learn from. */
export const gate = (sale: Source): Statement<{ readonly customers: number, readonly repeaters: number, readonly days: number }> => ({
  name: 'prediction.gate', params: sale.params,
  sql: `with ${sale.ctes}, bought as (select customer_id, min(day) as first_day, count(distinct day) as visits from sale group by customer_id)
    select cast(count(*) as integer) as customers, cast(count(*) filter (where visits > 1) as integer) as repeaters,
      coalesce(cast(cast($asOf as date) - min(first_day) as integer), 0) as days from bought`
})

export interface FeatureOptions {
  /** What happened from the cut to this day is told as well. */
  readonly later: Scope | undefined
  /** Of the last four hexadecimal digits of a customer's id, those below this: a sample that is the same at every cut. */
  readonly below: string | undefined
  /** Only these. */
  readonly customers?: readonly string[]
}

/** A row a customer who had bought by the day: the id, then `columnNames` in their order. */
export function features(scope: Scope, { later, below, customers }: FeatureOptions): Statement<Record<string, unknown>> {
  const sale = saleSource(scope)
  const after = later === undefined ? undefined : saleSource(later, 'later_')
  const wanted = customers === undefined ? '' : `wanted as (select cast(id as uuid) as customer_id from unnest(string_to_array($customers, ',')) as listed (id)), `
  const only = [
    ...(below === undefined ? [] : [`right(cast(customer_id as varchar), 4) collate "C" < $below`]),
    ...(customers === undefined ? [] : ['customer_id in (select customer_id from wanted)'])
  ]
  const where = (first: string): string => (only.length === 0 ? '' : ` ${first} ${only.join(' and ')}`)
  return {
    name: 'prediction.features',
    params: { ...sale.params, ...after?.params, ...(below === undefined ? {} : { below }), ...(customers === undefined ? {} : { customers: customers.join(',') }) },
    sql: `with ${wanted}${sale.ctes}${after === undefined ? '' : `, ${after.ctes}, later as (
      select customer_id, count(distinct day) as visits, sum(value_minor) as value_minor from later_sale where day > cast($asOf as date)${where('and')} group by customer_id)`},
    visit as (select customer_id, day, count(*) as orders, sum(value_minor) as value_minor, sum(known_minor) as known_minor, sum(cost_minor) as cost_minor from sale${where('where')} group by customer_id, day),
    step as (select *, cast(cast($asOf as date) - day as integer) as ago, cast(day - lag(day) over visits as integer) as gap, lead(day) over visits as next_day
      from visit window visits as (partition by customer_id order by day)),
    taste as (select customer_id, count(distinct category) as categories from sale${where('where')} group by customer_id),
    place as (select customer_id, count(distinct channel) as channels, count(distinct store_id) as stores,
        sum(case when kind = 'sale' then gross_minor else 0 end) as sold_minor, -sum(case when kind = 'sale' then 0 else gross_minor end) as returned_minor
      from warehouse.purchase where not anonymous and day <= cast($asOf as date)${where('and')} group by customer_id),
    told as (select customer_id, min(ago) as silent, max(ago) as tenure, count(*) as visits, sum(orders) as orders, sum(value_minor) as value_minor,
        sum(case when next_day is null then value_minor end) as last_minor, count(*) filter (where ago < 30) as visits30, count(*) filter (where ago < 90) as visits90,
        count(*) filter (where ago < 180) as visits180, sum(case when ago < 90 then value_minor else 0 end) as minor90, sum(case when ago < 180 then value_minor else 0 end) as minor180,
        avg(gap) as mean_gap, percentile_disc(0.5) within group (order by gap) as median_gap, max(gap) as longest_gap, sum(known_minor) as known_minor, sum(cost_minor) as cost_minor
      from step group by customer_id)
    select cast(t.customer_id as varchar) as customer_id, t.silent, t.tenure, cast(t.visits as integer) as visits, cast(t.orders as integer) as orders, ${money('t.value_minor')} as spend,
      ${money('t.last_minor')} as last_spend, cast(t.visits30 as integer) as visits30, cast(t.visits90 as integer) as visits90, cast(t.visits180 as integer) as visits180,
      ${money('t.minor90')} as spend90, ${money('t.minor180')} as spend180, cast(t.mean_gap as double precision) as mean_gap, cast(t.median_gap as double precision) as median_gap,
      t.longest_gap, cast(f.categories as integer) as categories, cast(p.channels as integer) as channels, cast(p.stores as integer) as stores,
      case when p.sold_minor > 0 then cast(p.returned_minor as double precision) / cast(p.sold_minor as double precision) else 0 end as returned,
      ${money('t.known_minor')} as known, ${money('t.cost_minor')} as cost,
      ${after === undefined ? 'cast(0 as integer)' : 'cast(coalesce(l.visits, 0) as integer)'} as later_visits, ${after === undefined ? 'cast(0 as double precision)' : `coalesce(${money('l.value_minor')}, 0)`} as later_spend
    from told t join taste f on f.customer_id = t.customer_id join place p on p.customer_id = t.customer_id${after === undefined ? '' : ' left join later l on l.customer_id = t.customer_id'}`
  }
}
const money = (minor: string): string => `cast(${minor} as double precision) / 10000`
