import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { read } from '#web/client.ts'
import { ErrorNote } from '#web/error.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { Card } from '#web/question.tsx'
import { useSession } from '#web/session.tsx'
import { ratesWords as words } from './points.move.words.ts'
import type { Rate } from './points.moves.schema.ts'
import { useRateTold } from './points.rate.told.tsx'

const NewRate = lazy(async () => ({ default: (await import('./points.rate.new.tsx')).NewRate }))

/** What one currency gives for another, now, before and from some day on. */
export function Rates() {
  const { say } = useWords()
  const { moment } = useFormat()
  const mayDefine = mayOpen(useSession().rights, 'points.define')
  const told = useRateTold()
  const [isNew, setNew] = useState(false)
  const { data, error, refetch } = useQuery({ queryKey: ['points', 'rates'], queryFn: ({ signal }) => read('/api/points/rates', { signal }) })
  const stateOf = ({ isInForce, validFrom }: Rate): string => (isInForce ? say(words.inForce) : new Date(validFrom) > new Date() ? say(words.scheduled, { at: moment(validFrom) }) : say(words.replaced))
  return (
    <Card title={say(words.title)} aside={mayDefine && <Button onClick={() => setNew(true)}>{say(words.add)}</Button>}>
      {error !== null && <ErrorNote error={error} onRetry={refetch} />}
      {data?.items.length === 0 && <p className="ck-soft">{say(words.none)}</p>}
      {data !== undefined && data.items.length > 0 && (
        <>
          <ul className="po-list">{data.items.map((rate) => <li key={rate.rateId}><div className="ck-bar"><strong>{told(rate)}</strong><span className="ck-tag" data-tone={rate.isInForce ? 'accent' : 'quiet'}>{stateOf(rate)}</span>{rate.note !== '' && <span className="ck-soft ck-small">{rate.note}</span>}</div></li>)}</ul>
          <p className="ck-soft ck-small po-keeps">{say(words.keeps)}</p>
        </>
      )}
      {isNew && <Suspense><NewRate onClose={() => setNew(false)} /></Suspense>}
    </Card>
  )
}
