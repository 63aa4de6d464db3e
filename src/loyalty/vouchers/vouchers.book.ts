/** What every deed on vouchers shares: the moment in the business's zone, and the writing of changes with their events. */
import { record } from '#activity/events/events.ts'
import type { Db, Trx } from '#foundation/db.ts'
import type { Listener } from '#foundation/house.ts'
import { formatMoney } from '#foundation/money.ts'
import { dayOf, startOf } from '#foundation/zone.ts'
import { readBusiness } from '#settings/business/business.ts'
import type { Terms } from './vouchers.schema.ts'
import * as sql from './vouchers.sql.ts'
import { decide, type Command, type Moment, type Voucher } from './vouchers.state.ts'
import { findTerms, versionText } from './vouchers.templates.sql.ts'
import { eventKinds } from './vouchers.words.ts'

export interface VoucherParts { readonly listeners: readonly Listener[], readonly actor: string }
export interface Here extends Moment { readonly zone: string, readonly currency: string }

export async function hereAt(db: Db | Trx, now: Date): Promise<Here> {
  const { zone, currency } = await readBusiness(db)
  return { now, today: dayOf(now, zone), startOf: (day) => startOf(day, zone), zone, currency }
}

export const changeBy = (voucher: Voucher, command: Command, here: Here): sql.Change => decide(voucher, command, here)

export async function termsOf(db: Db | Trx, vouchers: readonly Pick<Voucher, 'templateId' | 'version'>[]): Promise<(voucher: Pick<Voucher, 'templateId' | 'version'>) => Terms> {
  const known = await findTerms(db, vouchers)
  return (voucher) => {
    const terms = known.get(versionText(voucher))
    if (terms === undefined) throw new Error(`template ${versionText(voucher)} has no terms`)
    return terms
  }
}

/** Writes the changes and tells of each movement. */
export async function keep(trx: Trx, { listeners, actor }: VoucherParts, changes: readonly sql.Change[], here: Here, note: string | null = null): Promise<void> {
  const moved = changes.filter(({ movements }) => movements.length > 0)
  if (moved.length === 0) return
  await sql.saveChanges(trx, moved, actor, note, here.now)
  const terms = await termsOf(trx, moved.map(({ voucher }) => voucher))
  await record(trx, listeners, moved.flatMap(({ voucher, movements }) => movements.map(({ kind, effectiveAt, units, discountMinor, source, number }) => {
    const { nameZh, nameEn } = terms(voucher)
    return {
      customerId: voucher.customerId, kind: eventKinds[kind], actor, source: 'vouchers', at: effectiveAt,
      body: {
        voucherId: voucher.voucherId, templateId: voucher.templateId, code: voucher.code, nameZh, nameEn, units: units.toString(), discountMinor: discountMinor.toString(), discount: formatMoney(discountMinor, here.currency, 'zh-CN'),
        orderSource: source ?? '', number: number ?? '', note: note ?? ''
      }
    }
  })), here.now)
}
