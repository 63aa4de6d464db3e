/** Hears orders and works out what their returns undo: at once, or when the sale arrives after its return. */
import { recordedKind } from '#activity/orders/orders.ts'
import type { Listener } from '#foundation/house.ts'
import type { Consequence } from './returns.ts'
import { workOut } from './returns.working.ts'

/** Its place in the list of listeners is behind all that hear sales: a sale whose return came first earns before the return takes back. */
export const returnsListener = (consequences: readonly Consequence[]): Listener => ({
  capability: 'returns',
  kinds: [recordedKind],
  hear: async (trx, events, { now, listeners }) => {
    const told = events.map(({ source, actor, body }) => ({ source, actor, number: String(body['number']), undoes: typeof body['undoesNumber'] === 'string' ? body['undoesNumber'] : null, isSale: body['kind'] === 'sale' }))
    const undoing = told.filter(({ undoes, isSale }) => isSale || undoes !== null)
    if (undoing.length > 0) await workOut(trx, { now, listeners, consequences, actor: events[0]?.actor ?? 'returns' }, undoing, events)
  }
})
