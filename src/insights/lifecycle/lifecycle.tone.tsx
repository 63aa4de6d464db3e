import type { Tone } from '#web/palette.ts'
import type { StateId } from './lifecycle.schema.ts'

export const toneOf: Readonly<Record<StateId, Tone>> = { prospect: 'quiet', new: 'new', active: 'accent', reactivated: 'accent', at_risk: 'risk', lapsed: 'lost' }
