/** What rewards cost and whether those who took them came back. */
import { sql } from 'kysely'
import type { Db } from '#foundation/db.ts'

export interface FigureRow { readonly rewardId: string, readonly orders: number, readonly points: bigint, readonly valueMinor: bigint, readonly open: number, readonly watched: number, readonly cameBack: number }

/** Since an instant, by reward. "Came back": a sale within the days of watching after the order; counted only where those days are over. */
export async function sumOrders(db: Db, since: Date, now: Date, watchDays: number): Promise<readonly FigureRow[]> {
  const { rows } = await sql<FigureRow>`
    select o.reward_id as "rewardId", count(*) filter (where o.state <> 'cancelled')::int as orders, coalesce(sum(o.points) filter (where o.state <> 'cancelled'), 0)::bigint as points,
      coalesce(sum(o.value_minor) filter (where o.state <> 'cancelled'), 0)::bigint as "valueMinor", count(*) filter (where o.state in ('waiting', 'placed', 'ready'))::int as open,
      count(*) filter (where o.state <> 'cancelled' and o.placed_at <= ${now.toISOString()}::timestamptz - ${watchDays} * interval '1 day')::int as watched,
      count(*) filter (where o.state <> 'cancelled' and o.placed_at <= ${now.toISOString()}::timestamptz - ${watchDays} * interval '1 day' and exists (
        select from orders.order s where s.customer_id = o.customer_id and s.kind = 'sale' and s.at > o.placed_at and s.at <= o.placed_at + ${watchDays} * interval '1 day'))::int as "cameBack"
    from rewards.order o where o.placed_at >= ${since.toISOString()}::timestamptz group by 1`.execute(db)
  return rows
}
