/** Every statement on points.*. A batch of wallets is locked, read and written in a handful of statements, however many they are. */
import { sql, type RawBuilder } from 'kysely'
import { int8s, texts, uuids } from '#foundation/arrays.ts'
import { binaryStore } from '#foundation/copy.binary.ts'
import { copyInto } from '#foundation/copy.statement.ts'
import type { Db, Trx } from '#foundation/db.ts'
import { statement } from '#foundation/statement.ts'
import type { Day } from '#foundation/zone.ts'
import type { Account, Balance, Basis, Entry, EntryKind, Hold, Lot, Wallet } from './points.state.ts'

export interface WalletKey { readonly customerId: string, readonly currency: string }
/** A wallet without its lots and holds; what they hold is summed in it. */
export interface WalletHead extends WalletKey, Balance { readonly sequence: bigint }
/** `spends`: what is spent from the wallet at most, where nothing else is asked of its lots. */
export interface WalletNeed extends WalletKey { readonly spends: bigint }
/** Of several that are asked for by a list: the place in it, from 0. */
export interface Placed { readonly place: number }
export interface OrderKey { readonly customerId: string, readonly source: string, readonly number: string }

const ordersTable = (orders: readonly OrderKey[]) => sql`unnest(${orders.map((order) => order.customerId)}::uuid[], ${orders.map((order) => order.source)}::text[], ${orders.map((order) => order.number)}::text[]) as a (customer_id, source, number)`

/** Orders with every id under which their customer may have booked something: their own, and those of records that were merged into theirs. */
const ofUnion = (orders: readonly OrderKey[]) => sql`(
  select a.customer_id, a.customer_id as own_id, a.source, a.number from ${ordersTable(orders)}
  union all select a.customer_id, m.merged_id, a.source, a.number from ${ordersTable(orders)} join identity.alias m on m.survivor_id = a.customer_id) o`

/** The same orders with those to whose wallet they led while a merge stood that was undone since: what was taken back or given back there was undone for good. */
const ofParted = (orders: readonly OrderKey[]) => sql`(
  select o.customer_id, o.source, o.number, p.other_id, p.since, p.until from ${ofUnion(orders)} cross join lateral (
    select m.survivor_id as other_id, m.at as since, m.undone_at as until from identity.merge m where m.merged_id = o.own_id and m.undone_at is not null
    union all select m.merged_id, m.at, m.undone_at from identity.merge m where m.survivor_id = o.own_id and m.undone_at is not null) p) o`

const keysTable = (keys: readonly WalletKey[]) => sql`unnest(${uuids(keys.map((key) => key.customerId))}::uuid[], ${texts(keys.map((key) => key.currency))}::text[]) as k (customer_id, currency)`

/**
 * Opens wallets that are not there yet and locks all of them, in the order of the keys: a conflict locks its row though nothing is changed in it. That runs on
 * a cluster too, where SELECT … FOR UPDATE over shards is refused.
 */
export async function lockWallets(trx: Trx, keys: readonly WalletKey[]): Promise<void> {
  if (keys.length > 0) await openAndLock(trx, sql`select customer_id, currency from ${keysTable(keys)}`)
}

/** The same, and with them in the one order the wallets to which they lead: who locked those later would wait in a ring with a merge. */
export async function lockLedWallets(trx: Trx, keys: readonly WalletKey[]): Promise<void> {
  if (keys.length > 0) await openAndLock(trx, sql`with k as (select customer_id, currency from ${keysTable(keys)})
    select customer_id, currency from k union select a.survivor_id, k.currency from k join identity.alias a on a.merged_id = k.customer_id`)
}

const openAndLock = async (trx: Trx, wanted: RawBuilder<unknown>): Promise<void> => void await statement`insert into points.wallet (customer_id, currency) ${wanted} order by 1, 2
  on conflict (customer_id, currency) do update set sequence = wallet.sequence where false`.execute(trx)

export const readHeads = async (trx: Trx, keys: readonly WalletKey[]): Promise<readonly WalletHead[]> => keys.length === 0 ? [] : (await statement<WalletHead>`
  select w.customer_id as "customerId", w.currency, w.sequence, w.pending, w.available, w.held, w.debt from points.wallet w join ${keysTable(keys)} on w.customer_id = k.customer_id and w.currency = k.currency`.execute(trx)).rows

