import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { Go, useAddress, useAsOf, useHasPage } from '#web/address.tsx'
import { read } from '#web/client.ts'
import { EmptyStart } from '#web/empty.tsx'
import { ErrorNote } from '#web/error.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { Mark, Question } from '#web/question.tsx'
import { useSession } from '#web/session.tsx'
import { PageWait } from '#web/shell.tsx'
import { useCurrencies } from '../../loyalty/points/points.currency.tsx'
import '../../insights/definitions/insights.css'
import { Ages } from './liability.ages.tsx'
import { BooksCard, BooksExport } from './liability.books.tsx'
import { Calendar } from './liability.calendar.tsx'
import { HoldersCard } from './liability.holders.tsx'
import { LifeCard } from './liability.life.tsx'
import { liabilityPageWords as words } from './liability.page.words.ts'
import type { ByTime, Liability, LiabilityOf } from './liability.schema.ts'
import { Owed, Worth } from './liability.worth.tsx'

const PriceDrawer = lazy(async () => ({ default: (await import('./liability.price.tsx')).PriceDrawer }))
const times: readonly ByTime[] = ['effective', 'known']

function useLiability(by: ByTime) {
  const asOf = useAsOf()
  const query = { ...(asOf === undefined ? {} : { asOf }), by }
  return useQuery({
    queryKey: ['liability', query], queryFn: ({ signal }) => read('/api/liability', { query, signal }), placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) => (data?.isSumming === true ? 1_500 : false)
  })
}

/** What do these points owe? */
export function LiabilityPage() {
  const { say } = useWords()
  const { nameOf } = useCurrencies()
  const { values, change } = useAddress()
  const { rights } = useSession()
  const by = times.find((one) => one === values['by']) ?? 'effective'
  const { data, error, refetch, isFetching } = useLiability(by)
  const [share, setShare] = useState<number | 'open'>()
  if (error !== null && data === undefined) return <div className="ck-page"><ErrorNote error={error} onRetry={refetch} /></div>
  if (data === undefined || (data.isSumming && data.summedAt === null)) return <PageWait />
  const chosen = data.currencies.find(({ currency }) => currency === values['currency']) ?? data.currencies[0]
  if (chosen === undefined || data.currencies.every(({ outstanding, debt, members }) => outstanding === '0' && debt === '0' && (members ?? 0) === 0)) return <Nothing isSumming={data.isSumming} />
  return (
    <div className="ck-page" aria-busy={isFetching && !data.isSumming}>
      <Question asks={say(words.question)} answer={<Answer of={chosen} />} />
      {error !== null && <ErrorNote error={error} onRetry={refetch} />}
      <div className="ck-bar">
        {data.currencies.length > 1 && <Segmented aria-label={say(words.currency)} value={chosen.currency} onChange={(next) => change({ currency: next === data.currencies[0]?.currency ? undefined : next })} options={data.currencies.map(({ currency }) => ({ value: currency, label: nameOf(currency) }))} />}
        <Segmented aria-label={say(words.by)} value={by} onChange={(next) => change({ by: next === 'effective' ? undefined : next })} options={times.map((value) => ({ value, label: say(words[value]) }))} />
        <span className="ck-end ck-bar">
          {mayOpen(rights, 'liability.define') && chosen.spendable && <Button onClick={() => setShare('open')}>{say(words.setPrice)}</Button>}
          {mayOpen(rights, 'liability.export') && <BooksExport currency={chosen.currency} by={by} />}
        </span>
      </div>
      {data.isSumming && <p className="ck-soft" role="status">{say(words.summing)}</p>}
      <div className="ck-columns in-wide-left">
        <div className="in-stack"><Calendar of={chosen} /><Ages of={chosen} /></div>
        <div className="in-stack"><Worth of={chosen} onPrice={mayOpen(rights, 'liability.define') ? () => setShare('open') : undefined} /><Owed of={chosen} /></div>
      </div>
      {chosen.spendable && <LifeCard of={chosen} onUse={mayOpen(rights, 'liability.define') ? setShare : undefined} />}
      <BooksCard currency={chosen.currency} by={by} />
      <HoldersCard currency={chosen.currency} />
      <Stamp data={data} of={chosen} />
      {share !== undefined && <Suspense><PriceDrawer of={chosen} usePermille={share === 'open' ? undefined : Math.round(share * 1000)} onClose={() => setShare(undefined)} /></Suspense>}
    </div>
  )
}

function Answer({ of }: { readonly of: LiabilityOf }): ReactNode {
  const { tell } = useWords()
  const { money, percent } = useFormat()
  const { amount, spokenOf } = useCurrencies()
  const currency = spokenOf(of.currency)
  const whole = (minor: string) => money(minor, { whole: true })
  const points = <Mark>{amount(of.currency, of.outstanding)}</Mark>
  const next = <Mark tone="risk">{amount(of.currency, of.next30)}</Mark>
  if (!of.spendable) return tell(words.answerCounted, { points, currency })
  const used = of.life?.used
  if (of.money === null) return tell(words.answerBare, { points, currency, next })
  const face = <Mark>{whole(of.money.faceMinor)}</Mark>
  if (of.money.expected === null || used === undefined || used === null) return tell(words.answerPriced, { points, currency, face, booked: <Mark tone="accent">{whole(of.money.bookedMinor)}</Mark>, next })
  return tell(words.answer, { points, currency, face, share: <Mark tone="accent">{percent(used.share)}</Mark>, low: percent(used.low), high: percent(used.high), cost: <Mark tone="accent">{whole(of.money.expected.expectedMinor)}</Mark>, next })
}

function Nothing({ isSumming }: { readonly isSumming: boolean }) {
  const { say } = useWords()
  const hasPage = useHasPage()
  return (
    <div className="ck-page">
      <EmptyStart isPage title={say(words.emptyTitle)} why={<>{say(words.emptyWhy)}{isSumming && <> {say(words.summing)}</>}</>}>
        {hasPage('/earning') && <Go to="/earning" className="ck-button">{say(words.toEarning)}</Go>}
        {hasPage('/opening') && <Go to="/opening" {...(hasPage('/earning') ? {} : { className: 'ck-button' })}>{say(words.toOpening)}</Go>}
      </EmptyStart>
    </div>
  )
}

function Stamp({ data, of }: { readonly data: Liability, readonly of: LiabilityOf }) {
  const { say } = useWords()
  const { day, moment } = useFormat()
  const parts = [
    say(words.stamp, { day: day(data.asOf), at: data.summedAt === null ? '–' : moment(data.summedAt) }),
    ...(of.price === null ? [] : [say(words.stampPrice, { version: of.price.version, day: day(of.price.validFrom) })]),
    ...(of.life === null || of.life.missing.length > 0 ? [] : [say(words.stampLife, { version: of.life.version, day: day(of.life.asOf) })])
  ]
  return <p className="ck-soft ck-small">{parts.join(' · ')}</p>
}
