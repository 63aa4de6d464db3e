/** Every statement that reads or writes where members stand. Members are locked, read and written in sets, however many they are. */
import { sql } from 'kysely'
import type { Db, Trx } from '#foundation/db.ts'
import type { Day } from '#foundation/zone.ts'
import type { GrowthRow, OrderRow } from './tiers.facts.ts'
import type { Grant } from './tiers.rules.ts'
import type { Reason } from './tiers.schema.ts'

export interface MemberRow { readonly customerId: string, readonly createdAt: Date, readonly dueAt: Date | null, readonly reviewedAt: Date | null }

/** Opens the rows that are not there yet and locks all of them, in one order. An UPDATE locks on a cluster too. */
export async function lockMembers(trx: Trx, ids: readonly string[]): Promise<readonly string[]> {
  await sql`insert into tiers.member (customer_id) select c.customer_id from record.customer c where c.customer_id = any(${ids}::uuid[]) order by 1 on conflict do nothing`.execute(trx)
  const { rows } = await sql<{ id: string }>`
    with asked as (select customer_id from tiers.member where customer_id = any(${ids}::uuid[]) order by customer_id)
    update tiers.member m set reviewed_at = m.reviewed_at from asked where m.customer_id = asked.customer_id returning m.customer_id as id`.execute(trx)
  return rows.map(({ id }) => id)
}

export async function findMembers(db: Db | Trx, ids: readonly string[]): Promise<readonly MemberRow[]> {
  const { rows } = await sql<MemberRow>`
    select c.customer_id as "customerId", c.created_at as "createdAt", m.due_at as "dueAt", m.reviewed_at as "reviewedAt"
    from record.customer c left join tiers.member m on m.customer_id = c.customer_id where c.customer_id = any(${ids}::uuid[])`.execute(db)
  return rows
}

/** These members, and whoever was merged into them: what either did counts for the one. */
const people = (ids: readonly string[]) => sql`(select id, id as person from unnest(${ids}::uuid[]) as t (id) union all select merged_id, survivor_id from identity.alias where survivor_id = any(${ids}::uuid[])) p`

/** Members that are somebody else now stand nowhere of their own; should they be parted again, they are looked at anew. */
export async function retire(trx: Trx, ids: readonly string[], now: Date): Promise<void> {
  await sql`update tiers.spell set replaced_at = ${now.toISOString()}::timestamptz where customer_id = any(${ids}::uuid[]) and replaced_at is null`.execute(trx)
  await sql`update tiers.member set due_at = null, loses_on = null, reviewed_at = null where customer_id = any(${ids}::uuid[])`.execute(trx)
}

export async function findOrders(db: Db | Trx, ids: readonly string[], currency: string): Promise<readonly OrderRow[]> {
  const { rows } = await sql<OrderRow>`
    select p.person as "customerId", order_id as "orderId", kind, at, total_minor as "totalMinor", undoes_order_id as "undoesOrderId"
    from ${people(ids)} join orders.order o on o.customer_id = p.id where currency = ${currency} and not anonymous order by at, order_id`.execute(db)
  return rows
}

/** What was earned of a currency and taken back again: postings against the accounts from which points come. Its end by time is none of them. */
export async function findGrowth(db: Db | Trx, ids: readonly string[], currency: string): Promise<readonly GrowthRow[]> {
  const { rows } = await sql<GrowthRow>`
    select p.person as "customerId", effective_at as at, case when from_account in ('issued', 'adjusted', 'opening') then amount else -amount end as amount, source, number
    from ${people(ids)} join points.entry e on e.customer_id = p.id where currency = ${currency}
      and (from_account in ('issued', 'adjusted', 'opening')) <> (to_account in ('issued', 'adjusted', 'opening')) order by effective_at, sequence`.execute(db)
  return rows
}

export interface SpellRow {
  readonly customerId: string
  readonly spellId: string
  readonly tier: string
  readonly since: Day
  readonly begins: Date
  readonly ends: Date | null
  readonly until: Day | null
  readonly version: number
  readonly reason: Reason
}
const spellColumns = sql.raw('customer_id as "customerId", spell_id as "spellId", tier, since, begins_at as begins, ends_at as ends, until, policy_version as version, reason')

/** The spells that hold, in the order of time. */
export async function findSpells(db: Db | Trx, ids: readonly string[]): Promise<readonly SpellRow[]> {
  return (await sql<SpellRow>`select ${spellColumns} from tiers.spell where customer_id = any(${ids}::uuid[]) and replaced_at is null order by customer_id, begins_at`.execute(db)).rows
}

/** The spell of each member at an instant. */
export async function spellsAt(db: Db | Trx, ids: readonly string[], at: Date): Promise<readonly SpellRow[]> {
  return (await sql<SpellRow>`select distinct on (customer_id) ${spellColumns} from tiers.spell
    where customer_id = any(${ids}::uuid[]) and replaced_at is null and begins_at <= ${at.toISOString()}::timestamptz order by customer_id, begins_at desc`.execute(db)).rows
}