/** Takes away wallets that were opened and then not used. */
export async function dropWallets(trx: Trx, keys: readonly WalletKey[]): Promise<void> {
  if (keys.length > 0) await statement`delete from points.wallet w using ${keysTable(keys)} where w.customer_id = k.customer_id and w.currency = k.currency and w.sequence = 0`.execute(trx)
}

export const findWallets = async (db: Db | Trx, customerId: string): Promise<readonly WalletHead[]> =>
  (await sql<WalletHead>`select customer_id as "customerId", currency, sequence, pending, available, held, debt from points.wallet where customer_id = ${customerId}::uuid order by currency`.execute(db)).rows

/** Of some members, every currency: what may be spent, and when the last entry was written. */
export const findBalances = async (db: Db | Trx, customerIds: readonly string[]) => (await sql<WalletKey & Pick<Balance, 'available'> & { readonly at: Date }>`
  select w.customer_id as "customerId", w.currency, w.available, e.inserted_at as at from points.wallet w join points.entry e on e.customer_id = w.customer_id and e.currency = w.currency and e.sequence = w.sequence
  where w.customer_id = any(${customerIds}::uuid[])`.execute(db)).rows

export type LotRow = Omit<Lot, 'pending' | 'available' | 'held'> & WalletKey & Pick<Lot, 'pending' | 'available' | 'held'>

const lotColumns = sql.raw(`l.lot_id as "lotId", l.earned, l.pending, l.available, l.held, l.earned_at as "earnedAt", l.matures_on as "maturesOn", l.expires_on as "expiresOn",
  l.policy_version as "policyVersion", l.source, l.number`)
const ownedLot = sql`l.customer_id as "customerId", l.currency, ${lotColumns}`

/** The lots with something in them. */
export const findLots = async (db: Db | Trx, keys: readonly WalletKey[]): Promise<readonly LotRow[]> => keys.length === 0 ? [] : (await statement<LotRow>`
  select ${ownedLot} from points.lot l join ${keysTable(keys)} on l.customer_id = k.customer_id and l.currency = k.currency where l.live`.execute(db)).rows

/** How many lots are looked at of a wallet whose first is not enough: few who spend take from more. */
const nextLots = 8
const needsTable = (needs: readonly WalletNeed[]) => sql`unnest(${uuids(needs.map((need) => need.customerId))}::uuid[], ${texts(needs.map((need) => need.currency))}::text[], ${int8s(needs.map((need) => need.spends))}::bigint[])
  with ordinality as k (customer_id, currency, spends, no)`
const liveLots = sql`select * from points.lot l where l.customer_id = k.customer_id and l.currency = k.currency and l.live order by l.expires_on, l.earned_at, l.lot_id`

/**
 * What wallets hold together, and of that what is in the first lot of the spending order, if there is one; no `head` where the wallet is not there yet.
 * `isOwn`: its owner is a person who was not merged into another; a wallet may be shared by several, or nobody may have the id.
 */
export interface WalletFront extends Placed { readonly isOwn: boolean, readonly head: FrontHead | undefined, readonly first: Lot | undefined }
export interface FrontHead extends Pick<WalletHead, 'sequence' | 'debt'> { readonly sums: Omit<Balance, 'debt'> }
type FrontRow = Lot & Placed & Pick<WalletHead, 'debt'> & { readonly isOwn: boolean, readonly sequence: bigint | null, readonly allPending: bigint, readonly allAvailable: bigint, readonly allHeld: bigint, readonly lotId: string | null }

/** By their place in the list. */
export async function findFronts(trx: Trx, needs: readonly WalletNeed[]): Promise<readonly WalletFront[]> {
  if (needs.length === 0) return []
  // Whoever has a wallet is known: the record is asked only for who has none.
  const { rows } = await statement<FrontRow>`select k.no::int - 1 as place, w.sequence, w.debt, w.pending as "allPending", w.available as "allAvailable", w.held as "allHeld", ${lotColumns},
      not exists (select from identity.alias a where a.merged_id = k.customer_id) and not exists (select from points.pool p where p.pool_id = k.customer_id)
        and (w.sequence is not null or exists (select from record.customer c where c.customer_id = k.customer_id)) as "isOwn"
    from ${needsTable(needs)} left join points.wallet w on w.customer_id = k.customer_id and w.currency = k.currency left join lateral (${liveLots} limit 1) l on true`.execute(trx)
  return rows.map(({ place, isOwn, sequence, debt, allPending, allAvailable, allHeld, ...lot }) => ({
    place, isOwn, head: sequence === null ? undefined : { sequence, debt, sums: { pending: allPending, available: allAvailable, held: allHeld } }, first: lot.lotId === null ? undefined : lot
  }))
}

