/**
 * What a careful analyst would write by hand for the same answers, in the SQL of both engines: RFM scores and the lifecycle state of every customer.
 * Only the product limit is taken outside SQL, as ours does.
 */
import type { Engine } from '#foundation/engine.ts'
import { dayOfShare, kaplanMeier } from '#stats/kaplanMeier.ts'

export interface ByHand { readonly scored: number, readonly lapsed: number }

/** `orders` has customer_id, day and value_minor, one row an order. */
export async function byHand(engine: Engine, orders: string, asOf: string, spanDays: number): Promise<ByHand> {
  for (const table of ['hand_customer', 'hand_rfm', 'hand_gap', 'hand_state']) await engine.run(`drop table if exists ${table}`)
  await engine.run(`create table hand_customer as select customer_id, min(day) as first_day, max(day) as last_day, count(*) as frequency, sum(value_minor) as money
    from ${orders} where day <= date '${asOf}' group by customer_id`)
  const edges = [[`date '${asOf}' - last_day`, 'r'], ['frequency', 'f'], ['money', 'm']] as const
  await engine.run(`create table hand_rfm as
    with edge as (select ${edges.flatMap(([value, name]) => [1, 2, 3, 4].map((k) => `percentile_cont(0.${2 * k}) within group (order by ${value}) as ${name}${k}`)).join(', ')} from hand_customer)
    select customer_id, ${edges.map(([value, name]) => `${[1, 2, 3, 4].map((k) => `case when ${value} > ${name}${k} then 1 else 0 end`).join(' + ')} as ${name}`).join(', ')} from hand_customer cross join edge`)
  await engine.run(`create table hand_gap as
    with visit as (select distinct customer_id, day from ${orders} where day <= date '${asOf}'),
    step as (select day, lead(day) over buys as next_day, row_number() over buys as number from visit window buys as (partition by customer_id order by day))
    select case when number = 1 then 'one' else 'repeat' end as series, coalesce(next_day, date '${asOf}') - day as days, next_day is not null as ended, count(*) as n from step group by 1, 2, 3`)
  const gaps = await engine.all<{ series: string, days: bigint | number, ended: boolean, n: bigint }>('select series, days, ended, n from hand_gap')
  const horizon = Math.min(365, spanDays)
  const threshold = (series: string, share: number): number => {
    const of = (ended: boolean) => gaps.filter((gap) => gap.series === series && gap.ended === ended).map((gap) => ({ days: Number(gap.days), count: Number(gap.n) }))
    return dayOfShare(kaplanMeier(of(true), of(false), Math.max(horizon, spanDays)), horizon, share) ?? 999_999
  }
  const after = (share: number): string => `case when first_day = last_day then ${threshold('one', share)} else ${threshold('repeat', share)} end`
  await engine.run(`create table hand_state as select customer_id, case when first_day = last_day and date '${asOf}' - last_day <= 30 then 'new'
    when date '${asOf}' - last_day > ${after(0.95)} then 'lapsed' when date '${asOf}' - last_day > ${after(0.8)} then 'at_risk' else 'active' end as state from hand_customer`)
  const [row] = await engine.all<{ scored: bigint, lapsed: bigint }>(`select (select count(*) from hand_rfm) as scored, (select count(*) from hand_state where state = 'lapsed') as lapsed`)
  return { scored: Number(row?.scored ?? 0n), lapsed: Number(row?.lapsed ?? 0n) }
}
