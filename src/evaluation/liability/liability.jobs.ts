/** When the daily sums are brought up to date: when somebody looks and they are older than a minute, and every quarter of an hour. */
import { lookEvery } from '#foundation/looks.ts'
import type { House } from '#foundation/house.ts'
import type { Job } from '#foundation/queue.ts'
import { bringUp } from './liability.projection.ts'
import { findMark } from './liability.sql.ts'
import { jobWords } from './liability.words.ts'

const sumJob: Job = {
  name: 'liability.sum', title: jobWords.title, retries: 5,
  run: (house, { rebuild }, run) => bringUp(house, run, rebuild === true)
}
export const jobs: readonly Job[] = [sumJob]

export const summing = ({ queue, db }: House, rebuild = false): Promise<string> => queue.send(db, sumJob.name, rebuild ? { rebuild } : {}, { key: rebuild ? `${sumJob.name}.rebuild` : sumJob.name })

const everyMs = 900_000

/** A house that has never summed begins when somebody looks. However many processes look, a sum that waits is not added twice. */
export async function keepSummed(house: House): Promise<void> {
  lookEvery(everyMs, house, sumJob.name, async () => { if (await findMark(house.db) !== undefined) await summing(house) })
}