/** Of the first lots in the spending order those that cover what is spent, by the wallet's place in the list. */
export const findFirstLots = async (trx: Trx, needs: readonly WalletNeed[]): Promise<readonly (Lot & Placed)[]> => needs.length === 0 ? [] : (await statement<Lot & Placed>`
  select k.no::int - 1 as place, ${lotColumns} from ${needsTable(needs)}
    cross join lateral (select f.*, sum(f.available) over (order by f.expires_on, f.earned_at, f.lot_id) - f.available as before from (${liveLots} limit ${sql.raw(`${nextLots}`)}) f) l
    where l.before < k.spends`.execute(trx)).rows

/** Lots with nothing in them from which the orders earned or spent. */
export async function findEmptyLots(db: Db | Trx, keys: readonly WalletKey[], orders: readonly OrderKey[]): Promise<readonly LotRow[]> {
  return orders.length === 0 ? [] : (await sql<LotRow>`select ${ownedLot} from points.lot l join ${keysTable(keys)} on l.customer_id = k.customer_id and l.currency = k.currency
    where not l.live and (l.customer_id, l.lot_id) in (select o.customer_id, e.lot_id from ${ofUnion(orders)} join points.entry e on e.customer_id = o.own_id and e.source = o.source and e.number = o.number)`.execute(db)).rows
}

/** What is held of each lot is summed from the journal, never stored. */
export async function findHolds(db: Db | Trx, keys: readonly WalletKey[]): Promise<readonly (WalletKey & Hold)[]> {
  if (keys.length === 0) return []
  const { rows } = await statement<WalletKey & { holdId: string, deadline: Date, source: string | null, number: string | null, lots: string[], amounts: string[] }>`
    select h.customer_id as "customerId", h.currency, h.hold_id as "holdId", h.deadline, h.source, h.number, p.lots, p.amounts
    from points.hold h join ${keysTable(keys)} on h.customer_id = k.customer_id and h.currency = k.currency
    join lateral (select array_agg(lot_id::text) as lots, array_agg(amount::text) as amounts from (
      select e.lot_id, sum(case when e.to_account = 'held' then e.amount else -e.amount end) as amount from points.entry e where e.customer_id = h.customer_id and e.hold_id = h.hold_id group by 1) of_lot
      where amount > 0) p on p.lots is not null
    where h.state = 'open'`.execute(db)
  return rows.map(({ lots, amounts, ...hold }) => ({ ...hold, parts: new Map(lots.map((lot, at) => [lot, BigInt(amounts[at] ?? '0')])) }))
}

type BareRow = Entry & WalletKey & { readonly insertedAt: Date, readonly actor: string, readonly note: string | null }
type BasisRow = { readonly [name in keyof Basis]: Basis[name] }
export type EntryRow = BareRow
/** Columns of `points.basis`, as one part of the entry where there is any. */
const basisColumns = sql.raw('b.member_id as "memberId", b.link_id as "linkId", b.rate_id as "rateId", b.partner_id as "partnerId"')
const withBasis = sql.raw('left join points.basis b on b.customer_id = e.customer_id and b.currency = e.currency and b.sequence = e.sequence')
const based = ({ memberId, linkId, rateId, partnerId, ...row }: BareRow & BasisRow): EntryRow =>
  (memberId === null && linkId === null && rateId === null && partnerId === null ? row : { ...row, basis: { memberId, linkId, rateId, partnerId } })
const entryColumns = sql.raw(`e.customer_id as "customerId", e.currency, e.sequence, e.kind, e.from_account as "from", e.to_account as "to", e.amount, e.lot_id as "lotId", e.hold_id as "holdId", e.source, e.number,
  e.effective_at as "effectiveAt", e.inserted_at as "insertedAt", e.policy_version as "policyVersion", e.actor, e.note`)

