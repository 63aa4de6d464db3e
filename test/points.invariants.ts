/** What must hold of the ledger whenever it is looked at (LEDGER.md), in one snapshot. */
import pg from 'pg'
import { replay } from '#loyalty/points/points.ts'
import { wrongMoves } from './points.moves.invariants.ts'
import type { Entry, Lot } from '../src/loyalty/points/points.state.ts'

/** Each counts what must not be. An order's number is one for everybody: what was earned by one record may be returned by the one it was merged into. */
const wrong: Readonly<Record<string, string>> = {
  'a wallet is the sum of its lots': `select count(*) from points.wallet w left join (select customer_id, currency, sum(pending) as p, sum(available) as a, sum(held) as h from points.lot group by 1, 2) l using (customer_id, currency)
    where (w.pending, w.available, w.held) is distinct from (coalesce(l.p, 0), coalesce(l.a, 0), coalesce(l.h, 0))`,
  'a wallet is the sum of its journal': `select count(*) from points.wallet w join lateral (select coalesce(sum(case when to_account = 'pending' then amount when from_account = 'pending' then -amount end), 0) as p,
      coalesce(sum(case when to_account = 'available' then amount when from_account = 'available' then -amount end), 0) as a, coalesce(sum(case when to_account = 'held' then amount when from_account = 'held' then -amount end), 0) as h,
      coalesce(sum(case when from_account = 'debt' then amount when to_account = 'debt' then -amount end), 0) as d, coalesce(max(sequence), 0) as s, count(*) as n
      from points.entry e where e.customer_id = w.customer_id and e.currency = w.currency) j on true where (w.pending, w.available, w.held, w.debt, w.sequence, w.sequence) <> (j.p, j.a, j.h, j.d, j.s, j.n)`,
  'a journal belongs to a wallet': 'select count(*) from points.entry e where not exists (select from points.wallet w where w.customer_id = e.customer_id and w.currency = e.currency)',
  'what is held is the sum of open holds': `select count(*) from points.wallet w where w.held <> (select coalesce(sum(case when e.to_account = 'held' then e.amount else -e.amount end), 0) from points.entry e join points.hold h using (customer_id, hold_id)
    where e.customer_id = w.customer_id and e.currency = w.currency and h.state = 'open')`,
  'a hold that ended holds nothing': `select count(*) from (select h.hold_id from points.hold h join points.entry e using (customer_id, hold_id) where h.state <> 'open' group by 1 having sum(case when e.to_account = 'held' then e.amount else -e.amount end) <> 0) x`,
  'no account of a lot was ever below zero, nor a lot used beyond its amount': `select count(*) from (select sum(case when to_account = a then amount when from_account = a then -amount else 0 end) over (partition by customer_id, lot_id, a order by sequence) as so_far
    from points.entry, unnest(array['pending', 'available', 'held']) a where lot_id is not null) x where so_far < 0`,
  'nothing was spent or held of a lot after its last day': `select count(*) from points.entry e join points.lot l using (customer_id, lot_id) where e.from_account = 'available' and e.to_account in ('redeemed', 'held') and l.expires_on < (e.inserted_at at time zone 'Asia/Shanghai')::date`,
  // Two processes are told the hour one after the other: what one has let mature the other may spend before its own midnight. The first day is that of who let it mature.
  'nothing matured before its first day': `select count(*) from points.entry e join points.lot l using (customer_id, lot_id) where e.kind = 'mature' and l.matures_on > (e.inserted_at at time zone 'Asia/Shanghai')::date`,
  'nothing was spent of a lot before it matured': `select count(*) from (select e.customer_id, e.lot_id, e.kind, e.sequence, count(*) filter (where e.kind = 'mature') over (partition by e.lot_id) as everywhere,
      count(*) filter (where e.kind = 'mature') over (partition by e.customer_id, e.lot_id) as here, min(e.sequence) filter (where e.kind = 'mature') over (partition by e.customer_id, e.lot_id) as matured from points.entry e where e.lot_id is not null) e
    join points.lot l using (customer_id, lot_id) where e.kind in ('redeem', 'hold') and l.matures_on is not null and e.everywhere = e.here and coalesce(e.matured > e.sequence, true)`,
  'reversals of an order are at most what it earned': `select count(*) from (select currency, number from points.entry where number is not null group by 1, 2
    having coalesce(sum(amount) filter (where kind in ('reverse', 'owe')), 0) > coalesce(sum(amount) filter (where kind = 'earn'), 0)) x`,
  'what came back of an order is at most what it was paid with': `select count(*) from (select currency, number from points.entry where number is not null and kind in ('redeem', 'capture', 'restore') and 'redeemed' in (from_account, to_account) group by 1, 2
    having sum(case when to_account = 'redeemed' then amount else -amount end) < 0) x`
}

