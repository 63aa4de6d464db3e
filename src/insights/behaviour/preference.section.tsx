import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { Go, useAddress } from '#web/address.tsx'
import { read } from '#web/client.ts'
import { EmptyStart } from '#web/empty.tsx'
import { ErrorNote } from '#web/error.tsx'
import { Figure, Figures } from '#web/figure.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Card, Mark } from '#web/question.tsx'
import { useDefinition } from '../definitions/definitions.mark.tsx'
import { scopeWords } from '../definitions/definitions.scope.words.ts'
import { behaviourPageWords } from './behaviour.page.words.ts'
import type { SectionProps } from './frequency.section.tsx'
import { EntryTable, ItemTable } from './preference.tables.tsx'
import type { KeyOf, Preference } from './preference.schema.ts'
import { preferenceWords as words } from './preference.words.ts'

/** Category or product, from the address; what is usual where it says neither. */
export function useBy(usual: KeyOf): KeyOf {
  const { by } = useAddress().values
  return by === 'product' || by === 'category' ? by : usual
}

export function BySwitch({ usual }: { readonly usual: KeyOf }) {
  const { say } = useWords()
  const { change } = useAddress()
  return (
    <div><Segmented
      aria-label={say(behaviourPageWords.by)} value={useBy(usual)} onChange={(next) => change({ by: next })}
      options={[{ value: 'category', label: say(behaviourPageWords.byCategory) }, { value: 'product', label: say(behaviourPageWords.byProduct) }]}
    /></div>
  )
}

/** What the data cannot say, and what it takes. */
export function Missing({ why }: { readonly why: NonNullable<Preference['missing']> }) {
  const { say } = useWords()
  return <EmptyStart title={say(why)} why={<Go to="/imports">{say(scopeWords.import)}</Go>} />
}

/** What they spend on, come back for, and come in by. */
export function PreferenceSection({ scope }: SectionProps) {
  const by = useBy('category')
  const query = { ...scope, by }
  const { data, error, refetch, isFetching } = useQuery({ queryKey: ['behaviour', 'preference', query], queryFn: ({ signal }) => read('/api/behaviour/preference', { query, signal }), placeholderData: keepPreviousData })
  return (
    <div className="in-stack" aria-busy={isFetching}>
      <BySwitch usual="category" />
      {error !== null && <ErrorNote error={error} onRetry={refetch} />}
      {data === undefined && error === null && <div className="ck-wait" aria-busy><span /><span /><span /></div>}
      {data !== undefined && (data.missing !== null ? <Missing why={data.missing} /> : <Preferred data={data} />)}
    </div>
  )
}

function Preferred({ data }: { readonly data: Preference }) {
  const { say, tell } = useWords()
  const { num, percent } = useFormat()
  const definition = useDefinition(data.stamp)
  const { favourite } = data
  const top = data.items[0]
  const [low, median, high] = favourite.quartiles
  const part = (label: string, share: Preference['favourite']['half']) => (
    <Figure label={label} value={percent(share.rate)} note={say(words.interval, { low: percent(share.low, 1), high: percent(share.high, 1) })} definition={{ ...definition, n: share.of }} />
  )
  return (
    <>
      <p>{tell(data.by === 'category' ? words.answerCategory : words.answerProduct, {
        top: <Mark tone="accent">{top?.name ?? top?.key}</Mark>, share: <Mark>{percent(top?.moneyShare ?? 0, 1)}</Mark>, median: <Mark>{percent(median ?? 0)}</Mark>, keys: num(data.keys)
      })}</p>
      <Card title={say(words.favourite)} aside={say(words.favouriteAside, { n: num(favourite.customers) })}>
        <Figures>
          <Figure label={say(words.quartiles)} value={percent(median ?? 0)} note={say(words.quartilesNote, { low: percent(low ?? 0), high: percent(high ?? 0) })} definition={definition} />
          {part(say(words.half), favourite.half)}
          {part(say(words.most), favourite.most)}
          {part(say(words.single), favourite.single)}
        </Figures>
      </Card>
      <ItemTable data={data} />
      {data.entries.length > 0 && <EntryTable data={data} />}
      <p className="ck-soft ck-small">{data.keyedShare < 0.9995 && <>{say(words.keyed, { share: percent(1 - data.keyedShare, 1) })} </>}{say(words.lines)}</p>
    </>
  )
}