/** The spell that each was in at an instant of their own. */
export async function spellsThen(db: Db | Trx, asked: readonly { readonly customerId: string, readonly at: Date }[]): Promise<readonly SpellRow[]> {
  return (await sql<SpellRow>`select distinct on (s.customer_id) ${spellColumns} from tiers.spell s
    join unnest(${asked.map(({ customerId }) => customerId)}::uuid[], ${asked.map(({ at }) => at.toISOString())}::timestamptz[]) as k (member, moment) on s.customer_id = k.member
    where s.replaced_at is null and s.begins_at <= k.moment order by s.customer_id, s.begins_at desc`.execute(db)).rows
}

export async function insertSpells(trx: Trx, spells: readonly SpellRow[], now: Date): Promise<void> {
  if (spells.length === 0) return
  const column = <T>(of: (spell: SpellRow) => T): T[] => spells.map(of)
  await sql`insert into tiers.spell (customer_id, spell_id, tier, since, begins_at, ends_at, until, policy_version, reason, recorded_at)
    select t.*, ${now.toISOString()}::timestamptz from unnest(${column((s) => s.customerId)}::uuid[], ${column((s) => s.spellId)}::uuid[], ${column((s) => s.tier)}::text[], ${column((s) => s.since)}::date[],
      ${column((s) => s.begins.toISOString())}::timestamptz[], ${column((s) => s.ends?.toISOString() ?? null)}::timestamptz[], ${column((s) => s.until)}::date[], ${column((s) => s.version)}::int[], ${column((s) => s.reason satisfies Reason)}::text[]) as t`.execute(trx)
}

/** Spells that go on as they were but are over now. */
export async function closeSpells(trx: Trx, spells: readonly SpellRow[]): Promise<void> {
  if (spells.length === 0) return
  await sql`update tiers.spell s set ends_at = t.ends_at from unnest(${spells.map((s) => s.customerId)}::uuid[], ${spells.map((s) => s.spellId)}::uuid[], ${spells.map((s) => s.ends?.toISOString() ?? null)}::timestamptz[]) as t (customer_id, spell_id, ends_at)
    where s.customer_id = t.customer_id and s.spell_id = t.spell_id`.execute(trx)
}

export async function replaceSpells(trx: Trx, spells: readonly SpellRow[], now: Date): Promise<void> {
  if (spells.length === 0) return
  await sql`update tiers.spell s set replaced_at = ${now.toISOString()}::timestamptz from unnest(${spells.map((s) => s.customerId)}::uuid[], ${spells.map((s) => s.spellId)}::uuid[]) as t (customer_id, spell_id)
    where s.customer_id = t.customer_id and s.spell_id = t.spell_id`.execute(trx)
}

export async function saveMembers(trx: Trx, members: readonly { readonly customerId: string, readonly dueAt: number | null, readonly losesOn: Day | null }[], now: Date): Promise<void> {
  await sql`update tiers.member m set due_at = t.due_at, loses_on = t.loses_on, reviewed_at = ${now.toISOString()}::timestamptz
    from unnest(${members.map((m) => m.customerId)}::uuid[], ${members.map((m) => (m.dueAt === null ? null : new Date(m.dueAt).toISOString()))}::timestamptz[], ${members.map((m) => m.losesOn)}::date[]) as t (customer_id, due_at, loses_on) where m.customer_id = t.customer_id`.execute(trx)
}

type GrantRow = Omit<Grant, 'begins' | 'withdrawn'> & { readonly customerId: string, readonly begins: Date, readonly withdrawn: Date | null, readonly note: string, readonly actor: string }
export async function findGrants(db: Db | Trx, ids: readonly string[]): Promise<readonly GrantRow[]> {
  return (await sql<GrantRow>`select p.person as "customerId", grant_id as "grantId", tier, begins_at as begins, until, note, actor, withdrawn_at as withdrawn
    from ${people(ids)} join tiers.grant g on g.customer_id = p.id order by begins_at`.execute(db)).rows
}

export const insertGrant = (trx: Trx, { customerId, grantId, tier, until, note, actor }: Pick<GrantRow, 'customerId' | 'grantId' | 'tier' | 'until' | 'note' | 'actor'>, now: Date): Promise<unknown> =>
  sql`insert into tiers.grant (customer_id, grant_id, tier, begins_at, until, note, actor) values (${customerId}::uuid, ${grantId}::uuid, ${tier}, ${now.toISOString()}::timestamptz, ${until}::date, ${note}, ${actor})`.execute(trx)

/** Answers whether there was something to withdraw. */
export async function withdrawGrant(trx: Trx, customerId: string, grantId: string, by: string, now: Date): Promise<boolean> {
  const { rows } = await sql`update tiers.grant set withdrawn_at = ${now.toISOString()}::timestamptz, withdrawn_by = ${by}
    where customer_id = ${customerId}::uuid and grant_id = ${grantId}::uuid and withdrawn_at is null returning 1`.execute(trx)
  return rows.length > 0
}
