/** What is known of a member when an order is counted: worked out for many at once, and only as far as the rules ask. */
import { nextBirthday, type Birthday } from '#customers/record/record.ts'
import type { Db, Trx } from '#foundation/db.ts'
import { addDays, type Day } from '#foundation/zone.ts'
import { readTiersThen } from '#loyalty/tiers/tiers.ts'
import { weekdayOf, type Facts } from './earning.match.ts'
import type { Programme } from './earning.schema.ts'
import * as sql from './earning.sql.ts'

/** As they are kept with an accrual: with the place of the order, and what was paid for each line where that is not the line's own amount. */
export interface KeptFacts extends Facts { readonly storeId: string | null, readonly channel: string | null, readonly paid?: Readonly<Record<string, string>> }

export interface Asking { readonly customerId: string, readonly orderId: string | null, readonly at: Date, readonly programme: Programme }

/** The zone's local day and minute, for many instants. */
export function wallClock(zone: string): (at: Date) => { readonly day: Day, readonly minute: number } {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' })
  const quarters = new Map<number, { readonly day: Day, readonly minute: number }>()
  return (at) => {
    // No zone changes its clock within a quarter of an hour that begins at a whole one.
    const quarter = Math.floor(at.getTime() / 900_000)
    let begin = quarters.get(quarter)
    if (begin === undefined) {
      const part = Object.fromEntries(format.formatToParts(new Date(quarter * 900_000)).map(({ type, value }) => [type, value]))
      begin = { day: `${part['year'] ?? ''}-${part['month'] ?? ''}-${part['day'] ?? ''}`, minute: Number(part['hour']) * 60 + Number(part['minute']) }
      if (quarters.size > 50_000) quarters.clear()
      quarters.set(quarter, begin)
    }
    return { day: begin.day, minute: begin.minute + Math.floor((at.getTime() - quarter * 900_000) / 60_000) }
  }
}

export const asksFirst = ({ rules }: Programme): boolean => rules.some(({ when }) => when?.firstOrder === true)
/** Whether any rule wants to know the tier. */
export const asksTier = ({ rules }: Programme): boolean => rules.some(({ give, when }) => give.kind === 'tier' || when?.tiers !== undefined)
const asksBirthday = ({ rules }: Programme): boolean => rules.some(({ when }) => when?.birthday !== undefined)

/** `again`: for orders that may be counted already, where the order that was the first still is. */
export async function factsOf(db: Db | Trx, zone: string, asking: readonly Asking[], { again = false } = {}): Promise<readonly Facts[]> {
  const clock = wallClock(zone)
  const idsOf = (asks: (programme: Programme) => boolean): readonly string[] => [...new Set(asking.filter(({ programme }) => asks(programme)).map(({ customerId }) => customerId))]
  const [maybeFirst, celebrating] = [idsOf(asksFirst), idsOf(asksBirthday)]
  const first = maybeFirst.length === 0 ? new Map<string, string>() : await sql.findFirstSales(db, maybeFirst)
  const had = again || maybeFirst.length === 0 ? new Set<string>() : await sql.findHadFirst(db, maybeFirst)
  const birthdays = new Map((celebrating.length === 0 ? [] : await sql.findBirthdays(db, celebrating)).map((row) => [row.customerId, birthdayOf(row)]))
  const tiers = await readTiersThen(db, asking.filter(({ programme }) => asksTier(programme)))
  return asking.map(({ customerId, orderId, at, programme }) => {
    const { day, minute } = clock(at)
    const tier = tiers.get(customerId)
    const birthday = asksBirthday(programme) ? birthdays.get(customerId) : undefined
    return {
      day, minute, tier: tier?.tier ?? null, ratePermille: tier?.ratePermille ?? 1000, isFirst: asksFirst(programme) && orderId !== null && isFirst(first.get(customerId), orderId) && !had.has(customerId),
      birthday: birthday === undefined ? [] : birthdayNear(birthday, day)
    }
  })
}

/** A basket that is only quoted is no order yet: it is the first where there is none. */
const isFirst = (first: string | undefined, orderId: string): boolean => first === undefined || first === orderId

const birthdayOf = ({ calendar, year, month, day, leap }: sql.BirthdayRow): Birthday => ({ calendar: calendar === 'lunar' ? 'lunar' : 'solar', year, month, day, leap })

/**
 * Whether the day is the member's birthday, lies in its week (Monday to Sunday), in its month. A lunar birthday counts on the solar day on which it falls that
 * year, and its week and month are those of that day.
 */
export function birthdayNear(birthday: Birthday, day: Day): readonly ('day' | 'week' | 'month')[] {
  const monday = addDays(day, 1 - weekdayOf(day))
  const firstOfMonth = `${day.slice(0, 7)}-01`
  // One look from the earlier of the two is enough: the birthday after that is most of a year away.
  const found = nextBirthday(birthday, monday < firstOfMonth ? monday : firstOfMonth)
  const isIn = (first: Day, last: Day): boolean => found >= first && found <= last
  return [...(found === day ? ['day' as const] : []), ...(isIn(monday, addDays(monday, 6)) ? ['week' as const] : []), ...(isIn(firstOfMonth, `${day.slice(0, 7)}-31`) ? ['month' as const] : [])]
}
