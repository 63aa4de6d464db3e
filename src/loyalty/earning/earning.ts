/**
 * Earning: what purchases and events earn. This file is the door.
 *
 * Law: rules are versioned data; what is counted keeps its version, its facts and its parts by line and rule, so that a return asks the same question of what is
 * kept; no limit is ever passed, whoever comes at once; a rule without a version in force earns nothing.
 */
export { earningConsequence } from './earning.returns.ts'
export { quoteEarn } from './earning.quote.ts'
