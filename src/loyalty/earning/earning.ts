/**
 * Earning: what purchases and events earn. This file is the door.
 *
 * Law: rules are versioned data; what is counted keeps its version, its facts and its parts by line and rule, so that a return asks the same question of what is
 * kept; no limit is ever passed, whoever comes at once; a rule without a version in force earns nothing.
 */
export { earningConsequence } from './earning.returns.ts'
export { quoteEarn } from './earning.quote.ts'
// For the replay, which decides nothing by itself.
export { paidLines, type Basket, type BasketLine } from './earning.basket.ts'
export { faultsOf } from './earning.check.ts'
export { endOf } from './earning.count.ts'
export { birthdayNear, wallClock } from './earning.facts.ts'
export { roomsOf } from './earning.limits.ts'
export type { Facts } from './earning.match.ts'
export { differenceOf } from './earning.returns.ts'
export { accrue, isLimited } from './earning.rules.ts'
export type { Programme } from './earning.schema.ts'
export { currenciesAt, listVersions, saveVersion } from './earning.versions.ts'
