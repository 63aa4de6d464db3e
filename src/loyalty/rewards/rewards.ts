/**
 * Rewards: what regulars get. The catalogue, stamp cards, offers, gifts, trade-ins, mileage and companion benefits. This file is the door.
 *
 * Law: a definition is never changed, it gets a new version, and what was given keeps its own. An order of a reward takes points, limit and stock together
 * or not at all, and cancelling gives all of it back. What a return takes away beyond what is there is a debt that everybody sees, never forgotten.
 */
export { companionsShown, quoteShown, tradeInShown, tradeInsShown } from './rewards.benefits.ts'
export { bringCompanion, undoCompanion } from './rewards.companions.ts'
export { rewardsConsequence } from './rewards.consequence.ts'
export { listVersions, saveDefinition } from './rewards.definitions.ts'
export { giveForBirthday } from './rewards.gifts.ts'
export { rewardsListener } from './rewards.listeners.ts'
export { sampleListener } from './rewards.sample.ts'
export { readMember } from './rewards.member.ts'
export { readBenefits } from './rewards.member.benefits.ts'
export { countMiles } from './rewards.mileage.ts'
export { applyOffers, quoteOffers, type OfferQuote } from './rewards.offers.ts'
export { orderReward } from './rewards.orders.ts'
export { listRewardOrders, orderShown, readOverview } from './rewards.overview.ts'
export { stepOrder } from './rewards.steps.ts'
export { countStock } from './rewards.stock.ts'
export { takeIn, withdrawTradeIn } from './rewards.tradein.ts'
