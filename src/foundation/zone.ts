/** Local dates of an IANA zone. Days are `YYYY-MM-DD` strings: they sort, compare, and never drift by a zone. */
export type Day = string

const dayMs = 86_400_000

export const isZone = (zone: string): boolean => {
  try { return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '' } catch { return false }
}

/** To make a formatter takes fifty times as long as to use it, and it never changes: each is made once for a zone. */
const dayFormats = new Map<string, Intl.DateTimeFormat>()
const clockFormats = new Map<string, Intl.DateTimeFormat>()

const daily = { year: 'numeric', month: '2-digit', day: '2-digit' } as const
const toTheSecond = { ...daily, hourCycle: 'h23', hour: '2-digit', minute: '2-digit', second: '2-digit' } as const

function formatOf(known: Map<string, Intl.DateTimeFormat>, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const format = known.get(zone) ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone, ...options })
  known.set(zone, format)
  return format
}

/** The local day on which an instant falls. */
export const dayOf = (at: Date, zone: string): Day => formatOf(dayFormats, zone, daily).format(at)

/** The instant at which a local day begins; where clocks jump over midnight, the first instant after it. */
export function startOf(day: Day, zone: string): Date {
  const wall = Date.parse(`${day}T00:00:00Z`)
  const clock = formatOf(clockFormats, zone, toTheSecond)
  const shown = (at: number): number => {
    const part = Object.fromEntries(clock.formatToParts(new Date(at)).map(({ type, value }) => [type, value]))
    return Date.parse(`${part['year']}-${part['month']}-${part['day']}T${part['hour']}:${part['minute']}:${part['second']}Z`)
  }
  let at = wall
  // Two steps settle the offset; a third changes nothing unless midnight itself is missing or comes twice.
  for (let step = 0; step < 3; step += 1) {
    const off = wall - shown(at)
    if (off === 0) break
    at += off
  }
  while (dayOf(new Date(at), zone) < day) at += 900_000
  while (dayOf(new Date(at - 900_000), zone) === day) at -= 900_000
  return new Date(at)
}

/** Whole days from a to b; negative when b is earlier. */
export const daysBetween = (a: Day, b: Day): number => Math.round((Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / dayMs)

export const addDays = (day: Day, days: number): Day => new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)

/** The same day of another month, or that month's last: 31 January + 1 month = 28 or 29 February. By numbers alone: every lot that is earned asks. */
export function addMonths(day: Day, months: number): Day {
  const all = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  const [year, month] = [Math.floor(all / 12), all % 12 + 1]
  return dayText(year, month, Math.min(Number(day.slice(8, 10)), daysOf(year, month)))
}

/** The last day of the month in which a day falls. */
export const endOfMonth = (day: Day): Day => `${day.slice(0, 8)}${daysOf(Number(day.slice(0, 4)), Number(day.slice(5, 7)))}`

const daysOf = (year: number, month: number): number => (month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31)
const dayText = (year: number, month: number, date: number): Day => `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}`

/** A real calendar date in `YYYY-MM-DD`, so not 2026-02-31. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && addDays(text, 0) === text

/** `dayOf` for many instants of one zone: a quarter of an hour never spans two local days (zones that did, before 1973, are asked each time). */
export function dayIn(zone: string): (at: Date) => Day {
  const format = formatOf(dayFormats, zone, daily)
  const known = new Map<number, Day>()
  return (at) => {
    const quarter = Math.floor(at.getTime() / 900_000)
    if (quarter < 105_190) return format.format(at)
    const found = known.get(quarter)
    if (found !== undefined) return found
    if (known.size > 200_000) known.clear()
    const day = format.format(at)
    known.set(quarter, day)
    return day
  }
}
