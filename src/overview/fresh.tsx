import { Figure, Figures, FiguresWait } from '#web/figure.tsx'
import { Moment, useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Card } from '#web/question.tsx'
import type { Lifecycle } from '../insights/lifecycle/lifecycle.schema.ts'
import type { WarehouseStatus } from '../insights/warehouse/warehouse.schema.ts'
import { overviewWords } from './overview.words.ts'

/** What the figures stand on: which days, how many orders, how long ago they were counted, and what the definition itself warns of. */
export function Fresh({ now, warehouse }: { readonly now: Lifecycle | undefined, readonly warehouse: WarehouseStatus | undefined }) {
  const { say } = useWords()
  const { num, day } = useFormat()
  if (warehouse === undefined) return <Card title={say(overviewWords.fresh)}><FiguresWait rows={3} /></Card>
  if (warehouse.firstDay === null || warehouse.lastDay === null) return null
  const isBusy = warehouse.state === 'refreshing' || warehouse.state === 'rebuilding'
  return (
    <Card title={say(overviewWords.fresh)}>
      <Figures>
        <Figure label={say(overviewWords.span)} value={say(overviewWords.to, { from: day(warehouse.firstDay), until: day(warehouse.lastDay) })} />
        <Figure label={say(overviewWords.orders)} value={num(warehouse.orders)} />
        <Figure label={say(overviewWords.refreshed)} value={isBusy ? say(overviewWords.refreshing) : warehouse.refreshedAt === null ? say(overviewWords.live) : <Moment at={warehouse.refreshedAt} />} />
      </Figures>
      {now?.stamp.asOfChosen === 'after_last_order' && <p className="ck-soft ck-small">{say(overviewWords.asOfLast)}</p>}
      {now?.notes.map((note) => <p key={note.en} className="ck-soft ck-small">{say(note)}</p>)}
    </Card>
  )
}
