/** Hears sales in the transaction that records them: whoever pays has the stamps before the receipt is printed. */
import { recordedKind } from '#activity/orders/orders.ts'
import type { Listener } from '#foundation/house.ts'
import { dayOf } from '#foundation/zone.ts'
import { readBusiness } from '#settings/business/business.ts'
import { giveWithSales } from './rewards.gifts.ts'
import { countSalesMiles } from './rewards.mileage.ts'
import { salesAmong } from './rewards.sales.ts'
import { stampSales } from './rewards.stamps.ts'

export const rewardsListener: Listener = {
  capability: 'rewards',
  kinds: [recordedKind],
  hear: async (trx, events, { now, listeners }) => {
    const sales = await salesAmong(trx, events)
    if (sales.length === 0) return
    const { zone } = await readBusiness(trx)
    const parts = { listeners, actor: events[0]?.actor ?? 'rewards' }
    await stampSales(trx, parts, sales, { zone, now, today: dayOf(now, zone) })
    await countSalesMiles(trx, parts, sales, zone, now)
    await giveWithSales(trx, parts, sales, zone, now)
  }
}
