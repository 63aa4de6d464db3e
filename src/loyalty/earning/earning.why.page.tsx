import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { DatePicker, Select } from 'antd'
import dayjs from 'dayjs'
import { addDays, startOf } from '#foundation/zone.ts'
import { Go, useAddress } from '#web/address.tsx'
import { read } from '#web/client.ts'
import { ErrorNote } from '#web/error.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Card, Mark, Question } from '#web/question.tsx'
import { useSession } from '#web/session.tsx'
import { PageWait } from '#web/shell.tsx'
import { entryLabel } from '../points/points.card.words.ts'
import { useCurrencies } from '../points/points.currency.tsx'
import { unitsOf } from '../points/points.terms.words.ts'
import { Field } from './earning.field.tsx'
import { useNames, type Known } from './earning.names.tsx'
import type { Why, WhyLot } from './earning.schema.ts'
import { whyWords as words } from './earning.why.words.ts'
import './earning.css'

/** Why this balance, for the member in words and for finance in sums. */
export function WhyPage() {
  const { customerId } = useParams({ strict: false })
  const { say } = useWords()
  const { values, change } = useAddress()
  const { zone } = useSession().business
  const names = useNames(undefined)
  const currency = values['currency'] ?? 'points'
  const day = values['day']
  // A day is meant whole: as it stood when it ended.
  const at = day === undefined ? undefined : new Date(startOf(addDays(day, 1), zone).getTime() - 1).toISOString()
  const { data, error, refetch } = useQuery({ queryKey: ['earning', 'why', customerId, currency, day], queryFn: ({ signal }) => read('/api/earning/why', { query: { customer: String(customerId), currency, ...(at === undefined ? {} : { at }) }, signal }) })
  if (error !== null && data === undefined) return <div className="ck-page"><ErrorNote error={error} onRetry={refetch} /></div>
  if (data === undefined) return <PageWait />
  return (
    <div className="ck-page">
      <p className="ck-small"><Go to={`/customers/${String(customerId)}`}>← {say(words.back)}</Go></p>
      <Question asks={say(words.question, { name: data.customerName ?? say(words.somebody) })} answer={<Answer why={data} names={names} />} />
      <div className="ck-bar">
        <Field label={say(words.currency)}><Select value={currency} onChange={(next: string) => change({ currency: next === 'points' ? undefined : next })} options={[...names.currencies]} style={{ minWidth: 120 }} /></Field>
        <Field label={say(words.asOf)}><DatePicker maxDate={dayjs()} value={day === undefined ? null : dayjs(day)} onChange={(next: dayjs.Dayjs | null) => change({ day: next?.format('YYYY-MM-DD') })} /></Field>
      </div>
      <div className="ck-columns in-wide-left">
        <Lots why={data} names={names} />
        <Statement why={data} />
      </div>
    </div>
  )
}

function Answer({ why: { balance, at, currency, lotCount }, names }: { readonly why: Why, readonly names: Known }) {
  const { tell, say } = useWords()
  const { num, moment } = useFormat()
  const { amount } = useCurrencies()
  const n = (digits: string): string => amount(currency, digits)
  return (
    <>
      {tell(words.answer, { at: moment(at), available: <Mark tone="accent">{n(balance.available)}</Mark>, currency: say(names.currency(currency)), lots: <Mark>{num(lotCount)}</Mark> })}
      {balance.pending !== '0' && <> {say(words.pending, { pending: n(balance.pending) })}</>}
      {balance.held !== '0' && <> {say(words.held, { held: n(balance.held) })}</>}
      {balance.debt !== '0' && <> {tell(words.debt, { debt: <Mark tone="risk">{n(balance.debt)}</Mark> })}</>}
    </>
  )
}