export async function findOrderEntries(db: Db | Trx, orders: readonly OrderKey[]): Promise<readonly EntryRow[]> {
  if (orders.length === 0) return []
  const { rows } = await sql<BareRow & BasisRow & { readonly survivorId: string }>`select o.customer_id as "survivorId", ${entryColumns}, ${basisColumns} from ${ofUnion(orders)}
      join points.entry e on e.customer_id = o.own_id and e.source = o.source and e.number = o.number ${withBasis}
    union select o.customer_id, ${entryColumns}, ${basisColumns} from ${ofParted(orders)}
      join points.entry e on e.customer_id = o.other_id and e.source = o.source and e.number = o.number and e.inserted_at between o.since and o.until and (e.kind in ('reverse', 'owe') or e.from_account = 'redeemed') ${withBasis}
    order by 1, "currency", "insertedAt", "customerId", "sequence"`.execute(db)
  return rows.map(({ survivorId, ...row }) => ({ ...based(row), customerId: survivorId }))
}

/**
 * Of orders that a customer has nothing of, those that were booked in another's wallet while a merge stood that was undone since, and whose that wallet is now:
 * what was earned or spent meanwhile stayed there, and is undone there.
 */
export async function findElsewhere(db: Db | Trx, orders: readonly OrderKey[]): Promise<readonly (OrderKey & { readonly currency: string, readonly ownerId: string })[]> {
  if (orders.length === 0) return []
  const booked = sql.raw("(e.kind = 'earn' or e.to_account = 'redeemed')")
  return (await sql<OrderKey & { currency: string, ownerId: string }>`select distinct on (1, 2, 3, 4) o.customer_id as "customerId", o.source, o.number, f.currency, coalesce(a.survivor_id, o.other_id) as "ownerId"
    from ${ofParted(orders)} cross join lateral (select distinct e.currency from points.entry e where e.customer_id = o.other_id and e.source = o.source and e.number = o.number and e.inserted_at between o.since and o.until and ${booked}) f
      left join identity.alias a on a.merged_id = o.other_id
    where not exists (select from (select o.customer_id as own_id union all select merged_id from identity.alias where survivor_id = o.customer_id) u
      join points.entry e on e.customer_id = u.own_id and e.source = o.source and e.number = o.number where e.currency = f.currency and ${booked})
    order by 1, 2, 3, 4, o.until desc`.execute(db)).rows
}

/** One wallet's journal, newest first. */
export async function findEntries(db: Db | Trx, { customerId, currency }: WalletKey, before: bigint | undefined, limit: number): Promise<readonly EntryRow[]> {
  const { rows } = await sql<BareRow & BasisRow>`select ${entryColumns}, ${basisColumns} from points.entry e ${withBasis} where e.customer_id = ${customerId}::uuid and e.currency = ${currency}
    ${before === undefined ? sql`` : sql`and e.sequence < ${before.toString()}::bigint`} order by e.sequence desc limit ${limit}`.execute(db)
  return rows.map(based)
}

export interface JournalPlace { readonly at: Date, readonly customerId: string, readonly sequence: bigint }

/** The journals of several wallets as one, newest first. */
export async function findUnionEntries(db: Db | Trx, customerIds: readonly string[], currency: string, before: JournalPlace | undefined, limit: number): Promise<readonly EntryRow[]> {
  const { rows } = await sql<BareRow & BasisRow>`select ${entryColumns}, ${basisColumns} from points.entry e ${withBasis} where e.customer_id = any(${customerIds}::uuid[]) and e.currency = ${currency}
    ${before === undefined ? sql`` : sql`and (e.inserted_at, e.customer_id, e.sequence) < (${before.at.toISOString()}::timestamptz, ${before.customerId}::uuid, ${before.sequence.toString()}::bigint)`}
    order by e.inserted_at desc, e.customer_id desc, e.sequence desc limit ${limit}`.execute(db)
  return rows.map(based)
}

export async function insertBasis(trx: Trx, pages: readonly JournalPage[]): Promise<void> {
  const rows = pages.flatMap(({ customerId, currency, entries }) => entries.flatMap(({ sequence, basis }) => (basis === undefined ? [] : [{ customerId, currency, sequence, ...basis }])))
  if (rows.length === 0) return
  const column = <T>(of: (row: (typeof rows)[number]) => T): T[] => rows.map(of)
  await sql`insert into points.basis (customer_id, currency, sequence, member_id, link_id, rate_id, partner_id)
    select * from unnest(${column((r) => r.customerId)}::uuid[], ${column((r) => r.currency)}::text[], ${column((r) => r.sequence.toString())}::bigint[], ${column((r) => r.memberId)}::uuid[], ${column((r) => r.linkId)}::uuid[],
      ${column((r) => r.rateId)}::uuid[], ${column((r) => r.partnerId)}::uuid[])`.execute(trx)
}

