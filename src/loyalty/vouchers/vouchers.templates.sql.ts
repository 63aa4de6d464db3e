/** Statements on what vouchers are: templates, their bounds, and codes. */
import { sql } from 'kysely'
import type { Db, Trx } from '#foundation/db.ts'
import type { Terms } from './vouchers.schema.ts'

export interface TemplateRow { readonly templateId: string, readonly version: number, readonly terms: Terms, readonly note: string, readonly author: string, readonly at: Date, readonly stopped: boolean, readonly bound: bigint | null, readonly given: bigint }
const columns = sql`t.template_id as "templateId", t.version, t.terms, t.note, t.author, t.at, a.stopped, a.bound, a.given`

/** The newest version of each template, the newest template first. */
export async function findTemplates(db: Db | Trx, ids?: readonly string[]): Promise<readonly TemplateRow[]> {
  return (await sql<TemplateRow>`select ${columns} from vouchers.account a join vouchers.template t on t.template_id = a.template_id and t.version = a.version
    ${ids === undefined ? sql`` : sql`where a.template_id = any(${ids}::uuid[])`} order by a.template_id desc`.execute(db)).rows
}

export interface VersionKey { readonly templateId: string, readonly version: number }
export const versionText = ({ templateId, version }: VersionKey): string => `${templateId} ${version}`

/** The terms under which things were issued, by `versionText`. */
export async function findTerms(db: Db | Trx, keys: readonly VersionKey[]): Promise<ReadonlyMap<string, Terms>> {
  if (keys.length === 0) return new Map()
  const { rows } = await sql<VersionKey & { terms: Terms }>`select t.template_id as "templateId", t.version, t.terms from vouchers.template t
    where (t.template_id, t.version) in (select * from unnest(${keys.map((key) => key.templateId)}::uuid[], ${keys.map((key) => key.version)}::int[]))`.execute(db)
  return new Map(rows.map((row) => [versionText(row), row.terms]))
}

export const findVersions = async (db: Db | Trx, templateId: string): Promise<readonly Omit<TemplateRow, 'stopped' | 'bound' | 'given'>[]> =>
  (await sql<TemplateRow>`select template_id as "templateId", version, terms, note, author, at from vouchers.template where template_id = ${templateId}::uuid order by version desc`.execute(db)).rows

export interface NewVersion { readonly templateId: string, readonly version: number, readonly terms: Terms, readonly note: string, readonly author: string }

export async function insertVersion(trx: Trx, { templateId, version, terms, note, author }: NewVersion, now: Date): Promise<void> {
  await sql`insert into vouchers.template (template_id, version, terms, note, author, at) values (${templateId}::uuid, ${version}, ${JSON.stringify(terms)}::jsonb, ${note}, ${author}, ${now.toISOString()}::timestamptz)`.execute(trx)
}

export async function insertAccount(trx: Trx, templateId: string, bound: number | null, now: Date): Promise<void> {
  await sql`insert into vouchers.account (template_id, version, bound, created_at) values (${templateId}::uuid, 1, ${bound}, ${now.toISOString()}::timestamptz)`.execute(trx)
}

/** Answers whether the version read was still the newest. The database's own check refuses a bound below what was given; the caller has looked. */
export async function moveAccount(trx: Trx, { templateId, version }: VersionKey, bound: number | null): Promise<boolean> {
  const { rows } = await sql`update vouchers.account set version = version + 1, bound = ${bound} where template_id = ${templateId}::uuid and version = ${version} returning version`.execute(trx)
  return rows.length > 0
}

export async function lockAccount(trx: Trx, templateId: string): Promise<void> {
  await sql`update vouchers.account set stopped = stopped where template_id = ${templateId}::uuid`.execute(trx)
}

export async function setStopped(trx: Trx, templateId: string, stopped: boolean): Promise<boolean> {
  return (await sql`update vouchers.account set stopped = ${stopped} where template_id = ${templateId}::uuid returning 1`.execute(trx)).rows.length > 0
}

