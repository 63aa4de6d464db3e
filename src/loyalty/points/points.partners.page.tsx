import { Button, DatePicker } from 'antd'
import dayjs from 'dayjs'
import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from 'react'
import { endOfMonth } from '#foundation/zone.ts'
import { useAddress, useAsOf } from '#web/address.tsx'
import { todayIn } from '#web/day.ts'
import { EmptyStart } from '#web/empty.tsx'
import { ErrorNote } from '#web/error.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { Card, Mark, Question } from '#web/question.tsx'
import { useSession } from '#web/session.tsx'
import { PageWait } from '#web/shell.tsx'
import type { Partner } from './points.partner.schema.ts'
import { OnePartner } from './points.partners.one.tsx'
import { useOwed, usePartners, useStatements, type Statement } from './points.partners.owed.tsx'
import { PartnerTable } from './points.partners.table.tsx'
import { partnersPageWords as words } from './points.partners.words.ts'
import './points.policy.css'

const Form = lazy(async () => ({ default: (await import('./points.partners.form.tsx')).PartnerForm }))

/** Who owes whom, we or our partners? */
export function PartnersPage() {
  const { say } = useWords()
  const { change } = useAddress()
  const mayDefine = mayOpen(useSession().rights, 'points.define')
  const [isAdding, setAdding] = useState(false)
  const { data, error, refetch } = usePartners()
  if (error !== null && data === undefined) return <div className="ck-page"><ErrorNote error={error} onRetry={refetch} /></div>
  if (data === undefined) return <PageWait />
  const add = mayDefine ? <Button type="primary" onClick={() => setAdding(true)}>{say(words.add)}</Button> : undefined
  return (
    <div className="ck-page">
      {data.items.length === 0
        ? <EmptyStart isPage title={say(words.emptyTitle)} why={<>{say(words.emptyWhy)}{!mayDefine && <> {say(words.emptyReader)}</>}</>}>{add}</EmptyStart>
        : <Books partners={data.items} add={add} />}
      {isAdding && <Suspense><Form onClose={() => setAdding(false)} onDone={({ partnerId }) => change({ partner: partnerId })} /></Suspense>}
    </div>
  )
}

function Books({ partners, add }: { readonly partners: readonly Partner[], readonly add: ReactNode }) {
  const { say } = useWords()
  const { values: { partner: asked, month: wanted = '' }, change } = useAddress()
  const { zone } = useSession().business
  const asOf = useAsOf()
  const today = todayIn(zone, new Date())
  const newest = (asOf ?? today).slice(0, 7)
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(wanted) ? wanted : newest
  const end = endOfMonth(`${month}-01`)
  const day = end < today ? end : today
  const results = useStatements(partners.map(({ partnerId }) => partnerId), month)
  const statements = results.flatMap(({ data }) => data ?? [])
  const failed = results.find(({ error }) => error !== null)
  const chosen = partners.find(({ partnerId }) => partnerId === asked) ?? partners[0]
  // Whoever chooses a name is led to its statement; whoever arrives begins at the answer.
  const heading = useRef<HTMLHeadingElement>(null)
  const led = useRef(asked)
  useEffect(() => {
    if (led.current === asked) return
    led.current = asked
    // After the router, which begins every address at its top.
    setTimeout(() => heading.current?.scrollIntoView({ block: 'start' }))
  }, [asked])
  return (
    <>
      <Question asks={say(words.question)} answer={statements.length < partners.length ? say(failed === undefined ? words.adding : words.unknown) : <Answer statements={statements} day={day} />} />
      {failed !== undefined && <ErrorNote error={failed.error} onRetry={failed.refetch} />}
      <div className="ck-bar">
        <DatePicker picker="month" allowClear={false} aria-label={say(words.month)} value={dayjs(`${month}-01`)} disabledDate={(one) => one.format('YYYY-MM') > today.slice(0, 7)} onChange={(next: dayjs.Dayjs | null) => change({ month: next === null || next.format('YYYY-MM') === newest ? undefined : next.format('YYYY-MM') })} />
        <span className="ck-end">{add}</span>
      </div>
      <Card title={say(words.list)}><PartnerTable partners={partners} statements={statements} chosen={chosen?.partnerId} day={day} /></Card>
      {chosen !== undefined && <OnePartner key={chosen.partnerId} partner={chosen} month={month} heading={heading} />}
    </>
  )
}

function Answer({ statements, day: until }: { readonly statements: readonly Statement[], readonly day: string }): ReactNode {
  const { tell } = useWords()
  const { money, day } = useFormat()
  const { sideOf } = useOwed()
  const of = (side: 'theyOwe' | 'weOwe') => statements.filter(({ closingMinor }) => sideOf(closingMinor) === side)
  const [theirs, ours] = [of('theyOwe'), of('weOwe')]
  const sum = (some: readonly Statement[], tone: 'accent' | 'risk') => <Mark tone={tone}>{money(some.reduce((all, { closingMinor }) => all + BigInt(closingMinor), 0n).toString().replace('-', ''))}</Mark>
  const [owed, owing] = [sum(theirs, 'accent'), sum(ours, 'risk')]
  if (theirs.length > 0 && ours.length > 0) return tell(words.answerBoth, { day: day(until), theirs: theirs.length, owed, ours: ours.length, owing })
  if (theirs.length > 0) return tell(words.answerTheirs, { day: day(until), n: theirs.length, money: owed })
  if (ours.length > 0) return tell(words.answerOurs, { day: day(until), n: ours.length, money: owing })
  return tell(words.answerEven, { day: day(until), n: statements.length })
}
