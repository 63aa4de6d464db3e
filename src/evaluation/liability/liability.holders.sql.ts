/** The members behind the figures, as the ledger has them now. No index serves the order: it would cost every booking, and a list costs a pass over the wallets. */
import { sql } from 'kysely'
import type { Db } from '#foundation/db.ts'
import type { Day } from '#foundation/zone.ts'

export const countHolders = async (db: Db): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{ currency: string, n: bigint }>`select currency, count(*) as n from points.wallet where pending + available + held > 0 group by currency`.execute(db)
  return new Map(rows.map(({ currency, n }) => [currency, Number(n)]))
}

export interface HolderRow { readonly customerId: string, readonly name: string | null, readonly outstanding: bigint, readonly debt: bigint, readonly ending: bigint, readonly firstEnd: Day | null, readonly rank: bigint }
export interface HoldersAsked { readonly currency: string, readonly today: Day, readonly until: Day, readonly order: 'balance' | 'ending', readonly after: { readonly rank: bigint, readonly customerId: string } | undefined, readonly limit: number }

/** Largest balance first, or most ending up to a day first. */
export async function findHolders(db: Db, { currency, today, until, order, after, limit }: HoldersAsked): Promise<readonly HolderRow[]> {
  const behind = (rank: string, member: string) => (after === undefined ? sql`` : sql`and (${sql.raw(rank)}, ${sql.raw(member)}) < (${after.rank.toString()}::bigint, ${after.customerId}::uuid)`)
  const wallet = sql`w.pending + w.available + w.held - coalesce((select sum(l.available) from points.lot l where l.customer_id = w.customer_id and l.currency = w.currency and l.expires_on < ${today}::date and l.live), 0)::bigint`
  const ends = sql`select l.customer_id, sum(l.pending + l.available + l.held)::bigint as ending, min(l.expires_on) as first_end from points.lot l
    where l.currency = ${currency} and l.expires_on between ${today}::date and ${until}::date and l.live`
  const { rows } = order === 'ending'
    ? await sql<HolderRow>`
      select w.customer_id as "customerId", c.name, ${wallet} as outstanding, w.debt, w.ending, w.first_end as "firstEnd", w.ending as rank from (
        select w.*, x.ending, x.first_end from (
          select * from (${ends} group by l.customer_id) e where true ${behind('ending', 'customer_id')} order by ending desc, customer_id desc limit ${limit}) x
        join points.wallet w on w.customer_id = x.customer_id and w.currency = ${currency}) w
      left join record.customer c on c.customer_id = w.customer_id order by w.ending desc, w.customer_id desc`.execute(db)
    : await sql<HolderRow>`
      select w.customer_id as "customerId", c.name, ${wallet} as outstanding, w.debt, coalesce(x.ending, 0) as ending, x.first_end as "firstEnd", w.pending + w.available + w.held as rank from (
        select w.* from points.wallet w where w.currency = ${currency} and w.pending + w.available + w.held > 0 ${behind('w.pending + w.available + w.held', 'w.customer_id')}
        order by w.pending + w.available + w.held desc, w.customer_id desc limit ${limit}) w
      left join lateral (${ends} and l.customer_id = w.customer_id group by l.customer_id) x on true
      left join record.customer c on c.customer_id = w.customer_id order by w.pending + w.available + w.held desc, w.customer_id desc`.execute(db)
  return rows
}
