/** Statements on devices, allowances and envelopes. */
import { sql } from 'kysely'
import type { Db, Trx } from '#foundation/db.ts'

export interface DeviceRow { readonly deviceId: string, readonly name: string, readonly store: string | null, readonly publicKey: string, readonly revokedAt: Date | null, readonly at: Date }
export interface AllowanceRow {
  readonly allowanceId: string, readonly deviceId: string, readonly total: bigint, readonly perMember: bigint, readonly used: bigint
  readonly validFrom: Date, readonly validUntil: Date, readonly lateUntil: Date, readonly overspend: string, readonly closedAt: Date | null
}

const deviceColumns = sql.raw('device_id as "deviceId", name, store, public_key as "publicKey", revoked_at as "revokedAt", at')
const allowanceColumns = sql.raw(`allowance_id as "allowanceId", device_id as "deviceId", total, per_member as "perMember", used, valid_from as "validFrom", valid_until as "validUntil", late_until as "lateUntil", overspend, closed_at as "closedAt"`)

export const insertDevice = (trx: Trx, d: Omit<DeviceRow, 'revokedAt'>, author: string): Promise<unknown> =>
  sql`insert into tills.device (device_id, name, store, public_key, author, at) values (${d.deviceId}::uuid, ${d.name}, ${d.store}, ${d.publicKey}, ${author}, ${d.at.toISOString()}::timestamptz)`.execute(trx)

export const findDevice = async (db: Db | Trx, deviceId: string): Promise<DeviceRow | undefined> => (await sql<DeviceRow>`select ${deviceColumns} from tills.device where device_id = ${deviceId}::uuid`.execute(db)).rows[0]
export const listDevices = async (db: Db): Promise<readonly DeviceRow[]> => (await sql<DeviceRow>`select ${deviceColumns} from tills.device order by at, device_id`.execute(db)).rows

export const revoke = async (trx: Trx, deviceId: string, now: Date): Promise<boolean> =>
  (await sql`update tills.device set revoked_at = coalesce(revoked_at, ${now.toISOString()}::timestamptz) where device_id = ${deviceId}::uuid returning device_id`.execute(trx)).rows.length > 0

/** One who grants at a time: the sum of what is out is read behind this. */
export const lockGrants = (trx: Trx): Promise<unknown> => sql`update tills.setting set author = author where version = 0`.execute(trx)

/** What open allowances may still risk: until they are closed, or nothing of them may be told any more. */
export const outPoints = async (db: Db | Trx, now: Date): Promise<bigint> =>
  (await sql<{ out: bigint }>`select coalesce(sum(total), 0)::bigint as out from tills.allowance where closed_at is null and late_until > ${now.toISOString()}::timestamptz`.execute(db)).rows[0]?.out ?? 0n

export const insertAllowance = (trx: Trx, a: AllowanceRow, author: string): Promise<unknown> =>
  sql`insert into tills.allowance (allowance_id, device_id, total, per_member, valid_from, valid_until, late_until, overspend, author) values (${a.allowanceId}::uuid, ${a.deviceId}::uuid, ${a.total.toString()}::bigint, ${a.perMember.toString()}::bigint,
    ${a.validFrom.toISOString()}::timestamptz, ${a.validUntil.toISOString()}::timestamptz, ${a.lateUntil.toISOString()}::timestamptz, ${a.overspend}, ${author})`.execute(trx)

export const findAllowance = async (db: Db | Trx, allowanceId: string): Promise<AllowanceRow | undefined> => (await sql<AllowanceRow>`select ${allowanceColumns} from tills.allowance where allowance_id = ${allowanceId}::uuid`.execute(db)).rows[0]
export const listAllowances = async (db: Db): Promise<readonly AllowanceRow[]> => (await sql<AllowanceRow>`select ${allowanceColumns} from tills.allowance order by valid_from desc, allowance_id desc limit 200`.execute(db)).rows

export const lockAllowance = (trx: Trx, allowanceId: string): Promise<unknown> => sql`update tills.allowance set used = used where allowance_id = ${allowanceId}::uuid`.execute(trx)

/** Takes of the allowance, or answers false where it would be passed: the hard bound, whatever a till has signed. */
export const takeOf = async (trx: Trx, allowanceId: string, points: bigint): Promise<boolean> =>
  (await sql`update tills.allowance set used = used + ${points.toString()}::bigint where allowance_id = ${allowanceId}::uuid and closed_at is null and used + ${points.toString()}::bigint <= total returning allowance_id`.execute(trx)).rows.length > 0

export interface EnvelopeRow { readonly allowanceId: string, readonly counter: number, readonly told: string, readonly customerId: string | null, readonly points: bigint, readonly at: Date }

/** Claims the counter, or answers what it stands for. */
export async function claimCounter(trx: Trx, e: EnvelopeRow, now: Date): Promise<{ readonly told: string } | undefined> {
  const { rows } = await sql`insert into tills.envelope (allowance_id, counter, told, customer_id, points, at, received_at)
    values (${e.allowanceId}::uuid, ${e.counter}, ${e.told}, ${e.customerId}::uuid, ${e.points.toString()}::bigint, ${e.at.toISOString()}::timestamptz, ${now.toISOString()}::timestamptz) on conflict do nothing returning counter`.execute(trx)
  if (rows.length > 0) return undefined
  return (await sql<{ told: string }>`select told from tills.envelope where allowance_id = ${e.allowanceId}::uuid and counter = ${e.counter}`.execute(trx)).rows[0]
}

export const close = async (trx: Trx, allowanceId: string, now: Date): Promise<boolean> =>
  (await sql`update tills.allowance set closed_at = ${now.toISOString()}::timestamptz where allowance_id = ${allowanceId}::uuid and closed_at is null returning allowance_id`.execute(trx)).rows.length > 0

export const beginOne = (trx: Trx): Promise<unknown> => sql`savepoint envelope`.execute(trx)
export const undoOne = (trx: Trx): Promise<unknown> => sql`rollback to savepoint envelope`.execute(trx)
export const keepOne = (trx: Trx): Promise<unknown> => sql`release savepoint envelope`.execute(trx)
