/** What points are worth at a till, and within which bounds: versioned, so that a sale keeps what it was quoted under. */
import type { Db, Trx } from '#foundation/db.ts'
import { Refusal } from '#foundation/refusal.ts'
import { readBusiness } from '#settings/business/business.ts'
import { isPayable } from './tills.rules.ts'
import type { NewSetting, Setting } from './tills.schema.ts'
import * as sql from './tills.sql.ts'
import { tillsWords as words } from './tills.words.ts'

export async function readSetting(db: Db | Trx): Promise<Setting> {
  const found = await sql.findSettings(db)
  if (found === undefined) throw new Error('the migration writes the first setting')
  return { ...found, at: found.at.toISOString() }
}

/** Refuses: tills.not_whole, tills.setting_changed. */
export async function saveSetting(trx: Trx, { parameters, version }: NewSetting, author: string, now: Date): Promise<Setting> {
  const { currency } = await readBusiness(trx)
  if (BigInt(parameters.moneyMinor) > 0n && !isPayable(parameters, centOf(currency))) throw new Refusal('tills.not_whole', 422, words.notWhole, { step: parameters.step })
  const current = await readSetting(trx)
  if (current.version !== version || !(await sql.insertSetting(trx, version + 1, parameters, author, now))) throw new Refusal('tills.setting_changed', 409, words.settingChanged, { version: current.version })
  return readSetting(trx)
}

/** The smallest amount that can be paid, in ten-thousandths: 100 where there are cents. */
export const centOf = (currency: string): bigint => 10n ** BigInt(4 - Math.min(4, new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2))
