/** What of the address asks for customers: the same names as the API's. */
import type { Sentence, Values } from '#foundation/words.ts'
import type { ListQuery } from '#web/client.ts'
import { listWords as words, weekdayWords } from './behaviour.page.words.ts'
import { bandWords } from './prices.words.ts'

type Address = Readonly<Record<string, string | undefined>>
type Query = ListQuery<'/api/behaviour/customers'>

const keys = ['list', 'ordersFrom', 'ordersTo', 'weekday', 'hour', 'month', 'product', 'withProduct', 'ofCategory', 'withCategory', 'again', 'promotion', 'below'] as const

export const hasList = (values: Address): boolean => keys.some((key) => values[key] !== undefined)
export const without: Address = Object.fromEntries(keys.map((key) => [key, undefined]))

const whole = (text: string | undefined, most: number): number | undefined => (text !== undefined && /^\d{1,6}$/.test(text) && Number(text) <= most ? Number(text) : undefined)

export const wantedOf = (values: Address): Pick<Query, 'ordersFrom' | 'ordersTo' | 'weekday' | 'hour' | 'month' | 'product' | 'withProduct' | 'ofCategory' | 'withCategory' | 'again' | 'promotion' | 'below'> => ({
  ordersFrom: whole(values['ordersFrom'], 999_999), ordersTo: whole(values['ordersTo'], 999_999), weekday: whole(values['weekday'], 7), hour: whole(values['hour'], 23), month: whole(values['month'], 12),
  product: values['product'], withProduct: values['withProduct'], ofCategory: values['ofCategory'], withCategory: values['withCategory'], again: values['again'] === 'true' ? true : undefined,
  promotion: whole(values['promotion'], 5), below: whole(values['below'], 5)
})

/** Who is listed, in a sentence. */
export function titleOf(values: Address, say: (sentence: Sentence, values?: Values) => string): string {
  const { ordersFrom, ordersTo, weekday, hour, month, product, withProduct, ofCategory, withCategory, again, promotion, below } = wantedOf(values)
  const day = weekdayWords[weekday ?? 0]
  const key = product ?? ofCategory
  const beside = withProduct ?? withCategory
  if (promotion === 5 && ordersFrom === 2) return say(words.promotionOnly)
  if (promotion !== undefined) return say(words.promotion, { band: say(bandWords[promotion] ?? words.title) })
  if (below !== undefined) return say(words.below, { band: say(bandWords[below] ?? words.title) })
  if (ordersFrom !== undefined) {
    return say(words.orders, { range: ordersTo === undefined ? say(words.upwards, { from: ordersFrom }) : ordersTo === ordersFrom ? ordersFrom : `${ordersFrom} – ${ordersTo}` })
  }
  if (day !== undefined && hour !== undefined) return say(words.weekdayHour, { day: say(day), from: hour, to: hour + 1 })
  if (day !== undefined) return say(words.weekday, { day: say(day) })
  if (hour !== undefined) return say(words.hour, { from: hour, to: hour + 1 })
  if (month !== undefined) return say(words.month, { month })
  if (key !== undefined && beside !== undefined) return say(words.together, { key, beside })
  if (key !== undefined) return say(again === true ? words.again : words.bought, { key })
  return say(words.all)
}