function Lots({ why, names }: { readonly why: Why, readonly names: Known }) {
  const { say } = useWords()
  const { num } = useFormat()
  return (
    <Card title={say(words.lots)}>
      {why.lots.length === 0 && <p className="ck-soft">{say(words.none)}</p>}
      <ul className="ea-lots">{why.lots.map((lot) => <Lot key={lot.lotId} lot={lot} currency={why.currency} names={names} />)}</ul>
      {why.lotCount > why.lots.length && <p className="ck-soft ck-small">{say(words.more, { shown: num(why.lots.length), all: num(why.lotCount) })}</p>}
    </Card>
  )
}

function Lot({ lot, currency, names }: { readonly lot: WhyLot, readonly currency: string, readonly names: Known }) {
  const { say } = useWords()
  const { money, day, moment } = useFormat()
  const { amount } = useCurrencies()
  const n = (digits: string): string => amount(currency, digits)
  const { why } = lot
  const values = { day: moment(lot.earnedAt), number: lot.number ?? '', earned: n(lot.earned), kind: why?.kind ?? '' }
  const gone = ([['redeemed', words.spent], ['reversed', words.reversed], ['expired', words.expired], ['repaid', words.repaid]] as const).filter(([key]) => lot[key] !== '0').map(([key, sentence]) => say(sentence, { n: n(lot[key]) }))
  return (
    <li>
      <div>
        <strong>{say(why !== null && why.kind !== 'order' ? words.fromEvent : lot.number !== null ? words.fromOrder : words.fromHand, values)}</strong>
        {lot.note !== null && <span className="ck-soft"> · {lot.note}</span>}
        {why !== null && (
          <>
            <ul>
              {why.parts.map((part) => (
                <li key={`${part.lineNo} ${part.rule}`}>
                  {part.product === null || part.amountMinor === null ? say(words.partWhole, { rule: part.ruleName, amount: n(part.amount) }) : say(words.partLine, { product: part.product, money: money(part.amountMinor), rule: part.ruleName, amount: n(part.amount) })}
                  {part.kept !== part.amount && say(words.kept, { kept: n(part.kept) })}
                </li>
              ))}
            </ul>
            <p className="ck-soft ck-small">{say(words.by, { version: why.version, tier: why.tier === null ? '' : say(words.tier, { tier: say(names.tier(why.tier)) }), first: why.isFirst ? say(words.first) : '', birthday: why.birthday.length > 0 ? say(words.birthday) : '' })}</p>
          </>
        )}
      </div>
      <div className="ea-end">
        <strong>{say(words.left, { n: n(lot.left) })}</strong>
        <p className="ck-soft ck-small">{[...gone, ...(lot.pending !== '0' && lot.maturesOn !== null ? [say(words.matures, { day: day(lot.maturesOn) })] : []), ...(lot.left === '0' ? [] : [lot.expiresOn === null ? say(words.never) : say(words.ends, { day: day(lot.expiresOn) })])].join(' · ')}</p>
      </div>
    </li>
  )
}

function Statement({ why }: { readonly why: Why }) {
  const { say } = useWords()
  const { num, change } = useFormat()
  const { amount: shown, scaleOf } = useCurrencies()
  const { pending, available, held, debt } = why.balance
  return (
    <Card title={say(words.statement)}>
      <table className="ea-table">
        <thead><tr><th scope="col">{say(words.kind)}</th><th scope="col" className="ck-end">{say(words.entries)}</th><th scope="col" className="ck-end">{say(words.amount)}</th></tr></thead>
        <tbody>{why.movements.map(({ kind, entries, amount }) => <tr key={kind}><td>{say(entryLabel(kind))}</td><td className="ck-end">{num(entries)}</td><td className="ck-end">{change(unitsOf(amount, scaleOf(why.currency)))}</td></tr>)}</tbody>
        <tfoot><tr><th scope="row">{say(words.balance)}</th><td /><td className="ck-end"><strong>{shown(why.currency, BigInt(available) + BigInt(pending) + BigInt(held) - BigInt(debt))}</strong></td></tr></tfoot>
      </table>
      <p className={why.ties ? 'ck-soft ck-small' : 'ea-fault'}>{say(why.ties ? words.ties : words.broken)}</p>
    </Card>
  )
}
