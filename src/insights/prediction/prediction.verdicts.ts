/** What became of each candidate, and why one was shipped: numbers into sentences of both languages. */
import { say, type Sentence, type Values } from '#foundation/words.ts'
import { meanAuc, type Contest, type Entrant } from './prediction.contest.ts'
import type { CandidateId } from './prediction.schema.ts'
import { candidateNames, verdictWords as words } from './prediction.words.ts'

const both = (sentence: Sentence, values: Values): { zh: string, en: string } => ({ zh: say(sentence, 'zh-CN', values), en: say(sentence, 'en', values) })
const points = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(4)}`

export function verdictOf(entrant: Entrant, { entrants }: Contest, shipped: CandidateId): { zh: string, en: string } {
  const { id, trials, gain, converged, boundary } = entrant
  const gained = gain === null ? {} : { difference: points(gain.difference), low: points(gain.low), high: points(gain.high) }
  const edge = boundary.length === 0 ? undefined : both(words.boundary, { names: boundary.join(', ') })
  const said = ((): { zh: string, en: string } => {
    if (trials.length === 0) return both(id === 'recency' || id === 'logistic' || id === 'trees' ? words.tooShort : words.nothingToLearn, {})
    if (!converged) return both(words.notConverged, {})
    if (id === 'recency') return both(shipped === 'recency' ? words.yardstickShipped : words.yardstick, {})
    if (gain === null || gain.low <= 0) return both(gain !== null && gain.high < 0 ? words.worse : words.unproven, gained)
    const best = entrants.find((one) => one.id === shipped)
    return id === shipped ? both(words.shipped, gained) : both(words.better, { ...gained, behind: best === undefined ? '' : points(meanAuc(entrant) - meanAuc(best)) })
  })()
  return edge === undefined ? said : { zh: `${said.zh}${edge.zh}`, en: `${said.en} ${edge.en}` }
}

export function reasonOf({ entrants }: Contest, shipped: CandidateId): { zh: string, en: string } {
  const entrant = entrants.find(({ id }) => id === shipped)
  const periods = entrant?.trials.length ?? 0
  const name = candidateNames[shipped]
  const gain = entrant?.gain
  if (gain === null || gain === undefined) return both(words.recencyStays, { periods })
  return {
    zh: say(words.won, 'zh-CN', { name: name.zh, periods, auc: meanAuc(entrant ?? { trials: [] }).toFixed(4), difference: points(gain.difference), low: points(gain.low), high: points(gain.high) }),
    en: say(words.won, 'en', { name: name.en, periods, auc: meanAuc(entrant ?? { trials: [] }).toFixed(4), difference: points(gain.difference), low: points(gain.low), high: points(gain.high) })
  }
}
