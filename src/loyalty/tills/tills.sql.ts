/** Every statement on tills.*, and what it reads of points and orders. */
import { sql } from 'kysely'
import type { Db, Trx } from '#foundation/db.ts'
import type { TillTerms, Setting } from './tills.schema.ts'

export const findSettings = async (db: Db | Trx, version?: number): Promise<(Omit<Setting, 'at'> & { readonly at: Date }) | undefined> =>
  (await sql<Omit<Setting, 'at'> & { at: Date }>`select version, parameters, author, at from tills.setting ${version === undefined ? sql`` : sql`where version = ${version}`} order by version desc limit 1`.execute(db)).rows[0]

/** Answers whether it was saved: another version may have come first. */
export async function insertSetting(trx: Trx, version: number, parameters: TillTerms, author: string, now: Date): Promise<boolean> {
  const { rows } = await sql`insert into tills.setting (version, parameters, author, at) values (${version}, ${JSON.stringify(parameters)}::jsonb, ${author}, ${now.toISOString()}::timestamptz) on conflict do nothing returning version`.execute(trx)
  return rows.length > 0
}

export interface Deed { readonly content: string, readonly answer: unknown }

/** Claims a deed, or answers the one that holds its name: whoever came first has committed by then. */
export async function claimDeed(trx: Trx, guard: string, content: string, now: Date): Promise<Deed | undefined> {
  const { rows } = await sql`insert into tills.deed (guard, content, at) values (${guard}, ${content}, ${now.toISOString()}::timestamptz) on conflict do nothing returning guard`.execute(trx)
  return rows.length > 0 ? undefined : findDeed(trx, guard)
}

export const findDeed = async (db: Db | Trx, guard: string): Promise<Deed | undefined> => (await sql<Deed>`select content, answer from tills.deed where guard = ${guard}`.execute(db)).rows[0]

export const keepAnswer = (trx: Trx, guard: string, answer: object): Promise<unknown> => sql`update tills.deed set answer = ${JSON.stringify(answer)}::jsonb where guard = ${guard}`.execute(trx)

export interface SaleLine { readonly lineNo: number, readonly product: string, readonly category: string | null, readonly quantity: string, readonly grossMinor: string, readonly paidMinor: string, readonly points: string }

export interface SaleRow {
  readonly customerId: string
  readonly orderId: string
  readonly source: string
  readonly number: string
  readonly store: string | null
  readonly till: string | null
  readonly tillAt: Date
  readonly at: Date
  readonly lines: readonly SaleLine[]
  readonly grossMinor: bigint
  readonly paidMinor: bigint
  readonly points: bigint
  readonly currency: string
  readonly settingVersion: number
  readonly overspend: string | null
  readonly allowanceId: string | null
  readonly actor: string
}

export const insertSale = (trx: Trx, s: SaleRow, now: Date): Promise<unknown> =>
  sql`insert into tills.sale (customer_id, order_id, source, number, store, till, till_at, at, recorded_at, lines, gross_minor, paid_minor, points, currency, setting_version, overspend, allowance_id, actor)
    values (${s.customerId}::uuid, ${s.orderId}::uuid, ${s.source}, ${s.number}, ${s.store}, ${s.till}, ${s.tillAt.toISOString()}::timestamptz, ${s.at.toISOString()}::timestamptz, ${now.toISOString()}::timestamptz, ${JSON.stringify(s.lines)}::jsonb,
      ${s.grossMinor.toString()}::bigint, ${s.paidMinor.toString()}::bigint, ${s.points.toString()}::bigint, ${s.currency}, ${s.settingVersion}, ${s.overspend}, ${s.allowanceId}::uuid, ${s.actor})`.execute(trx)

const saleColumns = sql.raw(`s.customer_id as "customerId", s.order_id as "orderId", s.source, s.number, s.store, s.till, s.till_at as "tillAt", s.at, s.lines, s.gross_minor as "grossMinor", s.paid_minor as "paidMinor", s.points,
  s.points_back as "pointsBack", s.currency, s.setting_version as "settingVersion", s.overspend, s.allowance_id as "allowanceId", s.actor, s.voided_at as "voidedAt"`)
export interface SaleFound extends SaleRow { readonly pointsBack: bigint, readonly voidedAt: Date | null }

export const findSale = async (db: Db | Trx, customerId: string, orderId: string): Promise<SaleFound | undefined> =>
  (await sql<SaleFound>`select ${saleColumns} from tills.sale s where s.customer_id = ${customerId}::uuid and s.order_id = ${orderId}::uuid`.execute(db)).rows[0]

/** Sales by an allowance that were paid with points. */
export const salesBy = async (trx: Trx, allowanceId: string): Promise<readonly SaleFound[]> =>
  (await sql<SaleFound>`select ${saleColumns} from tills.sale s where s.allowance_id = ${allowanceId}::uuid and s.points > 0 order by s.customer_id, s.order_id`.execute(trx)).rows

