import { Button } from 'antd'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { addressOf } from '#web/api.ts'
import { todayIn } from '#web/day.ts'
import { ErrorNote } from '#web/error.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { Card } from '#web/question.tsx'
import { useSession } from '#web/session.tsx'
import { DataTable, type Column } from '#web/table.tsx'
import { useCurrencies } from './points.currency.tsx'
import type { Partner } from './points.partner.schema.ts'
import { useOwed, useStatement, type Statement } from './points.partners.owed.tsx'
import { perHundred } from './points.partners.schema.ts'
import { statementWords as words } from './points.partners.words.ts'
import { useWho } from './points.who.tsx'

const Payment = lazy(async () => ({ default: (await import('./points.partners.payment.tsx')).PaymentDrawer }))

interface Line { readonly key: string, readonly label: string, readonly note?: string, readonly amount?: ReactNode, readonly isBalance?: boolean }

const order = ['issued', 'taken_back', 'accepted', 'given_back'] as const

/** Opening, what moved, closing: points with their rate, each payment with its day. */
export function StatementCard({ partner, month }: { readonly partner: Partner, readonly month: string }) {
  const { say } = useWords()
  const { rights, business: { zone } } = useSession()
  const { partnerId } = partner
  const { data, error, refetch, isPending } = useStatement(partnerId, month)
  const [isPaying, setPaying] = useState(false)
  const lines = useLines(partner, data, month === todayIn(zone, new Date()).slice(0, 7))
  const columns: readonly Column<Line>[] = [
    { key: 'item', title: say(words.item), cell: ({ label, note, isBalance }) => <span className="ck-wrap">{isBalance === true ? <strong>{label}</strong> : label}{note !== undefined && <small className="po-under">{note}</small>}</span> },
    { key: 'money', title: say(words.money), isNumber: true, cell: ({ amount, isBalance }) => (isBalance === true ? <strong>{amount}</strong> : amount) }
  ]
  const aside = (
    <span className="ck-bar">
      {mayOpen(rights, 'points.export') && <a className="ck-plain po-file" href={addressOf(`/api/points/partners/${partnerId}/export`, { month })} download>{say(words.csv)}</a>}
      {mayOpen(rights, 'points.close') && <Button disabled={data === undefined} onClick={() => setPaying(true)}>{say(words.pay)}</Button>}
    </span>
  )
  return (
    <Card title={say(words.title, { month })} aside={aside}>
      {error !== null ? <ErrorNote error={error} onRetry={refetch} /> : <DataTable label={say(words.title, { month })} rows={lines} columns={columns} rowKey={({ key }) => key} isPending={isPending} />}
      <p className="ck-soft ck-small po-keeps">{say(words.signs)}</p>
      {isPaying && data !== undefined && <Suspense><Payment partner={partner} statement={data} onClose={() => setPaying(false)} /></Suspense>}
    </Card>
  )
}

function useLines({ rates }: Partner, statement: Statement | undefined, isOpen: boolean): readonly Line[] {
  const { say } = useWords()
  const { money, day } = useFormat()
  const { nameOf, scaleOf, amount } = useCurrencies()
  const { owed } = useOwed()
  const who = useWho()
  if (statement === undefined) return []
  const signed = (minor: string): string => `${minor.startsWith('-') ? '−' : '+'}${money(minor.replace('-', ''))}`
  const moved = order.flatMap((what) => statement.items.filter((item) => item.what === what).map(({ currency, rateId, points, moneyMinor }): Line => {
    const rate = rates.find((one) => one.rateId === rateId)
    const reckoned = { points: amount(currency, points), money: rate === undefined ? '–' : money(perHundred(rate.moneyMinor, scaleOf(currency)), { exact: true }) }
    return { key: `${what} ${currency} ${rateId ?? ''}`, label: say(words[what], { currency: nameOf(currency) }), note: say(words.reckoned, reckoned), amount: signed(moneyMinor) }
  }))
  const paid = statement.payments.map(({ paymentId, moneyMinor, paidOn, note, author }): Line => {
    const isOurs = moneyMinor.startsWith('-')
    const told = say(words.paidBy, { day: day(paidOn), who: who(author) })
    return { key: paymentId, label: say(isOurs ? words.wePaid : words.theyPaid), note: note === '' ? told : `${note} · ${told}`, amount: isOurs ? signed(moneyMinor.slice(1)) : signed(`-${moneyMinor}`) }
  })
  const nothing = moved.length + paid.length === 0 ? [{ key: 'nothing', label: say(words.nothing) }] : []
  return [
    { key: 'opening', label: say(words.opening), amount: owed(statement.openingMinor), isBalance: true }, ...moved, ...paid, ...nothing,
    { key: 'closing', label: say(isOpen ? words.soFar : words.closing), amount: owed(statement.closingMinor), isBalance: true }
  ]
}
