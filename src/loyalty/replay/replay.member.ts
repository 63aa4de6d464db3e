/**
 * One member's orders told again under other rules: what they would have earned, what returns would have taken back, and where the member would have stood.
 * Pure: it calls the functions by which earning, returns, tiers and points themselves decide, and nothing of its own decides an amount.
 */
import type { Birthday } from '#customers/record/record.ts'
import type { Day } from '#foundation/zone.ts'
import { accrue, birthdayNear, differenceOf, endOf, isLimited, paidLines, roomsOf, type Basket, type BasketLine, type Facts, type Programme } from '../earning/earning.ts'
import { lifeOf } from '../points/points.ts'
import type { CurrencyPolicy } from '../points/points.schema.ts'
import { keepAfter } from '../returns/returns.ts'
import { evaluate, factsOf, type Calendar, type Grant, type GrowthRow, type Spell, type VersionedPolicy } from '../tiers/tiers.ts'

export interface ToldOrder {
  readonly orderId: string, readonly kind: 'sale' | 'return' | 'cancellation', readonly source: string, readonly number: string, readonly at: Date, readonly storeId: string | null, readonly channel: string | null
  readonly totalMinor: bigint, readonly undoesOrderId: string | null, readonly lines: readonly BasketLine[]
}
export interface ToldMember { readonly customerId: string, readonly joined: number, readonly birthday: Birthday | null, readonly orders: readonly ToldOrder[], readonly grants: readonly Grant[] }

/** Rules by versions, as they held or as they might have. */
export interface Scenario {
  readonly earning: readonly { readonly version: number, readonly validFrom: number, readonly programme: Programme }[]
  readonly tiers: readonly VersionedPolicy[]
  readonly points: readonly { readonly validFrom: number, readonly parameters: Readonly<Record<string, CurrencyPolicy>> }[]
}
export interface Clockwork { readonly calendar: Calendar, readonly wallClock: (at: Date) => { readonly day: Day, readonly minute: number }, readonly lastDay: (day: Day, policy: CurrencyPolicy) => Day | null, readonly near: (birthday: Birthday, day: Day) => Facts['birthday'] }

/** Whether a day is near a member's birthday, asked once of each order however often it is told: a lunar birthday takes longer to find than all the rest. */
export function openNear(): Clockwork['near'] {
  const known = new WeakMap<Birthday, Map<Day, Facts['birthday']>>()
  return (birthday, day) => {
    const own = known.get(birthday) ?? new Map<Day, Facts['birthday']>()
    known.set(birthday, own)
    const found = own.get(day) ?? birthdayNear(birthday, day)
    own.set(day, found)
    return found
  }
}

/** The last day of points earned on a day, each day of a policy asked once: a million orders have a few hundred days. */
export function openLastDays(): Clockwork['lastDay'] {
  const known = new Map<CurrencyPolicy, Map<Day, Day | null>>()
  return (day, policy) => {
    const own = known.get(policy) ?? new Map<Day, Day | null>()
    known.set(policy, own)
    const found = own.get(day)
    if (found !== undefined) return found
    const { expiresOn } = lifeOf(day, policy)
    own.set(day, expiresOn)
    return expiresOn
  }
}

/** Points of an order: what it earned with the last day of each lot, and what its returns took. */
export interface Movement { readonly currency: string, readonly at: number, readonly day: Day, readonly amount: bigint, readonly expiresOn: Day | null, readonly source: string, readonly number: string }
export interface Outcome { readonly earned: readonly Movement[], readonly reversed: readonly Movement[], readonly spells: readonly Spell[], readonly budgets: ReadonlyMap<string, bigint> }

/**
 * Growth value earned decides the tier, and the tier may decide the growth value: the two are told again until they agree. What is told of an order rests on
 * what was before it, so each round settles at least one step more of the history.
 */
export function tellAgain(member: ToldMember, scenario: Scenario, clockwork: Clockwork, now: number): Outcome {
  const rows = member.orders.map(({ orderId, kind, at, totalMinor, undoesOrderId }) => ({ customerId: member.customerId, orderId, kind, at, totalMinor, undoesOrderId }))
  const growthCurrency = scenario.tiers.findLast(({ validFrom }) => validFrom <= now)?.parameters.growthCurrency ?? scenario.tiers[0]?.parameters.growthCurrency
  const asksTier = scenario.earning.some(({ programme }) => programme.rules.some(({ give, when }) => give.kind === 'tier' || when?.tiers !== undefined))
  let growth: readonly GrowthRow[] = []
  for (let round = 0; ; round += 1) {
    const spells = evaluate({ joined: member.joined, facts: factsOf(rows, growth), grants: member.grants }, scenario.tiers, now, clockwork.calendar).spells
    const told = earn(member, scenario, clockwork, spells, now)
    const next = [...told.earned, ...told.reversed].filter(({ currency, amount }) => currency === growthCurrency && amount !== 0n).map((one): GrowthRow => ({ customerId: member.customerId, at: new Date(one.at), amount: one.amount, source: one.source, number: one.number }))
    const isSame = next.length === growth.length && next.every((one, place) => growth[place]?.amount === one.amount && growth[place]?.at.getTime() === one.at.getTime())
    if (isSame || (!asksTier && round > 0)) return { ...told, spells }
    if (round > 2 * member.orders.length + 10) throw new Error('what a tier brings and what it rests on do not come to agree')
    growth = next
  }
}

interface Accrued { readonly sale: ToldOrder, readonly facts: Facts, readonly version: number, readonly programme: Programme, readonly byCurrency: Map<string, { earned: bigint, reversed: bigint, kept: { lineNo: number, rule: string, amount: bigint, kept: bigint }[] }>, readonly paid: readonly BasketLine[], left: readonly BasketLine[] }

