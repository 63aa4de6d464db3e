/** Every rejected row with its line, its reason, and its cells as they stood. */
import type { Cell } from '#foundation/download.ts'
import type { Db } from '#foundation/db.ts'
import { say, type Locale } from '#foundation/words.ts'
import { isOpeningFault, openingFaults, rejectColumns } from './opening.faults.words.ts'
import { rejectsAfter } from './opening.sql.ts'

const atOnce = 5_000

export async function* rejectRows(db: Db, fileId: string, headers: readonly string[], locale: Locale): AsyncGenerator<readonly Cell[]> {
  yield [say(rejectColumns.line, locale), say(rejectColumns.reason, locale), ...headers]
  for (let after = 0; ;) {
    const rows = await rejectsAfter(db, fileId, after, atOnce)
    for (const { line, code, detail, cells } of rows) yield [line, say(isOpeningFault(code) ? openingFaults[code] : openingFaults.broken, locale, detail), ...cells]
    if (rows.length < atOnce) return
    after = rows.at(-1)?.line ?? 0
  }
}
