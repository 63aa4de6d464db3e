/** The statements of counting: what is known of orders and members in bulk, and what was earned, written in a handful of statements however many they are. */
import { sql } from 'kysely'
import type { Db, Trx } from '#foundation/db.ts'
import type { Day } from '#foundation/zone.ts'
import type { KeptFacts } from './earning.facts.ts'
import type { Programme } from './earning.schema.ts'

export interface OrderRow {
  readonly customerId: string, readonly orderId: string, readonly kind: string, readonly source: string, readonly number: string, readonly at: Date, readonly day: Day, readonly storeId: string | null, readonly channel: string | null,
  readonly totalMinor: bigint, readonly undoesOrderId: string | null
}
export interface LineRow { readonly orderId: string, readonly lineNo: number, readonly product: string, readonly name: string | null, readonly category: string | null, readonly quantity: string, readonly amountMinor: bigint }
export interface OrderKey { readonly customerId: string, readonly orderId: string }

const orderColumns = sql.raw(`o.customer_id as "customerId", o.order_id as "orderId", o.kind, o.source, o.number, o.at, o.day, o.store_id as "storeId", o.channel, o.total_minor as "totalMinor", o.undoes_order_id as "undoesOrderId"`)
const keysTable = (keys: readonly OrderKey[]) => sql`unnest(${keys.map((key) => key.customerId)}::uuid[], ${keys.map((key) => key.orderId)}::uuid[]) as k (customer_id, order_id)`

export const findOrders = async (db: Db | Trx, keys: readonly OrderKey[]): Promise<readonly OrderRow[]> =>
  (await sql<OrderRow>`select ${orderColumns} from ${keysTable(keys)} join orders.order o on o.customer_id = k.customer_id and o.order_id = k.order_id order by o.at, o.order_id`.execute(db)).rows

export const findLines = async (db: Db | Trx, keys: readonly OrderKey[]): Promise<readonly LineRow[]> => (await sql<LineRow>`
  select l.order_id as "orderId", l.line_no as "lineNo", l.product, l.name, l.category, l.quantity::text as quantity, l.amount_minor as "amountMinor"
  from ${keysTable(keys)} join orders.line l on l.customer_id = k.customer_id and l.order_id = k.order_id order by l.order_id, l.line_no`.execute(db)).rows

/** Every record of each person that is asked for: whoever was merged had what the one they are now has. */
const people = (customerIds: readonly string[]) => sql`(select x.asked, x.who as id from (select t.id as asked, coalesce(a.survivor_id, t.id) as who from unnest(${customerIds}::uuid[]) as t (id) left join identity.alias a on a.merged_id = t.id) x
  union all select t.id, b.merged_id from unnest(${customerIds}::uuid[]) as t (id) left join identity.alias a on a.merged_id = t.id join identity.alias b on b.survivor_id = coalesce(a.survivor_id, t.id)) person`

/** The first sale of each of these members, by its own time. */
export async function findFirstSales(db: Db | Trx, customerIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<OrderKey>`select distinct on (person.asked) person.asked as "customerId", o.order_id as "orderId" from ${people(customerIds)} join orders.order o on o.customer_id = person.id
    where o.kind = 'sale' order by person.asked, o.at, o.order_id`.execute(db)
  return new Map(rows.map(({ customerId, orderId }) => [customerId, orderId]))
}

