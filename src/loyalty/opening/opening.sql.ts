/** Every statement on opening.*. */
import { sql } from 'kysely'
import type { Db, Trx } from '#foundation/db.ts'
import type { Key } from '#customers/identity/identity.ts'
import type { Layout } from '#activity/imports/imports.ts'
import type { Day } from '#foundation/zone.ts'
import type { ControlTotal, Found, OpeningMapping } from './opening.schema.ts'

export interface FileRow {
  readonly fileId: string, readonly fileName: string, readonly bytes: bigint, readonly layout: Layout, readonly mapping: OpeningMapping, readonly control: readonly ControlTotal[], readonly found: Found | null
  readonly state: 'uploaded' | 'checked' | 'booked' | 'undone', readonly runId: string | null, readonly createdAt: Date, readonly endedAt: Date | null
}
const columns = sql.raw('file_id as "fileId", file_name as "fileName", bytes, layout, mapping, control, found, state, run_id as "runId", created_at as "createdAt", ended_at as "endedAt"')

export const insertFile = async (trx: Trx, { fileId, fileName, bytes, layout, mapping, actor }: Pick<FileRow, 'fileId' | 'fileName' | 'layout' | 'mapping'> & { readonly bytes: number, readonly actor: string }, now: Date): Promise<void> => {
  await sql`insert into opening.file (file_id, file_name, bytes, layout, mapping, state, actor, created_at)
    values (${fileId}::uuid, ${fileName}, ${bytes}, ${JSON.stringify(layout)}::jsonb, ${JSON.stringify(mapping)}::jsonb, 'uploaded', ${actor}, ${now.toISOString()}::timestamptz)`.execute(trx)
}
export const findFile = async (db: Db | Trx, fileId: string): Promise<FileRow | undefined> => (await sql<FileRow>`select ${columns} from opening.file where file_id = ${fileId}::uuid`.execute(db)).rows[0]
export const lockFile = async (trx: Trx, fileId: string): Promise<FileRow | undefined> => (await sql<FileRow>`select ${columns} from opening.file where file_id = ${fileId}::uuid for update`.execute(trx)).rows[0]
export const listFiles = async (db: Db, after: string | undefined, limit: number): Promise<readonly FileRow[]> =>
  (await sql<FileRow>`select ${columns} from opening.file ${after === undefined ? sql`` : sql`where file_id < ${after}::uuid`} order by file_id desc limit ${limit}`.execute(db)).rows
export const saveMapping = async (trx: Trx, fileId: string, mapping: OpeningMapping): Promise<void> => { await sql`update opening.file set mapping = ${JSON.stringify(mapping)}::jsonb, found = null, state = 'uploaded' where file_id = ${fileId}::uuid`.execute(trx) }
export const saveControl = async (trx: Trx, fileId: string, control: readonly ControlTotal[]): Promise<void> => { await sql`update opening.file set control = ${JSON.stringify(control)}::jsonb where file_id = ${fileId}::uuid`.execute(trx) }
export const saveRun = async (trx: Trx, fileId: string, runId: string): Promise<void> => { await sql`update opening.file set run_id = ${runId}::uuid where file_id = ${fileId}::uuid`.execute(trx) }
export const saveFound = async (db: Db, fileId: string, found: Found): Promise<void> => { await sql`update opening.file set found = ${JSON.stringify(found)}::jsonb, state = 'checked' where file_id = ${fileId}::uuid`.execute(db) }
export const saveEnd = async (db: Db, fileId: string, state: 'booked' | 'undone', now: Date): Promise<void> => { await sql`update opening.file set state = ${state}, ended_at = ${now.toISOString()}::timestamptz where file_id = ${fileId}::uuid`.execute(db) }

export const clearRows = async (db: Db, fileId: string): Promise<void> => {
  await sql`delete from opening.lot where file_id = ${fileId}::uuid`.execute(db)
  await sql`delete from opening.reject where file_id = ${fileId}::uuid`.execute(db)
}

export interface StagedLot {
  readonly line: number, readonly part: number, readonly keys: readonly Key[], readonly name: string | null, readonly memberId: string, readonly currency: string | null, readonly amount: bigint
  readonly earnedOn: Day | null, readonly expiresOn: Day | null, readonly tag: string, readonly tier: string | null
}
export async function stage(db: Db, fileId: string, lots: readonly StagedLot[]): Promise<void> {
  if (lots.length === 0) return
  const column = <T>(of: (lot: StagedLot) => T): T[] => lots.map(of)
  await sql`insert into opening.lot (file_id, line, part, keys, name, member_id, currency, amount, earned_on, expires_on, tag, tier, state)
    select ${fileId}::uuid, *, 'fresh' from unnest(${column((l) => l.line)}::bigint[], ${column((l) => l.part)}::smallint[], ${column((l) => JSON.stringify(l.keys))}::jsonb[], ${column((l) => l.name)}::text[], ${column((l) => l.memberId)}::uuid[],
      ${column((l) => l.currency)}::text[], ${column((l) => l.amount.toString())}::bigint[], ${column((l) => l.earnedOn)}::date[], ${column((l) => l.expiresOn)}::date[], ${column((l) => l.tag)}::text[], ${column((l) => l.tier)}::text[])`.execute(db)
}

