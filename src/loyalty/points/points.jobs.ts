/** The sweep books what time has already made true, some wallets at a time. Readers and spenders never wait for it: they see the same before. */
import { transact } from '#foundation/db.ts'
import type { House } from '#foundation/house.ts'
import type { Job } from '#foundation/queue.ts'
import { settleDue } from './points.ts'

const atOnce = 500

export const sweepJob: Job = {
  name: 'points.sweep',
  title: { zh: '积分到期与生效', en: 'Points that mature or end' },
  retries: 5,
  run: async (house, _data, { signal }) => {
    for (let count = atOnce; count > 0 && !signal.aborted;) {
      count = await transact(house.pool, (trx) => settleDue(trx, { listeners: house.listeners, actor: 'points' }, house.clock(), atOnce))
    }
    await sweepLater(house)
  }
}

const everyMs = 3_600_000

/** One sweep an hour, whoever starts the house and however often. */
export async function sweepLater({ queue, db, clock }: House): Promise<void> {
  await queue.send(db, sweepJob.name, {}, { key: sweepJob.name, startAfter: new Date(clock().getTime() + everyMs) })
}
