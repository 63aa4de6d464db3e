/** Whether a rule concerns an order, a line, an event. Pure: local time and everything known of the member come as facts. */
import type { Day } from '#foundation/zone.ts'
import type { Basket, BasketLine } from './earning.basket.ts'
import type { Asked, Rule, When, Where } from './earning.schema.ts'

/** What was known when an order was counted. It is kept with the accrual: a return asks the same rules with the same facts. */
export interface Facts {
  readonly tier: string | null
  /** What the tier multiplies by, in thousandths; 1000 where there is none. */
  readonly ratePermille: number
  readonly isFirst: boolean
  readonly birthday: readonly ('day' | 'week' | 'month')[]
  /** The local day and minute of the order in the zone of the business. */
  readonly day: Day
  readonly minute: number
}

export const covers = (category: string, found: string | null): boolean => found !== null && (found === category || found.startsWith(`${category}/`) || found.startsWith(`${category} > `))

export function fitsLine(where: Where | undefined, { product, category }: Pick<BasketLine, 'product' | 'category'>): boolean {
  if (where === undefined) return true
  const { products, categories, exceptProducts, exceptCategories } = where
  if (exceptProducts?.includes(product) === true || exceptCategories?.some((one) => covers(one, category)) === true) return false
  if (products === undefined && categories === undefined) return true
  return products?.includes(product) === true || categories?.some((one) => covers(one, category)) === true
}

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (day: Day): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7 + 1
const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

/** All but the money, which is asked of the lines. */
export function fitsOrder(when: When | undefined, { source, storeId, channel }: Pick<Basket, 'source' | 'storeId' | 'channel'>, facts: Facts): boolean {
  if (when === undefined) return true
  const { sources, stores, channels, tiers, from, to, weekdays, hours, firstOrder, birthday } = when
  if (sources?.includes(source) === false || stores?.includes(storeId ?? '') === false || channels?.includes(channel ?? '') === false || tiers?.includes(facts.tier ?? '') === false) return false
  if ((from !== undefined && facts.day < from) || (to !== undefined && facts.day > to)) return false
  if (weekdays !== undefined && !weekdays.includes(weekdayOf(facts.day))) return false
  if (hours !== undefined && !within(facts.minute, minuteOf(hours.from), minuteOf(hours.to))) return false
  if (firstOrder === true && !facts.isFirst) return false
  return birthday === undefined || facts.birthday.includes(birthday)
}

/** From 22:00 to 02:00 passes midnight; from a time to itself is the whole day. */
const within = (minute: number, from: number, to: number): boolean => (from < to ? minute >= from && minute < to : minute >= from || minute < to)

export const linesOf = (rule: Rule, lines: readonly BasketLine[]): readonly BasketLine[] => (rule.where === undefined ? lines : lines.filter((line) => fitsLine(rule.where, line)))

/** `body.answer.stars`: a field may name a place inside. What is not there fits nothing. */
export function fitsEvent(asks: readonly Asked[] | undefined, body: Readonly<Record<string, unknown>>): boolean {
  return (asks ?? []).every((ask) => {
    const found = ask.field.split('.').reduce<unknown>((at, name) => (isObject(at) ? at[name] : undefined), body)
    if (ask.is === 'equals') return found === ask.value
    if (ask.is === 'not') return found !== undefined && found !== ask.value
    if (ask.is === 'one_of') return typeof found === 'string' && ask.value.includes(found)
    const number = typeof found === 'number' ? found : typeof found === 'string' && /^-?\d+(\.\d+)?$/.test(found) ? Number(found) : undefined
    if (number === undefined) return false
    return ask.is === 'at_least' ? number >= ask.value : number <= ask.value
  })
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)
