import { useQuery } from '@tanstack/react-query'
import { read } from '#web/client.ts'
import { useWords } from '#web/locale.tsx'
import { useSession } from '#web/session.tsx'
import type { Terms } from './vouchers.schema.ts'
import { termsSentences } from './vouchers.terms.words.ts'

/** What a template says, a sentence a line. */
export function Sentences({ terms }: { readonly terms: Terms }) {
  const { say } = useWords()
  const { business } = useSession()
  const stores = useQuery({ queryKey: ['business', 'stores'], enabled: terms.conditions.stores.length > 0, queryFn: ({ signal }) => read('/api/business/stores', { signal }) })
  const storeName = (storeId: string): string => stores.data?.items.find((one) => one.storeId === storeId)?.name ?? storeId
  return <ul className="vo-sentences">{termsSentences(terms, { currency: business.currency, storeName }).map((sentence) => <li key={sentence.en}>{say(sentence)}</li>)}</ul>
}
