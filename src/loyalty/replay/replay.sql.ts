/** Every statement on replay.*. */
import { sql } from 'kysely'
import type { Db, Trx } from '#foundation/db.ts'
import type { Drafts, Result } from './replay.schema.ts'

export interface RunRow {
  readonly runId: string, readonly version: number, readonly months: number, readonly priceMinor: bigint, readonly note: string, readonly drafts: Drafts, readonly jobId: string | null, readonly result: Result | null
  readonly author: string, readonly at: Date, readonly finishedAt: Date | null, readonly validFrom: Date | null, readonly versions: Readonly<Record<string, number>> | null
}
const columns = sql.raw(`run_id as "runId", version, months, price_minor as "priceMinor", note, drafts, job_id as "jobId", result, author, at, finished_at as "finishedAt", valid_from as "validFrom", versions`)

export const findRun = async (db: Db | Trx, runId: string): Promise<RunRow | undefined> => (await sql<RunRow>`select ${columns} from replay.run where run_id = ${runId}::uuid`.execute(db)).rows[0]
export const listRuns = async (db: Db | Trx): Promise<readonly RunRow[]> => (await sql<RunRow>`select ${columns} from replay.run order by version desc limit 100`.execute(db)).rows

export async function insertRun(trx: Trx, run: Pick<RunRow, 'runId' | 'months' | 'priceMinor' | 'note' | 'drafts' | 'author'>, now: Date): Promise<void> {
  await sql`insert into replay.run (run_id, version, months, price_minor, note, drafts, author, at)
    select ${run.runId}::uuid, coalesce(max(version), 0) + 1, ${run.months}, ${run.priceMinor.toString()}::bigint, ${run.note}, ${JSON.stringify(run.drafts)}::jsonb, ${run.author}, ${now.toISOString()}::timestamptz from replay.run`.execute(trx)
}
export const saveJob = (trx: Trx, runId: string, jobId: string): Promise<unknown> => sql`update replay.run set job_id = ${jobId}::uuid where run_id = ${runId}::uuid`.execute(trx)
export const saveResult = (trx: Trx, runId: string, result: Result, now: Date): Promise<unknown> => sql`update replay.run set result = ${JSON.stringify(result)}::jsonb, finished_at = ${now.toISOString()}::timestamptz where run_id = ${runId}::uuid`.execute(trx)
export const saveScheduled = (trx: Trx, runId: string, validFrom: Date, versions: object, by: string): Promise<unknown> =>
  sql`update replay.run set valid_from = ${validFrom.toISOString()}::timestamptz, versions = ${JSON.stringify(versions)}::jsonb, scheduled_by = ${by} where run_id = ${runId}::uuid`.execute(trx)

export interface DifferenceRow { readonly customerId: string, readonly before: bigint, readonly after: bigint, readonly tierBefore: string, readonly tierAfter: string }
/** A run that is taken up again writes its members again: the same, as it asks the same. */
export async function saveMembers(db: Db, runId: string, rows: readonly DifferenceRow[]): Promise<void> {
  if (rows.length === 0) return
  await sql`insert into replay.member (customer_id, run_id, before, after, difference, tier_before, tier_after)
    select t.customer_id, ${runId}::uuid, t.before, t.after, t.after - t.before, t.tier_before, t.tier_after from unnest(${rows.map((r) => r.customerId)}::uuid[], ${rows.map((r) => r.before.toString())}::bigint[], ${rows.map((r) => r.after.toString())}::bigint[],
      ${rows.map((r) => r.tierBefore)}::text[], ${rows.map((r) => r.tierAfter)}::text[]) as t (customer_id, before, after, tier_before, tier_after)
    on conflict (customer_id, run_id) do update set before = excluded.before, after = excluded.after, difference = excluded.difference, tier_before = excluded.tier_before, tier_after = excluded.tier_after`.execute(db)
}

export interface ListedRow extends DifferenceRow { readonly name: string | null, readonly difference: bigint }
/** Who gains most, or loses most, first. */
export async function listMembers(db: Db, runId: string, side: 'winners' | 'losers', after: { readonly difference: string, readonly customerId: string } | undefined, limit: number): Promise<readonly ListedRow[]> {
  const isWin = side === 'winners'
  const { rows } = await sql<ListedRow>`select m.customer_id as "customerId", c.name, m.before, m.after, m.difference, m.tier_before as "tierBefore", m.tier_after as "tierAfter"
    from replay.member m left join record.customer c on c.customer_id = m.customer_id where m.run_id = ${runId}::uuid and ${isWin ? sql`m.difference > 0` : sql`m.difference < 0`}
      ${after === undefined ? sql`` : isWin ? sql`and (m.difference, m.customer_id) < (${after.difference}::bigint, ${after.customerId}::uuid)` : sql`and (m.difference, m.customer_id) > (${after.difference}::bigint, ${after.customerId}::uuid)`}
    order by ${isWin ? sql`m.difference desc, m.customer_id desc` : sql`m.difference, m.customer_id`} limit ${limit}`.execute(db)
  return rows
}
