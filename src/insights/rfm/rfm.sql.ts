/** Every statement of RFM: edges, triples of scores, and the customers behind them. */
import type { Params } from '#foundation/engine.ts'
import type { Source, Statement } from '../warehouse/warehouse.ts'
import type { RfmCustomersQuery } from './rfm.schema.ts'

/** Four edges of one measure; `inclusive`: a value at the edge is already in the next class. */
export interface Edge { readonly at: readonly number[], readonly inclusive: boolean }
export interface Edges { readonly recency: Edge, readonly frequency: Edge, readonly monetary: Edge }

/** What frequency counts: orders, or days with a purchase. */
export type Frequency = 'orders' | 'days'

const recency = 'cast(cast($asOf as date) - last_day as integer)'
const frequencyOf = (frequency: Frequency): string => (frequency === 'orders' ? 'orders' : 'visits')

type EdgeRow = Readonly<Record<`${'r' | 'f' | 'm'}${1 | 2 | 3 | 4}`, number | null>> & { readonly n: bigint }

/** Type-7 quantiles at 20, 40, 60 and 80 % of each measure; money in minor units. */
export function quintileEdges(source: Source, frequency: Frequency): Statement<EdgeRow> {
  // One ordered set for the four of them: an engine that is asked for four sets sorts four times. Whole numbers: what is looked for among them is found three times as fast.
  const edges = (name: string, value: string): string => [1, 2, 3, 4].map((k) =>
    `(percentile_cont(array[0.2, 0.4, 0.6, 0.8]) within group (order by ${value}))[${k}] as ${name}${k}`).join(', ')
  return {
    name: 'rfm.edges', params: source.params,
    sql: `with ${source.ctes} select count(*) as n, ${edges('r', recency)}, ${edges('f', frequencyOf(frequency))}, ${edges('m', 'money_minor')} from state`
  }
}

/** 1 + the number of edges below the value, so that ties stay together; for recency the other way round. */
const score = (name: string, value: string, { inclusive }: Edge): string =>
  `1 + ${[1, 2, 3, 4].map((k) => `case when ${value} ${inclusive ? '>=' : '>'} cast($${name}${k} as double precision) then 1 else 0 end`).join(' + ')}`

const scored = (frequency: Frequency, edges: Edges): string => `scored as (
  select customer_id, last_day, ${recency} as recency_days, ${frequencyOf(frequency)} as frequency, orders, money_minor,
    cast(6 - (${score('r', recency, edges.recency)}) as integer) as r, cast(${score('f', frequencyOf(frequency), edges.frequency)} as integer) as f,
    cast(${score('m', 'money_minor', edges.monetary)} as integer) as m
  from state)`

const edgeParams = (edges: Edges): Params => Object.fromEntries(
  ([['r', edges.recency], ['f', edges.frequency], ['m', edges.monetary]] as const).flatMap(([name, values]) => values.at.map((value, k) => [`${name}${k + 1}`, value])))

type TripleRow = { readonly r: number, readonly f: number, readonly m: number, readonly customers: number, readonly orders: bigint, readonly money_minor: bigint, readonly recency_days: bigint }

/** At most 125 rows, from which everything on the page is summed. */
export const triples = (source: Source, frequency: Frequency, edges: Edges): Statement<TripleRow> => ({
  name: 'rfm.triples', params: { ...source.params, ...edgeParams(edges) },
  sql: `with ${source.ctes}, ${scored(frequency, edges)}
    select r, f, m, cast(count(*) as integer) as customers, cast(sum(orders) as bigint) as orders, cast(sum(money_minor) as bigint) as money_minor, cast(sum(recency_days) as bigint) as recency_days
    from scored group by r, f, m order by r, f, m`
})

/** The money of the fifth of customers that brings most. */
export const topFifth = (source: Source, customers: number): Statement<{ readonly money_minor: bigint | null }> => ({
  name: 'rfm.top_fifth', params: { ...source.params, fifth: Math.ceil(customers / 5) },
  sql: `with ${source.ctes} select cast(sum(money_minor) as bigint) as money_minor from (select money_minor from state order by money_minor desc limit cast($fifth as integer)) top`
})

type CustomerRow = {
  readonly customer_id: string, readonly name: string | null, readonly last_day: string, readonly recency_days: number, readonly frequency: number,
  readonly money_minor: bigint, readonly r: number, readonly f: number, readonly m: number, readonly rank: bigint
}

export interface CustomerPage {
  readonly sort: NonNullable<RfmCustomersQuery['sort']>
  /** Score triples wanted, as `555,455`; all when absent. */
  readonly triples: string | undefined
  readonly customer?: string | undefined
  readonly r: number | undefined
  readonly f: number | undefined
  readonly m: number | undefined
  /** The last row of the page before: its rank and customer. */
  readonly after: { readonly rank: bigint, readonly customerId: string } | undefined
  readonly limit: number
}

/** What rises along the list; ties are parted by the customer. */
const ranks: Readonly<Record<CustomerPage['sort'], string>> = {
  money: '-money_minor', recency: 'cast(recency_days as bigint)', frequency: 'cast(-frequency as bigint)', customer: 'cast(0 as bigint)'
}

export function customers(source: Source, frequency: Frequency, edges: Edges, page: CustomerPage): Statement<CustomerRow> {
  const conditions = [
    ...(page.triples === undefined ? [] : ["position(cast(r as text) || cast(f as text) || cast(m as text) in $triples) > 0"]),
    ...(['r', 'f', 'm'] as const).flatMap((name) => (page[name] === undefined ? [] : [`${name} = cast($only${name} as integer)`])),
    ...(page.customer === undefined ? [] : ['customer_id = cast($customer as uuid)']),
    ...(page.after === undefined ? [] : ['(rank > cast($afterRank as bigint) or (rank = cast($afterRank as bigint) and customer_id > cast($afterCustomer as uuid)))'])
  ]
  const where = conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`
  return {
    name: 'rfm.customers',
    params: {
      ...source.params, ...edgeParams(edges), limit: page.limit,
      ...(page.triples === undefined ? {} : { triples: page.triples }), ...(page.customer === undefined ? {} : { customer: page.customer }),
      ...Object.fromEntries((['r', 'f', 'm'] as const).flatMap((name) => { const value = page[name]; return value === undefined ? [] : [[`only${name}`, value]] })),
      ...(page.after === undefined ? {} : { afterRank: page.after.rank, afterCustomer: page.after.customerId })
    },
    sql: `with ${source.ctes}, ${scored(frequency, edges)}, ranked as (select *, ${ranks[page.sort]} as rank from scored),
      listed as (select * from ranked ${where} order by rank, customer_id limit cast($limit as integer))
      select l.customer_id, c.name, l.last_day, l.recency_days, l.frequency, l.money_minor, l.r, l.f, l.m, l.rank
      from listed l left join warehouse.customer c on c.customer_id = l.customer_id order by l.rank, l.customer_id`
  }
}
