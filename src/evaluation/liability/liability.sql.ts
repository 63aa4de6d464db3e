/** Every statement on liability.*. The journal is read once, entry by entry; everything else is asked of its daily sums. */
import { sql } from 'kysely'
import type { Db, Trx } from '#foundation/db.ts'
import type { Day } from '#foundation/zone.ts'
import { bunches, type Flow, type Held } from './liability.life.ts'

export async function findMark(db: Db | Trx): Promise<{ readonly zone: string, readonly at: Date } | undefined> {
  const { rows } = await sql<{ zone: string, at: Date }>`select zone, at from liability.mark`.execute(db)
  return rows[0]
}

/** One at a time: whoever brings the sums up to date holds this row. */
export async function lockMark(trx: Trx, zone: string, now: Date): Promise<{ readonly zone: string }> {
  await sql`insert into liability.mark (zone, at) values (${zone}, ${now.toISOString()}::timestamptz) on conflict do nothing`.execute(trx)
  const { rows: [mark] } = await sql<{ zone: string }>`update liability.mark set zone = zone returning zone`.execute(trx)
  return mark ?? { zone }
}

export const saveMark = async (trx: Db | Trx, zone: string, now: Date): Promise<void> => {
  await sql`update liability.mark set zone = ${zone}, at = ${now.toISOString()}::timestamptz`.execute(trx)
}

export const forget = async (trx: Trx): Promise<void> => {
  await sql`truncate liability.seen, liability.movement, liability.flow`.execute(trx)
}

export interface WalletPlace { readonly customerId: string, readonly currency: string }
export const firstPlace: WalletPlace = { customerId: '00000000-0000-0000-0000-000000000000', currency: '' }

/** Sums what is new of up to `limit` wallets behind a place; answers the last of them where there may be more. */
export async function sumNext(trx: Trx, { customerId, currency }: WalletPlace, zone: string, limit: number): Promise<{ readonly last?: WalletPlace, readonly wallets: number }> {
  await sql`
    create temp table due on commit drop as
    select w.customer_id, w.currency, coalesce(s.sequence, 0) as after, w.sequence as upto from points.wallet w left join liability.seen s on s.customer_id = w.customer_id and s.currency = w.currency
    where (w.customer_id, w.currency) > (${customerId}::uuid, ${currency}) and w.sequence > coalesce(s.sequence, 0) order by w.customer_id, w.currency limit ${limit}`.execute(trx)
  const { rows: [found] } = await sql<{ wallets: bigint }>`select count(*) as wallets from due`.execute(trx)
  if (found === undefined || found.wallets === 0n) { await sql`drop table due`.execute(trx); return { wallets: 0 } }
  await sql`analyze due`.execute(trx)
  await sql`
    create temp table fresh on commit drop as
    select e.customer_id, e.currency, (e.effective_at at time zone ${zone})::date as effective_on, (e.inserted_at at time zone ${zone})::date as known_on,
      coalesce((l.earned_at at time zone ${zone})::date, '-infinity') as earned_on, coalesce(l.expires_on, 'infinity') as expires_on, e.from_account, e.to_account, e.amount, (uuid_hash(e.customer_id) & ${bunches - 1}::int)::smallint as bunch,
      case when e.from_account in ('pending', 'available', 'held') and e.to_account in ('pending', 'available', 'held') then null when e.to_account in ('pending', 'available', 'held') then 'enter'
        when e.from_account not in ('pending', 'available', 'held') then null when e.to_account = 'redeemed' then 'spend' when e.to_account = 'expired' then 'expire' else 'leave' end as cause
    from due d join points.entry e on e.customer_id = d.customer_id and e.currency = d.currency and e.sequence > d.after and e.sequence <= d.upto
    left join points.lot l on l.customer_id = e.customer_id and l.lot_id = e.lot_id`.execute(trx)
  await sql`
    insert into liability.movement as m (currency, effective_on, known_on, earned_on, expires_on, from_account, to_account, amount, entries)
    select currency, effective_on, known_on, earned_on, expires_on, from_account, to_account, sum(amount), count(*) from fresh group by 1, 2, 3, 4, 5, 6, 7
    on conflict (currency, effective_on, known_on, earned_on, expires_on, from_account, to_account) do update set amount = m.amount + excluded.amount, entries = m.entries + excluded.entries`.execute(trx)
  // A lot's last day is the last on which it can be spent: what ends is taken out on that day, after what is spent.
  await sql`
    insert into liability.flow as f (currency, bunch, age, cause, amount)
    select currency, bunch, greatest(0, case when cause = 'expire' and expires_on < 'infinity' then expires_on else effective_on end - earned_on), cause, sum(amount) from fresh
    where cause is not null and earned_on > '-infinity' group by 1, 2, 3, 4
    on conflict (currency, bunch, age, cause) do update set amount = f.amount + excluded.amount`.execute(trx)
  await sql`
    insert into liability.seen as s (customer_id, currency, sequence, spent)
    select d.customer_id, d.currency, d.upto, coalesce(bool_or(x.cause = 'spend'), false) from due d left join fresh x on x.customer_id = d.customer_id and x.currency = d.currency group by 1, 2, 3
    on conflict (customer_id, currency) do update set sequence = excluded.sequence, spent = s.spent or excluded.spent`.execute(trx)
  const { rows: [last] } = await sql<WalletPlace>`select customer_id as "customerId", currency from due order by 1 desc, 2 desc limit 1`.execute(trx)
  await sql`drop table due, fresh`.execute(trx)
  return { wallets: Number(found.wallets), ...(last === undefined || Number(found.wallets) < limit ? {} : { last }) }
}

