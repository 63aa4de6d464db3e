/** Every statement of the lifecycle. Thresholds and probabilities come in as packed curves; labels are given in SQL, so that lists and sums are one thing. */
import type { Params } from '#foundation/engine.ts'
import type { Source, Statement } from '../warehouse/warehouse.ts'
import type { GapCount } from './lifecycle.curves.ts'
import type { LifecycleCustomersQuery, StateId } from './lifecycle.schema.ts'

export interface Packed { readonly curves: string, readonly categories: string, readonly days: number }
export interface Yardstick { readonly packed: Packed, readonly newDays: number, readonly returnDays: number }

export type GapRow = GapCount & Record<string, unknown>

/** Gaps that ended. */
export const endedGaps = (source: Source): Statement<GapRow> => ({
  name: 'lifecycle.ended', params: source.params,
  sql: `with ${source.ctes} select series, category, days, n from gap order by series, category collate "C" nulls first, days`
})

/** The last gap of everyone, open on the day asked for. */
export const openGaps = (source: Source): Statement<GapRow> => ({
  name: 'lifecycle.open', params: source.params,
  sql: `with ${source.ctes}, silence as (
      select case when visits = 1 then 'one' else 'repeat' end as series, category, cast(cast($asOf as date) - last_day as integer) as days from state)
    select series, category, days, cast(count(*) as integer) as n from silence group by series, category, days order by series, category collate "C" nulls first, days`
})

/** What the packed curves say, as tables `<name>_curve`, `<name>_return` (a row for each day of each curve) and `<name>_category`. One whole number joins each: customers are many. */
const unpacked = (name: string): string => `${name}_curve as (
    select cast(split_part(line, chr(31), 1) as integer) as curve, cast(split_part(line, chr(31), 2) as integer) as at_risk, cast(split_part(line, chr(31), 3) as integer) as lapsed,
      cast(string_to_array(split_part(line, chr(31), 4), ',') as double precision[]) as p_return
    from unnest(string_to_array($${name}Curves, chr(30))) as packed (line)
  ), ${name}_return as (
    select curve * cast($${name}Days as integer) + place - 1 as place, returns from (select curve, generate_subscripts(p_return, 1) as place, unnest(p_return) as returns from ${name}_curve) day
  ), ${name}_category as (
    select split_part(line, chr(31), 1) as category, cast(nullif(split_part(line, chr(31), 2), '') as integer) as curve from unnest(string_to_array($${name}Categories, chr(30))) as packed (line)
  )`

const curveParams = (name: string, { packed, newDays, returnDays }: Yardstick): Params => ({ [`${name}Curves`]: packed.curves, [`${name}Categories`]: packed.categories, [`${name}Days`]: packed.days, newDays, returnDays })

/**
 * `<prefix>labelled`: the state of each customer by one yardstick. What a customer would bring over the horizon is money per day since the first purchase,
 * counted over no less than the horizon, as margin where the cost of every order is known. The part at risk is that times P(does not return).
 */
const labelled = (prefix: string, yardstick: string): string => `${prefix}measured as (
    select s.*, cast(cast($${prefix}asOf as date) - s.last_day as integer) as silent, cast(s.last_day - s.previous_day as integer) as last_gap,
      coalesce(m.curve, 0) + case when s.visits = 1 then 0 else 1 end as now_curve, coalesce(m.curve, 0) + case when s.visits <= 2 then 0 else 1 end as before_curve
    from ${prefix}state s left join ${yardstick}_category m on m.category = s.category
  ), ${prefix}placed as (
    select s.*, c.at_risk, c.lapsed, r.returns, b.lapsed as lapsed_before, s.known_minor = s.value_minor and s.value_minor > 0 as on_margin,
      greatest(0, s.money_minor - case when s.known_minor = s.value_minor then s.cost_minor else 0 end) as worth_minor,
      greatest(cast(cast($${prefix}asOf as date) - s.first_day as integer), cast($returnDays as integer)) as exposure
    from ${prefix}measured s join ${yardstick}_curve c on c.curve = s.now_curve join ${yardstick}_curve b on b.curve = s.before_curve
    join ${yardstick}_return r on r.place = s.now_curve * cast($${yardstick}Days as integer) + least(s.silent, cast($${yardstick}Days as integer) - 1)
  ), ${prefix}labelled as (
    select *, case when visits = 1 and silent <= cast($newDays as integer) then 'new' when silent > lapsed then 'lapsed' when silent > at_risk then 'at_risk' else 'active' end as label,
      coalesce(last_gap > lapsed_before, false) as was_lapsed,
      cast(floor((1 - returns) * worth_minor * cast($returnDays as integer) / exposure) as bigint) as at_risk_minor
    from ${prefix}placed
  )`

