/** What a return undoes here: stamps, gifts that came with the purchase, discounts, credits, miles. */
import { dayOf } from '#foundation/zone.ts'
import { readBusiness } from '#settings/business/business.ts'
import type { Consequence } from '../returns/returns.ts'
import { returnStamps } from './rewards.stamps.ts'

export const rewardsConsequence: Consequence = {
  capability: 'rewards',
  undo: async (trx, parts, undone, now) => {
    const today = dayOf(now, (await readBusiness(trx)).zone)
    return returnStamps(trx, parts, undone, today, now)
  }
}
