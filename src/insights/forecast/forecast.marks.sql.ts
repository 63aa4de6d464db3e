/** Every statement on forecast.mark. */
import type { Db, Trx } from '#foundation/db.ts'
import type { NewMark } from './forecast.schema.ts'

const columns = ['mark_id as markId', 'kind', 'cut', 'part', 'from_day as from', 'to_day as to', 'note', 'created_by as by'] as const

export const listMarks = (db: Db | Trx) => db.selectFrom('forecast.mark').select(columns).orderBy('from_day', 'desc').orderBy('mark_id').execute()

export const insertMark = (trx: Trx, markId: string, mark: NewMark, by: string, now: Date) =>
  trx.insertInto('forecast.mark').values({ mark_id: markId, kind: mark.kind, cut: mark.cut, part: mark.part, from_day: mark.from, to_day: mark.to, note: mark.note ?? '', created_by: by, created_at: now })
    .returning(columns).executeTakeFirstOrThrow()

export const deleteMark = (trx: Trx, markId: string) => trx.deleteFrom('forecast.mark').where('mark_id', '=', markId).returning(columns).executeTakeFirst()
