/** What was booked, command by command, as a member's timeline tells it. */
import { sql } from 'kysely'
import type { Db } from '#foundation/db.ts'

export interface Told {
  readonly bookingId: string
  /** When it counted. */
  readonly at: Date
  readonly actor: string
  readonly currency: string
  /** Of the entry that the command was about: what time did beside it comes last. */
  readonly kind: string
  readonly amount: bigint
  /** What could be spent after it. */
  readonly available: bigint
  readonly source: string | null
  readonly number: string | null
}

/** Of every id of one person, the survivor's first: that points left a merged record is not told beside their coming. At most `limit` before the place, newest first. */
export async function bookingsBefore(db: Db, customerIds: readonly [string, ...string[]], before: { readonly at: string, readonly id: string } | undefined, limit: number): Promise<readonly Told[]> {
  const { rows } = await sql<Told>`
    select "bookingId", at, actor, currency, kind, amount, available, source, number from (
      select booking_id as "bookingId", min(effective_at) filter (where kind = main) as at, min(actor) as actor, currency, main as kind, min(source) filter (where kind = main) as source, min(number) filter (where kind = main) as number,
        (sum(case when to_account = 'adjusted' then -amount else amount end) filter (where kind = main or (main = 'reverse' and kind = 'owe') or (main = 'redeem' and kind = 'overdraw')))::bigint as amount,
        (array_agg(available order by sequence desc))[1]::bigint as available
      from (
        select e.*, first_value(kind) over (partition by booking_id, currency order by case kind when 'mature' then 3 when 'expire' then 3 when 'repay' then 3 when 'release' then 2 else 1 end, sequence) as main,
          sum(case when to_account = 'available' then amount when from_account = 'available' then -amount else 0 end) over (partition by customer_id, currency order by sequence) as available
        from points.entry e where customer_id = any(${customerIds}::uuid[])) e
      where main <> 'merge' or customer_id = ${customerIds[0]}::uuid
      group by booking_id, currency, main) told
    ${before === undefined ? sql`` : sql`where (at, "bookingId") < (${before.at}::timestamptz, ${before.id}::uuid)`}
    order by at desc, "bookingId" desc limit ${limit}`.execute(db)
  return rows
}
