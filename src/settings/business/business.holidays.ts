/**
 * Public holidays of the business's country. No package has those of a coming year: they are ordered by notice, in China each autumn, with the weekend days that
 * are worked instead. So they are a table that anybody with the right can change; the Chinese notices of 2023 to 2026 come with the product.
 */
import type { Db, Trx } from '#foundation/db.ts'
import { Refusal } from '#foundation/refusal.ts'
import { isDay, type Day } from '#foundation/zone.ts'
import * as sql from './business.holidays.sql.ts'
import type { Holiday, HolidayChange, Holidays } from './business.schema.ts'
import { findBusiness } from './business.sql.ts'

const unsavedCountry = 'CN'

const countryOf = async (db: Db | Trx): Promise<string> => (await findBusiness(db))?.country ?? unsavedCountry

/** All of the country, or those of one year. */
export async function listHolidays(db: Db | Trx, year?: number): Promise<Holidays> {
  const country = await countryOf(db)
  const all = (await sql.listHolidays(db, country)).map(holidayOf)
  const yearOf = ({ day }: Holiday): number => Number(day.slice(0, 4))
  return { country, items: year === undefined ? all : all.filter((holiday) => yearOf(holiday) === year), years: [...new Set(all.map(yearOf))] }
}

/** Adds a holiday, or changes the one of that day. */
export async function saveHoliday(trx: Trx, change: HolidayChange): Promise<Holiday> {
  if (!isDay(change.day)) throw new Refusal('business.no_such_day', 422, { zh: '没有“{day}”这一天。', en: 'There is no day "{day}".' }, { day: change.day })
  return holidayOf(await sql.upsertHoliday(trx, { ...change, country: await countryOf(trx) }))
}

export async function removeHoliday(trx: Trx, day: Day): Promise<Holiday> {
  const gone = isDay(day) ? await sql.deleteHoliday(trx, await countryOf(trx), day) : undefined
  if (!gone) throw new Refusal('business.no_such_holiday', 404, { zh: '{day} 不在节假日表里。', en: '{day} is not in the table of holidays.' }, { day })
  return holidayOf(gone)
}

const holidayOf = (row: Omit<Holiday, 'kind'> & { readonly kind: string }): Holiday => ({ ...row, kind: row.kind === 'work' ? 'work' : 'off' })
