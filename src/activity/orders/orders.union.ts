/** Orders keep the id that they came with. When two customers become one or two again, whoever sums them by customer must read them again. */
import { unionOf } from '#customers/identity/identity.ts'
import type { Listener } from '#foundation/house.ts'
import { markChanged } from './orders.sql.ts'

export const orderListener: Listener = {
  capability: 'orders',
  kinds: ['identity.merged', 'identity.unmerged'],
  hear: async (trx, events) => {
    for (const { kind, body } of events) {
      const [survivor, ...merged] = await unionOf(trx, String(body[kind === 'identity.merged' ? 'survivorId' : 'mergedId']))
      await markChanged(trx, kind === 'identity.merged' ? merged : [survivor, ...merged])
    }
  }
}
