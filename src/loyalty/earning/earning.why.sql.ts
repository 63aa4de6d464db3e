/** The statements behind "why this balance": the journal and the lots of one wallet as far as they counted at an instant. */
import { sql } from 'kysely'
import type { Db } from '#foundation/db.ts'
import type { Day } from '#foundation/zone.ts'

interface Key { readonly customerId: string, readonly currency: string, readonly at: Date }
const until = ({ customerId, currency, at }: Key) => sql`e.customer_id = ${customerId}::uuid and e.currency = ${currency} and e.effective_at <= ${at.toISOString()}::timestamptz`
const own = sql.raw("('pending', 'available', 'held')")

export interface MovementRow { readonly kind: string, readonly entries: number, readonly amount: bigint }
/** What each kind of entry did to what the member has: their own accounts and what they owe. */
export const movementsOf = async (db: Db, key: Key): Promise<readonly MovementRow[]> => (await sql<MovementRow>`
  select e.kind, count(*)::int as entries, sum(case when e.to_account in ${own} or e.to_account = 'debt' then e.amount else 0 end - case when e.from_account in ${own} or e.from_account = 'debt' then e.amount else 0 end)::bigint as amount
  from points.entry e where ${until(key)} group by e.kind order by e.kind`.execute(db)).rows

export interface PlaceRow { readonly account: string, readonly amount: bigint }
export const placesOf = async (db: Db, key: Key): Promise<readonly PlaceRow[]> => (await sql<PlaceRow>`
  select account, sum(amount)::bigint as amount from (
    select e.to_account as account, e.amount from points.entry e where ${until(key)} union all select e.from_account, -e.amount from points.entry e where ${until(key)}) moved group by account`.execute(db)).rows

export interface LotRow {
  readonly lotId: string, readonly earnedAt: Date, readonly maturesOn: Day | null, readonly expiresOn: Day | null, readonly source: string | null, readonly number: string | null, readonly policyVersion: number, readonly note: string | null,
  readonly earned: bigint, readonly redeemed: bigint, readonly reversed: bigint, readonly expired: bigint, readonly repaid: bigint, readonly pending: bigint, readonly available: bigint, readonly held: bigint
}

/** What each lot had received, and where it had gone. */
export const lotsOf = async (db: Db, key: Key): Promise<readonly LotRow[]> => (await sql<LotRow>`
  with moved as (
    select e.lot_id, max(e.note) as note,
      sum(case when e.kind in ('earn', 'adjust', 'open', 'restore') and e.to_account in ${own} and e.from_account <> 'redeemed' then e.amount else 0 end)::bigint as earned,
      sum(case when e.to_account = 'redeemed' then e.amount when e.from_account = 'redeemed' then -e.amount else 0 end)::bigint as redeemed,
      sum(case when e.to_account in ('issued', 'adjusted', 'opening') then e.amount else 0 end)::bigint as reversed,
      sum(case when e.to_account = 'expired' then e.amount else 0 end)::bigint as expired, sum(case when e.to_account = 'debt' then e.amount else 0 end)::bigint as repaid,
      sum(case when e.to_account = 'pending' then e.amount when e.from_account = 'pending' then -e.amount else 0 end)::bigint as pending,
      sum(case when e.to_account = 'available' then e.amount when e.from_account = 'available' then -e.amount else 0 end)::bigint as available,
      sum(case when e.to_account = 'held' then e.amount when e.from_account = 'held' then -e.amount else 0 end)::bigint as held
    from points.entry e where ${until(key)} and e.lot_id is not null group by e.lot_id)
  select l.lot_id as "lotId", l.earned_at as "earnedAt", l.matures_on as "maturesOn", l.expires_on as "expiresOn", l.source, l.number, l.policy_version as "policyVersion", m.note,
    m.earned, m.redeemed, m.reversed, m.expired, m.repaid, m.pending, m.available, m.held
  from moved m join points.lot l on l.customer_id = ${key.customerId}::uuid and l.lot_id = m.lot_id order by l.earned_at desc, l.lot_id desc`.execute(db)).rows

export const nameOf = async (db: Db, customerId: string): Promise<string | null> => (await sql<{ name: string | null }>`select name from record.customer where customer_id = ${customerId}::uuid`.execute(db)).rows[0]?.name ?? null
