/**
 * State and gaps of everyone, to be kept, in DuckDB's own words: one pass over the purchases gives each customer the list of theirs, and both follow from it
 * without a window. The answers are those of `stateSource`; the conformance test holds the two together.
 *
 * A purchase is one number: the day, and below it the place of the category among all in the order of their characters. So the lists sort by day and then by
 * category, and the last purchase of a day stands for it. Since a customer's rows lie together by day, nearly all lists come in order: sorting all of them
 * would cost half as much again as making them, so only those are sorted that are not.
 *
 * DuckDB reads with one thread what the transaction itself wrote; out of a materialised expression it reads with all. Hence those below.
 */
import type { Engine } from '#foundation/engine.ts'
import { looseRefunds, saleSource, type Scope } from './warehouse.source.ts'

const zero = "date '0001-01-01'"
const day = (purchase: string): string => `(${purchase} >> 32)`
const dateOf = (purchase: string): string => `${zero} + cast(${day(purchase)} as integer)`
const placeOf = (purchase: string): string => `${purchase} & 4294967295`
const purchaseOf = (date: string, place: string): string => `(cast(${date} - ${zero} as bigint) << 32) + coalesce(${place}, 0)`

/** Makes what the others read: the temporary tables `<name>_place`, `_loose` and `_bought`, a customer's purchases in their order. `named` has categories beside those of the purchases. */
export async function gatherPurchases(engine: Engine, name: string, scope: Scope, named?: string): Promise<void> {
  const { ctes, params } = saleSource(scope)
  const loose = looseRefunds(scope)
  const table = scope.table ?? 'warehouse.purchase'
  await engine.run(`create or replace temp table ${name}_place as select category, row_number() over (order by category collate "C") as place
    from (select category from ${table} where category is not null${named === undefined ? ' group by category' : ` union select category from ${named} where category is not null`}) named`)
  await engine.run(`create or replace temp table ${name}_bought as with ${ctes}, ${inOrder(`select s.customer_id, list(${purchaseOf('s.day', 'c.place')}) as bought, count(*) as orders,
      sum(s.value_minor) as value_minor, sum(s.known_minor) as known_minor, sum(s.cost_minor) as cost_minor
    from sale s left join temp.${name}_place c on c.category = s.category group by s.customer_id`)}`, params)
  await engine.run(`create or replace temp table ${name}_loose as ${loose ? `with ${loose.ctes} select * from loose` : 'select cast(null as uuid) as customer_id, 0 as money_minor where false'}`, loose?.params)
}

export async function forgetPurchases(engine: Engine, name: string): Promise<void> {
  for (const table of ['bought', 'place', 'loose']) await engine.run(`drop table if exists temp.${name}_${table}`)
}

/** Each purchase but the last with the next one. */
const pairs = (from: string, more: string): string => `(select ${more}, unnest(bought) as one, unnest(bought[2:]) as next from ${from}) pair`

/** What was listed with each list in its order, and `again`: how many purchases had another before them on the same day. The few lists that are not in order are sorted, and counted by themselves. */
const inOrder = (listed: string): string => `listed as materialized (${listed}
  ), repeated as (
    select customer_id, count(*) as n, bool_or(next < one) as is_mixed from ${pairs('listed', 'customer_id')} where ${day('next')} <= ${day('one')} group by customer_id
  )
  select l.* replace (case when r.is_mixed then list_sort(l.bought) else l.bought end as bought),
    case when r.is_mixed then len(l.bought) - list_unique(list_transform(l.bought, lambda one: ${day('one')})) else coalesce(r.n, 0) end as again
  from listed l left join repeated r on r.customer_id = l.customer_id`

/** The columns of `state`, in the order of its table. Lists are left behind before anything is joined. */
export const keptStates = (name: string): string => `with person as materialized (
    select * exclude (bought), bought[1] as first, bought[-1] as last, len(bought) as purchases,
      case when ${day('bought[-2]')} = ${day('bought[-1]')} then list_filter(bought, lambda one: ${day('one')} < ${day('bought[-1]')})[-1] else bought[-2] end as previous
    from temp.${name}_bought
  )
  select p.customer_id, ${dateOf('p.first')} as first_day, ${dateOf('p.last')} as last_day, ${dateOf('p.previous')} as previous_day,
    cast(p.purchases - p.again as integer) as visits, cast(p.orders as integer) as orders, cast(p.value_minor + coalesce(l.money_minor, 0) as bigint) as money_minor,
    cast(p.value_minor as bigint) as value_minor, cast(p.known_minor as bigint) as known_minor, cast(p.cost_minor as bigint) as cost_minor, c.category
  from person p left join temp.${name}_place c on c.place = ${placeOf('p.last')} left join temp.${name}_loose l on l.customer_id = p.customer_id`

/** The columns of `gap`. `first` is the first purchase of all. */
export const keptGaps = (name: string, first = 'bought[1]'): string => `with listed as materialized (select bought, ${first} as first from temp.${name}_bought), counted as (
    select ${day('one')} = ${day('first')} as is_first, ${placeOf('one')} as place, cast(${day('next')} - ${day('one')} as integer) as days, cast(count(*) as integer) as n
    from ${pairs('listed', 'first')} where ${day('next')} > ${day('one')} group by 1, 2, 3
  )
  select case when is_first then 'one' else 'repeat' end as series, c.category, g.days, g.n from counted g left join temp.${name}_place c on c.place = g.place`

/**
 * For customers who only bought on, none of it earlier than their last visit: puts that visit, as `known` (a table of states) has it, before what was gathered.
 * What follows is then what they add: no gap that had ended changes.
 */
export async function bringLastVisit(engine: Engine, name: string, known: string): Promise<void> {
  await engine.run(`create or replace temp table ${name}_bought as with ${inOrder(`select b.* exclude (bought, again), coalesce(k.visits > 1, false) as is_later,
      case when k.customer_id is null then b.bought else list_prepend(${purchaseOf('k.last_day', 'c.place')}, b.bought) end as bought
    from temp.${name}_bought b left join ${known} k on k.customer_id = b.customer_id left join temp.${name}_place c on c.category = k.category`)}`)
}

export const addedGaps = (name: string): string => keptGaps(name, 'case when is_later then null else bought[1] end')

export const grownStates = (name: string, known: string): string => `select a.customer_id, coalesce(k.first_day, a.first_day) as first_day, a.last_day,
    coalesce(a.previous_day, k.previous_day) as previous_day, a.visits + coalesce(k.visits - 1, 0) as visits,
    ${['orders', 'money_minor', 'value_minor', 'known_minor', 'cost_minor'].map((column) => `a.${column} + coalesce(k.${column}, 0) as ${column}`).join(', ')}, a.category
  from (${keptStates(name)}) a left join ${known} k on k.customer_id = a.customer_id`
