/**
 * What counts as a purchase, and what is known of each customer on a day: the SQL from which every figure of this room starts.
 * Written in the subset that DuckDB and PostgreSQL share, over `warehouse.purchase`.
 */
import type { Params } from '#foundation/engine.ts'
import { addDays, type Day } from '#foundation/zone.ts'
import type { Cleaning } from '../definitions/definitions.schema.ts'

/** Which purchases a question is about. */
export interface Scope {
  readonly asOf: Day
  readonly cleaning: Cleaning
  readonly category?: string | undefined
  readonly store?: string | undefined
  /** Only the last so many days. */
  readonly windowDays?: number | undefined
  /** No fact is later than `asOf`, so refunds that came later need no thought. */
  readonly latest?: boolean | undefined
  readonly channel?: string | undefined
  /** Only this customer. */
  readonly customer?: string | undefined
  /** Columns of the purchase that the sale has besides: ids are wide, and only who asks for them pays. */
  readonly also?: readonly ('order_id' | 'at')[] | undefined
  /** Read from this table of purchases instead. */
  readonly table?: string | undefined
}

/** The common table expressions `<prefix>state` and `<prefix>gap` (or `<prefix>sale`), without the word "with", and the parameters they ask for. */
export interface Source { readonly ctes: string, readonly params: Params }

const valueOf: Readonly<Record<Cleaning, string>> = { net: 'p.gross_minor - p.refunded_minor', reference: 'p.clean_minor', gross: 'p.gross_minor' }

const paramsOf = (scope: Scope, prefix: string): Params => ({
  [`${prefix}asOf`]: scope.asOf,
  ...(scope.windowDays === undefined ? {} : { [`${prefix}since`]: addDays(scope.asOf, -scope.windowDays) }),
  ...(scope.category === undefined ? {} : { [`${prefix}category`]: scope.category }),
  ...(scope.store === undefined ? {} : { [`${prefix}store`]: scope.store }),
  ...(scope.channel === undefined ? {} : { [`${prefix}channel`]: scope.channel }),
  ...(scope.customer === undefined ? {} : { [`${prefix}customer`]: scope.customer })
})

/** Every qualifying purchase up to the day: `<prefix>sale(customer_id, day, category, value_minor, known_minor, cost_minor)` and what `also` names. */
export function saleSource(scope: Scope, prefix = ''): Source {
  const asOf = `cast($${prefix}asOf as date)`
  const net = scope.cleaning === 'net'
  const late = net && scope.latest !== true
  const also = (from: string): string => (scope.also ?? []).map((column) => `, ${from}"${column}"`).join('')
  const value = late ? `${valueOf.net} + coalesce(l.late_minor, 0)` : valueOf[scope.cleaning]
  return {
    params: paramsOf(scope, prefix),
    // A refund that was booked after the day asked for was not yet known on that day.
    ctes: `${late ? `${prefix}late as (
  select undoes_order_id, cast(-sum(gross_minor) as bigint) as late_minor from warehouse.purchase
  where kind = 'refund' and undoes_order_id is not null and day > ${asOf} group by undoes_order_id
), ` : ''}${prefix}counted as (
  select p.customer_id, p.day, p.category, ${value} as value_minor, p.gross_minor, p.cost_minor${also('p.')}
  from ${scope.table ?? 'warehouse.purchase'} p${late ? ` left join ${prefix}late l on l.undoes_order_id = p.order_id` : ''}
  where p.kind = 'sale' and not p.anonymous and p.day <= ${asOf}${filters(scope, prefix)}
), ${prefix}sale as (
  select customer_id, day, category, value_minor, case when cost_minor is null then 0 else value_minor end as known_minor,
    case when cost_minor is null or gross_minor <= 0 then 0
      when value_minor = gross_minor then cost_minor
      else cast(floor(cast(cost_minor as double precision) * value_minor / gross_minor + 0.5) as bigint) end as cost_minor${also('')}
  from ${prefix}counted${scope.cleaning === 'gross' ? '' : ' where value_minor > 0'}
)`
  }
}