type LabelRow = {
  readonly label: Exclude<StateId, 'prospect' | 'reactivated'>, readonly was_lapsed: boolean, readonly customers: number, readonly on_margin: number
  readonly money_minor: bigint, readonly at_risk_minor: bigint
}

export const labels = (source: Source, yardstick: Yardstick): Statement<LabelRow> => ({
  name: 'lifecycle.labels', params: { ...source.params, ...curveParams('now', yardstick) },
  sql: `with ${source.ctes}, ${unpacked('now')}, ${labelled('', 'now')}
    select label, was_lapsed, cast(count(*) as integer) as customers, cast(count(*) filter (where on_margin) as integer) as on_margin, cast(sum(money_minor) as bigint) as money_minor,
      cast(sum(at_risk_minor) as bigint) as at_risk_minor
    from labelled group by label, was_lapsed order by label, was_lapsed`
})

type OutcomeRow = { readonly label: LabelRow['label'] | null, readonly customers: number, readonly back: number, readonly later_minor: bigint }

/** Labels of a past day, and what those customers did since: null for who came later. */
export const outcomes = (now: Source, past: Source, then: Yardstick): Statement<OutcomeRow> => ({
  name: 'lifecycle.outcomes', params: { ...now.params, ...past.params, ...curveParams('then', then) },
  sql: `with ${now.ctes}, ${past.ctes}, ${unpacked('then')}, ${labelled('past_', 'then')}
    select p.label, cast(count(*) as integer) as customers, cast(count(*) filter (where s.last_day > cast($past_asOf as date)) as integer) as back,
      cast(sum(s.value_minor - coalesce(p.value_minor, 0)) as bigint) as later_minor
    from state s left join past_labelled p on p.customer_id = s.customer_id group by p.label order by p.label`
})

/** Who was active or at risk on the past day, and how many of them are lapsed now, by one yardstick. */
export const crossed = (now: Source, past: Source, yardstick: Yardstick): Statement<{ readonly customers: number, readonly lapsed: number }> => ({
  name: 'lifecycle.crossed', params: { ...now.params, ...past.params, ...curveParams('now', yardstick) },
  sql: `with ${now.ctes}, ${past.ctes}, ${unpacked('now')}, ${labelled('', 'now')}, ${labelled('past_', 'now')}
    select cast(count(*) as integer) as customers, cast(count(*) filter (where l.label = 'lapsed') as integer) as lapsed
    from past_labelled p join labelled l on l.customer_id = p.customer_id where p.label in ('active', 'at_risk')`
})

type PeriodRow = { readonly buyers: number, readonly kept: number, readonly before_minor: bigint, readonly after_minor: bigint }

/** Buyers of one period, and what of them and of their money came again in the next, which ends on the day asked for. */
export const periods = (sale: Source, days: number): Statement<PeriodRow> => ({
  name: 'lifecycle.periods', params: { ...sale.params, days },
  sql: `with ${sale.ctes}, buyer as (
      select customer_id, sum(case when day <= cast($asOf as date) - cast($days as integer) then value_minor end) as before_minor,
        sum(case when day > cast($asOf as date) - cast($days as integer) then value_minor end) as after_minor
      from sale where day > cast($asOf as date) - 2 * cast($days as integer) group by customer_id)
    select cast(count(*) as integer) as buyers, cast(count(after_minor) as integer) as kept, cast(coalesce(sum(before_minor), 0) as bigint) as before_minor,
      cast(coalesce(sum(after_minor), 0) as bigint) as after_minor
    from buyer where before_minor is not null`
})

/** Customers of the record who have not bought by the day. */
export const prospects = (source: Source): Statement<{ readonly customers: number }> => ({
  name: 'lifecycle.prospects', params: source.params,
  sql: `with ${source.ctes} select cast(count(*) as integer) as customers from warehouse.customer c
    where c.created_day <= cast($asOf as date) and not exists (select 1 from state s where s.customer_id = c.customer_id)`
})

