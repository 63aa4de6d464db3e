import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Card } from '#web/question.tsx'
import { useCurrencies } from './points.currency.tsx'
import type { Partner } from './points.partner.schema.ts'
import { inForce, lacking, perHundred, type PartnerRate } from './points.partners.schema.ts'
import { partnerRatesWords as words } from './points.partners.words.ts'
import { useWho } from './points.who.tsx'

const NewRate = lazy(async () => ({ default: (await import('./points.partners.rate.tsx')).RateDrawer }))

/** Money for points: what holds, what is coming, and what held before. */
export function RatesCard({ partner, mayDefine }: { readonly partner: Partner, readonly mayDefine: boolean }) {
  const { say, tell } = useWords()
  const [isAdding, setAdding] = useState(false)
  const now = new Date()
  const held = inForce(partner.rates, now)
  const coming = partner.rates.filter(({ validFrom }) => new Date(validFrom) > now)
  const earlier = partner.rates.filter((rate) => !held.includes(rate) && !coming.includes(rate))
  return (
    <Card title={say(words.title)} aside={mayDefine ? <Button onClick={() => setAdding(true)}>{say(words.add)}</Button> : undefined}>
      {lacking(partner, now).map((side) => <p key={side} role="status" className="po-fault">{say(side === 'issue' ? words.lacksIssue : words.lacksAccept)}</p>)}
      <ol className="po-list">
        {held.map((rate) => <Rate key={rate.rateId} rate={rate} state="inForce" />)}
        {coming.map((rate) => <Rate key={rate.rateId} rate={rate} state="coming" />)}
      </ol>
      {earlier.length > 0 && <details><summary>{say(words.earlier, { n: earlier.length })}</summary><ol className="po-list">{earlier.map((rate) => <Rate key={rate.rateId} rate={rate} />)}</ol></details>}
      <p className="ck-soft ck-small po-keeps">{say(words.why)}</p>
      <p className="ck-soft ck-small po-keeps po-long">{tell(words.integrator, { name: partner.name, path: <code>/api/points/commands</code>, field: <code>{`"partner": "${partner.partnerId}"`}</code> })}</p>
      {isAdding && <Suspense><NewRate partner={partner} onClose={() => setAdding(false)} /></Suspense>}
    </Card>
  )
}

function Rate({ rate, state }: { readonly rate: PartnerRate, readonly state?: 'inForce' | 'coming' }) {
  const { say } = useWords()
  const { money, moment } = useFormat()
  const { spokenOf, scaleOf } = useCurrencies()
  const who = useWho()
  return (
    <li>
      <span>{say(words[rate.side], { currency: spokenOf(rate.currency), money: money(perHundred(rate.moneyMinor, scaleOf(rate.currency)), { exact: true }) })}</span>
      <span className="ck-bar ck-soft ck-small">{state !== undefined && <span className="ck-tag" data-tone={state === 'inForce' ? 'accent' : 'quiet'}>{say(words[state])}</span>}{say(words.since, { at: moment(rate.validFrom), who: who(rate.author) })}</span>
    </li>
  )
}
