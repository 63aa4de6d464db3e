/** Statements that write record.*, and read one customer or one definition. */
import { sql, type RawBuilder } from 'kysely'
import { texts, uuids } from '#foundation/arrays.ts'
import { binaryRows } from '#foundation/copy.binary.ts'
import { copyPieces, type Copying } from '#foundation/copy.statement.ts'
import type { Db, Trx } from '#foundation/db.ts'
import type { Birthday } from './record.birthday.ts'
import type { Custom } from './record.fields.ts'
import { createSpeller, spell } from './record.names.ts'
import type { CustomerKind, Field } from './record.schema.ts'

/** A customer's basics, checked. */
export interface Basics {
  readonly kind: CustomerKind
  readonly name: string | null
  readonly gender: 'female' | 'male' | 'other' | null
  readonly birthday: Birthday | null
  readonly occupation: string | null
  readonly industry: string | null
  readonly region: string | null
  readonly country: string | null
  readonly address: string | null
  readonly custom: Custom
}

export interface NewRow extends Basics { readonly customerId: string, readonly source: string, readonly createdAt: Date }

const columnList = `customer_id, kind, name, pinyin, initials, given_pinyin, gender, birth_year, birth_month, birth_day, birth_calendar, birth_leap,
  occupation, industry, region, country, address, custom, source, created_at`
const columns = sql.raw(columnList)

/** The rows as a table `t`, whatever their number. */
function asTable(rows: readonly NewRow[]): RawBuilder<unknown> {
  const column = <T>(of: (row: NewRow) => T): T[] => rows.map(of)
  const spelled = rows.map((row) => spell(row.name))
  return sql`unnest(${column((r) => r.customerId)}::uuid[], ${column((r) => r.kind)}::text[], ${column((r) => r.name)}::text[],
    ${spelled.map((s) => s.pinyin)}::text[], ${spelled.map((s) => s.initials)}::text[], ${spelled.map((s) => s.givenPinyin)}::text[], ${column((r) => r.gender)}::text[],
    ${column((r) => r.birthday?.year ?? null)}::int[], ${column((r) => r.birthday?.month ?? null)}::int[], ${column((r) => r.birthday?.day ?? null)}::int[],
    ${column((r) => r.birthday?.calendar ?? null)}::text[], ${column((r) => r.birthday?.leap ?? false)}::boolean[], ${column((r) => r.occupation)}::text[], ${column((r) => r.industry)}::text[],
    ${column((r) => r.region)}::text[], ${column((r) => r.country)}::text[], ${column((r) => r.address)}::text[], ${column((r) => JSON.stringify(r.custom))}::jsonb[],
    ${column((r) => r.source)}::text[], ${column((r) => r.createdAt.toISOString())}::timestamptz[]) as t (${columns})`
}

export const insertCustomers = (trx: Trx, rows: readonly NewRow[], now: Date): Promise<unknown> =>
  sql`insert into record.customer (${columns}, updated_at) select t.*, ${now.toISOString()}::timestamptz from ${asTable(rows)}`.execute(trx)

export function copyCustomers(trx: Trx, rows: readonly NewRow[], now: Date, copying: Copying): Promise<void> {
  const out = binaryRows(copying.pieces)
  const at = now.getTime()
  const spellNext = createSpeller()
  for (const r of rows) {
    const { pinyin, initials, givenPinyin } = spellNext(r.name)
    const b = r.birthday
    out.row(21)
    out.uuid(r.customerId); out.term(r.kind); out.text(r.name); out.text(pinyin); out.text(initials); out.text(givenPinyin); out.term(r.gender); out.int4(b?.year); out.int4(b?.month); out.int4(b?.day)
    out.term(b?.calendar); out.bool(b?.leap ?? false); out.text(r.occupation); out.text(r.industry); out.term(r.region); out.term(r.country); out.text(r.address); out.jsonText(JSON.stringify(r.custom)); out.term(r.source)
    out.timestamp(r.createdAt.getTime()); out.timestamp(at)
  }
  return copyPieces(trx, `copy record.customer (${columnList}, updated_at) from stdin (format binary)`, out.end(), copying)
}

const tellable = [['name', 'name'], ['gender', 'gender'], ['birthday', 'birth_month'], ['occupation', 'occupation'], ['industry', 'industry'], ['region', 'region'], ['country', 'country'], ['address', 'address']] as const

/** Of these customers, those that lack something of what is told here of any of them. Mostly nobody does, and then nothing need be spelled and compared. */
export async function findLacking(db: Db, rows: readonly NewRow[]): Promise<ReadonlySet<string>> {
  const ids = rows.map((row) => row.customerId)
  if (rows.some((row) => Object.keys(row.custom).length > 0)) return new Set(ids)
  const told = tellable.filter(([field]) => rows.some((row) => row[field] !== null))
  if (told.length === 0) return new Set()
  const { rows: lacking } = await sql<{ id: string }>`
    select customer_id as id from record.customer where customer_id = any(${ids}::uuid[]) and (${sql.join(told.map(([, column]) => sql`${sql.ref(column)} is null`), sql` or `)})`.execute(db)
  return new Set(lacking.map((row) => row.id))
}

