/** Dates and times as people and exports write them. What cannot be is refused by name: the 31st of February, the year 1969, the year 2999. */
import type { Wall } from './clockwork.ts'

export type DateOrder = 'dmy' | 'mdy'
export type TimeFault = 'time_wrong' | 'time_impossible' | 'time_early' | 'time_late'
export interface TimeRules { readonly wall: Wall, readonly order: DateOrder, readonly latest: number }

const dayMs = 86_400_000
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const clock = /^(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,](\d{1,9}))?)?\s*(am|pm|a\.m\.|p\.m\.|上午|下午)?\s*(z|utc|gmt|[+-]\d{2}:?\d{2})?$/i
const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[t\s]+(.+))?$/i
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?:[t\s,]+(.+))?$/i
const compact = /^(\d{4})(\d{2})(\d{2})(?:[t\s]?(\d{2}):?(\d{2}):?(\d{2})?)?$/i
const dayMonth = /^(\d{1,2})[-\s.]+([a-z]{3,9})\.?[-\s,]+(\d{4})(?:[t\s,]+(.+))?$/i
const monthDay = /^([a-z]{3,9})\.?[-\s]+(\d{1,2}),?[-\s]+(\d{4})(?:[t\s,]+(.+))?$/i

/** Reads one value: an instant in milliseconds, or what is wrong with it. */
export function readTime(raw: string, { wall, order, latest }: TimeRules): number | TimeFault {
  const quick = quickWall(raw)
  const parsed = quick === undefined ? slowTime(raw, order, wall) : quick === impossible ? 'time_impossible' : wall.instantOf(quick)
  if (typeof parsed !== 'number') return parsed
  if (parsed < -50_400_000) return 'time_early'
  // Only a day's length of instants may lie in 1969 somewhere.
  return parsed > latest ? 'time_late' : parsed < dayMs && wall.dayOf(parsed) < '1970' ? 'time_early' : parsed
}

const impossible = Number.NEGATIVE_INFINITY
const digit = (text: string, at: number): number => text.charCodeAt(at) - 48
const two = (text: string, at: number): number => digit(text, at) * 10 + digit(text, at + 1)

/** `2026-03-01`, `2026-03-01 10:00:00` and their slashed kin, without a regular expression: nine files in ten hold nothing else. */
function quickWall(text: string): number | undefined {
  if (text.length !== 19 && text.length !== 10) return undefined
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (i === 4 || i === 7) { if (code !== 45 && code !== 47) return undefined } else if (i === 10) { if (code !== 32 && code !== 84) return undefined } else if (i === 13 || i === 16) { if (code !== 58) return undefined } else if (code < 48 || code > 57) return undefined
  }
  const clockMs = text.length === 10 ? 0 : clockOf(two(text, 11), two(text, 14), two(text, 17), 0)
  return wallOf(two(text, 0) * 100 + two(text, 2), two(text, 5), two(text, 8), clockMs)
}

/** Two digits in bytes; NaN where they are none. */
function twoIn(bytes: Uint8Array, at: number): number {
  const ten = (bytes[at] ?? 0) - 48
  const one = (bytes[at + 1] ?? 0) - 48
  return ten >= 0 && ten <= 9 && one >= 0 && one <= 9 ? ten * 10 + one : Number.NaN
}

const isHyphen = (byte: number | undefined): boolean => byte === 45 || byte === 47

/** The same instant from bytes, without a text: rows mostly follow each other in time, so the day of the one before is at hand. NaN: `readTime` decides, also what is wrong with it. */
export function createQuickTime({ wall, latest }: Pick<TimeRules, 'wall' | 'latest'>): (bytes: Uint8Array, from: number, to: number) => number {
  let lastDate = Number.NaN
  let lastMs = 0
  return (bytes, from, to) => {
    const isLong = to - from === 19
    if ((!isLong && to - from !== 10) || !isHyphen(bytes[from + 4]) || !isHyphen(bytes[from + 7])) return Number.NaN
    const year = twoIn(bytes, from) * 100 + twoIn(bytes, from + 2)
    const date = year * 10_000 + twoIn(bytes, from + 5) * 100 + twoIn(bytes, from + 8)
    if (date !== lastDate) {
      const ms = wallOf(year, twoIn(bytes, from + 5), twoIn(bytes, from + 8), 0)
      // Around 1970 there is more to ask; of NaN, no date is kept.
      if (!(ms > 2 * dayMs)) return Number.NaN
      lastDate = date
      lastMs = ms
    }
    let clockMs = 0
    if (isLong) {
      const between = bytes[from + 10]
      if ((between !== 32 && between !== 84) || bytes[from + 13] !== 58 || bytes[from + 16] !== 58) return Number.NaN
      clockMs = clockOf(twoIn(bytes, from + 11), twoIn(bytes, from + 14), twoIn(bytes, from + 17), 0)
      if (!(clockMs >= 0)) return Number.NaN
    }
    const at = wall.instantOf(lastMs + clockMs)
    return at > latest ? Number.NaN : at
  }
}

