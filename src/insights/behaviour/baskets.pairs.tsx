import { useMemo } from 'react'
import { Go } from '#web/address.tsx'
import { ExportMenu, sheetOf } from '#web/export.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Card } from '#web/question.tsx'
import { DataTable, type Column } from '#web/table.tsx'
import { useNarrow } from '#web/media.ts'
import { useDefinition } from '../definitions/definitions.mark.tsx'
import { ModelNote } from '../definitions/models.note.tsx'
import { useKept } from './behaviour.scope.tsx'
import type { Baskets } from './baskets.schema.ts'
import { basketsWords as words } from './baskets.words.ts'
import { Folded } from './behaviour.folded.tsx'

type Pair = Baskets['pairs'][number]
const nameOf = (side: Pair['a']): string => side.name ?? side.key

/** The pairs that are no coincidence, each with the customers who bought both in one order. */
export function PairTable({ data }: { readonly data: Baskets }) {
  const { say } = useWords()
  const { num, percent } = useFormat()
  const kept = useKept()
  const definition = useDefinition(data.stamp)
  const isNarrow = useNarrow()
  const all = useMemo((): readonly Column<Pair>[] => {
    const asked = (row: Pair) => (data.by === 'product' ? { product: row.a.key, withProduct: row.b.key } : { ofCategory: row.a.key, withCategory: row.b.key })
    const says = (sentence: keyof typeof words) => ({ ...definition, says: say(words[sentence]) })
    const q = (value: number) => value < 0.0001 ? say(words.tiny) : num(value, 4)
    return [
      { key: 'first', title: say(isNarrow ? words.pair : words.first), value: (row) => nameOf(row.a), cell: (row) => <Go to="/behaviour" search={{ ...kept, ...asked(row) }}>{nameOf(row.a)}{isNarrow && <><br />{nameOf(row.b)}</>}</Go> },
      { key: 'second', title: say(words.second), value: (row) => nameOf(row.b), cell: (row) => nameOf(row.b), isWideOnly: true },
      { key: 'both', title: say(words.both), value: (row) => row.both, cell: (row) => <Go to="/behaviour" search={{ ...kept, ...asked(row) }}>{num(row.both)}</Go>, isNumber: true, width: 80 },
      { key: 'support', title: say(words.support), value: (row) => row.support, cell: (row) => percent(row.support, 2), isNumber: true, isWideOnly: true, width: 90, definition: says('supportSays') },
      { key: 'forward', title: say(words.forward), value: (row) => row.aThenB, cell: (row) => percent(row.aThenB), isNumber: true, isWideOnly: true, width: 130, definition: says('confidenceSays') },
      { key: 'backward', title: say(words.backward), value: (row) => row.bThenA, cell: (row) => percent(row.bThenA), isNumber: true, isWideOnly: true, width: 130, definition: says('confidenceSays') },
      { key: 'lift', title: say(words.lift), value: (row) => row.lift, cell: (row) => <b>{num(row.lift, row.lift < 10 ? 2 : 1)}</b>, isNumber: true, width: 90, definition: says('liftSays') },
      { key: 'ratio', title: say(words.ratio), value: (row) => row.logLikelihoodRatio, cell: (row) => num(row.logLikelihoodRatio, 1), isNumber: true, isWideOnly: true, width: 90, definition: says('ratioSays') },
      { key: 'q', title: say(words.q), value: (row) => row.q, cell: (row) => q(row.q), isNumber: true, isWideOnly: true, width: 90, definition: says('qSays') }
    ]
  }, [data.by, say, num, percent, kept, definition, isNarrow])
  const { keys, possible, enough, leastOrders, falseDiscovery } = data.tested
  return (
    <Card
      title={say(words.pairs)}
      aside={<span className="ck-bar">{say(words.pairsAside, { keys: num(keys), possible: num(possible), enough: num(enough), least: num(leastOrders), fdr: percent(falseDiscovery) })}<ExportMenu sheet={() => sheetOf(say(words.pairs), all, data.pairs)} /></span>}
    >
      <Folded rows={data.pairs}>{(rows) => <DataTable label={say(words.pairs)} rows={rows} columns={all} rowKey={(row) => `${row.a.key} ${row.b.key}`} maxHeight="520px" />}</Folded>
      <p className="ck-soft ck-small in-card-foot">{say(words.caution)} <ModelNote name="association" /></p>
    </Card>
  )
}