/** Fills what the record lacks and never overwrites what it has. Answers the customers that gained something. */
export async function fillGaps(trx: Trx, rows: readonly NewRow[], now: Date): Promise<readonly string[]> {
  const { rows: filled } = await sql<{ customerId: string }>`
    update record.customer c set
      name = coalesce(c.name, t.name), pinyin = coalesce(c.pinyin, t.pinyin), initials = coalesce(c.initials, t.initials), given_pinyin = coalesce(c.given_pinyin, t.given_pinyin),
      gender = coalesce(c.gender, t.gender), occupation = coalesce(c.occupation, t.occupation), industry = coalesce(c.industry, t.industry),
      birth_year = case when c.birth_month is null then t.birth_year else c.birth_year end, birth_month = coalesce(c.birth_month, t.birth_month),
      birth_day = coalesce(c.birth_day, t.birth_day), birth_calendar = case when c.birth_month is null then t.birth_calendar else c.birth_calendar end,
      birth_leap = case when c.birth_month is null then t.birth_leap else c.birth_leap end,
      region = coalesce(c.region, t.region), country = coalesce(c.country, t.country), address = coalesce(c.address, t.address), custom = t.custom || c.custom,
      version = c.version + 1, updated_at = ${now.toISOString()}::timestamptz, changed_xid = pg_current_xact_id()
    from ${asTable(rows)}
    where c.customer_id = t.customer_id and (c.name is null and t.name is not null or c.gender is null and t.gender is not null or c.birth_month is null and t.birth_month is not null
      or c.occupation is null and t.occupation is not null or c.industry is null and t.industry is not null or c.region is null and t.region is not null
      or c.country is null and t.country is not null or c.address is null and t.address is not null or not c.custom @> t.custom and t.custom || c.custom <> c.custom)
    returning c.customer_id as "customerId"`.execute(trx)
  return filled.map((row) => row.customerId)
}

/** Answers the new version, or undefined where another version stands (or nobody of that id). */
export async function updateCustomer(trx: Trx, customerId: string, version: number, { birthday, custom, ...basics }: Basics, now: Date): Promise<number | undefined> {
  const { pinyin, initials, givenPinyin } = spell(basics.name)
  const row = await trx.updateTable('record.customer').set({
    ...basics, pinyin, initials, given_pinyin: givenPinyin, custom: JSON.stringify(custom), birth_year: birthday?.year ?? null, birth_month: birthday?.month ?? null, birth_day: birthday?.day ?? null,
    birth_calendar: birthday?.calendar ?? null, birth_leap: birthday?.leap ?? false, version: sql<number>`version + 1`, updated_at: now, changed_xid: sql<string>`pg_current_xact_id()`
  }).where('customer_id', '=', customerId).where('version', '=', version).returning('version').executeTakeFirst()
  return row?.version
}

export const findCustomer = (db: Db, customerId: string) => db.selectFrom('record.customer').selectAll().where('customer_id', '=', customerId).executeTakeFirst()
export type CustomerRecord = NonNullable<Awaited<ReturnType<typeof findCustomer>>>

export const findNames = (db: Db, customerIds: readonly string[]) =>
  db.selectFrom('record.customer').select(['customer_id as customerId', 'name']).where('customer_id', 'in', customerIds).execute()

export async function listFields(db: Db): Promise<readonly Field[]> {
  const { rows } = await sql<Field>`
    select key, jsonb_build_object('zh', label_zh, 'en', label_en) as label, type, choices, position, version from record.field order by position, key`.execute(db)
  return rows
}

/** Adds or changes a field; answers its version, or undefined where another version stands. */
export async function saveField(trx: Trx, field: Field, now: Date): Promise<number | undefined> {
  const row = await trx.insertInto('record.field').values({
    key: field.key, label_zh: field.label.zh, label_en: field.label.en, type: field.type, choices: JSON.stringify(field.choices), position: field.position, updated_at: now
  }).onConflict((conflict) => conflict.column('key').doUpdateSet({
    label_zh: field.label.zh, label_en: field.label.en, type: field.type, choices: JSON.stringify(field.choices), position: field.position, updated_at: now, version: sql<number>`field.version + 1`
  }).where('record.field.version', '=', field.version)).returning('version').executeTakeFirst()
  return row?.version
}

export async function isFieldUsed(db: Db, key: string): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`select exists (select from record.customer where custom ? ${key}) as used`.execute(db)
  return rows[0]?.used ?? false
}

export interface Trait { readonly customerId: string, readonly key: string, readonly value: unknown, readonly source: string }

/** Keeps what changed and leaves the rest alone, so that following the changes stays proportional to them. */
export const saveTraits = (trx: Trx, traits: readonly Trait[], now: Date): Promise<unknown> =>
  sql`insert into record.trait (customer_id, key, value, source, at)
    select t.*, ${now.toISOString()}::timestamptz from unnest(${uuids(traits.map((t) => t.customerId))}::uuid[], ${texts(traits.map((t) => t.key))}::text[], ${traits.map((t) => JSON.stringify(t.value))}::jsonb[], ${texts(traits.map((t) => t.source))}::text[]) as t
    on conflict (customer_id, key) do update set value = excluded.value, source = excluded.source, at = excluded.at where trait.value <> excluded.value`.execute(trx)

export const findTraits = (db: Db, customerIds: readonly string[]) =>
  db.selectFrom('record.trait').select(['customer_id as customerId', 'key', 'value', 'source', 'at']).where('customer_id', 'in', customerIds).orderBy('key').execute()
