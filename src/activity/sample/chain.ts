/**
 * 青山茶铺 Qingshan Tea: a chain that does not exist, drawn from a seed. The same seed and end give the same chain on every machine; customers come
 * one after the other, each with all of their orders, so that nothing needs to be held in memory.
 */
import { seededRandom, type Random } from '#foundation/random.ts'
import { addDays, type Day } from '#foundation/zone.ts'
import { tasteOf } from './baskets.ts'
import { memberMaker, type Person } from './members.ts'
import { clerk, lifeFrom, type SampleOrder } from './purchases.ts'
import { shopTime, type ShopTime } from './season.ts'
import { sampleStores, type SampleStore } from './stores.ts'
import { sampleTruth } from './truth.ts'
import { urnOf } from './urn.ts'

export const chainName = '青山茶铺'

export interface SampleCustomer extends Person {
  readonly createdAt: Date
  readonly orders: readonly SampleOrder[]
  /** What nobody can see in a real shop; for tests only, never loaded. */
  readonly truth: {
    /** Orders per week of shop time. */
    readonly rate: number
    readonly joinsWeeks: number
    /** In shop time; null where still there at the end. */
    readonly leavesWeeks: number | null
    readonly aliveUntil: Day | null
  } | null
}

export interface SampleChain {
  readonly firstDay: Day
  readonly endDay: Day
  readonly time: ShopTime
  readonly stores: readonly SampleStore[]
  /** Members and prospects. */
  readonly customers: () => Generator<SampleCustomer>
  /** Orders of people who gave no name. */
  readonly walkIns: () => Generator<SampleOrder>
}

export interface ChainSize { readonly seed: number, readonly members: number, readonly prospects: number, readonly walkIns: number }

/** The chain up to and with `endDay`. */
export function sampleChain(endDay: Day, size: ChainSize = sampleTruth): SampleChain {
  const firstDay = addDays(endDay, 1 - sampleTruth.days)
  const time = shopTime(firstDay, sampleTruth.days)
  return {
    firstDay, endDay, time, stores: sampleStores,
    customers: () => customers(time, size),
    walkIns: () => walkIns(time, size)
  }
}

function* customers(time: ShopTime, size: ChainSize): Generator<SampleCustomer> {
  const random = seededRandom(size.seed)
  const people = memberMaker()
  const till = clerk(time, idMaker(random))
  const homeOf = urnOf(sampleStores.map((store) => [store, store.weight * (1 - store.opens / (time.days.length * 1.3))] as const))
  const year = Number(time.days[0]?.day.slice(0, 4))
  for (let place = 0; place < size.members; place++) {
    const home = homeOf(random)
    const channel = till.channel(random)
    const joins = joinsAt(random, time, home)
    const person = people.member(random, place, home, channel, year)
    const life = lifeFrom(random, joins, time.weeks)
    const taste = tasteOf(random, person.kind === 'intermediary')
    const orders = life.visits.flatMap((weeks) =>
      till.sale(random, weeks, random.next() < 0.75 ? channel : till.channel(random), home, taste))
    const firstMs = orders.reduce((least, order) => Math.min(least, order.at.getTime()), Infinity)
    const createdAt = new Date(firstMs - 60_000 * (1 + random.int(20)))
    yield { ...person, createdAt, orders, truth: {
      rate: life.rate, joinsWeeks: joins, leavesWeeks: life.leaves,
      aliveUntil: life.leaves === null ? null : time.days[Math.floor(time.dayAt(life.leaves))]?.day ?? null
    } }
  }
  for (let index = 0; index < size.prospects; index++) {
    const person = people.prospect(random, size.members + index, homeOf(random), year)
    const createdAt = new Date(Date.parse(`${time.days[random.int(time.days.length)]?.day ?? ''}T01:30:00Z`) + random.int(12 * 3_600) * 1_000)
    yield { ...person, createdAt, orders: [], truth: null }
  }
}

function* walkIns(time: ShopTime, size: ChainSize): Generator<SampleOrder> {
  // Another stream than the members', and numbers of its own: either can be drawn without the other.
  const random = seededRandom(size.seed + 1)
  const till = clerk(time, idMaker(random))
  const homeOf = urnOf(sampleStores.map((store) => [store, store.weight * (1 - store.opens / time.days.length)] as const))
  for (let place = 0; place < size.walkIns; place++) {
    const home = homeOf(random)
    const opens = time.weeksBefore(home.opens)
    for (const order of till.sale(random, opens + random.next() * (time.weeks - opens), '门店', home, tasteOf(random, false))) {
      const mark = (number: string): string => `${number}N`
      yield { ...order, number: mark(order.number), undoes: order.undoes === null ? null : mark(order.undoes) }
    }
  }
}

/** A third of a shop's members join in its first two months, the others evenly over trade. */
function joinsAt(random: Random, time: ShopTime, home: SampleStore): number {
  const opens = time.weeksBefore(home.opens)
  const rush = random.next() < 0.3 ? random.exponential() * 4 : Infinity
  return opens + rush < time.weeks ? opens + rush : opens + random.next() * (time.weeks - opens)
}

/** UUIDv7 with drawn instead of true randomness, so that a chain has the same ids every time. */
function idMaker(random: Random): (ms: number) => string {
  const pair = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
  const two = (bits: number): string => `${pair[bits >> 8] ?? ''}${pair[bits & 255] ?? ''}`
  const drawn = (): string => two(random.int(0x10000))
  return (ms) => {
    const time = ms.toString(16).padStart(12, '0')
    return `${time.slice(0, 8)}-${time.slice(8)}-${two(0x7000 + random.int(0x1000))}-${two(0x8000 + random.int(0x4000))}-${drawn()}${drawn()}${drawn()}`
  }
}
