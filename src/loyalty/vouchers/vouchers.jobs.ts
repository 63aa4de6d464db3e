/** The sweep books what time has already made true, some vouchers at a time. Readers and users never wait for it: they see the same before. */
import { transact } from '#foundation/db.ts'
import type { House } from '#foundation/house.ts'
import { lookEvery } from '#foundation/looks.ts'
import type { Job } from '#foundation/queue.ts'
import { isSweepDue, settleDue } from './vouchers.ts'
import { jobWords } from './vouchers.words.ts'

const atOnce = 500
const everyMs = 3_600_000

export const sweepJob: Job = {
  name: 'vouchers.sweep', title: jobWords.sweepTitle, retries: 5,
  run: async (house, _data, { signal }) => {
    for (let count = atOnce; count > 0 && !signal.aborted;) {
      count = await transact(house.pool, (trx) => settleDue(trx, { listeners: house.listeners, actor: 'vouchers' }, house.clock(), atOnce))
    }
  }
}

/** Looks when the house opens and every hour after whether there is something to book. */
export async function keepSwept(house: House): Promise<void> {
  const { queue, db, clock } = house
  const sweep = async (): Promise<void> => { if (await isSweepDue(db, clock())) await queue.send(db, sweepJob.name, {}, { key: sweepJob.name }) }
  await sweep()
  lookEvery(everyMs, house, sweepJob.name, sweep)
}
