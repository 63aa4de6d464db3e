/** Whatever counts towards a tier is heard in the transaction that records it, in batches. */
import { recordedKind } from '#activity/orders/orders.ts'
import type { Listener } from '#foundation/house.ts'
import { growthCurrencies, retire, review } from './tiers.ts'

const pointsKinds = ['points.earned', 'points.reversed', 'points.adjusted', 'points.opened', 'points.unopened']

/**
 * Stands last among the listeners of loyalty: what the others book of an order (growth value, say) is then there, and wallets are always locked before
 * members, so that two transactions never wait for each other in a circle.
 */
export const tiersListener: Listener = {
  capability: 'tiers',
  kinds: [recordedKind, ...pointsKinds, 'identity.merged', 'identity.unmerged'],
  hear: async (trx, events, { now, listeners }) => {
    const ofPoints = events.filter(({ kind }) => pointsKinds.includes(kind))
    const counts = ofPoints.length === 0 ? new Set<unknown>() : await growthCurrencies(trx)
    const heard = events.filter(({ kind, body }) => (pointsKinds.includes(kind) ? counts.has(body['currency']) : body['anonymous'] !== true))
    const apart = heard.filter(({ kind }) => kind === 'identity.unmerged').map(({ body }) => String(body['mergedId']))
    const gone = heard.filter(({ kind }) => kind === 'identity.merged').map(({ body }) => String(body['mergedId']))
    if (gone.length > 0) await retire(trx, gone, now)
    await review(trx, { listeners, actor: 'tiers' }, [...heard.map(({ customerId }) => customerId), ...apart], now)
  }
}