/** The same asked of the wallets of some: a statement then costs what they have, not what the whole ledger has. */
const among = (text: string): string => text.replaceAll(/\bpoints\.(?:wallet|lot|entry|hold)\b/g, (table) => `(select * from ${table} where customer_id = any($1::uuid[]))`)

/** Throws with the name of what does not hold; of the wallets of these, or of all. */
export async function requireInvariants(client: pg.Client, ids?: readonly string[]): Promise<void> {
  await client.query('begin isolation level repeatable read read only')
  try {
    for (const [name, text] of Object.entries(wrong)) {
      const { rows: [row] } = await (ids === undefined ? client.query<{ count: string }>(text) : client.query<{ count: string }>(among(text), [ids]))
      if (row?.count !== '0') throw new Error(`does not hold: ${name} (${row?.count})`)
    }
    for (const [name, text] of ids === undefined ? [] : Object.entries(wrongMoves)) {
      const { rows: [row] } = await client.query<{ count: string }>(text, [ids])
      if (row?.count !== '0') throw new Error(`does not hold: ${name} (${row?.count})`)
    }
  } finally { await client.query('rollback') }
}

const bigints = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? `${value}` : value)
const text = (value: unknown): string => JSON.stringify(value, bigints)
interface LotRow { lotId: string, earned: string, pending: string, available: string, held: string, earnedAt: Date, maturesOn: string | null, expiresOn: string | null, policyVersion: number, source: string | null, number: string | null }
interface EntryRow { sequence: string, kind: Entry['kind'], from: Entry['from'], to: Entry['to'], amount: string, lotId: string | null, holdId: string | null, source: string | null, number: string | null, effectiveAt: Date, policyVersion: number }

/** The journal of each wallet replayed from nothing gives its lots, holds, debt and sequence, byte for byte; answers how many entries were replayed. */
export async function requireReplay(client: pg.Client, ids?: readonly string[]): Promise<number> {
  let count = 0
  const { rows: wallets } = await client.query<{ customerId: string, currency: string, debt: string, sequence: string }>('select customer_id as "customerId", currency, debt::text, sequence::text from points.wallet where $1::uuid[] is null or customer_id = any($1::uuid[])', [ids ?? null])
  for (const { customerId, currency, debt, sequence } of wallets) {
    const of = [customerId, currency]
    const { rows: lots } = await client.query<LotRow>(`select lot_id as "lotId", earned::text, pending::text, available::text, held::text, earned_at as "earnedAt", matures_on::text as "maturesOn", expires_on::text as "expiresOn",
      policy_version as "policyVersion", source, number from points.lot where customer_id = $1 and currency = $2 order by lot_id`, of)
    const { rows: entries } = await client.query<EntryRow>(`select sequence::text, kind, from_account as "from", to_account as "to", amount::text, lot_id as "lotId", hold_id as "holdId", source, number, effective_at as "effectiveAt",
      policy_version as "policyVersion" from points.entry e where customer_id = $1 and currency = $2 order by e.sequence`, of)
    const { rows: holds } = await client.query<{ holdId: string }>("select hold_id as \"holdId\" from points.hold where customer_id = $1 and currency = $2 and state = 'open' order by hold_id", of)
    const asLot = (lot: LotRow): Lot => ({ ...lot, earned: BigInt(lot.earned), pending: BigInt(lot.pending), available: BigInt(lot.available), held: BigInt(lot.held) })
    const asEntry = (entry: EntryRow): Entry => ({ ...entry, sequence: BigInt(entry.sequence), amount: BigInt(entry.amount) })
    const again = replay({ customerId, currency }, lots.map(asLot), entries.map(asEntry))
    if (text([...again.lots.values()]) !== text(lots.map(asLot))) throw new Error(`replay gives other lots of ${customerId} ${currency}`)
    if (text([again.debt, again.sequence]) !== text([debt, sequence])) throw new Error(`replay gives another debt or sequence of ${customerId} ${currency}`)
    const heldBy = new Map<string, bigint>()
    for (const { holdId, from, to, amount } of entries.map(asEntry)) if (holdId !== null) heldBy.set(holdId, (heldBy.get(holdId) ?? 0n) + (to === 'held' ? amount : from === 'held' ? -amount : 0n))
    const open = [...heldBy].filter(([, amount]) => amount > 0n).map(([holdId]) => holdId).toSorted()
    if (text(open) !== text(holds.map(({ holdId }) => holdId))) throw new Error(`replay gives other holds of ${customerId} ${currency}`)
    count += entries.length
  }
  return count
}
