import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { read } from '#web/client.ts'
import { ErrorNote } from '#web/error.tsx'
import { Moment, useFormat, type Format } from '#web/format.tsx'
import { useWords, type Words } from '#web/locale.tsx'
import { DataTable, type Column } from '#web/table.tsx'
import { cardWords as words, entryLabel } from './points.card.words.ts'
import { useCurrencies } from './points.currency.tsx'
import type { EntryShown } from './points.schema.ts'

/** The journal of one wallet: every entry with its order, its policy version, and both of its times where they differ. */
export function Why({ customerId, currency, onClose }: { readonly customerId: string, readonly currency: string, readonly onClose: () => void }) {
  const given = useWords()
  const format = useFormat()
  const currencies = useCurrencies()
  const { say } = given
  const list = useInfiniteQuery({
    queryKey: ['points', 'statement', customerId, currency],
    queryFn: ({ pageParam, signal }) => read('/api/points/statement', { query: { customer: customerId, currency, ...(pageParam === '' ? {} : { after: pageParam }) }, signal }),
    initialPageParam: '', getNextPageParam: (last) => last.next
  })
  const available = list.data?.pages[0]?.balance.available
  return (
    <Drawer open onClose={onClose} size="large" title={available === undefined ? say(words.why) : say(words.whyTitle, { n: currencies.amount(currency, available) })}>
      {list.error !== null && <ErrorNote error={list.error} onRetry={list.refetch} />}
      <DataTable label={say(words.journal)} isPending={list.isPending} rows={list.data?.pages.flatMap(({ items }) => items) ?? []} rowKey={(entry) => entry.sequence} columns={columnsOf(given, format, (digits) => currencies.amount(currency, digits))} />
      {list.hasNextPage && <Button loading={list.isFetchingNextPage} onClick={() => { void list.fetchNextPage() }}>{say(words.more)}</Button>}
    </Drawer>
  )
}

const change = ({ from, to, amount }: EntryShown): bigint => (to === 'available' ? BigInt(amount) : from === 'available' ? -BigInt(amount) : 0n)

const columnsOf = ({ say }: Words, { day, dayOf }: Format, shown: (digits: bigint | string) => string): readonly Column<EntryShown>[] => [
  { key: 'when', title: say(words.when), value: (entry) => entry.effectiveAt, cell: (entry) => <Moment at={entry.effectiveAt} />, width: 150, isSortable: false },
  {
    key: 'what', title: say(words.what), value: (entry) => say(entryLabel(entry.kind)), isSortable: false,
    cell: (entry) => <>{say(entryLabel(entry.kind))} {shown(entry.amount)}{entry.note !== null && <span className="ck-soft"> · {entry.note}</span>}{dayOf(entry.insertedAt) > dayOf(entry.effectiveAt) && <span className="ck-soft ck-small"> · {say(words.toldLater, { at: day(dayOf(entry.insertedAt)) })}</span>}</>
  },
  { key: 'order', title: say(words.order), value: (entry) => entry.number, cell: (entry) => entry.number ?? '–', isSortable: false },
  { key: 'policy', title: say(words.policy), value: (entry) => entry.policyVersion, cell: (entry) => say(words.version, { n: entry.policyVersion }), isWideOnly: true, isSortable: false, width: 90 },
  { key: 'change', title: say(words.change), value: (entry) => Number(change(entry)), cell: (entry) => { const n = change(entry); return n === 0n ? '–' : n > 0n ? `+${shown(n)}` : `−${shown(-n)}` }, isNumber: true, isSortable: false, width: 110 }
]
