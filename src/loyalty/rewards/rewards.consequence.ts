/** What a return undoes here: stamps, gifts that came with the purchase, discounts, credits, miles. */
import { dayOf } from '#foundation/zone.ts'
import { readBusiness } from '#settings/business/business.ts'
import type { Consequence } from '../returns/returns.ts'
import { returnGifts } from './rewards.gifts.ts'
import { returnMiles } from './rewards.mileage.ts'
import { returnOffers, stepOf } from './rewards.offers.ts'
import { returnStamps } from './rewards.stamps.ts'

export const rewardsConsequence: Consequence = {
  capability: 'rewards',
  undo: async (trx, parts, undone, now) => {
    const { zone, currency } = await readBusiness(trx)
    const stamps = await returnStamps(trx, parts, undone, dayOf(now, zone), now)
    const miles = await returnMiles(trx, parts, undone, now)
    const gifts = await returnGifts(trx, parts, undone, now)
    return [...stamps, ...miles, ...gifts, ...await returnOffers(trx, parts, undone, stepOf(currency), now)]
  }
}