/** The journal in the order in which it was written. */
export async function journalOf(db: Db | Trx, { customerId, currency }: WalletKey): Promise<readonly EntryRow[]> {
  const { rows } = await sql<BareRow & BasisRow>`select ${entryColumns}, ${basisColumns} from points.entry e ${withBasis} where e.customer_id = ${customerId}::uuid and e.currency = ${currency} order by e.sequence`.execute(db)
  return rows.map(based)
}

/** What the journals of one person amount to, account by account: what counted by an instant, as far as it was known by another. Backdated entries stand in any order, so this sums and does not replay. */
export async function sumAccounts(db: Db | Trx, customerIds: readonly string[], currency: string, until: { readonly effective: Date, readonly known?: Date }): Promise<ReadonlyMap<string, bigint>> {
  const { rows } = await sql<{ account: string, amount: bigint }>`select side.account, sum(side.amount)::bigint as amount from points.entry e, lateral (values (e.from_account, -e.amount), (e.to_account, e.amount)) as side (account, amount)
    where e.customer_id = any(${customerIds}::uuid[]) and e.currency = ${currency} and e.effective_at <= ${until.effective.toISOString()}::timestamptz
    ${until.known === undefined ? sql`` : sql`and e.inserted_at <= ${until.known.toISOString()}::timestamptz`} group by side.account`.execute(db)
  return new Map(rows.map(({ account, amount }) => [account, amount]))
}

/** What one command wrote in the journal of one wallet. */
export interface JournalPage extends WalletKey { readonly entries: readonly Entry[], readonly bookingId: string, readonly actor: string, readonly note: string | null }

export async function insertEntries(trx: Trx, pages: readonly JournalPage[], now: Date): Promise<void> {
  const out = binaryStore(pages.length * 480)
  let count = 0
  for (const { customerId, currency, entries, bookingId, actor, note } of pages) {
    for (const entry of entries) {
      count += 1
      out.row(17)
      out.uuid(customerId); out.term(currency); out.int8(entry.sequence); out.term(entry.kind satisfies EntryKind); out.term(entry.from satisfies Account); out.term(entry.to satisfies Account); out.int8(entry.amount)
      out.uuid(entry.lotId); out.uuid(entry.holdId); out.term(entry.source); out.text(entry.number); out.timestamp(entry.effectiveAt.getTime()); out.timestamp(now.getTime()); out.int4(entry.policyVersion); out.uuid(bookingId)
      out.term(actor); out.text(note)
    }
  }
  if (count > 0) await copyInto(trx, 'points.entry (customer_id, currency, sequence, kind, from_account, to_account, amount, lot_id, hold_id, source, number, effective_at, inserted_at, policy_version, booking_id, actor, note)', out)
}

export async function insertLots(trx: Trx, lots: readonly (Lot & WalletKey)[]): Promise<void> {
  if (lots.length === 0) return
  const out = binaryStore(lots.length * 240)
  for (const lot of lots) {
    out.row(13)
    out.uuid(lot.customerId); out.uuid(lot.lotId); out.term(lot.currency); out.int8(lot.earned); out.int8(lot.pending); out.int8(lot.available); out.int8(lot.held); out.timestamp(lot.earnedAt.getTime())
    out.date(lot.maturesOn); out.date(lot.expiresOn); out.int4(lot.policyVersion); out.term(lot.source); out.text(lot.number)
  }
  await copyInto(trx, 'points.lot (customer_id, lot_id, currency, earned, pending, available, held, earned_at, matures_on, expires_on, policy_version, source, number)', out)
}

export async function updateLots(trx: Trx, lots: readonly (Pick<Lot, 'lotId' | 'pending' | 'available' | 'held'> & WalletKey)[]): Promise<void> {
  if (lots.length === 0) return
  // Fails by itself where one is missing: the commit may be on its way already when the answer comes.
  await statement`with changed as (update points.lot l set pending = n.pending, available = n.available, held = n.held
    from unnest(${uuids(lots.map((l) => l.customerId))}::uuid[], ${uuids(lots.map((l) => l.lotId))}::uuid[], ${int8s(lots.map((l) => l.pending))}::bigint[], ${int8s(lots.map((l) => l.available))}::bigint[],
      ${int8s(lots.map((l) => l.held))}::bigint[]) as n (customer_id, lot_id, pending, available, held)
    where l.customer_id = n.customer_id and l.lot_id = n.lot_id returning 1)
    select 1 / (count(*) = ${lots.length}::int)::int as "allChanged" from changed`.execute(trx)
}

