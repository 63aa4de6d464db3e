/** The customers behind a figure of purchase behaviour. */
import type { Params } from '#foundation/engine.ts'
import type { Cursor, Scope, Source, Statement } from '../warehouse/warehouse.ts'
import type { BehaviourParameters } from '../definitions/definitions.schema.ts'
import { soldSource } from './behaviour.sold.ts'
import type { BehaviourCustomersQuery } from './customers.schema.ts'
import { bandOf, pricedSource } from './prices.source.ts'

export type CustomerRow = {
  readonly customer_id: string, readonly name: string | null, readonly orders: number, readonly first_day: string, readonly last_day: string, readonly money_minor: bigint, readonly promotion_share: number | null, readonly below_share: number | null, readonly rank: bigint
}

export interface CustomerPage extends Pick<BehaviourCustomersQuery,
  'ordersFrom' | 'ordersTo' | 'weekday' | 'hour' | 'month' | 'product' | 'withProduct' | 'ofCategory' | 'withCategory' | 'again' | 'promotion' | 'below' | 'sort'> {
  readonly zone: string
  readonly rule: BehaviourParameters
  readonly after: Cursor | undefined
  readonly limit: number
}

/** What rises along the list; ties are parted by the customer. */
const ranks = { money: '-money_minor', orders: 'cast(-orders as bigint)', recent: 'cast(cast($asOf as date) - last_day as bigint)', customer: 'cast(0 as bigint)' } as const

export function buyers(scope: Scope, page: CustomerPage): Statement<CustomerRow> {
  // Usual prices are worked out only where the list is about them.
  const isPriced = page.promotion !== undefined || page.below !== undefined
  const sold = isPriced ? pricedSource(scope, page.rule) : soldSource(scope, { ofCategory: false, at: page.hour !== undefined })
  const { conditions, params } = wishes(page)
  const where = [...conditions, ...(page.after === undefined ? [] : ['(rank > cast($afterRank as bigint) or (rank = cast($afterRank as bigint) and customer_id > cast($afterCustomer as uuid)))'])]
  return {
    name: 'behaviour.buyers',
    params: { ...sold.params, ...params, limit: page.limit, ...(page.after === undefined ? {} : { afterRank: page.after.rank, afterCustomer: page.after.customerId }) },
    sql: `with ${sold.ctes}, person as (
        select customer_id, cast(count(*) as integer) as orders, min(day) as first_day, max(day) as last_day, cast(sum(value_minor) as bigint) as money_minor from sale group by customer_id
      ), ${isPriced ? priced : plain}, ranked as (select *, ${ranks[page.sort ?? 'money']} as rank from weighed),
      listed as (select * from ranked ${where.length === 0 ? '' : `where ${where.join(' and ')}`} order by rank, customer_id limit cast($limit as integer))
      select l.customer_id, c.name, l.orders, l.first_day, l.last_day, l.money_minor, l.promotion_share, l.below_share, l.rank
      from listed l left join warehouse.customer c on c.customer_id = l.customer_id order by l.rank, l.customer_id`
  }
}

const plain = 'weighed as (select *, cast(null as double precision) as promotion_share, cast(null as double precision) as below_share from person)'
const priced = `weighed as (
        select p.*, cast(case when b.known_minor > 0 then cast(b.promoted_minor as double precision) / cast(b.known_minor as double precision) end as double precision) as promotion_share,
          cast(case when b.known_units > 0 then b.below_units / b.known_units end as double precision) as below_share, b.promoted_band, b.below_band
        from person p join (select *, ${bandOf('promoted')} as promoted_band, ${bandOf('below')} as below_band from bargain) b on b.customer_id = p.customer_id
      )`

function wishes(page: CustomerPage): { readonly conditions: readonly string[], readonly params: Params } {
  const given = <V extends string | number>(value: V | undefined, name: string, condition: string): readonly { readonly condition: string, readonly params: Params }[] =>
    (value === undefined ? [] : [{ condition, params: { [name]: value } }])
  const boughtWhen = (told: string): string => `customer_id in (select customer_id from sale where ${told})`
  const bought = (column: 'product' | 'category', key: string | undefined, beside: string | undefined) => (key === undefined ? [] : [{
    condition: `customer_id in (select customer_id from sold where ${column} = $${column}Key${beside === undefined ? '' : ` and order_id in (select order_id from sold where ${column} = $${column}Beside)`}
      group by customer_id having count(distinct order_id) >= ${page.again === true ? 2 : 1})`,
    params: { [`${column}Key`]: key, ...(beside === undefined ? {} : { [`${column}Beside`]: beside }) }
  }])
  const all = [
    ...given(page.ordersFrom, 'ordersFrom', 'orders >= cast($ordersFrom as integer)'), ...given(page.ordersTo, 'ordersTo', 'orders <= cast($ordersTo as integer)'),
    ...given(page.weekday, 'weekday', boughtWhen('cast(extract(isodow from day) as integer) = cast($weekday as integer)')),
    ...given(page.month, 'month', boughtWhen('cast(extract(month from day) as integer) = cast($month as integer)')),
    ...(page.hour === undefined ? [] : [{
      condition: boughtWhen('cast(extract(hour from "at" at time zone cast($zone as varchar)) as integer) = cast($hour as integer)'), params: { hour: page.hour, zone: page.zone }
    }]),
    ...given(page.promotion, 'promotion', 'promoted_band = cast($promotion as integer)'), ...given(page.below, 'below', 'below_band = cast($below as integer)'),
    ...bought('product', page.product, page.withProduct), ...bought('category', page.ofCategory, page.withCategory)
  ]
  return { conditions: all.map(({ condition }) => condition), params: Object.assign({}, ...all.map(({ params }) => params)) }
}

/** The upper median of the days between the visits of each of these customers. */
export const rhythms = (sale: Source, customerIds: readonly string[]): Statement<{ readonly customer_id: string, readonly usual: number }> => ({
  name: 'behaviour.rhythms', params: { ...sale.params, customers: customerIds.join(',') },
  sql: `with ${sale.ctes}, wanted as (select cast(id as uuid) as customer_id from unnest(string_to_array($customers, ',')) as listed (id)),
    step as (select customer_id, cast(lead(day) over (partition by customer_id order by day) - day as integer) as days from sale where customer_id in (select customer_id from wanted))
    select customer_id, cast(percentile_disc(0.5) within group (order by days desc) as integer) as usual from step where days > 0 group by customer_id order by customer_id`
})
