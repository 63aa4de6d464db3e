/**
 * Behaviour: how customers buy, of the whole, a category, a store or a channel, as of any day: how often and when, what and what together, at which prices,
 * and what of it says whether they are content. Every figure names the version of the definition that it follows; what the data cannot say is said.
 */
export { readBaskets, type BasketsInput } from './baskets.ts'
export { listBehaviourCustomers, type BehaviourCustomersInput } from './customers.ts'
export { readFrequency } from './frequency.ts'
export { readHabits } from './habits.ts'
export { readIndicators } from './indicators.ts'
export { readTiming } from './timing.ts'
export { readPrice, readPromotion } from './prices.ts'
export { readPreference, type PreferenceInput } from './preference.ts'
export type { BehaviourInput } from './behaviour.question.ts'
