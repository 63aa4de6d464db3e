/** Every analytical statement of predictions, in the subset that DuckDB and PostgreSQL share. */
import { saleSource, type Cursor, type Scope, type Source, type Statement } from '../warehouse/warehouse.ts'
import type { Sort } from './prediction.schema.ts'

/** How much there is to learn from, from the state of the day; days from the first order to the day, both counted. */
export const gate = (state: Source): Statement<{ readonly customers: number, readonly repeaters: number, readonly days: number }> => ({
  name: 'prediction.gate', params: state.params,
  sql: `with ${state.ctes} select cast(count(*) as integer) as customers, cast(count(*) filter (where visits > 1) as integer) as repeaters,
      coalesce(cast(cast($asOf as date) - min(first_day) as integer) + 1, 0) as days from state`
})

export interface FeatureOptions {
  /** What happened from the cut to this day is told as well. */
  readonly later: Scope | undefined
  /** Of the last four hexadecimal digits of a customer's id, those below this: a sample that is the same at every cut. */
  readonly below: string | undefined
  /** In the order of the customers' ids, so that the same data gives the same model to the last bit. */
  readonly isOrdered?: boolean
  /** Only these. */
  readonly customers?: readonly string[]
}

/**
 * A row a customer who had bought by the day: the id, then `columnNames` in their order. A visit is the first order of a day; orders are not grouped by day
 * beforehand: most days of a customer have one, and grouping would build a second table as large as the first.
 */