export const countWallets = async (db: Db | Trx): Promise<number> => Number((await sql<{ n: bigint }>`select count(*) as n from points.wallet`.execute(db)).rows[0]?.n ?? 0n)

export type By = 'effective' | 'known'
const dayColumn = (by: By) => sql.raw(by === 'effective' ? 'effective_on' : 'known_on')

export interface Cell { readonly currency: string, readonly earnedOn: Day | null, readonly expiresOn: Day | null, readonly pending: bigint, readonly available: bigint, readonly held: bigint, readonly debt: bigint }

/** What was in the wallets at the end of a day, by the day on which it was earned and its last day. */
export async function findOutstanding(db: Db | Trx, by: By, asOf: Day): Promise<readonly Cell[]> {
  const net = (account: string) => sql`sum(case when to_account = ${account} then amount when from_account = ${account} then -amount else 0 end)::bigint`
  const { rows } = await sql<Cell>`
    select * from (
      select currency, case when earned_on > '-infinity' then earned_on end as "earnedOn", case when expires_on < 'infinity' then expires_on end as "expiresOn",
        ${net('pending')} as pending, ${net('available')} as available, ${net('held')} as held, -${net('debt')} as debt
      from liability.movement where ${dayColumn(by)} <= ${asOf}::date group by currency, earned_on, expires_on) c
    where pending <> 0 or available <> 0 or held <> 0 or debt <> 0 order by currency, "earnedOn", "expiresOn"`.execute(db)
  return rows
}

export interface DayMovement { readonly currency: string, readonly day: Day, readonly from: string, readonly to: string, readonly amount: bigint, readonly entries: bigint }

/** What moved on each day between the accounts; pending, available and held are one account here: they owe the same. */
export async function findMovements(db: Db | Trx, by: By, asOf: Day): Promise<readonly DayMovement[]> {
  const { rows } = await sql<DayMovement>`
    select currency, day, "from", "to", sum(amount)::bigint as amount, sum(entries)::bigint as entries from (
      select currency, ${dayColumn(by)} as day, case when from_account in ('pending', 'available', 'held') then 'points' else from_account end as "from",
        case when to_account in ('pending', 'available', 'held') then 'points' else to_account end as "to", amount, entries from liability.movement where ${dayColumn(by)} <= ${asOf}::date) m
    where "from" <> "to" group by 1, 2, 3, 4 order by 1, 2, 3, 4`.execute(db)
  return rows
}

export const findFlows = async (db: Db | Trx, currency: string): Promise<readonly Flow[]> =>
  (await sql<Flow>`select bunch, age, cause, amount from liability.flow where currency = ${currency}`.execute(db)).rows

/** What each group of members holds now, by the lots' days, as far as it is summed. */
export async function findHoldings(db: Db | Trx, currency: string, zone: string): Promise<readonly Held[]> {
  const { rows } = await sql<Held>`
    select (uuid_hash(l.customer_id) & ${bunches - 1}::int)::smallint as bunch, (l.earned_at at time zone ${zone})::date as "earnedOn", l.expires_on as "expiresOn", sum(l.pending + l.available + l.held)::bigint as amount
    from points.lot l where l.currency = ${currency} and l.live group by 1, 2, 3`.execute(db)
  return rows
}

export async function countMembers(db: Db | Trx, currency: string): Promise<{ readonly members: number, readonly spenders: number }> {
  const { rows: [found] } = await sql<{ members: bigint, spenders: bigint }>`select count(*) as members, count(*) filter (where spent) as spenders from liability.seen where currency = ${currency}`.execute(db)
  return { members: Number(found?.members ?? 0n), spenders: Number(found?.spenders ?? 0n) }
}

/** The first day of the journal of a currency. */
export const findFirstDay = async (db: Db | Trx, currency: string): Promise<Day | undefined> =>
  (await sql<{ day: Day | null }>`select min(effective_on) as day from liability.movement where currency = ${currency}`.execute(db)).rows[0]?.day ?? undefined