function earn(member: ToldMember, scenario: Scenario, { wallClock, lastDay, near }: Clockwork, spells: readonly Spell[], now: number): Pick<Outcome, 'earned' | 'reversed' | 'budgets'> {
  const earned: Movement[] = []
  const reversed: Movement[] = []
  const budgets = new Map<string, bigint>()
  const sales = new Map<string, Accrued>()
  const used: { customerId: string, currency: string, rule: string, day: Day, kept: bigint, of: string }[] = []
  const firstSale = member.orders.find(({ kind }) => kind === 'sale')?.orderId
  const policyOf = (currency: string, at: number) => (scenario.points.findLast(({ validFrom }) => validFrom <= at) ?? scenario.points[0])?.parameters[currency]
  for (const order of member.orders) {
    const at = order.at.getTime()
    if (order.kind !== 'sale') { takeBack(order); continue }
    const held = scenario.earning.findLast(({ validFrom }) => validFrom <= at)
    if (held === undefined || held.programme.sources?.includes(order.source) === false) continue
    const { programme, version } = held
    const { day, minute } = wallClock(order.at)
    const spell = spells.findLast(({ begins }) => begins <= at)
    const ladder = (scenario.tiers.findLast(({ validFrom }) => validFrom <= at) ?? scenario.tiers[0])?.parameters.tiers
    const tier = ladder?.find(({ id }) => id === spell?.tier) ?? ladder?.[0]
    const facts: Facts = {
      day, minute, tier: tier?.id ?? null, ratePermille: tier?.benefits.ratePermille ?? 1000, isFirst: order.orderId === firstSale && programme.rules.some(({ when }) => when?.firstOrder === true),
      birthday: member.birthday === null || !programme.rules.some(({ when }) => when?.birthday !== undefined) ? [] : near(member.birthday, day)
    }
    const paid = paidLines(order.lines, order.totalMinor)
    const basket: Basket = { customerId: member.customerId, source: order.source, number: order.number, at: order.at, storeId: order.storeId, channel: order.channel, lines: paid }
    const isBounded = programme.rules.some((rule) => isLimited(rule)) || Object.values(programme.currencies).some(({ most }) => most?.day !== undefined)
    const parts = accrue(basket, facts, programme, isBounded ? roomsOf({ customerId: member.customerId, programme, day }, used) : undefined)
    const accrued: Accrued = { sale: order, facts, version, programme, byCurrency: new Map(), paid, left: keepAfter(order.lines, []).kept }
    sales.set(order.orderId, accrued)
    for (const part of parts) {
      const rule = programme.rules.find(({ key }) => key === part.rule)
      const of = accrued.byCurrency.get(part.currency) ?? { earned: 0n, reversed: 0n, kept: [] }
      of.earned += part.amount
      of.kept.push({ lineNo: part.lineNo, rule: part.rule, amount: part.amount, kept: part.amount })
      accrued.byCurrency.set(part.currency, of)
      used.push({ customerId: member.customerId, currency: part.currency, rule: part.rule, day, kept: part.amount, of: order.orderId })
      if (rule?.budget !== undefined) budgets.set(rule.budget, (budgets.get(rule.budget) ?? 0n) + part.amount)
    }
    for (const [currency, { kept }] of accrued.byCurrency) {
      for (const [own, lot] of Map.groupBy(kept, ({ rule }) => endOf(programme.rules.find(({ key }) => key === rule), day))) {
        const policy = policyOf(currency, at)
        const expiresOn = own ?? (policy === undefined ? null : lastDay(day, policy))
        earned.push({ currency, at, day, amount: lot.reduce((sum, { amount }) => sum + amount, 0n), expiresOn, source: order.source, number: order.number })
      }
    }
  }
  return { earned, reversed, budgets }

  function takeBack(order: ToldOrder): void {
    const accrued = order.undoesOrderId === null ? undefined : sales.get(order.undoesOrderId)
    if (accrued === undefined || order.at.getTime() > now) return
    const { sale, facts, version, programme, byCurrency } = accrued
    const { kept } = keepAfter(accrued.left, order.lines)
    accrued.left = kept
    for (const [currency, of] of byCurrency) {
      const row = {
        customerId: member.customerId, source: sale.source, number: sale.number, currency, accrualId: sale.orderId, kind: 'order', orderId: sale.orderId, at: sale.at, day: facts.day, version, earned: of.earned, reversed: of.reversed, insertedAt: sale.at,
        facts: { ...facts, storeId: sale.storeId, channel: sale.channel, paid: Object.fromEntries(accrued.paid.map(({ lineNo, amountMinor }) => [lineNo.toString(), amountMinor.toString()])) }
      }
      const { parts, less } = differenceOf(row, of.kept.map((part) => ({ ...part, customerId: member.customerId, accrualId: sale.orderId })), programme, { sold: sale.lines, kept })
      if (less <= 0n) continue
      of.reversed += less
      of.kept = parts.map(({ lineNo, rule, kept: still }) => ({ lineNo, rule, amount: of.kept.find((one) => one.lineNo === lineNo && one.rule === rule)?.amount ?? 0n, kept: still }))
      for (let place = used.length - 1; place >= 0; place -= 1) if (used[place]?.of === sale.orderId && used[place]?.currency === currency) used.splice(place, 1)
      used.push(...of.kept.map((part) => ({ customerId: member.customerId, currency, rule: part.rule, day: facts.day, kept: part.kept, of: sale.orderId })))
      const at = Math.max(order.at.getTime(), sale.at.getTime())
      reversed.push({ currency, at, day: wallClock(order.at).day, amount: -less, expiresOn: null, source: sale.source, number: sale.number })
    }
  }
}
