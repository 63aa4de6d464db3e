import { useQuery } from '@tanstack/react-query'
import { read } from '#web/client.ts'
import { ErrorNote } from '#web/error.tsx'
import { useWords } from '#web/locale.tsx'
import { mergingWords as words } from './points.card.words.ts'
import { useCurrencies } from './points.currency.tsx'

/** What each has, and what the one wallet will be. */
export function MergingWallets({ survivorId, mergedId }: { readonly survivorId: string, readonly mergedId: string }) {
  const { say } = useWords()
  const { nameOf, amount } = useCurrencies()
  const { data, error, refetch } = useQuery({ queryKey: ['points', 'merge', survivorId, mergedId], retry: false, queryFn: ({ signal }) => read('/api/points/merge', { query: { survivor: survivorId, merged: mergedId }, signal }) })
  if (error !== null) return <ErrorNote error={error} onRetry={refetch} />
  if (data === undefined) return <div className="ck-wait" aria-busy><span /><span /></div>
  if (data.items.length === 0) return <p className="ck-soft">{say(words.none)}</p>
  return (
    <>
      <table className="re-choices">
        <caption className="ck-soft ck-small">{say(words.title)}</caption>
        <thead><tr><th scope="col" />{[words.survivor, words.merged, words.after].map((one) => <th key={one.en} scope="col" className="ck-end">{say(one)}</th>)}</tr></thead>
        <tbody>
          {data.items.map(({ currency, survivor, merged, after }) => (
            <tr key={currency}>
              <th scope="row">{nameOf(currency)}</th>
              {[survivor, merged].map(({ available, debt }, place) => <td key={place} className="ck-end ck-num">{amount(currency, BigInt(available) - BigInt(debt))}</td>)}
              <td className="ck-end ck-num"><b>{amount(currency, BigInt(after.available) - BigInt(after.debt))}</b></td>
            </tr>
          ))}
        </tbody>
      </table>
      {data.twice.length > 0 && <p>{say(words.twice, { what: data.twice.map(({ once, currency, amount: gone }) => `${once} ${amount(currency, gone)} ${nameOf(currency)}`).join(' · ') })}</p>}
    </>
  )
}
