import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { read } from '#web/client.ts'
import { ErrorNote } from '#web/error.tsx'
import { Moment, useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Card } from '#web/question.tsx'
import type { TimelineGroup, TimelineItem } from './events.schema.ts'
import { groupWords, timelineWords as words } from './events.words.ts'
import './events.css'

const groups = ['purchases', 'points', 'record'] as const
type Shown = TimelineGroup | 'all'

/** One timeline of everything that happened between this customer and the house, newest first. */
export function TimelineCard({ customerId }: { readonly customerId: string }) {
  const { say } = useWords()
  const [group, setGroup] = useState<Shown>('all')
  const list = useInfiniteQuery({
    queryKey: ['events', customerId, group],
    queryFn: ({ pageParam, signal }) => read('/api/events', { query: { customer: customerId, limit: 30, ...(group === 'all' ? {} : { group }), ...(pageParam === '' ? {} : { after: pageParam }) }, signal }),
    initialPageParam: '', getNextPageParam: (last) => last.next
  })
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  const choose = (next: Shown) => setGroup(next)
  return (
    <Card title={say(words.title)} aside={(
      <Segmented<Shown> size="small" aria-label={say(words.title)} value={group} onChange={choose} options={[{ value: 'all', label: say(words.all) }, ...groups.map((value) => ({ value, label: say(groupWords[value]) }))]} />
    )}>
      {list.error !== null && <ErrorNote error={list.error} onRetry={list.refetch} />}
      {list.isPending && <div className="ck-wait" aria-busy><span /><span /><span /></div>}
      {!list.isPending && items.length === 0 && <p className="ck-soft">{say(group === 'all' ? words.nothing : words.nothingOfKind)}</p>}
      <ol className="ev-line">{items.map((item) => <Entry key={item.id} item={item} />)}</ol>
      {list.hasNextPage && <Button loading={list.isFetchingNextPage} onClick={() => { void list.fetchNextPage() }}>{say(words.more)}</Button>}
    </Card>
  )
}

function Entry({ item }: { readonly item: TimelineItem }) {
  const { say } = useWords()
  const { money } = useFormat()
  const text = (name: string): string | undefined => { const value = item.values[name]; return typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined }
  const minor = text('totalMinor')
  const currency = text('currency')
  const paid: Readonly<Record<string, string>> = minor === undefined ? {} : { amount: money(minor.replace('-', ''), currency === undefined ? {} : { currency }) }
  const told = Object.fromEntries(Object.entries(item.values).flatMap(([name, value]) => (typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [])))
  const lines = Number(text('lineCount') ?? 0)
  const undoes = text('undoesNumber')
  const number = text('number')
  const small = [
    text('store') ?? text('channel'), lines > 3 ? say(words.lines, { n: lines }) : undefined, number === undefined ? undefined : say(words.number, { number }), undoes === undefined ? undefined : say(words.undoes, { number: undoes })
  ].filter((part) => part !== undefined)
  return (
    <li data-group={item.group} data-kind={item.kind.split('.')[1]}>
      <p className="ev-what">{say(item.sentence, { ...told, ...paid })}</p>
      <p className="ck-soft ck-small"><Moment at={item.at} />{small.length > 0 && ` · ${small.join(' · ')}`}</p>
    </li>
  )
}
