/** What must hold of what moves between wallets: of the journal by itself, and against what the test counted from the answers alone. */
import { isDeepStrictEqual } from 'node:util'
import pg from 'pg'
import type { Alliance } from './points.commands.ts'
import type { Moves } from './points.moves.ts'

/** Each counts what must not be, of the wallets of `$1`: nobody outside them had to do with them. */
export const wrongMoves: Readonly<Record<string, string>> = {
  'what leaves one wallet enters another under one link': `select count(*) from (select b.link_id, e.currency from points.entry e left join points.basis b using (customer_id, currency, sequence)
    where e.customer_id = any($1::uuid[]) and 'moved' in (e.from_account, e.to_account) group by 1, 2 having b.link_id is null or sum(case when e.to_account = 'moved' then e.amount else -e.amount end) <> 0) x`,
  'both legs of an exchange, under its rate, or none': `select count(*) from (select b.link_id from points.entry e left join points.basis b using (customer_id, currency, sequence)
    where e.customer_id = any($1::uuid[]) and 'exchanged' in (e.from_account, e.to_account) group by 1
    having b.link_id is null or count(distinct b.rate_id) <> 1 or count(b.rate_id) <> count(*) or count(distinct e.currency) <> 2 or not bool_or(e.to_account = 'exchanged') or not bool_or(e.from_account = 'exchanged')) x`,
  'whoever was merged has nothing left': `select count(*) from points.wallet w join identity.alias a on a.merged_id = w.customer_id where w.customer_id = any($1::uuid[]) and (w.pending, w.available, w.held, w.debt) <> (0, 0, 0, 0)`,
  'whoever was merged holds nothing open': `select count(*) from points.hold h join identity.alias a on a.merged_id = h.customer_id where h.customer_id = any($1::uuid[]) and h.state = 'open'`,
  'every entry of a shared wallet that somebody made names who': `select count(*) from points.entry e join points.pool p on p.pool_id = e.customer_id left join points.basis b using (customer_id, currency, sequence)
    where e.customer_id = any($1::uuid[]) and e.kind in ('earn', 'redeem', 'hold', 'capture', 'reverse', 'restore', 'open', 'unopen', 'contribute', 'leave') and b.member_id is null`,
  'nobody gave others more in a month than the policy ever let them': `select count(*) from (select e.customer_id from points.entry e where e.customer_id = any($1::uuid[]) and e.kind = 'transfer' and e.to_account = 'moved'
    group by 1, e.currency, date_trunc('month', e.effective_at at time zone 'Asia/Shanghai') having sum(e.amount) > (select max((parameters->e.currency->'transfer'->>'monthly')::bigint) from points.policy)) x`,
  'an entry of a partner names its rate': `select count(*) from points.basis b where b.customer_id = any($1::uuid[]) and b.partner_id is not null and b.rate_id is null`
}

interface LinkRow { readonly linkId: string, readonly kinds: string[], readonly rates: string[], readonly out: string, readonly came: string }

/** Every transfer, contribution, exchange and leaving that was answered stands in the journal with just its amounts, and nothing else of the kind does. */
export async function requireLinks(client: pg.Client, ids: readonly string[], moves: Moves): Promise<void> {
  const { rows } = await client.query<LinkRow>(`select b.link_id as "linkId", array_agg(distinct e.kind) as kinds, coalesce(array_agg(distinct b.rate_id::text) filter (where b.rate_id is not null), '{}') as rates,
      coalesce(sum(e.amount) filter (where e.to_account in ('moved', 'exchanged')), 0)::text as out, coalesce(sum(e.amount) filter (where e.from_account in ('moved', 'exchanged')), 0)::text as came
    from points.entry e join points.basis b using (customer_id, currency, sequence) where e.customer_id = any($1::uuid[]) and (e.from_account in ('moved', 'exchanged') or e.to_account in ('moved', 'exchanged')) group by 1`, [ids])
  const found = new Map(rows.map((row) => [row.linkId, row]))
  for (const [linkId, { kind, out, came, rateId }] of moves.links) {
    const row = found.get(linkId)
    const isSame = out === null || (row !== undefined && row.out === `${out}` && row.came === `${came}` && isDeepStrictEqual(row.kinds, [kind]) && isDeepStrictEqual(row.rates, rateId === null ? [] : [rateId]))
    if (!isSame) throw new Error(`${kind} ${linkId} of ${out} and ${came} stands in the journal as ${JSON.stringify(row)}`)
  }
  const unknown = rows.find(({ linkId }) => !moves.links.has(linkId) && !moves.merges.has(linkId))
  if (unknown !== undefined) throw new Error(`nobody asked for ${JSON.stringify(unknown)}`)
}

