import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { rfmPageWords as words } from './rfm.page.words.ts'
import type { Rfm } from './rfm.schema.ts'

const scores = [5, 4, 3, 2, 1] as const

/** Where each score begins and ends, and how many customers have it. */
export function CutPoints({ data }: { readonly data: Rfm }) {
  const { say } = useWords()
  const { num } = useFormat()
  const { recency, frequency, monetary } = data.measures
  const plain = (edge: number) => num(edge, Number.isInteger(edge) ? 0 : Math.abs(edge) >= 100 ? 0 : 1)
  /** Recency counts down: score 5 lies below the first edge. The others count up. */
  const range = (edges: readonly number[], rank: number) => {
    const [low, high] = [edges[rank - 1], edges[rank]]
    if (low === undefined) return say(words.under, { edge: plain(high ?? 0) })
    if (high === undefined) return say(words.from, { edge: plain(low) })
    return say(words.between, { low: plain(low), high: plain(high) })
  }
  return (
    <div className="ck-table in-cuts">
      <table>
        <thead><tr><th scope="col">{say(words.score)}</th><th scope="col" className="ck-end">{say(words.recency)}</th><th scope="col" className="ck-end">{say(words.frequency)}</th><th scope="col" className="ck-end">{say(words.monetary)}</th></tr></thead>
        <tbody>
          {scores.map((score) => (
            <tr key={score}>
              <th scope="row">{score}</th>
              <Class range={say(words.days, { range: range(recency.edges, 5 - score) })} customers={recency.counts[score - 1] ?? 0} />
              <Class range={say(words.times, { range: range(frequency.edges, score - 1) })} customers={frequency.counts[score - 1] ?? 0} />
              <Class range={range(monetary.edges, score - 1)} customers={monetary.counts[score - 1] ?? 0} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Class({ range, customers }: { readonly range: string, readonly customers: number }) {
  const { say } = useWords()
  const { num } = useFormat()
  return <td className="ck-end" title={customers === 0 ? say(words.emptyClass) : undefined}>{customers === 0 ? <span className="ck-soft">—</span> : range}<small>{num(customers)}</small></td>
}
