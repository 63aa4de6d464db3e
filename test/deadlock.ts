/** Requests that meet others in the database at the worst moment. */
import { setTimeout as sleep } from 'node:timers/promises'
import { sql, type RawBuilder } from 'kysely'
import { DatabaseError } from 'pg'
import type { Db } from '#foundation/db.ts'

/**
 * Somebody holds `theirs`; when the request has come to wait for it they want `ours`, which the request holds by then. Answers what the request was told in the
 * end. Who has waited for longer is the one whom PostgreSQL ends: the request, unless this machine was so slow that it had looked for a ring before there was one;
 * then it ends the other, and the request goes on.
 */
export async function meeting<T>(db: Db, theirs: RawBuilder<unknown>, request: () => Promise<T>, ours: RawBuilder<unknown>): Promise<T> {
  let answer: Promise<T> | undefined
  try {
    await db.transaction().execute(async (trx) => {
      await theirs.execute(trx)
      answer = request()
      await untilWaiting(db)
      await ours.execute(trx)
    })
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== '40P01') throw error
  }
  if (answer === undefined) throw new Error('nothing was asked')
  return answer
}

async function untilWaiting(db: Db): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    const { rows } = await sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(db)
    if (rows.length > 0) return
    await sleep(10)
  }
  throw new Error('the request never came to wait')
}