function wallOf(year: number, month: number, day: number, clockMs: number): number {
  const ms = Date.UTC(year, month - 1, day)
  const date = new Date(ms)
  return date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || clockMs < 0 ? impossible : ms + clockMs
}

/** -1 for a time that no clock shows; 24:00:00 is the end of the day. */
function clockOf(hour: number, minute: number, second: number, ms: number): number {
  if (hour === 24 && minute === 0 && second === 0) return dayMs
  return hour > 23 || minute > 59 || second > 59 ? -1 : hour * 3_600_000 + minute * 60_000 + second * 1_000 + ms
}

function slowTime(raw: string, order: DateOrder, wall: Wall): number | TimeFault {
  const text = plainTime(raw)
  if (/^[1-7]\d{4}(\.\d+)?$/.test(text)) return wall.instantOf(Math.round((Number(text) - 25_569) * 86_400) * 1_000)
  if (/^1\d{9}$/.test(text)) return Number(text) * 1_000
  if (/^1\d{12}$/.test(text)) return Number(text)
  const found = dateIn(text, order)
  if (!found) return 'time_wrong'
  const time = found.rest === undefined || found.rest === '' ? { ms: 0, offset: undefined } : readClock(found.rest)
  if (!time) return 'time_wrong'
  const at = wallOf(found.year, found.month, found.day, time.ms)
  if (at === impossible) return 'time_impossible'
  return time.offset === undefined ? wall.instantOf(at) : at - time.offset
}

/** Full-width digits, Chinese units and odd blanks in plain form: `2026年3月1日 10时5分` → `2026-3-1 10:5`. */
function plainTime(raw: string): string {
  return raw.normalize('NFKC').trim()
    .replace(/[年月]/g, '-').replace(/[日号]\s*/g, ' ').replace(/[时点]/g, ':').replace(/分(?=\d)/g, ':').replace(/[分秒]/g, '')
    .replace(/(上午|下午)\s*(\d{1,2}:\d{1,2}(?::\d{1,2})?)/, '$2 $1').replace(/^(.*\d:)$/, '$100').replace(/-$/, '').replace(/\s+/g, ' ').trim()
}

interface Found { readonly year: number, readonly month: number, readonly day: number, readonly rest: string | undefined }

function dateIn(text: string, order: DateOrder): Found | undefined {
  const a = yearFirst.exec(text)
  if (a) return { year: Number(a[1]), month: Number(a[3]), day: Number(a[4]), rest: a[5] }
  const b = yearLast.exec(text)
  if (b) {
    const [first, second] = [Number(b[1]), Number(b[3])]
    const dayFirst = b[2] === '.' || order === 'dmy'
    return { year: fullYear(Number(b[4])), month: dayFirst ? second : first, day: dayFirst ? first : second, rest: b[5] }
  }
  const c = compact.exec(text)
  if (c) return { year: Number(c[1]), month: Number(c[2]), day: Number(c[3]), rest: c[4] === undefined ? undefined : `${c[4]}:${c[5]}:${c[6] ?? '00'}` }
  const d = dayMonth.exec(text)
  if (d) return named(Number(d[3]), d[2], Number(d[1]), d[4])
  const e = monthDay.exec(text)
  return e ? named(Number(e[3]), e[1], Number(e[2]), e[4]) : undefined
}

const fullYear = (year: number): number => (year > 99 ? year : year < 70 ? 2000 + year : 1900 + year)

function named(year: number, month: string | undefined, day: number, rest: string | undefined): Found | undefined {
  const index = months.indexOf((month ?? '').slice(0, 3).toLowerCase())
  return index < 0 ? undefined : { year, month: index + 1, day, rest }
}

function readClock(text: string): { readonly ms: number, readonly offset: number | undefined } | undefined {
  const found = clock.exec(text)
  if (!found) return undefined
  const [, hours, minutes, seconds = '0', fraction = '', half, zone] = found
  const afternoon = half !== undefined && /^p|下/i.test(half)
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (afternoon ? 12 : 0)
  const ms = clockOf(hour, Number(minutes), Number(seconds), Number(fraction.padEnd(3, '0').slice(0, 3)))
  return { ms, offset: zone === undefined ? undefined : offsetOf(zone) }
}

function offsetOf(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? []
  return sign === undefined ? 0 : (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1)
}

/**
 * Whether a column writes the day or the month first, from all of its values: one 25/3 decides. `undefined` while nothing does: then the business's country
 * decides, and the page says so.
 */
export function createOrderWatch(): { readonly see: (text: string) => void, readonly found: () => { readonly order: DateOrder | undefined, readonly open: boolean } } {
  let firstMost = 0
  let secondMost = 0
  return {
    see: (text) => {
      const match = /^(\d{1,2})[-/](\d{1,2})[-/]\d{2,4}/.exec(text)
      if (!match) return
      firstMost = Math.max(firstMost, Number(match[1]))
      secondMost = Math.max(secondMost, Number(match[2]))
    },
    found: () => ({ order: firstMost > 12 ? 'dmy' : secondMost > 12 ? 'mdy' : undefined, open: firstMost > 0 && firstMost <= 12 && secondMost <= 12 })
  }
}
