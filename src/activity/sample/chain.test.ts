import { isValidPhoneNumber } from 'libphonenumber-js/max'
import { codeToText } from 'element-china-area-data'
import { LunarYear } from 'lunar-typescript'
import { beforeAll, describe, expect, it } from 'vitest'
import { stopwatch } from '#foundation/clock.ts'
import { daysBetween } from '#foundation/zone.ts'
import { sampleChain, type SampleCustomer } from './chain.ts'
import type { SampleOrder } from './purchases.ts'
import { sampleStores } from './stores.ts'
import { sampleTruth, stillThere } from './truth.ts'

const endDay = '2026-11-20'
const chain = sampleChain(endDay)
const { share } = sampleTruth
let everyone: SampleCustomer[] = []
let members: SampleCustomer[] = []
let orders: SampleOrder[] = []
let walkIns: SampleOrder[] = []
let took = 0

beforeAll(() => {
  const elapsed = stopwatch()
  everyone = [...chain.customers()]
  walkIns = [...chain.walkIns()]
  took = elapsed()
  members = everyone.filter((customer) => customer.truth !== null)
  orders = everyone.flatMap((customer) => customer.orders)
})

/** Standard errors between a count seen and the share expected of n independent draws. */
const errors = (seen: number, n: number, expected: number): number => Math.abs(seen - n * expected) / Math.sqrt(n * expected * (1 - expected))
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

describe('the chain as a whole', () => {
  it('is the same for the same seed and another for another', () => {
    const small = { ...sampleTruth, members: 300, prospects: 20, walkIns: 50 }
    const draw = (seed: number): unknown[] => {
      const made = sampleChain(endDay, { ...small, seed })
      return [...made.customers(), ...made.walkIns()]
    }
    expect(draw(7)).toEqual(draw(7))
    expect(draw(7)).not.toEqual(draw(8))
  })

  it('has the size it says and is made in seconds', () => {
    expect([members.length, everyone.length - members.length]).toEqual([sampleTruth.members, sampleTruth.prospects])
    expect(walkIns.filter((order) => order.kind === 'sale')).toHaveLength(sampleTruth.walkIns)
    expect(members.every((member) => member.orders.length > 0)).toBe(true)
    expect(took).toBeLessThan(8_000)
  })

  it('spans two years and never leaves them', () => {
    expect(daysBetween(chain.firstDay, chain.endDay)).toBe(sampleTruth.days - 1)
    for (const order of [...orders, ...walkIns]) {
      expect(order.day >= chain.firstDay && order.day <= chain.endDay).toBe(true)
      expect(new Date(order.at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)).toBe(order.day)
    }
  })

  it('lets no store sell before it opens, and no day pass without trade', () => {
    for (const store of sampleStores) {
      expect(codeToText[store.region]).toBeDefined()
      const days = orders.filter((order) => order.store === store.code).map((order) => daysBetween(chain.firstDay, order.day))
      expect(days.reduce((a, b) => Math.min(a, b))).toBeGreaterThanOrEqual(store.opens)
    }
    expect(new Set(orders.map((order) => order.day)).size).toBe(sampleTruth.days)
  })

  it('sells more on Saturday than on Tuesday, and closes early for the New Year', () => {
    const perDay = Map.groupBy(orders, (order) => order.day)
    const weekday = (n: number): number => sum([...perDay].filter(([day]) => new Date(day).getUTCDay() === n).map(([, list]) => list.length))
    expect(weekday(6) / weekday(2)).toBeGreaterThan(1.3)
    expect(perDay.get('2026-02-17')?.length ?? 0).toBeLessThan((perDay.get('2026-02-10')?.length ?? 0) / 3)
  })
})

describe('buying and leaving', () => {
  it('happens at the rates it says', () => {
    const rates = members.map((member) => member.truth?.rate ?? NaN)
    const { shape, weeks } = sampleTruth.buying
    expect(Math.abs(sum(rates) / rates.length - shape / weeks) / (Math.sqrt(shape) / weeks / Math.sqrt(rates.length))).toBeLessThan(4)
    // Given its rate and its life, each member's number of orders is Poisson; so is their sum.
    const expected = sum(members.map(({ truth }) => truth === null ? NaN : truth.rate * ((truth.leavesWeeks ?? chain.time.weeks) - truth.joinsWeeks)))
    const seen = orders.filter((order) => order.kind === 'sale').length - members.length
    expect(Math.abs(seen - expected) / Math.sqrt(expected)).toBeLessThan(4)
  })

  it('leaves as many alive as the process says', () => {
    const expected = members.map(({ truth }) => stillThere(chain.time.weeks - (truth?.joinsWeeks ?? NaN)))
    const seen = members.filter(({ truth }) => truth?.leavesWeeks === null).length
    expect(Math.abs(seen - sum(expected)) / Math.sqrt(sum(expected.map((p) => p * (1 - p))))).toBeLessThan(4)
  })

  it('sells nothing to those who have left', () => {
    for (const { truth, orders: own } of members) {
      if (truth?.aliveUntil) expect(own.every((order) => order.kind !== 'sale' || order.day <= (truth.aliveUntil ?? ''))).toBe(true)
    }
  })

  it('is by shop time, which adds up to the calendar', () => {
    expect(chain.time.weeks).toBeCloseTo(sampleTruth.days / 7, 9)
    for (const weeks of [0, 1.23, 52.1, 104.2]) {
      const moment = chain.time.dayAt(weeks)
      expect(chain.time.weeksBefore(Math.floor(moment)) + (moment % 1) * (chain.time.days[Math.floor(moment)]?.trade ?? 0) / 7).toBeCloseTo(weeks, 4)
    }
  })
})