export interface Reject { readonly line: number, readonly code: string, readonly detail: Readonly<Record<string, string>>, readonly cells: readonly string[], readonly points: bigint, readonly currency: string | null }
export async function keepRejects(db: Db, fileId: string, rejects: readonly Reject[]): Promise<void> {
  if (rejects.length === 0) return
  const column = <T>(of: (one: Reject) => T): T[] => rejects.map(of)
  await sql`insert into opening.reject (file_id, line, code, detail, cells, points, currency)
    select ${fileId}::uuid, * from unnest(${column((r) => r.line)}::bigint[], ${column((r) => r.code)}::text[], ${column((r) => JSON.stringify(r.detail))}::jsonb[], ${column((r) => JSON.stringify(r.cells))}::jsonb[], ${column((r) => r.points.toString())}::bigint[], ${column((r) => r.currency)}::text[])
    on conflict do nothing`.execute(db)
}

/** The name by which a lot is known for good: programme, member, currency, lot, and its place among lots that read the same. */
const guard = (programme: string, member: string) => sql`${programme} || '|' || ${sql.raw(member)}::text || '|' || currency || '|' || tag || '|' || place::text`

/** Numbers lots that read the same, drops a growth value that is only repeated, and tells what is known, what differs from before, and what has ended. */
export async function judge(db: Db, fileId: string, programme: string, today: Day): Promise<void> {
  await sql`delete from opening.lot a using opening.lot b where a.file_id = ${fileId}::uuid and b.file_id = a.file_id and a.part = 1 and b.part = 1 and a.member_id = b.member_id and a.amount = b.amount and b.line < a.line`.execute(db)
  await sql`
    with twice as (select member_id from opening.lot where file_id = ${fileId}::uuid and part = 1 group by member_id having count(*) > 1),
      gone as (delete from opening.lot l using twice t where l.file_id = ${fileId}::uuid and l.part = 1 and l.member_id = t.member_id returning l.line, l.amount)
    insert into opening.reject (file_id, line, code, detail, cells, points, currency) select ${fileId}::uuid, line, 'growth_twice', '{}', '[]', amount, 'growth' from gone on conflict do nothing`.execute(db)
  await sql`
    update opening.lot l set place = n.place from (
      select line, part, row_number() over (partition by member_id, currency, tag order by amount, line) as place from opening.lot where file_id = ${fileId}::uuid and part < 2) n
    where l.file_id = ${fileId}::uuid and l.line = n.line and l.part = n.part and l.place <> n.place`.execute(db)
  await sql`update opening.lot set state = 'ended' where file_id = ${fileId}::uuid and expires_on < ${today}::date`.execute(db)
  await sql`update opening.lot l set state = case when c.amount = l.amount then 'known' else 'differs' end from opening.claim c
    where l.file_id = ${fileId}::uuid and l.part < 2 and c.guard = ${guard(programme, 'l.member_id')}`.execute(db)
  await sql`
    with gone as (delete from opening.lot l using opening.claim c where l.file_id = ${fileId}::uuid and l.state = 'differs' and c.guard = ${guard(programme, 'l.member_id')} returning l.line, l.amount, l.currency, c.amount as before)
    insert into opening.reject (file_id, line, code, detail, cells, points, currency)
    select ${fileId}::uuid, line, 'differs', jsonb_build_object('before', before::text, 'now', amount::text), '[]', amount, currency from gone on conflict do nothing`.execute(db)
}

export interface SumRow { readonly currency: string, readonly state: string, readonly points: bigint, readonly lots: bigint, readonly members: bigint }
export const sumLots = async (db: Db | Trx, fileId: string): Promise<readonly SumRow[]> =>
  (await sql<SumRow>`select currency, coalesce(state, 'all') as state, coalesce(sum(amount), 0)::bigint as points, count(*) as lots, count(distinct member_id) as members from opening.lot
    where file_id = ${fileId}::uuid and part < 2 group by grouping sets ((currency, state), (currency)) order by 1, 2`.execute(db)).rows
export const sumRejects = async (db: Db | Trx, fileId: string): Promise<readonly { readonly code: string, readonly currency: string | null, readonly count: bigint, readonly points: bigint }[]> =>
  (await sql<{ code: string, currency: string | null, count: bigint, points: bigint }>`select code, currency, count(*) as count, sum(points)::bigint as points from opening.reject where file_id = ${fileId}::uuid group by 1, 2 order by 3 desc`.execute(db)).rows
export const countPeople = async (db: Db, fileId: string): Promise<{ readonly members: bigint, readonly tiers: bigint }> =>
  (await sql<{ members: bigint, tiers: bigint }>`select count(distinct member_id) as members, count(distinct member_id) filter (where tier is not null) as tiers from opening.lot where file_id = ${fileId}::uuid`.execute(db)).rows[0] ?? { members: 0n, tiers: 0n }

