import { useRef, useState, type KeyboardEvent } from 'react'
import { calendarWords } from './calendar.words.ts'
import { useWords } from './locale.tsx'

interface CalendarProps { readonly value: string, readonly latest: string, readonly onChoose: (day: string) => void }

const oldest = '1990-01-01'
const utc = (day: string): Date => new Date(`${day}T00:00:00Z`)
const written = (date: Date): string => date.toISOString().slice(0, 10)
const shifted = (day: string, days: number): string => { const date = utc(day); date.setUTCDate(date.getUTCDate() + days); return written(date) }
const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7, PageUp: -28, PageDown: 28 }

/** A month to choose a past day from: arrows move by day and week, Page Up and Down by four weeks. */
export function Calendar({ value, latest, onChoose }: CalendarProps) {
  const { say, locale } = useWords()
  const [focus, setFocus] = useState(value)
  const grid = useRef<HTMLTableElement>(null)
  const first = `${focus.slice(0, 7)}-01`
  // Weeks begin on Monday in China and by ISO; on Sunday in American English.
  const lead = locale === 'en' ? utc(first).getUTCDay() : (utc(first).getUTCDay() + 6) % 7
  const days = Array.from({ length: 42 }, (_, place) => shifted(first, place - lead))
  const name = (day: string, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(utc(day))
  const within = (day: string) => day < oldest ? oldest : day > latest ? latest : day
  const move = (months: number) => { const date = utc(first); date.setUTCMonth(date.getUTCMonth() + months); setFocus(within(written(date))) }
  const onKey = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = within(shifted(focus, step))
    setFocus(next)
    requestAnimationFrame(() => grid.current?.querySelector<HTMLButtonElement>(`[data-day="${next}"]`)?.focus())
  }
  return (
    <div className="ck-calendar">
      <div className="ck-bar">
        <button type="button" className="ck-plain" aria-label={say(calendarWords.yearBefore)} onClick={() => move(-12)}>«</button>
        <button type="button" className="ck-plain" aria-label={say(calendarWords.monthBefore)} onClick={() => move(-1)}>‹</button>
        <strong aria-live="polite">{name(first, { year: 'numeric', month: 'long' })}</strong>
        <button type="button" className="ck-plain" aria-label={say(calendarWords.monthAfter)} disabled={shifted(first, 31) > latest} onClick={() => move(1)}>›</button>
        <button type="button" className="ck-plain" aria-label={say(calendarWords.yearAfter)} disabled={shifted(first, 31) > latest} onClick={() => move(12)}>»</button>
      </div>
      <table ref={grid} onKeyDown={onKey}>
        <thead><tr>{days.slice(0, 7).map((day) => <th key={day} scope="col" abbr={name(day, { weekday: 'long' })}>{name(day, { weekday: 'narrow' })}</th>)}</tr></thead>
        <tbody>
          {[0, 1, 2, 3, 4, 5].map((week) => (
            <tr key={week}>
              {days.slice(week * 7, week * 7 + 7).map((day) => (
                <td key={day}>
                  {day.slice(0, 7) === focus.slice(0, 7) && (
                    <button type="button" data-day={day} tabIndex={day === focus ? 0 : -1} disabled={day > latest} aria-pressed={day === value} aria-label={name(day, { dateStyle: 'full' })} onClick={() => onChoose(day)}>{Number(day.slice(8))}</button>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