export const findSaleByNumber = async (db: Db | Trx, source: string, number: string): Promise<SaleFound | undefined> =>
  (await sql<SaleFound>`select ${saleColumns} from orders.receipt r join tills.sale s on s.customer_id = r.customer_id and s.order_id = r.order_id where r.source = ${source} and r.number = ${number}`.execute(db)).rows[0]

export const isReturned = async (trx: Trx, orderId: string): Promise<boolean> =>
  (await sql`select from orders.order where undoes_order_id = ${orderId}::uuid limit 1`.execute(trx)).rows.length > 0

export const markVoided = (trx: Trx, customerId: string, orderId: string, now: Date): Promise<unknown> =>
  sql`update tills.sale set voided_at = ${now.toISOString()}::timestamptz where customer_id = ${customerId}::uuid and order_id = ${orderId}::uuid`.execute(trx)

export const addPointsBack = (trx: Trx, customerId: string, orderId: string, points: bigint): Promise<unknown> =>
  sql`update tills.sale set points_back = points_back + ${points.toString()}::bigint where customer_id = ${customerId}::uuid and order_id = ${orderId}::uuid`.execute(trx)

/** Every record of a person, whichever of them is meant: since a merge the wallet is the survivor's, and what was booked before lies with each. */
const peopleOf = (customerId: string) => sql`(with person as (select coalesce((select survivor_id from identity.alias where merged_id = ${customerId}::uuid), ${customerId}::uuid) as id)
  select id from person union all select a.merged_id from person join identity.alias a on a.survivor_id = person.id)`

/** What an order has earned, from the ledger itself. */
export const earnedOf = async (db: Db | Trx, customerId: string, source: string, number: string): Promise<readonly { readonly currency: string, readonly amount: bigint }[]> =>
  (await sql<{ currency: string, amount: bigint }>`select currency, sum(amount)::bigint as amount from points.entry
    where customer_id in ${peopleOf(customerId)} and source = ${source} and number = ${number} and kind = 'earn' group by currency order by currency`.execute(db)).rows

/** What of an order's points was really taken from lots and is not given back yet, under any id of its member: without network a balance may have lacked some. */
export const takenOf = async (trx: Trx, union: readonly string[], { currency, source, number }: Pick<SaleRow, 'currency' | 'source' | 'number'>): Promise<bigint> =>
  (await sql<{ taken: bigint }>`select coalesce(sum(case when to_account = 'redeemed' then amount else -amount end), 0)::bigint as taken from points.entry
    where customer_id = any(${union}::uuid[]) and currency = ${currency} and source = ${source} and number = ${number} and lot_id is not null and 'redeemed' in (from_account, to_account)`.execute(trx)).rows[0]?.taken ?? 0n

export const findNames = async (db: Db | Trx, ids: readonly string[]): Promise<ReadonlyMap<string, string | null>> =>
  new Map((await sql<{ id: string, name: string | null }>`select customer_id as id, name from record.customer where customer_id = any(${ids}::uuid[])`.execute(db)).rows.map(({ id, name }) => [id, name]))

/** The secret that signs members' codes, made at the first use. */
export async function codeSecret(trx: Trx, fresh: string): Promise<string> {
  await sql`insert into tills.secret (secret) values (${fresh}) on conflict do nothing`.execute(trx)
  const [row] = (await sql<{ secret: string }>`select secret from tills.secret`.execute(trx)).rows
  return row?.secret ?? fresh
}

/** Answers whether the code is used for the first time; codes that are over are forgotten on the way. */
export async function useCode(trx: Trx, nonce: string, expiresAt: Date, now: Date): Promise<boolean> {
  await sql`delete from tills.code where expires_at < ${now.toISOString()}::timestamptz - interval '1 day'`.execute(trx)
  return (await sql`insert into tills.code (nonce, expires_at) values (${nonce}, ${expiresAt.toISOString()}::timestamptz) on conflict do nothing returning nonce`.execute(trx)).rows.length > 0
}

export const isSettled = async (db: Db | Trx, store: string, day: string): Promise<boolean> => (await sql`select from tills.settlement where store = ${store} and day = ${day}::date`.execute(db)).rows.length > 0

export const settle = (trx: Trx, store: string, day: string, author: string, now: Date): Promise<unknown> =>
  sql`insert into tills.settlement (store, day, author, at) values (${store}, ${day}::date, ${author}, ${now.toISOString()}::timestamptz) on conflict do nothing`.execute(trx)

export const findProductName = async (db: Db, customerId: string, orderId: string, lineNo: number): Promise<string | null> =>
  (await sql<{ name: string | null }>`select nullif(name, '') as name from orders.line where customer_id = ${customerId}::uuid and order_id = ${orderId}::uuid and line_no = ${lineNo}`.execute(db)).rows[0]?.name ?? null

export const beginQuote = (trx: Trx): Promise<unknown> => sql`savepoint quote`.execute(trx)
export const undoQuote = (trx: Trx): Promise<unknown> => sql`rollback to savepoint quote`.execute(trx)