export async function saveHolds(trx: Trx, holds: readonly (WalletKey & Omit<Hold, 'parts'> & { readonly state: 'open' | 'captured' | 'released' | 'moved' })[]): Promise<void> {
  if (holds.length === 0) return
  const column = <T>(of: (hold: (typeof holds)[number]) => T): T[] => holds.map(of)
  await sql`insert into points.hold (customer_id, hold_id, currency, deadline, state, source, number)
    select * from unnest(${column((h) => h.customerId)}::uuid[], ${column((h) => h.holdId)}::uuid[], ${column((h) => h.currency)}::text[], ${column((h) => h.deadline.toISOString())}::timestamptz[], ${column((h) => h.state)}::text[],
      ${column((h) => h.source)}::text[], ${column((h) => h.number)}::text[])
    on conflict (customer_id, hold_id) do update set state = excluded.state`.execute(trx)
}

export async function saveWallets(trx: Trx, wallets: readonly (Pick<Wallet, 'customerId' | 'currency' | 'sequence'> & Balance)[]): Promise<void> {
  if (wallets.length === 0) return
  const column = <T>(of: (wallet: (typeof wallets)[number]) => T): T[] => wallets.map(of)
  // Fails by itself where one is not there any more: it may not have been locked.
  await statement`with changed as (update points.wallet w set pending = n.pending, available = n.available, held = n.held, debt = n.debt, sequence = n.sequence
    from unnest(${uuids(column((w) => w.customerId))}::uuid[], ${texts(column((w) => w.currency))}::text[], ${int8s(column((w) => w.pending))}::bigint[], ${int8s(column((w) => w.available))}::bigint[], ${int8s(column((w) => w.held))}::bigint[],
      ${int8s(column((w) => w.debt))}::bigint[], ${int8s(column((w) => w.sequence))}::bigint[]) as n (customer_id, currency, pending, available, held, debt, sequence)
    where w.customer_id = n.customer_id and w.currency = n.currency returning 1)
    select 1 / (count(*) = ${wallets.length}::int)::int as "allChanged" from changed`.execute(trx)
}

export const takenReceipts = async (trx: Trx, receipts: readonly string[]): Promise<readonly string[]> =>
  receipts.length === 0 ? [] : (await sql<{ guard: string }>`select guard from points.guard where guard = any(${receipts}::text[])`.execute(trx)).rows.map(({ guard }) => guard)

/** The receipts that were free and are now taken. */
export async function claimReceipts(trx: Trx, receipts: readonly { readonly receipt: string, readonly customerId: string }[], now: Date): Promise<ReadonlySet<string>> {
  if (receipts.length === 0) return new Set()
  const { rows } = await sql<{ guard: string }>`insert into points.guard (guard, customer_id, at)
    select guard, customer_id, ${now.toISOString()}::timestamptz from unnest(${receipts.map((one) => one.receipt)}::text[], ${receipts.map((one) => one.customerId)}::uuid[]) as g (guard, customer_id) order by guard
    on conflict do nothing returning guard`.execute(trx)
  return new Set(rows.map(({ guard }) => guard))
}

/** Wallets for which time has done something that is not booked yet. */
export async function dueWallets(db: Db | Trx, today: Day, now: Date, limit: number): Promise<readonly WalletKey[]> {
  const { rows } = await sql<WalletKey>`select customer_id as "customerId", currency from (
      (select customer_id, currency from points.lot where pending > 0 and matures_on <= ${today}::date limit ${limit})
      union (select customer_id, currency from points.lot where live and available > 0 and expires_on < ${today}::date limit ${limit})
      union (select customer_id, currency from points.hold where state = 'open' and deadline <= ${now.toISOString()}::timestamptz limit ${limit})) due
    order by 1, 2 limit ${limit}`.execute(db)
  return rows
}

export const beginDryRun = (trx: Trx): Promise<unknown> => sql`savepoint dry_run`.execute(trx)
export const undoDryRun = (trx: Trx): Promise<unknown> => sql`rollback to savepoint dry_run`.execute(trx)
