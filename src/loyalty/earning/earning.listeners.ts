/** An order that is recorded earns in the same breath. */
import { recordedKind } from '#activity/orders/orders.ts'
import type { Listener } from '#foundation/house.ts'
import { count } from './earning.count.ts'
import { salesOf } from './earning.orders.ts'
import { loadProgrammes } from './earning.versions.ts'

export const earningListener: Listener = {
  capability: 'earning',
  kinds: [recordedKind],
  hear: async (trx, events, { now, listeners }) => {
    const sales = events.filter(({ body }) => body['kind'] === 'sale' && body['anonymous'] !== true)
    if (sales.length === 0) return
    const programmes = await loadProgrammes(trx)
    const due = sales.filter(({ at }) => programmes(at) !== undefined)
    if (due.length === 0) return
    await count(trx, { listeners, actor: events[0]?.actor ?? 'earning' }, await salesOf(trx, due.map(({ customerId, eventId }) => ({ customerId, orderId: eventId }))), now)
  }
}