/** What was approved counts once, under its approval; what was not does not. */
export async function requireApprovals(client: pg.Client, ids: readonly string[], { approvals }: Moves): Promise<void> {
  const { rows } = await client.query<{ number: string, link: string | null, amount: string }>(`select e.number, b.link_id::text as link, sum(e.amount)::text as amount from points.entry e left join points.basis b using (customer_id, currency, sequence)
    where e.customer_id = any($1::uuid[]) and e.kind = 'earn' and e.number like 'A%' group by 1, 2`, [ids])
  const booked = new Map(rows.map(({ number, link, amount }) => [number, `${link} ${amount}`]))
  for (const [id, { number, amount, state }] of approvals) if (booked.get(number) !== (state === 'approved' ? `${id} ${amount}` : undefined)) throw new Error(`the request ${id} is ${state}, and its ${amount} stand as ${booked.get(number)}`)
}

export interface Statement { readonly openingMinor: string, readonly closingMinor: string, readonly items: readonly { readonly what: string, readonly points: string, readonly moneyMinor: string }[] }

/** The statements of all months together say what we counted, each begins where the one before it ended, and the money is the points times the rate. */
export function requireStatements({ issued, takenBack, accepted, givenBack }: Alliance, statements: readonly Statement[], { issue, accept }: { readonly issue: bigint, readonly accept: bigint }): void {
  const points = (what: string): bigint => statements.flatMap(({ items }) => items).reduce((sum, item) => (item.what === what ? sum + BigInt(item.points) : sum), 0n)
  const counted = { issued, taken_back: takenBack, accepted, given_back: givenBack }
  for (const [what, amount] of Object.entries(counted)) if (points(what) !== amount) throw new Error(`the partner’s statements say ${what} ${points(what)}, we counted ${amount}`)
  let opening = '0'
  for (const { openingMinor, closingMinor } of statements) {
    if (openingMinor !== opening) throw new Error(`a month of the partner opens with ${openingMinor}, the one before closed with ${opening}`)
    opening = closingMinor
  }
  const owed = (issued - takenBack) * issue - (accepted - givenBack) * accept
  if (BigInt(opening) !== owed) throw new Error(`the partner’s balance is ${opening}, we counted ${owed}`)
}

interface Held { readonly customerId: string, readonly currency: string, readonly debt: string, readonly net: string, readonly lots: unknown }

/** What these have, lot by lot; what is empty is not there. */
export async function heldBy(client: pg.Client, ids: readonly string[]): Promise<readonly Held[]> {
  return (await client.query<Held>(`select w.customer_id as "customerId", w.currency, w.debt::text, (w.pending + w.available + w.held - w.debt)::text as net,
      (select jsonb_agg(jsonb_build_array(l.lot_id, l.pending, l.available, l.held, l.expires_on, l.earned_at) order by l.lot_id) from points.lot l where l.customer_id = w.customer_id and l.currency = w.currency and l.live) as lots
    from points.wallet w where w.customer_id = any($1::uuid[]) and (w.pending, w.available, w.held, w.debt) <> (0, 0, 0, 0) order by 1, 2`, [ids])).rows
}
export const netOf = (held: readonly Held[], currency: string): bigint => held.reduce((sum, one) => (one.currency === currency ? sum + BigInt(one.net) : sum), 0n)
