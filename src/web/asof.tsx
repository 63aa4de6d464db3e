import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useAddress, useAsOf } from './address.tsx'
import { read } from './client.ts'
import { todayIn } from './day.ts'
import { useFormat } from './format.tsx'
import { useWords } from './locale.tsx'
import { Overlay } from './overlay.tsx'
import { useSession } from './session.tsx'
import { shellWords } from './shell.words.ts'

const Calendar = lazy(async () => ({ default: (await import('./calendar.tsx')).Calendar }))

/** The day every figure on the page is as of. Any past day can be chosen: the calendar's code is loaded when it is opened. */
export function AsOf() {
  const { say } = useWords()
  const { day } = useFormat()
  const { business } = useSession()
  const { change } = useAddress()
  const chosen = useAsOf()
  const [isOpen, setOpen] = useState(false)
  // Orders that end in the past (a file of last year) are looked at as of their end: the warehouse says which day that is.
  const { data } = useQuery({ queryKey: ['warehouse'], queryFn: ({ signal }) => read('/api/warehouse', { signal }), retry: false })
  const today = todayIn(business.zone, new Date())
  const shown = chosen ?? data?.suggestedAsOf ?? today
  const choose = (next: string | undefined) => { setOpen(false); change({ asOf: next }, { replace: false }) }
  return (
    <Overlay
      isOpen={isOpen} onOpen={setOpen} isFaceText label={say(shellWords.asOfLabel, { day: day(shown) })} className={chosen === undefined ? 'ck-asof' : 'ck-asof ck-asof-past'}
      face={say(shellWords.asOf, { day: shown })}
    >
      <Suspense fallback={<div className="ck-calendar-wait" />}>
        <Calendar value={shown} latest={today} onChoose={choose} />
      </Suspense>
      {chosen !== undefined && <button type="button" className="ck-item" onClick={() => choose(undefined)}>{say(shellWords.asOfToday)}</button>}
    </Overlay>
  )
}
