/**
 * Rewards: what regulars get. The catalogue, stamp cards, offers, gifts, trade-ins, mileage and companion benefits. This file is the door.
 *
 * Law: a definition is never changed, it gets a new version, and what was given keeps its own. An order of a reward takes points, limit and stock together
 * or not at all, and cancelling gives all of it back. What a return takes away beyond what is there is a debt that everybody sees, never forgotten.
 */
export { countStock } from './rewards.stock.ts'
export { listVersions, saveDefinition } from './rewards.definitions.ts'
export { readMember } from './rewards.member.ts'
export { listRewardOrders, readOverview } from './rewards.overview.ts'
export { orderReward } from './rewards.orders.ts'
export { rewardsListener } from './rewards.listeners.ts'
export { rewardsConsequence } from './rewards.consequence.ts'
export { stepOrder } from './rewards.steps.ts'
