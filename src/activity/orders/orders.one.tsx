import { useQuery } from '@tanstack/react-query'
import { Drawer } from 'antd'
import { read } from '#web/client.ts'
import { ErrorNote } from '#web/error.tsx'
import { Moment, useFormat, type Format } from '#web/format.tsx'
import { useWords, type Words } from '#web/locale.tsx'
import { DataTable, type Column } from '#web/table.tsx'
import { sourceWord } from '../../customers/record/record.source.words.ts'
import { ordersPageWords as words } from './orders.page.words.ts'
import type { Order } from './orders.schema.ts'
import { orderKindWords } from './orders.words.ts'

type Line = Order['lines'][number] & { readonly no: number }

/** One order with its lines, and what undid it. */
export function OneOrder({ source, number, onClose }: { readonly source: string, readonly number: string, readonly onClose: () => void }) {
  const given = useWords()
  const format = useFormat()
  const { say } = given
  const { data, error, refetch } = useQuery({ queryKey: ['orders', source, number], queryFn: ({ signal }) => read('/api/orders/{source}/{number}', { path: { source, number }, signal }) })
  return (
    <Drawer open onClose={onClose} size="large" title={say(words.order, { number })}>
      {error !== null && <ErrorNote error={error} onRetry={refetch} />}
      {data && (
        <p className="ck-soft"><Moment at={data.at} /> · {[say(orderKindWords[data.kind]), data.storeName ?? data.channel, say(sourceWord(data.source)), data.customerName].filter((part) => part !== null).join(' · ')} · <b>{format.money(data.totalMinor, { currency: data.currency })}</b></p>
      )}
      {data !== undefined && data.undoesNumber !== null && <p>{say(data.undoesOrderId === null ? words.awaited : words.undoes, { number: data.undoesNumber })}</p>}
      <DataTable label={say(words.lines)} isPending={data === undefined && error === null} rows={data?.lines.map((line, index) => ({ ...line, no: index })) ?? []} rowKey={(line) => String(line.no)} columns={columnsOf(given, format, data?.currency)} />
      {data?.undoneBy.map((one) => (
        <p key={`${one.source} ${one.number}`} className="ck-soft">{say(words.undoneBy, { kind: say(orderKindWords[one.kind]), number: one.number, day: format.day(one.day), amount: format.money(one.totalMinor, { currency: data.currency }) })}</p>
      ))}
    </Drawer>
  )
}

const columnsOf = ({ say }: Words, { money, num }: Format, currency: string | undefined): readonly Column<Line>[] => {
  const priced = (minor: string) => money(minor, currency === undefined ? {} : { currency })
  return [
    { key: 'product', title: say(words.product), value: (line) => line.name ?? line.product, cell: (line) => line.name ?? line.product },
    { key: 'category', title: say(words.category), value: (line) => line.category, cell: (line) => line.category ?? '–', isWideOnly: true },
    { key: 'quantity', title: say(words.quantity), value: (line) => Number(line.quantity), cell: (line) => num(Number(line.quantity), Number.isInteger(Number(line.quantity)) ? 0 : 2), isNumber: true },
    { key: 'amount', title: say(words.amount), value: (line) => Number(line.amountMinor) / 10_000, cell: (line) => priced(line.amountMinor), isNumber: true },
    { key: 'cost', title: say(words.cost), value: (line) => (line.costMinor === null ? null : Number(line.costMinor) / 10_000), cell: (line) => (line.costMinor === null ? '–' : priced(line.costMinor)), isNumber: true, isWideOnly: true }
  ]
}
