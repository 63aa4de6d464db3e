import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useAsOf } from '#web/address.tsx'
import { addressOf } from '#web/api.ts'
import { read } from '#web/client.ts'
import { ErrorNote } from '#web/error.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Overlay } from '#web/overlay.tsx'
import { Card } from '#web/question.tsx'
import { DataTable, type Column } from '#web/table.tsx'
import { useNarrow } from '#web/media.ts'
import { tableWords } from '#web/table.words.ts'
import { useCurrencies } from '../../loyalty/points/points.currency.tsx'
import { unitsOf } from '../../loyalty/points/points.terms.words.ts'
import { liabilityPageWords as words } from './liability.page.words.ts'
import type { BookMonth, ByTime } from './liability.schema.ts'

const between = ({ moved }: BookMonth, debit: string, credit: string): bigint => moved.reduce((sum, one) => sum + (one.debit === debit && one.credit === credit ? BigInt(one.points) : 0n), 0n)

/** Opening, what moved, closing: month by month, the newest first. */
export function BooksCard({ currency, by }: { readonly currency: string, readonly by: ByTime }) {
  const { say } = useWords()
  const { money } = useFormat()
  const { amount, scaleOf } = useCurrencies()
  const units = (digits: bigint | string): number => unitsOf(String(digits), scaleOf(currency))
  const asOf = useAsOf()
  // A phone has room for what was given, what was used and the closing.
  const isNarrow = useNarrow()
  const query = { currency, by, ...(asOf === undefined ? {} : { asOf }) }
  const { data, error, refetch, isPending } = useQuery({ queryKey: ['liability', 'books', query], queryFn: ({ signal }) => read('/api/liability/books', { query, signal }), placeholderData: keepPreviousData })
  const rows = data?.items.toReversed() ?? []
  const hasMoney = rows.some(({ closing }) => closing.pointsMinor !== '0')
  const figures = (row: BookMonth) => {
    const issued = between(row, 'issued', 'points')
    const redeemed = between(row, 'redeemed', 'points') - between(row, 'points', 'redeemed')
    const expired = between(row, 'expired', 'points') - between(row, 'points', 'expired')
    const reversed = -between(row, 'points', 'issued')
    return { issued, redeemed, expired, reversed, other: BigInt(row.closing.points) - BigInt(row.opening.points) - issued - redeemed - expired - reversed }
  }
  const column = (key: keyof ReturnType<typeof figures>): Column<BookMonth> => ({ key, title: say(words[key]), cell: (row) => amount(currency, figures(row)[key]), value: (row) => units(figures(row)[key]), isNumber: true, isWideOnly: key !== 'issued' && key !== 'redeemed', width: isNarrow ? 84 : 110, isSortable: false })
  const columns: readonly Column<BookMonth>[] = [
    { key: 'month', title: say(words.month), cell: ({ month }) => <span className="ck-num">{month}</span>, value: ({ month }) => month, width: isNarrow ? 72 : 100, isSortable: false },
    { key: 'opening', title: say(words.opening), cell: ({ opening }) => amount(currency, opening.points), value: ({ opening }) => units(opening.points), isNumber: true, isWideOnly: true, isSortable: false },
    column('issued'), column('redeemed'), column('expired'), column('reversed'), column('other'),
    { key: 'closing', title: say(words.closing), cell: ({ closing }) => <b>{amount(currency, closing.points)}</b>, value: ({ closing }) => units(closing.points), isNumber: true, isSortable: false },
    ...(hasMoney ? [{ key: 'money', title: say(words.closingMoney), cell: ({ closing }: BookMonth) => money(closing.pointsMinor, { whole: true }), value: ({ closing }: BookMonth) => Number(closing.pointsMinor) / 10_000, isNumber: true, isWideOnly: true, isSortable: false }] : [])
  ]
  return (
    <Card title={say(words.books)}>
      {error !== null ? <ErrorNote error={error} onRetry={refetch} /> : <DataTable label={say(words.books)} rows={rows} columns={columns} rowKey={({ month }) => month} isPending={isPending} maxHeight="420px" />}
      <p className="ck-soft ck-small">{say(words.booksNote)}</p>
    </Card>
  )
}

/** What accounting takes away: the journal of double entries, and the statement. */
export function BooksExport({ currency, by }: { readonly currency: string, readonly by: ByTime }) {
  const { say } = useWords()
  const asOf = useAsOf()
  const [isOpen, setOpen] = useState(false)
  const files = [{ path: '/api/liability/journal/file', what: words.journal }, { path: '/api/liability/books/file', what: words.statement }]
  return (
    <Overlay isOpen={isOpen} onOpen={setOpen} isFaceText label={say(tableWords.export)} className="ck-plain" face={say(tableWords.export)}>
      {files.flatMap(({ path, what }) => (['csv', 'xlsx'] as const).map((format) => (
        <a key={`${path}${format}`} className="ck-item" href={addressOf(path, { currency, by, asOf, format })} download onClick={() => setOpen(false)}>{say(words[format], { what: say(what) })}</a>
      )))}
    </Overlay>
  )
}
