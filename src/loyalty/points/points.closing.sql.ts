/** Statements on closed months and on approvals. */
import { sql } from 'kysely'
import type { Db, Trx } from '#foundation/db.ts'
import { statement } from '#foundation/statement.ts'
import type { Order } from './points.schema.ts'

/** The last month that is closed; all before it are. */
export async function findClosedMonth(db: Db | Trx): Promise<string | undefined> {
  return (await statement<{ month: string }>`select month from points.closing where reopened_at is null order by month desc limit 1`.execute(db)).rows[0]?.month
}

/** Shared by whoever books into the past, exclusive to whoever closes. */
export const awaitClosing = (db: Db | Trx): Promise<unknown> => sql`lock table points.closing in row share mode`.execute(db)
export const beginClosing = (trx: Trx): Promise<unknown> => sql`lock table points.closing in exclusive mode`.execute(trx)

export interface ClosingRow { readonly month: string, readonly closedAt: Date, readonly closedBy: string, readonly note: string, readonly reopenedAt: Date | null, readonly reopenedBy: string | null }

export async function findClosings(db: Db | Trx): Promise<readonly ClosingRow[]> {
  return (await sql<ClosingRow>`select month, closed_at as "closedAt", closed_by as "closedBy", note, reopened_at as "reopenedAt", reopened_by as "reopenedBy" from points.closing order by month desc`.execute(db)).rows
}

export const saveClosing = (trx: Trx, { month, closedAt, closedBy, note }: Pick<ClosingRow, 'month' | 'closedAt' | 'closedBy' | 'note'>): Promise<unknown> =>
  sql`insert into points.closing (month, closed_at, closed_by, note) values (${month}, ${closedAt.toISOString()}::timestamptz, ${closedBy}, ${note})
    on conflict (month) do update set closed_at = excluded.closed_at, closed_by = excluded.closed_by, note = excluded.note, reopened_at = null, reopened_by = null`.execute(trx)

export const reopenMonth = (trx: Trx, month: string, by: string, now: Date): Promise<unknown> =>
  sql`update points.closing set reopened_at = ${now.toISOString()}::timestamptz, reopened_by = ${by} where month = ${month}`.execute(trx)

export interface ApprovalRow {
  readonly approvalId: string
  readonly orders: Order[]
  readonly reason: string
  readonly requestedBy: string
  readonly requestedAt: Date
  readonly state: 'requested' | 'approved' | 'rejected'
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
  readonly answer: string | null
}
const columns = sql.raw('approval_id as "approvalId", orders, reason, requested_by as "requestedBy", requested_at as "requestedAt", state, decided_by as "decidedBy", decided_at as "decidedAt", answer')

export const insertApproval = (trx: Trx, row: Pick<ApprovalRow, 'approvalId' | 'orders' | 'reason' | 'requestedBy' | 'requestedAt'>): Promise<unknown> =>
  sql`insert into points.approval (approval_id, orders, reason, requested_by, requested_at) values (${row.approvalId}, ${JSON.stringify(row.orders)}::jsonb, ${row.reason}, ${row.requestedBy}, ${row.requestedAt.toISOString()}::timestamptz)`.execute(trx)

/** Decides it if nobody has; answers the row, or undefined. */
export async function decideApproval(trx: Trx, approvalId: string, state: 'approved' | 'rejected', by: string, answer: string, now: Date): Promise<ApprovalRow | undefined> {
  return (await sql<ApprovalRow>`update points.approval set state = ${state}, decided_by = ${by}, decided_at = ${now.toISOString()}::timestamptz, answer = ${answer}
    where approval_id = ${approvalId} and state = 'requested' returning ${columns}`.execute(trx)).rows[0]
}

export async function findApproval(db: Db | Trx, approvalId: string): Promise<ApprovalRow | undefined> {
  return (await sql<ApprovalRow>`select ${columns} from points.approval where approval_id = ${approvalId}`.execute(db)).rows[0]
}

/** Those that wait first, then the latest decided. */
export async function findApprovals(db: Db, limit: number): Promise<readonly ApprovalRow[]> {
  return (await sql<ApprovalRow>`select ${columns} from points.approval order by (state = 'requested') desc, requested_at desc limit ${limit}`.execute(db)).rows
}
