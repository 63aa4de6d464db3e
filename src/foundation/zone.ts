/** Local dates of an IANA zone. Days are `YYYY-MM-DD` strings: they sort, compare, and never drift by a zone. */
export type Day = string

const dayMs = 86_400_000

export const isZone = (zone: string): boolean => {
  try { return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '' } catch { return false }
}

/** To make a formatter takes fifty times as long as to use it, and it never changes: each is made once for a zone. The same holds of what it has answered. */
const dayFormats = new Map<string, Intl.DateTimeFormat>()
const clockFormats = new Map<string, Intl.DateTimeFormat>()
const knownStarts = new Map<string, Map<Day, number>>()
const knownDays = new Map<string, Map<number, Day>>()

function known<K, V>(all: Map<string, Map<K, V>>, zone: string, most: number): Map<K, V> {
  const found = all.get(zone)
  if (found !== undefined && found.size < most) return found
  const fresh = new Map<K, V>()
  all.set(zone, fresh)
  return fresh
}

const daily = { year: 'numeric', month: '2-digit', day: '2-digit' } as const
const toTheSecond = { ...daily, hourCycle: 'h23', hour: '2-digit', minute: '2-digit', second: '2-digit' } as const

function formatOf(made: Map<string, Intl.DateTimeFormat>, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const format = made.get(zone) ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone, ...options })
  made.set(zone, format)
  return format
}

/** The local day on which an instant falls. */
export const dayOf = (at: Date, zone: string): Day => formatOf(dayFormats, zone, daily).format(at)

/** The instant at which a local day begins; where clocks jump over midnight, the first instant after it. */
export function startOf(day: Day, zone: string): Date {
  const starts = known(knownStarts, zone, 20_000)
  const at = starts.get(day) ?? findStart(day, zone)
  starts.set(day, at)
  return new Date(at)
}

function findStart(day: Day, zone: string): number {
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
  return at
}

/** Whole days from a to b; negative when b is earlier. */
export const daysBetween = (a: Day, b: Day): number => Math.round((Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / dayMs)

/** Within a month by its number alone: every rule with a window asks. */
export function addDays(day: Day, days: number): Day {
  const date = Number(day.slice(8, 10)) + days
  if (date >= 1 && date <= 28) return `${day.slice(0, 8)}${date < 10 ? '0' : ''}${date}`
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
}

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
  return (at) => {
    const quarter = Math.floor(at.getTime() / 900_000)
    if (quarter < 105_190) return format.format(at)
    const days = known(knownDays, zone, 200_000)
    const day = days.get(quarter) ?? format.format(at)
    days.set(quarter, day)
    return day
  }
}
