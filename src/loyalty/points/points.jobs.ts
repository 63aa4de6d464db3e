/** The sweep books what time has already made true, some wallets at a time. Readers and spenders never wait for it: they see the same before. */
import { pipelined } from '#foundation/db.ts'
import type { House } from '#foundation/house.ts'
import { lookEvery } from '#foundation/looks.ts'
import type { Job } from '#foundation/queue.ts'
import { isSweepDue, settleDue } from './points.ts'

const atOnce = 500

export const sweepJob: Job = {
  name: 'points.sweep',
  title: { zh: '积分到期与生效', en: 'Points that mature or end' },
  retries: 5,
  run: async (house, _data, { signal }) => {
    for (let count = atOnce; count > 0 && !signal.aborted;) {
      count = await pipelined(house.batches, (trx) => settleDue(trx, { listeners: house.listeners, actor: 'points' }, house.clock(), atOnce))
    }
  }
}

const everyMs = 3_600_000

/** Looks when the house opens and every hour after whether there is something to book. However many processes look, a sweep that waits is not added twice. */
export async function keepSwept(house: House): Promise<void> {
  const { queue, db, clock } = house
  const sweep = async (): Promise<void> => { if (await isSweepDue(db, clock())) await queue.send(db, sweepJob.name, {}, { key: sweepJob.name }) }
  await sweep()
  lookEvery(everyMs, house, 'points', sweep)
}
