/**
 * The alliance: partners who give our points and pay for them when they are earned, and partners who take them and are owed when they are spent. What each
 * owes is never stored: it is the journal times the rate that each entry names, and the payments.
 */
import type { Db, Trx } from '#foundation/db.ts'
import { newId } from '#foundation/ids.ts'
import { Refusal } from '#foundation/refusal.ts'
import { addMonths } from '#foundation/zone.ts'
import { readBusiness } from '#settings/business/business.ts'
import { awaitClosing, findClosedMonth } from './points.closing.sql.ts'
import type { NewPartner, NewPartnerRate, NewPayment, Partner, PartnerStatement } from './points.partner.schema.ts'
import * as sql from './points.partner.sql.ts'
import { partnerWords as words } from './points.partner.words.ts'

const unknownPartner = (partner: string): Refusal => new Refusal('points.unknown_partner', 404, words.unknownPartner, { partner })

const shown = ({ at, ...row }: sql.PartnerRow, rates: readonly sql.PartnerRateRow[]): Partner => ({
  ...row, at: at.toISOString(),
  rates: rates.filter(({ partnerId }) => partnerId === row.partnerId).map((rate) => ({ ...rate, moneyMinor: rate.moneyMinor.toString(), validFrom: rate.validFrom.toISOString(), at: rate.at.toISOString() })).toReversed()
})

export async function listPartners(db: Db | Trx): Promise<Partner[]> {
  const partners = await sql.findPartners(db)
  const rates = await sql.findPartnerRates(db, partners.map(({ partnerId }) => partnerId))
  return partners.map((row) => shown(row, rates))
}

async function readPartner(trx: Trx, partnerId: string): Promise<Partner> {
  const partner = (await listPartners(trx)).find((one) => one.partnerId === partnerId)
  if (partner === undefined) throw unknownPartner(partnerId)
  return partner
}

/** A new partner, or a known one changed. Refuses: points.unknown_partner, points.partner_changed where another came first. */
export async function savePartner(trx: Trx, { partnerId, version = 0, ...row }: NewPartner, author: string, now: Date): Promise<Partner> {
  if (partnerId === undefined) {
    const id = newId(now)
    await sql.insertPartner(trx, { isActive: true, ...row, partnerId: id, author, at: now })
    return readPartner(trx, id)
  }
  const known = await readPartner(trx, partnerId)
  if (await sql.updatePartner(trx, { isActive: known.isActive, ...row, partnerId, version })) return readPartner(trx, partnerId)
  throw new Refusal('points.partner_changed', 409, words.partnerChanged, { version: (await readPartner(trx, partnerId)).version })
}

/** Refuses: points.unknown_partner, points.rate_in_past. */
export async function savePartnerRate(trx: Trx, partnerId: string, { side, currency, moneyMinor, validFrom }: NewPartnerRate, author: string, now: Date): Promise<Partner> {
  await readPartner(trx, partnerId)
  const from = validFrom === undefined ? now : new Date(validFrom)
  if (from < now) throw new Refusal('points.rate_in_past', 422, words.rateInPast)
  await sql.insertPartnerRate(trx, { rateId: newId(now), partnerId, side, currency, moneyMinor: BigInt(moneyMinor), validFrom: from, author, at: now })
  return readPartner(trx, partnerId)
}

/** Refuses: points.unknown_partner, points.payment_closed: the statement of a closed month stays as it was reported. */
export async function savePayment(trx: Trx, partnerId: string, { moneyMinor, paidOn, note = '' }: NewPayment, author: string, now: Date): Promise<Partner> {
  await readPartner(trx, partnerId)
  await awaitClosing(trx)
  const closed = await findClosedMonth(trx)
  if (closed !== undefined && paidOn.slice(0, 7) <= closed) throw new Refusal('points.payment_closed', 409, words.paymentClosed, { month: closed })
  await sql.insertPayment(trx, { paymentId: newId(now), partnerId, moneyMinor: BigInt(moneyMinor), paidOn, note, author, at: now })
  return readPartner(trx, partnerId)
}

const sum = (movements: readonly sql.Movement[]): bigint => movements.reduce((all, { moneyMinor }) => all + moneyMinor, 0n)

/** One month: opening + movements = closing, by construction and by the journal. Above zero: they owe us. */
export async function readPartnerStatement(db: Db, partnerId: string, month: string): Promise<PartnerStatement> {
  const partner = (await sql.findPartners(db)).find((one) => one.partnerId === partnerId)
  if (partner === undefined) throw unknownPartner(partnerId)
  const { zone } = await readBusiness(db)
  const [from, to] = [`${month}-01`, addMonths(`${month}-01`, 1)]
  const [before, within, all, payments] = await Promise.all([
    sql.findMovements(db, partnerId, null, from, zone), sql.findMovements(db, partnerId, from, to, zone), sql.findMovements(db, partnerId, null, to, zone), sql.findPayments(db, partnerId, from, to)
  ])
  return {
    partnerId, name: partner.name, month, openingMinor: sum(before).toString(), closingMinor: sum(all).toString(),
    items: within.map((one) => ({ ...one, points: one.points.toString(), moneyMinor: one.moneyMinor.toString() })),
    payments: payments.map(({ paymentId, moneyMinor, paidOn, note, author, at }) => ({ paymentId, moneyMinor: moneyMinor.toString(), paidOn, note, author, at: at.toISOString() }))
  }
}