export type CustomerRow = {
  readonly customer_id: string, readonly name: string | null, readonly label: LabelRow['label'], readonly was_lapsed: boolean, readonly first_day: string, readonly last_day: string,
  readonly silent: number, readonly last_gap: number | null, readonly visits: number, readonly orders: number, readonly money_minor: bigint, readonly on_margin: boolean, readonly returns: number
  readonly at_risk_minor: bigint, readonly category: string | null, readonly rank: bigint
}

export interface CustomerPage {
  readonly sort: NonNullable<LifecycleCustomersQuery['sort']>
  readonly state: Exclude<StateId, 'prospect'> | undefined
  readonly customer?: string | undefined
  readonly after: { readonly rank: bigint, readonly customerId: string } | undefined
  readonly limit: number
}

/** What rises along the list; ties are parted by the customer. */
const ranks: Readonly<Record<CustomerPage['sort'], string>> = {
  at_risk: '-at_risk_minor', money: '-money_minor', silent: 'cast(-silent as bigint)', customer: 'cast(0 as bigint)'
}
const afterCursor = '(rank > cast($afterRank as bigint) or (rank = cast($afterRank as bigint) and customer_id > cast($afterCustomer as uuid)))'
const cursorParams = (after: CustomerPage['after']): Params => (after === undefined ? {} : { afterRank: after.rank, afterCustomer: after.customerId })

export function customers(source: Source, yardstick: Yardstick, { sort, state, customer, after, limit }: CustomerPage): Statement<CustomerRow> {
  const conditions = [
    ...(state === undefined ? [] : [state === 'reactivated' ? "label = 'active' and was_lapsed" : `label = '${state}'`]),
    ...(customer === undefined ? [] : ['customer_id = cast($customer as uuid)']),
    ...(after === undefined ? [] : [afterCursor])
  ]
  return {
    name: 'lifecycle.customers', params: { ...source.params, ...curveParams('now', yardstick), ...cursorParams(after), ...(customer === undefined ? {} : { customer }), limit },
    sql: `with ${source.ctes}, ${unpacked('now')}, ${labelled('', 'now')}, ranked as (select *, ${ranks[sort]} as rank from labelled),
      listed as (select * from ranked ${conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`} order by rank, customer_id limit cast($limit as integer))
      select l.customer_id, c.name, l.label, l.was_lapsed, l.first_day, l.last_day, l.silent, l.last_gap, l.visits, l.orders, l.money_minor, l.on_margin, l.returns, l.at_risk_minor, l.category, l.rank
      from listed l left join warehouse.customer c on c.customer_id = l.customer_id order by l.rank, l.customer_id`
  }
}

type ProspectRow = { readonly customer_id: string, readonly name: string | null, readonly rank: bigint }

export const prospectList = (source: Source, { after, limit }: Pick<CustomerPage, 'after' | 'limit'>): Statement<ProspectRow> => ({
  name: 'lifecycle.prospect_list', params: { ...source.params, ...cursorParams(after), limit },
  sql: `with ${source.ctes}, ranked as (select c.customer_id, c.name, cast(0 as bigint) as rank from warehouse.customer c
      where c.created_day <= cast($asOf as date) and not exists (select 1 from state s where s.customer_id = c.customer_id))
    select customer_id, name, rank from ranked ${after === undefined ? '' : `where ${afterCursor}`} order by customer_id limit cast($limit as integer)`
})

/** The upper median of the gaps of each of these customers: the days after which they usually come. */
export const usualGaps = (sale: Source, customerIds: readonly string[]): Statement<{ readonly customer_id: string, readonly usual: number }> => ({
  name: 'lifecycle.usual_gaps', params: { ...sale.params, customers: customerIds.join(',') },
  sql: `with ${sale.ctes}, wanted as (select cast(id as uuid) as customer_id from unnest(string_to_array($customers, ',')) as listed (id)),
    step as (select customer_id, cast(lead(day) over (partition by customer_id order by day) - day as integer) as days
      from sale where customer_id in (select customer_id from wanted))
    select customer_id, cast(percentile_disc(0.5) within group (order by days desc) as integer) as usual from step where days > 0 group by customer_id`
})

