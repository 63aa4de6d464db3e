import { lazy, Suspense, useState } from 'react'
import { useAddress, useAsOf } from './address.tsx'
import { Overlay } from './overlay.tsx'
import { useFormat } from './format.tsx'
import { useWords } from './locale.tsx'
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
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: business.zone }).format(new Date())
  const shown = chosen ?? business.dataUntil ?? today
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