export function features(scope: Scope, { later, below, isOrdered, customers }: FeatureOptions): Statement<Record<string, unknown>> {
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
    placed as (select customer_id, day, value_minor, known_minor, cost_minor, lag(day) over days as previous_day, max(day) over (partition by customer_id) as last_day
      from sale${where('where')} window days as (partition by customer_id order by day)),
    step as (select *, cast(cast($asOf as date) - day as integer) as ago, previous_day is null or previous_day < day as is_first,
        case when previous_day < day then cast(day - previous_day as integer) end as gap from placed),
    taste as (select customer_id, count(category) as categories from (select distinct customer_id, category from sale${where('where')}) tasted group by customer_id),
    place as (select customer_id, count(distinct channel) as channels, count(distinct store_id) as stores,
        sum(case when kind = 'sale' then gross_minor else 0 end) as sold_minor, -sum(case when kind = 'sale' then 0 else gross_minor end) as returned_minor
      from warehouse.purchase where not anonymous and day <= cast($asOf as date)${where('and')} group by customer_id),
    told as (select customer_id, min(ago) as silent, max(ago) as tenure, count(*) filter (where is_first) as visits, count(*) as orders, sum(value_minor) as value_minor,
        sum(case when day = last_day then value_minor end) as last_minor, count(*) filter (where is_first and ago < 30) as visits30, count(*) filter (where is_first and ago < 90) as visits90,
        count(*) filter (where is_first and ago < 180) as visits180, sum(case when ago < 90 then value_minor else 0 end) as minor90, sum(case when ago < 180 then value_minor else 0 end) as minor180,
        avg(gap) as mean_gap, percentile_disc(0.5) within group (order by gap) as median_gap, max(gap) as longest_gap, sum(known_minor) as known_minor, sum(cost_minor) as cost_minor
      from step group by customer_id)
    select cast(t.customer_id as varchar) as customer_id, t.silent, t.tenure, cast(t.visits as integer) as visits, cast(t.orders as integer) as orders, ${money('t.value_minor')} as spend,
      ${money('t.last_minor')} as last_spend, cast(t.visits30 as integer) as visits30, cast(t.visits90 as integer) as visits90, cast(t.visits180 as integer) as visits180,
      ${money('t.minor90')} as spend90, ${money('t.minor180')} as spend180, cast(t.mean_gap as double precision) as mean_gap, cast(t.median_gap as double precision) as median_gap,
      t.longest_gap, cast(f.categories as integer) as categories, cast(p.channels as integer) as channels, cast(p.stores as integer) as stores,
      case when p.sold_minor > 0 then cast(p.returned_minor as double precision) / cast(p.sold_minor as double precision) else 0 end as returned,
      ${money('t.known_minor')} as known, ${money('t.cost_minor')} as cost,
      ${after === undefined ? 'cast(0 as integer)' : 'cast(coalesce(l.visits, 0) as integer)'} as later_visits, ${after === undefined ? 'cast(0 as double precision)' : `coalesce(${money('l.value_minor')}, 0)`} as later_spend
    from told t join taste f on f.customer_id = t.customer_id join place p on p.customer_id = t.customer_id${after === undefined ? '' : ' left join later l on l.customer_id = t.customer_id'}${isOrdered === true ? ' order by t.customer_id' : ''}`
  }
}
const money = (minor: string): string => `cast(${minor} as double precision) / 10000`

export interface ScorePage {
  readonly number: bigint
  readonly sort: Sort
  readonly bought: 'once' | 'again' | undefined
  readonly least: number | undefined
  readonly most: number | undefined
  readonly customer: string | undefined
  readonly after: Cursor | undefined
  readonly limit: number
}
export type ScoreRow = {
  readonly customer_id: string, readonly name: string | null, readonly rank: bigint, readonly chance: number, readonly purchases: number, readonly spend_minor: bigint, readonly value_minor: bigint
  readonly doubt_minor: bigint, readonly on_margin: boolean, readonly visits: number, readonly silent: number
}

const ranks: Readonly<Record<Sort, string>> = {
  chance: 'cast(floor(chance * 1000000000000) as bigint)', churn: 'cast(floor((1 - chance) * 1000000000000) as bigint)', value: 'value_minor', spend: 'spend_minor', doubt: 'doubt_minor'
}

/** A page of the ranked list, highest first. */
export function scores({ number, sort, bought, least, most, customer, after, limit }: ScorePage): Statement<ScoreRow> {
  const rank = ranks[sort]
  const wanted = [
    'number = $number',
    ...(bought === undefined ? [] : [bought === 'once' ? 'visits = 1' : 'visits > 1']),
    ...(least === undefined ? [] : ['chance >= $least']), ...(most === undefined ? [] : ['chance <= $most']),
    ...(customer === undefined ? [] : ['customer_id = cast($customer as uuid)']),
    ...(after === undefined ? [] : [`(${rank} < $rank or (${rank} = $rank and customer_id > cast($afterId as uuid)))`])
  ]
  return {
    name: 'prediction.scores',
    params: {
      number, limit, ...(least === undefined ? {} : { least }), ...(most === undefined ? {} : { most }), ...(customer === undefined ? {} : { customer }),
      ...(after === undefined ? {} : { rank: after.rank, afterId: after.customerId })
    },
    sql: `select cast(s.customer_id as varchar) as customer_id, c.name, s.rank, s.chance, s.purchases, s.spend_minor, s.value_minor, s.doubt_minor, s.on_margin, s.visits, s.silent
      from (select *, ${rank} as rank from prediction.score where ${wanted.join(' and ')} order by rank desc, customer_id limit $limit) s
      left join warehouse.customer c on c.customer_id = s.customer_id order by s.rank desc, s.customer_id`
  }
}

/** How many scores of a scoring there are. */
export const countScores = (number: bigint): Statement<{ readonly n: number }> => ({
  name: 'prediction.count_scores', params: { number }, sql: 'select cast(count(*) as integer) as n from prediction.score where number = $number'
})

/** What customers are called. */
export const names = (customers: readonly string[]): Statement<{ readonly customer_id: string, readonly name: string | null }> => ({
  name: 'prediction.names', params: { customers: customers.join(',') },
  sql: `select cast(customer_id as varchar) as customer_id, name from warehouse.customer
    where customer_id in (select cast(id as uuid) from unnest(string_to_array($customers, ',')) as listed (id)) order by customer_id`
})