export const rejectsAfter = async (db: Db, fileId: string, after: number, limit: number): Promise<readonly Reject[]> =>
  (await sql<Reject & { line: bigint }>`select line, code, detail, cells, points, currency from opening.reject where file_id = ${fileId}::uuid and line > ${after} order by line limit ${limit}`.execute(db)).rows.map((row) => ({ ...row, line: Number(row.line) }))

export interface Unmet { readonly line: bigint, readonly part: number, readonly keys: readonly Key[], readonly name: string | null }
/** Rows whose member is not found in the record yet. */
export const unmet = async (db: Db, fileId: string, after: Pick<Unmet, 'line' | 'part'>, limit: number): Promise<readonly Unmet[]> =>
  (await sql<Unmet>`select line, part, keys, name from opening.lot where file_id = ${fileId}::uuid and customer_id is null and (line, part) > (${after.line.toString()}::bigint, ${after.part}::smallint) order by line, part limit ${limit}`.execute(db)).rows
export const meet = async (trx: Trx, fileId: string, met: readonly { readonly line: bigint, readonly part: number, readonly customerId: string }[]): Promise<void> => {
  await sql`update opening.lot l set customer_id = m.customer_id from unnest(${met.map(({ line }) => line.toString())}::bigint[], ${met.map(({ part }) => part)}::smallint[], ${met.map(({ customerId }) => customerId)}::uuid[]) as m (line, part, customer_id)
    where l.file_id = ${fileId}::uuid and l.line = m.line and l.part = m.part`.execute(trx)
}

export interface BookLot { readonly line: bigint, readonly part: number, readonly customerId: string, readonly currency: string | null, readonly amount: bigint, readonly earnedOn: Day | null, readonly expiresOn: Day | null, readonly tier: string | null, readonly guard: string | null, readonly state: string }
/** All lots of the next members behind one, each member whole. */
export const nextMembers = async (trx: Trx, fileId: string, programme: string, after: string, members: number, state: 'fresh' | 'booked'): Promise<readonly BookLot[]> =>
  (await sql<BookLot>`select line, part, customer_id as "customerId", currency, amount, earned_on as "earnedOn", expires_on as "expiresOn", tier, case when part < 2 then ${guard(programme, 'customer_id')} end as guard, state from opening.lot
    where file_id = ${fileId}::uuid and state = ${state} and customer_id in (select distinct customer_id from opening.lot where file_id = ${fileId}::uuid and state = ${state} and customer_id > ${after}::uuid order by customer_id limit ${members})
    order by customer_id, line, part`.execute(trx)).rows

/** Whether every member of the check is one customer now, and no two are the same. */
export async function isOneToOne(db: Db, fileId: string): Promise<boolean> {
  const { rows: [n] } = await sql<{ members: bigint, customers: bigint, pairs: bigint }>`select count(distinct member_id) as members, count(distinct customer_id) as customers, count(distinct (member_id, customer_id)) as pairs from opening.lot where file_id = ${fileId}::uuid`.execute(db)
  return n !== undefined && n.members === n.pairs && n.customers === n.pairs
}

/** Claims lots for good; answers those that nobody had claimed. */
export async function claim(trx: Trx, fileId: string, lots: readonly { readonly guard: string, readonly customerId: string, readonly amount: bigint }[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ guard: string }>`insert into opening.claim (guard, customer_id, file_id, amount)
    select g, c, ${fileId}::uuid, a from unnest(${lots.map((l) => l.guard)}::text[], ${lots.map((l) => l.customerId)}::uuid[], ${lots.map((l) => l.amount.toString())}::bigint[]) as t (g, c, a) order by g on conflict do nothing returning guard`.execute(trx)
  return new Set(rows.map(({ guard: text }) => text))
}
export const markLots = async (trx: Trx, fileId: string, lots: readonly { readonly line: bigint, readonly part: number, readonly state: 'booked' | 'known' | 'undone' }[]): Promise<void> => {
  await sql`update opening.lot l set state = m.state from unnest(${lots.map(({ line }) => line.toString())}::bigint[], ${lots.map(({ part }) => part)}::smallint[], ${lots.map(({ state }) => state)}::text[]) as m (line, part, state)
    where l.file_id = ${fileId}::uuid and l.line = m.line and l.part = m.part`.execute(trx)
}
export const release = async (trx: Trx, guards: readonly string[]): Promise<void> => { await sql`delete from opening.claim where guard = any(${guards}::text[])`.execute(trx) }

/** Members of whose booked lots something is gone, out of the points ledger's own lots. */
export const countUsed = async (trx: Trx, fileId: string): Promise<number> => Number((await sql<{ n: bigint }>`
  select count(distinct l.customer_id) as n from opening.lot o join points.lot l on l.customer_id = o.customer_id and l.source = 'opening' and l.number = ${fileId}::text || ':' || o.line::text || ':' || o.part::text
  where o.file_id = ${fileId}::uuid and o.state = 'booked' and l.available <> l.earned`.execute(trx)).rows[0]?.n ?? 0n)
