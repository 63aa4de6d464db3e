/** What people know about days and the figures cannot: nothing to sell (left out of the fit), a promotion (an effect). */
import { Value } from 'typebox/value'
import type { Db, Trx } from '#foundation/db.ts'
import { newId } from '#foundation/ids.ts'
import { Refusal } from '#foundation/refusal.ts'
import { daysBetween, isDay } from '#foundation/zone.ts'
import * as sql from './forecast.marks.sql.ts'
import { Mark, type NewMark } from './forecast.schema.ts'
import { forecastWords as words } from './forecast.words.ts'

const longestDays = 366

export const listMarks = async (db: Db | Trx): Promise<Mark[]> => (await sql.listMarks(db)).map((row) => Value.Parse(Mark, row))

export async function addMark(trx: Trx, mark: NewMark, by: string, now: Date): Promise<Mark> {
  if (!isDay(mark.from) || !isDay(mark.to) || mark.to < mark.from || daysBetween(mark.from, mark.to) > longestDays) {
    throw new Refusal('forecast.wrong_span', 422, words.wrongSpan, { from: mark.from, to: mark.to, most: longestDays })
  }
  if ((mark.cut === 'whole') !== (mark.part === null)) throw new Refusal('forecast.wrong_part', 422, words.wrongPart)
  return Value.Parse(Mark, await sql.insertMark(trx, newId(now), mark, by, now))
}

export async function removeMark(trx: Trx, markId: string): Promise<Mark> {
  const gone = await sql.deleteMark(trx, markId)
  if (!gone) throw new Refusal('forecast.unknown_mark', 404, words.unknownMark)
  return Value.Parse(Mark, gone)
}
