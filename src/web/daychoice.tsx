import { lazy, Suspense, useState } from 'react'
import { calendarWords } from './calendar.words.ts'
import { todayIn } from './day.ts'
import { useFormat } from './format.tsx'
import { useWords } from './locale.tsx'
import { Overlay } from './overlay.tsx'
import { useSession } from './session.tsx'

const Calendar = lazy(async () => ({ default: (await import('./calendar.tsx')).Calendar }))

interface DayChoiceProps { readonly label: string, readonly value: string | undefined, readonly onChange: (day: string | undefined) => void, readonly latest?: string }

/** One end of a span of days. The browser's own date box speaks the browser's language; this one speaks the console's. */
export function DayChoice({ label, value, onChange, latest }: DayChoiceProps) {
  const { say } = useWords()
  const { day } = useFormat()
  const { business } = useSession()
  const [isOpen, setOpen] = useState(false)
  const today = todayIn(business.zone, new Date())
  const choose = (next: string | undefined) => { setOpen(false); onChange(next) }
  return (
    <div className="ck-day">
      <Overlay isOpen={isOpen} onOpen={setOpen} isFaceText label={label} className="ck-plain" face={<><span className="ck-soft">{label}</span> <span className="ck-num">{value === undefined ? say(calendarWords.any) : day(value)}</span></>}>
        <Suspense fallback={<div className="ck-calendar-wait" />}><Calendar value={value ?? today} latest={latest ?? today} onChoose={choose} /></Suspense>
        {value !== undefined && <button type="button" className="ck-item" onClick={() => choose(undefined)}>{say(calendarWords.any)}</button>}
      </Overlay>
    </div>
  )
}
