/** Statements on partners: rates, payments, and the statement as a sum over the journal. */
import { sql } from 'kysely'
import type { Db, Trx } from '#foundation/db.ts'
import type { Day } from '#foundation/zone.ts'

export type Side = 'issue' | 'accept'
export interface PartnerRow { readonly partnerId: string, readonly name: string, readonly issues: boolean, readonly accepts: boolean, readonly isActive: boolean, readonly version: number, readonly author: string, readonly at: Date }
export interface PartnerRateRow { readonly rateId: string, readonly partnerId: string, readonly side: Side, readonly currency: string, readonly moneyMinor: bigint, readonly validFrom: Date, readonly author: string, readonly at: Date }

export async function findPartners(db: Db | Trx): Promise<readonly PartnerRow[]> {
  return (await sql<PartnerRow>`select partner_id as "partnerId", name, issues, accepts, is_active as "isActive", version, author, at from points.partner order by name, partner_id`.execute(db)).rows
}

export const insertPartner = (trx: Trx, row: Omit<PartnerRow, 'version'>): Promise<unknown> => sql`insert into points.partner (partner_id, name, issues, accepts, is_active, author, at)
  values (${row.partnerId}, ${row.name}, ${row.issues}, ${row.accepts}, ${row.isActive}, ${row.author}, ${row.at.toISOString()}::timestamptz)`.execute(trx)

/** Answers whether that version was still the last. */
export async function updatePartner(trx: Trx, row: Omit<PartnerRow, 'author' | 'at'>): Promise<boolean> {
  const { rows } = await sql`update points.partner set name = ${row.name}, issues = ${row.issues}, accepts = ${row.accepts}, is_active = ${row.isActive}, version = version + 1
    where partner_id = ${row.partnerId} and version = ${row.version} returning version`.execute(trx)
  return rows.length > 0
}

/** In the order in which they come into force. */
export async function findPartnerRates(db: Db | Trx, partnerIds: readonly string[]): Promise<readonly PartnerRateRow[]> {
  if (partnerIds.length === 0) return []
  return (await sql<PartnerRateRow>`select rate_id as "rateId", partner_id as "partnerId", side, currency, money_minor as "moneyMinor", valid_from as "validFrom", author, at from points.partner_rate
    where partner_id = any(${partnerIds}::uuid[]) order by valid_from, at, rate_id`.execute(db)).rows
}

export const insertPartnerRate = (trx: Trx, row: PartnerRateRow): Promise<unknown> => sql`insert into points.partner_rate (rate_id, partner_id, side, currency, money_minor, valid_from, author, at)
  values (${row.rateId}, ${row.partnerId}, ${row.side}, ${row.currency}, ${row.moneyMinor.toString()}::bigint, ${row.validFrom.toISOString()}::timestamptz, ${row.author}, ${row.at.toISOString()}::timestamptz)`.execute(trx)

export interface PaymentRow { readonly paymentId: string, readonly partnerId: string, readonly moneyMinor: bigint, readonly paidOn: Day, readonly note: string, readonly author: string, readonly at: Date }

export const insertPayment = (trx: Trx, row: PaymentRow): Promise<unknown> => sql`insert into points.partner_payment (payment_id, partner_id, money_minor, paid_on, note, author, at)
  values (${row.paymentId}, ${row.partnerId}, ${row.moneyMinor.toString()}::bigint, ${row.paidOn}::date, ${row.note}, ${row.author}, ${row.at.toISOString()}::timestamptz)`.execute(trx)

/** The payments of a span of days, `from` in and `to` out, as they were made. */
export async function findPayments(db: Db, partnerId: string, from: Day, to: Day): Promise<readonly PaymentRow[]> {
  return (await sql<PaymentRow>`select payment_id as "paymentId", partner_id as "partnerId", money_minor as "moneyMinor", paid_on::text as "paidOn", note, author, at from points.partner_payment
    where partner_id = ${partnerId}::uuid and paid_on >= ${from}::date and paid_on < ${to}::date order by paid_on, at, payment_id`.execute(db)).rows
}

export interface Movement { readonly what: 'issued' | 'taken_back' | 'accepted' | 'given_back' | 'payment', readonly currency: string, readonly rateId: string | null, readonly points: bigint, readonly moneyMinor: bigint, readonly entries: number }

/** What moved between two days, `from` in and `to` out; above zero: they owe us. `from` null: since ever. */
export async function findMovements(db: Db, partnerId: string, from: Day | null, to: Day, zone: string): Promise<readonly Movement[]> {
  const { rows } = await sql<Movement>`
    select case when r.side = 'issue' and e.from_account = 'issued' then 'issued' when r.side = 'issue' then 'taken_back' when e.to_account = 'redeemed' then 'accepted' else 'given_back' end as what,
      e.currency, b.rate_id as "rateId", sum(e.amount)::bigint as points,
      (sum(case when e.from_account = 'issued' or (r.side = 'accept' and e.from_account = 'redeemed') then e.amount else -e.amount end) * r.money_minor)::bigint as "moneyMinor", count(*)::int as entries
    from points.basis b join points.entry e on e.customer_id = b.customer_id and e.currency = b.currency and e.sequence = b.sequence join points.partner_rate r on r.rate_id = b.rate_id
    where b.partner_id = ${partnerId}::uuid and ((r.side = 'issue' and 'issued' in (e.from_account, e.to_account)) or (r.side = 'accept' and 'redeemed' in (e.from_account, e.to_account)))
      and (e.effective_at at time zone ${zone})::date < ${to}::date ${from === null ? sql`` : sql`and (e.effective_at at time zone ${zone})::date >= ${from}::date`}
    group by 1, 2, 3, r.money_minor
    union all select 'payment', '', null, 0, -sum(money_minor)::bigint, count(*)::int from points.partner_payment
      where partner_id = ${partnerId}::uuid and paid_on < ${to}::date ${from === null ? sql`` : sql`and paid_on >= ${from}::date`} having count(*) > 0
    order by 1, 2, 3`.execute(db)
  return rows
}
