import { useState } from 'react'
import { Button } from 'antd'
import { Go } from '#web/address.tsx'
import { useRows } from '#web/cursor.ts'
import { EmptyStart } from '#web/empty.tsx'
import { ErrorNote } from '#web/error.tsx'
import { Moment, useFormat, type Format } from '#web/format.tsx'
import { useWords, type Words } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { Card, Mark, Question } from '#web/question.tsx'
import { useSession } from '#web/session.tsx'
import { DataTable, type Column } from '#web/table.tsx'
import { returnsPageWords as words } from './returns.page.words.ts'
import type { BookingShown, Foreseen } from './returns.schema.ts'
import { Effects, ReturnSheet } from './returns.sheet.tsx'

/** What does taking this back undo? */
export function ReturnsPage() {
  const given = useWords()
  const format = useFormat()
  const { say, tell } = given
  const { rights } = useSession()
  const { rows, isPending, error, retry, more } = useRows<BookingShown>('/api/returns')
  return (
    <div className="ck-page">
      <Question asks={say(words.question)} answer={isPending ? say(words.waiting) : rows.length === 0 ? say(words.none) : tell(more.hasMore ? words.answerMore : words.answer, { n: <Mark tone="accent">{format.num(rows.length)}</Mark> })} />
      {mayOpen(rights, 'returns.write') && <Finder />}
      <Card title={say(words.past)}>
        {error !== null ? <ErrorNote error={error} onRetry={retry} /> : (
          <DataTable label={say(words.list)} rows={rows} rowKey={(row) => row.returnOrderId} isPending={isPending} more={more} columns={columnsOf(given, format)} empty={<EmptyStart title={say(words.none)} why={say(words.noneWhy)} />} />
        )}
      </Card>
    </div>
  )
}

function Finder() {
  const { say } = useWords()
  const { money } = useFormat()
  const [text, setText] = useState('')
  const [asked, setAsked] = useState('')
  const [booked, setBooked] = useState<Foreseen>()
  return (
    <Card title={say(words.find)}>
      <form className="rt-find" onSubmit={(event) => { event.preventDefault(); setBooked(undefined); setAsked(text.trim()) }}>
        <input aria-label={say(words.receipt)} placeholder={say(words.receipt)} value={text} onChange={(event) => setText(event.target.value)} autoComplete="off" maxLength={120} />
        <Button size="large" style={{ height: 48 }} type="primary" htmlType="submit" disabled={text.trim() === ''}>{say(words.find)}</Button>
      </form>
      {booked !== undefined && <div className="rt-sheet" style={{ marginTop: 16 }}><p role="status"><b>{say(words.done, { number: booked.returnNumber, amount: money(booked.moneyMinor) })}</b></p><Effects effects={booked.effects} /></div>}
      {asked !== '' && booked === undefined && <div style={{ marginTop: 16 }}><ReturnSheet key={asked} number={asked} onDone={setBooked} /></div>}
    </Card>
  )
}

const columnsOf = ({ say }: Words, { money }: Format): readonly Column<BookingShown>[] => [
  { key: 'number', title: say(words.returnNumber), value: (row) => row.returnNumber, cell: (row) => <>{row.returnNumber} <span className="ck-tag">{say(row.whole ? words.wholeTag : words.partTag)}</span></>, width: 210, isSortable: false },
  { key: 'sale', title: say(words.sale), value: (row) => row.number, cell: (row) => row.number, isWideOnly: true, isSortable: false, width: 150 },
  { key: 'when', title: say(words.when), value: (row) => row.recordedAt, cell: (row) => <Moment at={row.recordedAt} />, isWideOnly: true, isSortable: false, width: 150 },
  { key: 'member', title: say(words.member), value: (row) => row.customerName, cell: (row) => (row.customerId === null ? <span className="ck-soft">{say(words.nobody)}</span> : <Go to={`/customers/${row.customerId}`}>{row.customerName ?? row.customerId.slice(-6)}</Go>), isSortable: false, width: 110 },
  {
    key: 'effects', title: say(words.effects), value: (row) => row.effects.map(({ sentence, detail }) => say(sentence, detail)).join('；'), isSortable: false,
    cell: (row) => <span className="ck-small">{[...row.effects.map(({ sentence, detail }) => say(sentence, detail)), ...row.beyond.map(({ product, quantity }) => say(words.beyond, { product, quantity }))].join(' · ') || say(words.noEffects)}</span>
  },
  { key: 'amount', title: say(words.amount), value: (row) => Number(row.moneyMinor) / 10_000, cell: (row) => <b>{money(row.moneyMinor)}</b>, isNumber: true, isSortable: false, width: 120 }
]