/**
 * What is known of each customer on the day, and how long it took to come back.
 *
 * `state(customer_id, first_day, last_day, previous_day, visits, orders, money_minor, value_minor, known_minor, cost_minor, category)`: visits are days with
 * a purchase; money is value less refunds that name no order; category is that of the last purchase.
 * `gap(series, category, days, n)`: ended gaps between visits, `one` from the first visit, `repeat` from a later one, with the category bought before the gap.
 */
export function stateSource(scope: Scope, prefix = ''): Source {
  const sale = saleSource(scope, prefix)
  const loose = looseRefunds(scope, prefix)
  return {
    params: sale.params,
    ctes: `${sale.ctes}, ${prefix}visit as (
  select *, first_value(day) over visits as first_day, lead(day) over visits as next_day
  from ${prefix}sale window visits as (partition by customer_id order by day, category collate "C" nulls first)
), ${prefix}history as (
  select grouping(customer_id) as level, customer_id, min(day) as first_day, max(day) as last_day, max(start_day) as previous_day, count(start_day) as gaps, count(*) as n,
    sum(value_minor) as value_minor, sum(known_minor) as known_minor, sum(cost_minor) as cost_minor, max(last_category) as category, is_first, gap_category, days
  from (
    select customer_id, day, value_minor, known_minor, cost_minor,
      case when next_day > day then day end as start_day,
      case when next_day > day then day = first_day end as is_first,
      case when next_day > day then category end as gap_category,
      case when next_day > day then cast(next_day - day as integer) end as days,
      case when next_day is null then category end as last_category
    from ${prefix}visit
  ) step group by grouping sets ((customer_id), (is_first, gap_category, days))
), ${loose ? `${loose.ctes}, ` : ''}${prefix}state as (
  select h.customer_id, h.first_day, h.last_day, h.previous_day, cast(h.gaps + 1 as integer) as visits, cast(h.n as integer) as orders,
    cast(h.value_minor${loose ? ' + coalesce(r.money_minor, 0)' : ''} as bigint) as money_minor, cast(h.value_minor as bigint) as value_minor,
    cast(h.known_minor as bigint) as known_minor, cast(h.cost_minor as bigint) as cost_minor, h.category
  from ${prefix}history h${loose ? ` left join ${prefix}loose r on r.customer_id = h.customer_id` : ''} where h.level = 0
), ${prefix}gap as (
  select case when is_first then 'one' else 'repeat' end as series, gap_category as category, days, cast(n as integer) as n from ${prefix}history where level = 1 and days is not null
)`
  }
}

/** `<prefix>loose(customer_id, money_minor)`: refunds that name no order. Nothing where the rule does not count them. */
export function looseRefunds(scope: Scope, prefix = ''): Source | undefined {
  if (scope.cleaning !== 'net') return undefined
  return {
    params: paramsOf(scope, prefix),
    ctes: `${prefix}loose as (
  select p.customer_id, sum(p.gross_minor) as money_minor from ${scope.table ?? 'warehouse.purchase'} p
  where p.kind = 'refund' and p.undoes_order_id is null and not p.anonymous and p.day <= cast($${prefix}asOf as date)${filters(scope, prefix)} group by p.customer_id
)`
  }
}

/** What `state` and `gap` of the latest day read of a purchase. */
export const readColumns = (cleaning: Cleaning): string =>
  `customer_id, day, kind, anonymous, category, gross_minor, cost_minor, undoes_order_id, ${cleaning === 'reference' ? 'clean_minor' : 'refunded_minor'}`

/** A category stands for itself and for what lies below it: `茶` for `茶/绿茶` and `茶 > 绿茶`. */
const filters = (scope: Scope, prefix: string): string => `${scope.windowDays === undefined ? '' : ` and p.day > cast($${prefix}since as date)`}${
  scope.channel === undefined ? '' : ` and p.channel = $${prefix}channel`}${
  scope.customer === undefined ? '' : ` and p.customer_id = cast($${prefix}customer as uuid)`}${
  scope.store === undefined ? '' : ` and p.store_id = cast($${prefix}store as uuid)`}${
  scope.category === undefined ? '' : ` and (p.category = $${prefix}category or starts_with(p.category, $${prefix}category || '/') or starts_with(p.category, $${prefix}category || ' > '))`}`
