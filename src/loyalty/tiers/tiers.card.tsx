import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { read } from '#web/client.ts'
import { ErrorNote } from '#web/error.tsx'
import { Figure, Figures } from '#web/figure.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { Card } from '#web/question.tsx'
import { useSession } from '#web/session.tsx'
import { benefitWords } from './tiers.ladder.words.ts'
import { tierCardWords as words } from './tiers.page.words.ts'

const TierHistory = lazy(async () => ({ default: (await import('./tiers.history.tsx')).TierHistory }))
const Give = lazy(async () => ({ default: (await import('./tiers.give.tsx')).Give }))

/** Where this member stands, what would keep or lift them, and what it brings. */
export function TierCard({ customerId }: { readonly customerId: string }) {
  const { say, locale } = useWords()
  const { day } = useFormat()
  const { rights, business: { currency } } = useSession()
  const [open, setOpen] = useState<'history' | 'give'>()
  const { data, error, refetch } = useQuery({ queryKey: ['tiers', 'member', customerId], queryFn: ({ signal }) => read('/api/tiers/member', { query: { customer: customerId }, signal }) })
  const close = () => setOpen(undefined)
  const brings = data === undefined ? [] : benefitWords(data.benefits, currency, locale)
  return (
    <Card title={say(words.title)} aside={data !== undefined && mayOpen(rights, 'tiers.write') && <Button size="small" onClick={() => setOpen('give')}>{say(words.give)}</Button>}>
      {error !== null && <ErrorNote error={error} onRetry={refetch} />}
      {data === undefined && error === null && <div className="ck-wait" aria-busy><span /><span /></div>}
      {data !== undefined && (
        <>
          <Figures><Figure label={`${say(words.since, { day: day(data.since) })} · ${data.until === null ? say(words.forGood) : say(words.until, { day: day(data.until) })}`} value={say(data.name)} tone="accent" /></Figures>
          {data.withdrawsOn !== null && <p><strong>{say(words.withdraws, { day: day(data.withdrawsOn) })}</strong></p>}
          {data.graceUntil !== null && <p><strong>{say(words.grace, { day: day(data.graceUntil) })}</strong></p>}
          {data.progress.keep !== null && <p>{say(data.progress.keep.sentence)}</p>}
          {data.progress.next !== null && <p>{say(data.progress.next.sentence)}</p>}
          {brings.length > 0 && <p className="ck-soft ck-small">{brings.join(' · ')}</p>}
          <p className="ck-small"><button type="button" className="ck-text" onClick={() => setOpen('history')}>{say(words.history)}</button></p>
          <Suspense>
            {open === 'history' && <TierHistory member={data} customerId={customerId} onClose={close} />}
            {open === 'give' && <Give customerId={customerId} onClose={close} />}
          </Suspense>
        </>
      )}
    </Card>
  )
}