/** Takes up to so many from a template's bound, in one statement that waits for others; answers how many there were. */
export async function takeFromBound(trx: Trx, templateId: string, wanted: number): Promise<number> {
  const { rows: [row] } = await sql<{ taken: bigint }>`with was as (select template_id, given from vouchers.account where template_id = ${templateId}::uuid and bound is not null for update)
    update vouchers.account a set given = least(a.bound, a.given + ${wanted}) from was where a.template_id = was.template_id returning a.given - was.given as taken`.execute(trx)
  return row === undefined ? wanted : Number(row.taken)
}

export async function giveToBound(trx: Trx, templateId: string, count: number): Promise<void> {
  if (count > 0) await sql`update vouchers.account set given = given - ${count} where template_id = ${templateId}::uuid and bound is not null`.execute(trx)
}

/** One more of a template for each of these members, where the bound allows it; answers who. One statement locks and counts. */
export async function takeForCustomers(trx: Trx, templateId: string, customerIds: readonly string[], most: number | null): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`insert into vouchers.holding (customer_id, template_id, given) select c, ${templateId}::uuid, 1 from unnest(${customerIds}::uuid[]) as u (c) order by c
    on conflict (customer_id, template_id) do update set given = vouchers.holding.given + 1 where ${most}::int is null or vouchers.holding.given < ${most}::int returning customer_id as id`.execute(trx)
  return new Set(rows.map(({ id }) => id))
}

/** Who members that were merged are now. */
export async function findSurvivors(db: Db | Trx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string, survivor: string }>`select merged_id as id, survivor_id as survivor from identity.alias where merged_id = any(${ids}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, survivor }) => [id, survivor]))
}

/** Those into whom others were merged. */
export const survivorsAmong = async (db: Db | Trx, ids: readonly string[]): Promise<readonly string[]> =>
  (await sql<{ id: string }>`select distinct survivor_id as id from identity.alias where survivor_id = any(${ids}::uuid[])`.execute(db)).rows.map(({ id }) => id)

/** How many of a template these ids were given, all together. */
export const findHolding = async (db: Db | Trx, member: readonly string[], templateId: string): Promise<number> =>
  Number((await sql<{ given: bigint }>`select coalesce(sum(given), 0) as given from vouchers.holding where customer_id = any(${member}::uuid[]) and template_id = ${templateId}::uuid`.execute(db)).rows[0]?.given ?? 0)

export interface CodeRow { readonly code: string, readonly templateId: string, readonly batchId: string | null, readonly version: number | null, readonly shared: boolean, readonly customerId: string | null, readonly voucherId: string | null }

export async function findCodes(db: Db | Trx, codes: readonly string[]): Promise<ReadonlyMap<string, CodeRow>> {
  if (codes.length === 0) return new Map()
  const { rows } = await sql<CodeRow>`select c.code, c.template_id as "templateId", c.batch_id as "batchId", b.version, c.shared, c.customer_id as "customerId", c.voucher_id as "voucherId"
    from vouchers.code c left join vouchers.batch b on b.batch_id = c.batch_id where c.code = any(${codes}::text[])`.execute(db)
  return new Map(rows.map((row) => [row.code, row]))
}

export async function insertSharedCode(trx: Trx, code: string, templateId: string): Promise<boolean> {
  return (await sql`insert into vouchers.code (code, template_id, shared) values (${code}, ${templateId}::uuid, true) on conflict do nothing returning code`.execute(trx)).rows.length > 0
}

export interface BoundCode { readonly code: string, readonly templateId: string, readonly customerId: string, readonly voucherId: string }

export async function insertVoucherCodes(trx: Trx, codes: readonly BoundCode[]): Promise<void> {
  const column = <T>(of: (one: BoundCode) => T): T[] => codes.map(of)
  await sql`insert into vouchers.code (code, template_id, customer_id, voucher_id)
    select * from unnest(${column((one) => one.code)}::text[], ${column((one) => one.templateId)}::uuid[], ${column((one) => one.customerId)}::uuid[], ${column((one) => one.voucherId)}::uuid[])`.execute(trx)
}

/** The first who brings a code has it: whoever comes at the same time waits here and finds it taken. */
export async function claimCode(trx: Trx, { code, customerId, voucherId }: Omit<BoundCode, 'templateId'>): Promise<boolean> {
  return (await sql`update vouchers.code set customer_id = ${customerId}::uuid, voucher_id = ${voucherId}::uuid where code = ${code} and voucher_id is null and not shared returning code`.execute(trx)).rows.length > 0
}
