/** A kept draft of the form is taken up again only where it still has the shape of a ladder. */
import type { PolicyParameters } from './tiers.schema.ts'

export const isLadder = (found: unknown): found is PolicyParameters =>
  typeof found === 'object' && found !== null && ['growthCurrency', 'expiry', 'downgrade', 'onReturn', 'protection', 'tiers'].every((name) => name in found)
