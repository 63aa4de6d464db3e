import { useDraft } from '#web/draft.ts'
import type { Programme } from './earning.schema.ts'

const none: Programme = { sources: null, currencies: { points: { stacking: 'additive' } }, budgets: [], rules: [] }
/** A draft of another shape is left; the server checks the rest. */
const isProgramme = (found: unknown): found is Programme => typeof found === 'object' && found !== null && 'rules' in found && Array.isArray(found.rules) && 'budgets' in found && Array.isArray(found.budgets) && 'currencies' in found

/** The programme as it is being changed, kept in this tab until it is published or discarded. */
export function useProgrammeDraft(version: number, published: Programme = none) {
  const draft = useDraft(`earning.${version}`, published, isProgramme)
  return { ...draft, isChanged: JSON.stringify(draft.value) !== JSON.stringify(published) }
}
export type ProgrammeDraft = ReturnType<typeof useProgrammeDraft>
