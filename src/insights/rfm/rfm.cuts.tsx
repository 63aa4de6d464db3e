import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { rfmPageWords as words } from './rfm.page.words.ts'
import type { Rfm } from './rfm.schema.ts'

type Measure = Rfm['measures']['recency']
const scores = [5, 4, 3, 2, 1] as const

/** Where each score begins and ends, and how many customers have it. Recency counts down: score 5 lies below the first edge. */
export function CutPoints({ data }: { readonly data: Rfm }) {
  const { say } = useWords()
  const { num } = useFormat()
  const { recency, frequency, monetary } = data.measures
  const { quintiles } = data.stamp.definition.parameters
  /** Own cut-offs begin the next class, quintile edges end their own. */
  const begins = (measure: Measure) => measure.own || quintiles === 'r_rfm'
  /** Days and orders are whole: a class runs from one whole number to another, wherever between two of them its edge lies. */
  const whole = (measure: Measure, rank: number) => {
    const [low, high] = [measure.edges[rank - 1], measure.edges[rank]]
    const first = low === undefined ? undefined : begins(measure) ? Math.ceil(low) : Math.floor(low) + 1
    const last = high === undefined ? undefined : begins(measure) ? Math.ceil(high) - 1 : Math.floor(high)
    if (first === undefined) return say(words.upTo, { edge: num(last ?? 0) })
    if (last === undefined) return say(words.from, { edge: num(first) })
    return first === last ? num(first) : say(words.between, { low: num(first), high: num(last) })
  }
  const amount = (measure: Measure, rank: number) => {
    const [low, high] = [measure.edges[rank - 1], measure.edges[rank]]
    const edge = (value: number) => num(value, value >= 100 || Number.isInteger(value) ? 0 : 2)
    if (low === undefined) return say(begins(measure) ? words.under : words.upTo, { edge: edge(high ?? 0) })
    if (high === undefined) return say(begins(measure) ? words.from : words.over, { edge: edge(low) })
    return say(words.between, { low: edge(low), high: edge(high) })
  }
  return (
    <div className="ck-table in-cuts">
      <table>
        <thead><tr><th scope="col">{say(words.score)}</th><th scope="col" className="ck-end">{say(words.recency)}</th><th scope="col" className="ck-end">{say(words.frequency)}</th><th scope="col" className="ck-end">{say(words.monetary)}</th></tr></thead>
        <tbody>
          {scores.map((score) => (
            <tr key={score}>
              <th scope="row">{score}</th>
              <Class range={say(words.days, { range: whole(recency, 5 - score) })} customers={recency.counts[score - 1] ?? 0} />
              <Class range={say(words.times, { range: whole(frequency, score - 1) })} customers={frequency.counts[score - 1] ?? 0} />
              <Class range={amount(monetary, score - 1)} customers={monetary.counts[score - 1] ?? 0} />
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
