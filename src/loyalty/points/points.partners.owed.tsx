import { useQueries, useQuery } from '@tanstack/react-query'
import { read, type AnswerAt } from '#web/client.ts'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { useSession } from '#web/session.tsx'
import { owing } from './points.partners.schema.ts'
import { partnersPageWords as words } from './points.partners.words.ts'

export type Statement = AnswerAt<'/api/points/partners/{partnerId}/statement'>

const partnersKey = ['points', 'partners'] as const
/** What a change of a partner makes stale: the list and every statement. */
export const stalePartners = { stale: [partnersKey] }

export const usePartners = () => useQuery({ queryKey: [...partnersKey, 'list'], queryFn: ({ signal }) => read('/api/points/partners', { signal }) })

const statementOf = (partnerId: string, month: string) => ({
  queryKey: [...partnersKey, partnerId, month], queryFn: ({ signal }: { readonly signal: AbortSignal }) => read('/api/points/partners/{partnerId}/statement', { path: { partnerId }, query: { month }, signal })
})
export const useStatement = (partnerId: string, month: string) => useQuery(statementOf(partnerId, month))
/** Partners are few: each balance is the closing of its own statement, which opening the partner then has at hand. */
export const useStatements = (partnerIds: readonly string[], month: string) => useQueries({ queries: partnerIds.map((partnerId) => statementOf(partnerId, month)) })

/** Who owes whom, in words. */
export function useOwed(): { readonly sideOf: (minor: string | bigint) => 'theyOwe' | 'weOwe' | 'even', readonly owed: (minor: string | bigint) => string } {
  const { say } = useWords()
  const { money } = useFormat()
  const { currency } = useSession().business
  const sideOf = (minor: string | bigint) => owing(BigInt(minor), currency)
  return { sideOf, owed: (minor) => say(words[sideOf(minor)], { money: money(String(minor).replace('-', '')) }) }
}
