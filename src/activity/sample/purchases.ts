/** A member's life with the chain: when they come, what they take, what comes back. */
import type { Random } from '#foundation/random.ts'
import { basket, type SampleLine, type Taste } from './baskets.ts'
import type { Channel } from './members.ts'
import type { ShopTime } from './season.ts'
import { sampleStores, type SampleStore } from './stores.ts'
import { sampleTruth } from './truth.ts'
import { urnOfKeys } from './urn.ts'

export interface SampleOrder {
  readonly id: string
  readonly kind: 'sale' | 'return' | 'cancellation'
  readonly number: string
  readonly at: Date
  /** In the zone of the business. */
  readonly day: string
  readonly channel: Channel
  /** Code of the store, for orders in a store. */
  readonly store: string | null
  readonly totalMinor: bigint
  readonly costMinor: bigint
  /** Number of the sale that it undoes. */
  readonly undoes: string | null
  readonly lines: readonly SampleLine[]
}

/** When a member comes, in weeks of shop time, and when they leave for good; null where they are still there at the end. */
export interface Life { readonly rate: number, readonly visits: readonly number[], readonly leaves: number | null }

export function lifeFrom(random: Random, joins: number, end: number): Life {
  const { buying, leaving } = sampleTruth
  const rate = random.gamma(buying.shape) / buying.weeks
  const leaves = joins + random.exponential() / (random.gamma(leaving.shape) / leaving.weeks)
  const visits = [joins]
  const last = Math.min(leaves, end)
  for (let at = joins + random.exponential() / rate; at < last; at += random.exponential() / rate) visits.push(at)
  return { rate, visits, leaves: leaves < end ? leaves : null }
}

const hourMs = 3_600_000
const dayMs = 24 * hourMs
/** Asia/Shanghai, which has had no summer time since 1991. */
const zoneMs = 8 * hourMs
/** Opening hours, and waking hours on line; the part of the day that has passed maps into them, busiest at noon and in the evening. */
const hourOf = (part: number, inStore: boolean): number =>
  inStore ? 9.5 + 12 * (part - 0.05 * Math.sin(4 * Math.PI * part)) : 7 + 16.9 * part ** 0.8

export interface Clerk {
  readonly sale: (random: Random, weeks: number, channel: Channel, home: SampleStore, taste: Taste) => SampleOrder[]
  readonly channel: (random: Random) => Channel
}

/** Writes orders, with numbers that run on. */
export function clerk(time: ShopTime, idAt: (ms: number) => string): Clerk {
  const { share, days } = sampleTruth
  const prefixOf: Readonly<Record<Channel, string>> = { 门店: '', 小程序: 'W', 天猫: 'T', 抖音: 'D' }
  const firstMs = Date.parse(`${time.days[0]?.day ?? ''}T00:00:00Z`) - zoneMs
  const endMs = firstMs + time.days.length * dayMs
  let running = 0

  const undo = (random: Random, sale: SampleOrder, kind: 'return' | 'cancellation', ms: number): SampleOrder[] => {
    if (ms >= endMs) return []
    const back = kind === 'return' && sale.lines.length > 1 && random.next() < 0.6 ? sale.lines.slice(0, 1) : sale.lines
    const lines = back.map((line) => ({ ...line, quantity: -line.quantity, amountMinor: -line.amountMinor, costMinor: -line.costMinor }))
    const day = time.days[Math.floor((ms - firstMs) / dayMs)]?.day ?? sale.day
    return [{ ...sale, ...sums(lines), id: idAt(ms), kind, at: new Date(ms), day, undoes: sale.number, lines,
      number: `${kind === 'return' ? 'R' : 'X'}${day.slice(2).replaceAll('-', '')}-${String(++running).padStart(6, '0')}` }]
  }

  return {
    channel: urnOfKeys(share.channels),
    sale: (random, weeks, channel, home, taste) => {
      const moment = time.dayAt(weeks)
      const index = Math.floor(moment)
      const today = time.days[index]
      if (today === undefined) throw new RangeError('outside the span of the sample')
      const inStore = channel === '门店'
      const elsewhere = inStore && random.next() < 0.12 ? random.pick(sampleStores) : home
      const store = elsewhere.opens <= index ? elsewhere : home
      const ms = firstMs + index * dayMs + Math.floor(hourOf(moment - index, inStore) * 3_600) * 1_000
      const off = inStore ? 0 : Math.max(today.bargain, random.next() < 0.25 ? 0.05 : 0)
      const lines = basket(random, taste, today, off, index >= days / 2)
      const number = `${inStore ? `${store.code}-` : prefixOf[channel]}${today.day.slice(2).replaceAll('-', '')}-${String(++running).padStart(6, '0')}`
      const sale: SampleOrder = {
        ...sums(lines), id: idAt(ms), kind: 'sale', number, at: new Date(ms), day: today.day, channel, store: inStore ? store.code : null, undoes: null, lines
      }
      if (!inStore && random.next() < share.cancelled) return [sale, ...undo(random, sale, 'cancellation', ms + Math.floor(random.exponential() * 2 * hourMs))]
      if (random.next() < (inStore ? share.returned.store : share.returned.online)) {
        const backDay = index + 1 + random.int(inStore ? 7 : 14)
        return [sale, ...undo(random, sale, 'return', firstMs + backDay * dayMs + Math.floor(hourOf(random.next(), inStore) * 3_600) * 1_000)]
      }
      return [sale]
    }
  }
}

const sums = (lines: readonly SampleLine[]): { readonly totalMinor: bigint, readonly costMinor: bigint } => ({
  totalMinor: lines.reduce((sum, line) => sum + line.amountMinor, 0n),
  costMinor: lines.reduce((sum, line) => sum + line.costMinor, 0n)
})
