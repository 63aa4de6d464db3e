/** Every statement on business.holiday. */
import type { Db, Trx } from '#foundation/db.ts'
import type { Day } from '#foundation/zone.ts'
import type { Holiday } from './business.schema.ts'

const columns = ['country', 'day', 'kind', 'festival', 'name_zh as nameZh', 'name_en as nameEn', 'source'] as const

export const listHolidays = (db: Db | Trx, country: string) => db.selectFrom('business.holiday').select(columns).where('country', '=', country).orderBy('day').execute()

export const upsertHoliday = (trx: Trx, { country, day, kind, festival, nameZh, nameEn, source }: Holiday) =>
  trx.insertInto('business.holiday').values({ country, day, kind, festival, name_zh: nameZh, name_en: nameEn, source })
    .onConflict((conflict) => conflict.columns(['country', 'day']).doUpdateSet({ kind, festival, name_zh: nameZh, name_en: nameEn, source }))
    .returning(columns).executeTakeFirstOrThrow()

export const deleteHoliday = (trx: Trx, country: string, day: Day) =>
  trx.deleteFrom('business.holiday').where('country', '=', country).where('day', '=', day).returning(columns).executeTakeFirst()