describe('orders', () => {
  it('add up, and have numbers and ids of their own', () => {
    const every = [...orders, ...walkIns]
    expect(new Set(every.map((order) => order.number)).size).toBe(every.length)
    expect(new Set(every.map(({ id }) => id)).size).toBe(every.length)
    expect(every.every(({ id }) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(true)
    for (const order of every) {
      expect(order.totalMinor).toBe(order.lines.reduce((total, line) => total + line.amountMinor, 0n))
      expect(order.kind === 'sale' ? order.totalMinor > order.costMinor : order.totalMinor < 0n).toBe(true)
    }
  })

  it('come back as often as said, and name what they undo', () => {
    const sales = new Map(orders.filter((order) => order.kind === 'sale').map((order) => [order.number, order]))
    for (const order of orders.filter(({ kind }) => kind !== 'sale')) {
      const undone = sales.get(order.undoes ?? '')
      expect(undone && undone.at < order.at && undone.totalMinor >= -order.totalMinor && undone.channel === order.channel).toBe(true)
    }
    // Sales of the last two weeks may come back after the end, so they are not counted.
    const early = [...sales.values()].filter((order) => daysBetween(order.day, endDay) > 14)
    const undoneBy = new Map(orders.map((order) => [order.undoes, order.kind]))
    const online = early.filter((order) => order.channel !== '门店')
    const kept = online.filter((order) => undoneBy.get(order.number) !== 'cancellation')
    const inStore = early.filter((order) => order.channel === '门店')
    const back = (list: readonly SampleOrder[]): number => list.filter((order) => undoneBy.get(order.number) === 'return').length
    expect(errors(online.length - kept.length, online.length, share.cancelled)).toBeLessThan(4)
    expect(errors(back(kept), kept.length, share.returned.online)).toBeLessThan(4)
    expect(errors(back(inStore), inStore.length, share.returned.store)).toBeLessThan(4)
  })
})

describe('people', () => {
  it('are as many of each sort as said', () => {
    const seen = (is: (member: SampleCustomer) => boolean): number => members.filter(is).length
    const has = (kind: string) => (member: SampleCustomer): boolean => member.identities.some((identity) => identity.kind === kind)
    const n = members.length
    for (const [kind, expected] of Object.entries(share.kinds)) expect(errors(seen((m) => m.kind === kind), n, expected)).toBeLessThan(4)
    expect(errors(seen(has('email')), n, share.email)).toBeLessThan(4)
    expect(errors(seen(has('card')), n, share.card)).toBeLessThan(4)
    const persons = members.filter((m) => m.kind === 'consumer' || m.kind === 'internal')
    const born = persons.filter((m) => m.birthday !== null)
    expect(errors(born.length, persons.length, share.birthday)).toBeLessThan(4)
    expect(errors(born.filter((m) => m.birthday?.calendar === 'lunar').length, born.length, share.lunarBirthday)).toBeLessThan(4)
    expect(errors(persons.filter((m) => m.gender === 'female').length, persons.length, share.genders.female)).toBeLessThan(4)
  })

  it('share no identity, and every one has one', () => {
    const identities = everyone.flatMap((customer) => customer.identities)
    expect(new Set(identities.map(({ kind, value }) => `${kind} ${value}`)).size).toBe(identities.length)
    expect(everyone.every((customer) => customer.identities.length > 0)).toBe(true)
  })

  it('have telephone numbers that are valid and plainly made up, and mail that goes nowhere', () => {
    for (const { kind, value } of everyone.flatMap((customer) => customer.identities)) {
      if (kind === 'phone') expect(/^\+861\d\d000\d{5}$/.test(value) && isValidPhoneNumber(value)).toBe(true)
      if (kind === 'email') expect(value).toMatch(/^[a-z]+\d+@example\.com$/)
    }
  })

  it('live in districts that exist', () => {
    expect(everyone.every(({ region }) => region !== null && /^\d{6}$/.test(region) && codeToText[region] !== undefined)).toBe(true)
  })

  it('have birthdays that exist, a few in leap months', () => {
    const lunar = everyone.flatMap(({ birthday }) => birthday?.calendar === 'lunar' ? [birthday] : [])
    const leap = lunar.filter((birthday) => birthday.leap)
    expect(leap.length).toBeGreaterThan(20)
    // Seven leap months in nineteen years of 235 months.
    expect(errors(leap.length, lunar.length, 7 / 235)).toBeLessThan(4)
    for (const birthday of leap) {
      const month = LunarYear.fromYear(birthday.year ?? 0).getMonthsInYear().find((each) => each.isLeap())
      expect(-(month?.getMonth() ?? 0)).toBe(birthday.month)
      expect(birthday.day).toBeLessThanOrEqual(month?.getDayCount() ?? 0)
    }
    for (const { birthday } of everyone) {
      if (birthday?.calendar !== 'solar') continue
      const date = new Date(Date.UTC(birthday.year ?? 2000, birthday.month - 1, birthday.day))
      expect([date.getUTCMonth() + 1, date.getUTCDate()]).toEqual([birthday.month, birthday.day])
    }
  })
})