/** Members of whom an order was counted as the first already: an earlier one that comes late is not the first again. */
export async function findHadFirst(db: Db | Trx, customerIds: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`select distinct person.asked as id from ${people(customerIds)} join earning.accrual a on a.customer_id = person.id where kind = 'order' and facts->'isFirst' = 'true'::jsonb`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

export interface BirthdayRow { readonly customerId: string, readonly year: number | null, readonly month: number, readonly day: number, readonly calendar: string, readonly leap: boolean }
export const findBirthdays = async (db: Db | Trx, customerIds: readonly string[]): Promise<readonly BirthdayRow[]> => (await sql<BirthdayRow>`
  select customer_id as "customerId", birth_year as year, birth_month as month, birth_day as day, birth_calendar as calendar, birth_leap as leap
  from record.customer where customer_id = any(${customerIds}::uuid[]) and birth_month is not null`.execute(db)).rows

export interface Name { readonly customerId: string, readonly source: string, readonly number: string }
const namesTable = (names: readonly Name[]) => sql`unnest(${names.map((n) => n.customerId)}::uuid[], ${names.map((n) => n.source)}::text[], ${names.map((n) => n.number)}::text[]) as n (customer_id, source, number)`

export interface AccrualRow extends Name {
  readonly currency: string, readonly accrualId: string, readonly kind: string, readonly orderId: string | null, readonly at: Date, readonly day: Day, readonly version: number, readonly facts: KeptFacts, readonly earned: bigint,
  readonly reversed: bigint, readonly insertedAt: Date
}
const accrualColumns = sql.raw(`a.customer_id as "customerId", a.source, a.number, a.currency, a.accrual_id as "accrualId", a.kind, a.order_id as "orderId", a.at, a.day, a.version, a.facts, a.earned, a.reversed, a.inserted_at as "insertedAt"`)
export const findAccruals = async (db: Db | Trx, names: readonly Name[]): Promise<readonly AccrualRow[]> => (await sql<AccrualRow>`
  select ${accrualColumns} from ${namesTable(names)} join earning.accrual a on a.customer_id = n.customer_id and a.source = n.source and a.number = n.number order by a.customer_id, a.source, a.number, a.currency`.execute(db)).rows

export interface PartRow { readonly customerId: string, readonly accrualId: string, readonly lineNo: number, readonly rule: string, readonly amount: bigint, readonly kept: bigint }
export const findParts = async (db: Db | Trx, accruals: readonly Pick<AccrualRow, 'customerId' | 'accrualId'>[]): Promise<readonly PartRow[]> => (await sql<PartRow>`
  select p.customer_id as "customerId", p.accrual_id as "accrualId", p.line_no as "lineNo", p.rule, p.amount, p.kept
  from unnest(${accruals.map((a) => a.customerId)}::uuid[], ${accruals.map((a) => a.accrualId)}::uuid[]) as a (customer_id, accrual_id)
  join earning.part p on p.customer_id = a.customer_id and p.accrual_id = a.accrual_id order by p.customer_id, p.accrual_id, p.line_no, p.rule`.execute(db)).rows

export interface UsedRow { readonly customerId: string, readonly currency: string, readonly rule: string, readonly day: Day, readonly kept: bigint }

/** What rules gave these members and returns have left, by day: of limited rules ever, of all rules on the days asked for. Under the lock of their wallets. */
export const findUsed = async (trx: Db | Trx, customerIds: readonly string[], rules: readonly string[], days: readonly Day[]): Promise<readonly UsedRow[]> => (await sql<UsedRow>`
  select person.asked as "customerId", a.currency, p.rule, a.day, sum(p.kept)::bigint as kept
  from ${people(customerIds)} join earning.accrual a on a.customer_id = person.id join earning.part p on p.customer_id = a.customer_id and p.accrual_id = a.accrual_id
  where (p.rule = any(${rules}::text[]) or a.day = any(${days}::date[])) group by 1, 2, 3, 4`.execute(trx)).rows

export async function insertAccruals(trx: Trx, rows: readonly AccrualRow[]): Promise<void> {
  const column = <T>(of: (row: AccrualRow) => T): T[] => rows.map(of)
  await sql`insert into earning.accrual (customer_id, source, number, currency, accrual_id, kind, order_id, at, day, version, facts, earned, inserted_at)
    select t.customer_id, t.source, t.number, t.currency, t.accrual_id, t.kind, t.order_id, t.at, t.day, t.version, t.facts::jsonb, t.earned, t.inserted_at
    from unnest(${column((r) => r.customerId)}::uuid[], ${column((r) => r.source)}::text[], ${column((r) => r.number)}::text[], ${column((r) => r.currency)}::text[], ${column((r) => r.accrualId)}::uuid[], ${column((r) => r.kind)}::text[],
      ${column((r) => r.orderId)}::uuid[], ${column((r) => r.at.toISOString())}::timestamptz[], ${column((r) => r.day)}::date[], ${column((r) => r.version)}::int[], ${column((r) => JSON.stringify(r.facts))}::text[],
      ${column((r) => r.earned.toString())}::bigint[], ${column((r) => r.insertedAt.toISOString())}::timestamptz[])
      as t (customer_id, source, number, currency, accrual_id, kind, order_id, at, day, version, facts, earned, inserted_at)`.execute(trx)
}

export async function insertParts(trx: Trx, rows: readonly Omit<PartRow, 'kept'>[]): Promise<void> {
  if (rows.length === 0) return
  const column = <T>(of: (row: Omit<PartRow, 'kept'>) => T): T[] => rows.map(of)
  await sql`insert into earning.part (customer_id, accrual_id, line_no, rule, amount, kept)
    select t.*, t.amount from unnest(${column((r) => r.customerId)}::uuid[], ${column((r) => r.accrualId)}::uuid[], ${column((r) => r.lineNo)}::int[], ${column((r) => r.rule)}::text[], ${column((r) => r.amount.toString())}::bigint[])
      as t (customer_id, accrual_id, line_no, rule, amount)`.execute(trx)
}

interface KeptRow { readonly accrual: AccrualRow, readonly parts: readonly Pick<PartRow, 'lineNo' | 'rule' | 'kept'>[], readonly reversed: bigint }

/** What returns leave of the parts, and how much of each accrual is reversed with it. */
export async function saveKept(trx: Trx, rows: readonly KeptRow[]): Promise<void> {
  const parts = rows.flatMap(({ accrual: { customerId, accrualId }, parts: own }) => own.map((part) => ({ customerId, accrualId, ...part })))
  await sql`insert into earning.part (customer_id, accrual_id, line_no, rule, amount, kept)
    select t.customer_id, t.accrual_id, t.line_no, t.rule, 0, t.kept from unnest(${parts.map((p) => p.customerId)}::uuid[], ${parts.map((p) => p.accrualId)}::uuid[], ${parts.map((p) => p.lineNo)}::int[],
      ${parts.map((p) => p.rule)}::text[], ${parts.map((p) => p.kept.toString())}::bigint[]) as t (customer_id, accrual_id, line_no, rule, kept)
    on conflict (customer_id, accrual_id, line_no, rule) do update set kept = excluded.kept`.execute(trx)
  await sql`update earning.accrual a set reversed = t.reversed from unnest(${rows.map(({ accrual }) => accrual.customerId)}::uuid[], ${rows.map(({ accrual }) => accrual.source)}::text[], ${rows.map(({ accrual }) => accrual.number)}::text[],
      ${rows.map(({ accrual }) => accrual.currency)}::text[], ${rows.map(({ reversed }) => reversed.toString())}::bigint[]) as t (customer_id, source, number, currency, reversed)
    where a.customer_id = t.customer_id and a.source = t.source and a.number = t.number and a.currency = t.currency`.execute(trx)
}

export interface VersionRow { readonly version: number, readonly validFrom: Date, readonly programme: Programme, readonly note: string, readonly author: string, readonly at: Date, readonly withdrawnAt: Date | null, readonly withdrawnBy: string | null }
export const findVersions = async (db: Db | Trx): Promise<readonly VersionRow[]> => (await sql<VersionRow>`
  select version, valid_from as "validFrom", programme, note, author, at, withdrawn_at as "withdrawnAt", withdrawn_by as "withdrawnBy" from earning.version order by version`.execute(db)).rows

/** Answers whether it was written: another version may have come first. */
export async function insertVersion(trx: Trx, { version, validFrom, programme, note, author }: Pick<VersionRow, 'version' | 'validFrom' | 'programme' | 'note' | 'author'>, now: Date): Promise<boolean> {
  const { rows } = await sql`insert into earning.version (version, valid_from, programme, note, author, at)
    values (${version}, ${validFrom.toISOString()}::timestamptz, ${JSON.stringify(programme)}::jsonb, ${note}, ${author}, ${now.toISOString()}::timestamptz) on conflict do nothing returning version`.execute(trx)
  return rows.length > 0
}

export async function withdraw(trx: Trx, version: number, by: string, now: Date): Promise<boolean> {
  const { rows } = await sql`update earning.version set withdrawn_at = ${now.toISOString()}::timestamptz, withdrawn_by = ${by}
    where version = ${version} and withdrawn_at is null and valid_from > ${now.toISOString()}::timestamptz returning version`.execute(trx)
  return rows.length > 0
}
