import { useWords } from '#web/locale.tsx'
import { useCurrencies } from './points.currency.tsx'
import { moveWords as words } from './points.move.words.ts'
import type { Rate } from './points.moves.schema.ts'

/** A rate in a sentence, in units of both currencies. */
export function useRateTold(): (rate: Pick<Rate, 'from' | 'to' | 'give' | 'get'>) => string {
  const { say } = useWords()
  const { amount, spokenOf } = useCurrencies()
  return ({ from, to, give, get }) => say(words.rateTold, { give: amount(from, give), from: spokenOf(from), get: amount(to, get), to: spokenOf(to) })
}
