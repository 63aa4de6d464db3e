/** Who competes. Adding a candidate is one entry. */
import { trees } from './boosted.ts'
import { buyTillYouDie } from './buyTillYouDie.ts'
import { logistic } from './logistic.ts'
import type { Candidate } from './prediction.candidate.ts'
import type { CandidateId } from './prediction.schema.ts'
import { recency } from './recency.ts'

export const candidates: readonly Candidate[] = [recency, buyTillYouDie('bg'), buyTillYouDie('mbg'), buyTillYouDie('pareto'), logistic, trees]

export function candidateOf(id: CandidateId): Candidate {
  const found = candidates.find((one) => one.id === id)
  if (!found) throw new Error(`there is no candidate ${id}`)
  return found
}
