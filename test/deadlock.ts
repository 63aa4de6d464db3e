/** Requests that meet others in the database at the worst moment. */
import { setTimeout as sleep } from 'node:timers/promises'
import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#foundation/db.ts'

/** Somebody holds `theirs`; when the request has come to wait for it they want `ours`, which the request holds by then. Answers what the request was told in the end. */
export async function meeting<T>(db: Db, theirs: RawBuilder<unknown>, request: () => Promise<T>, ours: RawBuilder<unknown>): Promise<T> {
  const { asked } = await db.transaction().execute(async (trx) => {
    await theirs.execute(trx)
    const answer = request()
    await untilWaiting(db)
    await ours.execute(trx)
    return { asked: answer }
  })
  return asked
}

async function untilWaiting(db: Db): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    const { rows } = await sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(db)
    if (rows.length > 0) return
    await sleep(10)
  }
  throw new Error('the request never came to wait')
}
