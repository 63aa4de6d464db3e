import { Button, Input } from 'antd'
import { useState } from 'react'
import { ErrorNote } from '#web/error.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Card } from '#web/question.tsx'
import { useCurrencies } from '../points/points.currency.tsx'
import type { CheckedQuery } from './earning.checked.tsx'
import type { Known } from './earning.names.tsx'
import { earningPageWords as words } from './earning.page.words.ts'
import type { Checked, PartShown, Programme } from './earning.schema.ts'

export interface OrderName { readonly source: string, readonly number: string }
type Order = NonNullable<Checked['example']>

/** What the rules as they stand on the page give for an order of the record, line by line. */
export function Example({ checked: { data, error, refetch }, programme, names, onOrder }: { readonly checked: CheckedQuery, readonly programme: Programme, readonly names: Known, readonly onOrder: (order: OrderName | undefined) => void }) {
  const { say } = useWords()
  const { moment } = useFormat()
  const order = data?.example
  return (
    <Card title={say(words.example)} aside={order !== undefined && order !== null && say(words.exampleOf, { number: order.number, at: moment(order.at) })}>
      {error !== null && <ErrorNote error={error} onRetry={refetch} />}
      {order === null && <p className="ck-soft">{say(words.noOrder)}</p>}
      {order !== undefined && order !== null && <Lines order={order} programme={programme} names={names} />}
      <OtherOrder source={order?.source ?? ''} onOrder={onOrder} />
    </Card>
  )
}

function Lines({ order, programme, names }: { readonly order: Order, readonly programme: Programme, readonly names: Known }) {
  const { say } = useWords()
  const { money } = useFormat()
  const currencies = useCurrencies()
  const of = (lineNo: number) => order.parts.filter((part) => part.lineNo === lineNo)
  const whole = of(0)
  const said = (part: PartShown) => <li key={part.rule}>{programme.rules.find(({ key }) => key === part.rule)?.name ?? part.rule} <span className="ck-soft">{currencies.amount(part.currency, part.amount)} {say(names.currency(part.currency))}</span></li>
  const facts = say(words.facts, { tier: order.tier === null ? '–' : say(names.tier(order.tier)), first: order.isFirst ? say(words.factsFirst) : '', birthday: order.birthday.length > 0 ? say(words.factsBirthday) : '' })
  return (
    <>
      <table className="ea-table">
        <thead><tr><th scope="col">{say(words.line)}</th><th scope="col" className="ck-end">{say(words.paid)}</th><th scope="col">{say(words.gives)}</th></tr></thead>
        <tbody>
          {order.lines.map((line) => <tr key={line.lineNo}><td>{line.name ?? line.product}<br /><span className="ck-soft ck-small">{line.category}</span></td><td className="ck-end">{money(line.paidMinor)}</td><td><ul>{of(line.lineNo).map(said)}</ul></td></tr>)}
          {whole.length > 0 && <tr><td>{say(words.whole)}</td><td /><td><ul>{whole.map(said)}</ul></td></tr>}
        </tbody>
        <tfoot><tr><th scope="row">{say(words.total)}</th><td /><td><strong>{Object.entries(order.totals).map(([currency, amount]) => `${currencies.amount(currency, amount)} ${say(names.currency(currency))}`).join(' · ') || say(words.nothing)}</strong></td></tr></tfoot>
      </table>
      <p className="ck-soft ck-small">{facts} · {say(words.limitsAside)}</p>
    </>
  )
}

function OtherOrder({ source, onOrder }: { readonly source: string, readonly onOrder: (order: OrderName | undefined) => void }) {
  const { say } = useWords()
  const [number, setNumber] = useState('')
  const [from, setFrom] = useState<string>()
  return (
    <form className="ck-bar" style={{ marginTop: 12 }} onSubmit={(event) => { event.preventDefault(); onOrder(number.trim() === '' ? undefined : { source: from ?? source, number: number.trim() }) }}>
      <Input aria-label={say(words.source)} value={from ?? source} maxLength={60} onChange={(event) => setFrom(event.target.value)} style={{ maxWidth: 180 }} />
      <Input aria-label={say(words.otherOrder)} placeholder={say(words.otherOrder)} value={number} maxLength={120} onChange={(event) => setNumber(event.target.value)} style={{ maxWidth: 200 }} />
      <Button htmlType="submit">{say(words.show)}</Button>
    </form>
  )
}
