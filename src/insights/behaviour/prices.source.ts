/**
 * Each sold line beside what its product usually costs.
 *
 * The usual price of a product in a month is the lower median of the unit prices of its lines in that month and the months before (every sold line counts once, walk-ins
 * included); a product with fewer lines than the definition asks has none, and its lines are counted apart. What an order gave off by lines of negative amount is taken
 * off each of its lines alike.
 */
import type { Engine } from '#foundation/engine.ts'
import { addDays } from '#foundation/zone.ts'
import type { BehaviourParameters } from '../definitions/definitions.schema.ts'
import type { Scope, Source } from '../warehouse/warehouse.ts'
import { soldSource } from './behaviour.sold.ts'

type PriceRule = Pick<BehaviourParameters, 'usualMonths' | 'usualLines' | 'belowShare' | 'promotionShare'>

const monthOf = (day: string): string => `cast(extract(year from ${day}) * 12 + extract(month from ${day}) as integer)`
const unitOf = (amount: string, quantity: string): string => `cast(floor(cast(${amount} as double precision) / ${quantity} + 0.5) as bigint)`

/** `priced(customer_id, order_id, day, product, category, quantity, amount_minor, unit_minor, usual_minor, below, promoted)`; the last three are null where no usual price is known. */
export function pricedSource(scope: Scope, rule: PriceRule): Source {
  const sold = soldSource(scope)
  const ofTheirs = scope.customer === undefined ? '' : ' and l.product in (select product from sold)'
  const history = scope.windowDays === undefined ? '' : ' and l.day > cast($priceSince as date)'
  const window = scope.windowDays === undefined ? '' : ' and l.day > cast($since as date)'
  const sale = "l.kind = 'sale' and l.day <= cast($asOf as date)"
  return {
    params: {
      ...sold.params, steps: Array.from({ length: rule.usualMonths }, (_, step) => step).join(','), usualLines: rule.usualLines, belowShare: rule.belowShare, promotionShare: rule.promotionShare,
      ...(scope.windowDays === undefined ? {} : { priceSince: addDays(scope.asOf, -scope.windowDays - 31 * rule.usualMonths) })
    },
    ctes: `${sold.ctes}, tagged as (
    select l.product, ${monthOf('l.day')} as month, ${unitOf('l.amount_minor', 'l.quantity')} as unit_minor, count(*) as n
    from warehouse.line l where ${sale} and l.quantity > 0 and l.amount_minor > 0${history}${ofTheirs} group by 1, 2, 3
  ), seen as (
    select t.product, t.month + s.step as month, t.unit_minor, sum(t.n) as n
    from tagged t cross join (select cast(step as integer) as step from unnest(string_to_array($steps, ',')) as listed (step)) s group by t.product, t.month + s.step, t.unit_minor
  ), ranked_price as (
    select product, month, unit_minor, sum(n) over (partition by product, month order by unit_minor) as upto, sum(n) over (partition by product, month) as n from seen
  ), usual as (
    select product, month, min(unit_minor) as usual_minor from ranked_price where upto * 2 >= n and n >= cast($usualLines as integer) group by product, month
  ), given as (
    select l.customer_id, l.order_id, cast(sum(case when l.amount_minor < 0 and l.quantity >= 0 then -l.amount_minor else 0 end) as double precision) as off_minor,
      cast(sum(case when l.amount_minor > 0 and l.quantity > 0 then l.amount_minor else 0 end) as double precision) as full_minor
    from warehouse.line l where ${sale} and not l.anonymous${window} and l.order_id in (select l.order_id from warehouse.line l where ${sale} and l.amount_minor < 0 and l.quantity >= 0 and not l.anonymous${window})
    group by l.customer_id, l.order_id
  ), told as (
    select s.customer_id, s.order_id, s.day, s.product, s.category, s.quantity, s.amount_minor, ${unitOf('s.amount_minor', 's.quantity')} as unit_minor,
      cast(floor(cast(s.amount_minor as double precision) / s.quantity * (1 - least(coalesce(g.off_minor / g.full_minor, 0), 1)) + 0.5) as bigint) as paid_minor, u.usual_minor
    from sold s left join usual u on u.product = s.product and u.month = ${monthOf('s.day')}
    left join given g on g.customer_id = s.customer_id and g.order_id = s.order_id and g.full_minor > 0
  ), priced as (
    select *, paid_minor < cast(floor(usual_minor * (1 - cast($belowShare as double precision)) + 0.5) as bigint) as below,
      paid_minor <= cast(floor(usual_minor * (1 - cast($promotionShare as double precision)) + 0.5) as bigint) as promoted
    from told
  ), priced_order as (
    select customer_id, order_id, max(case when promoted then 1 else 0 end) as promoted, sum(amount_minor) as money_minor,
      sum(case when usual_minor is not null then amount_minor else 0 end) as known_minor, sum(case when promoted then amount_minor else 0 end) as promoted_minor,
      sum(case when usual_minor is not null then quantity else 0 end) as known_units, sum(case when below then quantity else 0 end) as below_units
    from priced group by customer_id, order_id
  ), bargain as (
    select customer_id, count(*) as orders, sum(promoted) as promoted_orders, sum(money_minor) as money_minor, sum(known_minor) as known_minor, sum(promoted_minor) as promoted_minor,
      sum(known_units) as known_units, sum(below_units) as below_units
    from priced_order group by customer_id
  )`
  }
}

/** What a customer's share is of: money bought on promotion, or units bought below the usual price. */
export type Measure = 'promoted' | 'below'
export const partOf: Readonly<Record<Measure, readonly [part: string, whole: string]>> = { promoted: ['promoted_minor', 'known_minor'], below: ['below_units', 'known_units'] }

/** 0 none, 1 to 4 by quarters of what is partly so, 5 all; null where no usual price is known. */
export const bandOf = (measure: Measure): string => {
  const [part, whole] = partOf[measure]
  return `case when ${whole} = 0 then null when ${part} = 0 then 0 when ${part} >= ${whole} then 5 else 1 + cast(floor(4 * cast(${part} as double precision) / ${whole}) as integer) end`
}

/** `bargain` for several questions in one snapshot: worked out once where that can be kept (DuckDB), in place elsewhere. */
export async function withBargains<T>(engine: Engine, priced: Source, work: (bargains: Source) => Promise<T>): Promise<T> {
  if (engine.dialect === 'postgres') return work(priced)
  await engine.run(`create or replace temp table bargain as with ${priced.ctes} select * from bargain`, priced.params)
  const answer = await work({ ctes: 'bargain as (select * from temp.bargain)', params: {} })
  await engine.run('drop table temp.bargain')
  return answer
}
