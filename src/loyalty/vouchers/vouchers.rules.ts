/** Whether a voucher applies to a basket, and what it takes off which line. Pure; money in ten-thousandths, nothing is a float. */
import { formatMoney } from '#foundation/money.ts'
import type { Day } from '#foundation/zone.ts'
import type { Sentence, Values } from '#foundation/words.ts'
import type { Terms } from './vouchers.schema.ts'
import { weekdayNames } from './vouchers.terms.words.ts'
import { whyWords as why } from './vouchers.words.ts'

export interface Line { readonly lineNo: number, readonly product: string, readonly category: string | null, readonly quantity: string, readonly amountMinor: bigint }

/** What is known of the member, the place and the hour. `coinMinor` is the smallest coin in ten-thousandths. */
export interface Facts {
  readonly weekday: number
  readonly time: string
  readonly storeId: string | null
  readonly channel: string | null
  readonly tier: string | null
  readonly isFirstOrder: boolean
  readonly currency: string
  readonly coinMinor: bigint
}

/** A voucher before a basket: `open` units may be used. */
export interface Candidate {
  readonly voucherId: string | null
  readonly code: string
  readonly templateId: string
  readonly terms: Terms
  readonly open: bigint
  readonly validTo: Day | null
}

export interface Why { readonly reason: string, readonly sentence: Sentence, readonly values: Values }

/** The smallest coin of a currency: 0.01 of most, 1 of the yen. */
export function coinOf(currency: string): bigint {
  const { maximumFractionDigits: digits = 2 } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
  return 10n ** BigInt(Math.max(0, 4 - digits))
}

export const isPartial = ({ worth }: Terms): boolean => worth.kind === 'amount' && worth.partial
/** How many units a fresh voucher has: its money where it may be used in parts, else one use. */
export const faceOf = ({ worth }: Terms): bigint => (worth.kind === 'amount' && worth.partial ? BigInt(worth.amountMinor) : 1n)

const isOf = (category: string | null, names: readonly string[]): boolean => category !== null && names.some((name) => category === name || category.startsWith(`${name}/`))

/** Whether a line counts: for the minimum spend, and for what is taken off. */
export function counts({ worth, conditions: { products, notProducts, categories, notCategories } }: Terms, line: Line): boolean {
  if (line.amountMinor <= 0n) return false
  if (worth.kind === 'shipping') return worth.products.includes(line.product)
  return countsForSpend({ products, notProducts, categories, notCategories }, line)
}

const countsForSpend = ({ products, notProducts, categories, notCategories }: Pick<Terms['conditions'], 'products' | 'notProducts' | 'categories' | 'notCategories'>, line: Line): boolean =>
  line.amountMinor > 0n && !notProducts.includes(line.product) && !isOf(line.category, notCategories) &&
  ((products.length === 0 && categories.length === 0) || products.includes(line.product) || isOf(line.category, categories))

/** What of a basket counts toward the minimum spend. Delivery does not. */
export function spendOf({ worth, conditions }: Terms, lines: readonly Line[]): bigint {
  return lines.reduce((sum, line) => (countsForSpend(conditions, line) && !(worth.kind === 'shipping' && worth.products.includes(line.product)) ? sum + line.amountMinor : sum), 0n)
}

/** The conditions that the goods alone decide: they are looked at again when a part comes back. */
export function goodsFault(terms: Terms, lines: readonly Line[], currency: string): Why | undefined {
  const { worth, conditions: { minSpendMinor } } = terms
  if (worth.kind === 'shipping' && !lines.some((line) => counts(terms, line))) return { reason: 'no_shipping', sentence: why.noShipping, values: {} }
  if (worth.kind === 'gift' && !lines.some((line) => line.product === worth.product && line.amountMinor > 0n)) return { reason: 'gift_missing', sentence: why.giftMissing, values: { label: worth.label } }
  const spend = spendOf(terms, lines)
  const least = BigInt(minSpendMinor ?? '0')
  if (spend < least) {
    const said = (minor: bigint, locale: 'zh-CN' | 'en') => formatMoney(minor, currency, locale)
    return { reason: 'min_spend', sentence: why.minSpend, values: { leastZh: said(least, 'zh-CN'), leastEn: said(least, 'en'), shortZh: said(least - spend, 'zh-CN'), shortEn: said(least - spend, 'en') } }
  }
  if (worth.kind !== 'shipping' && worth.kind !== 'gift' && !lines.some((line) => counts(terms, line))) return { reason: 'nothing_eligible', sentence: why.nothingEligible, values: {} }
  return undefined
}

/** The first condition that does not hold, or undefined. */
export function faultOf(terms: Terms, lines: readonly Line[], facts: Facts): Why | undefined {
  const { stores, channels, weekdays, hours, tiers, firstOrder } = terms.conditions
  if (stores.length > 0 && (facts.storeId === null || !stores.includes(facts.storeId))) return { reason: 'store', sentence: why.store, values: {} }
  if (channels.length > 0 && (facts.channel === null || !channels.includes(facts.channel))) return { reason: 'channel', sentence: why.channel, values: {} }
  if (weekdays.length > 0 && !weekdays.includes(facts.weekday)) return { reason: 'weekday', sentence: why.weekday, values: { daysZh: weekdayNames(weekdays, 'zh-CN'), daysEn: weekdayNames(weekdays, 'en') } }
  if (hours !== null && !isWithin(facts.time, hours)) return { reason: 'hours', sentence: why.hours, values: { ...hours } }
  if (tiers.length > 0 && (facts.tier === null || !tiers.includes(facts.tier))) return { reason: 'tier', sentence: why.tier, values: { tiers: tiers.join(' / ') } }
  if (firstOrder && !facts.isFirstOrder) return { reason: 'first_order', sentence: why.firstOrder, values: {} }
  return goodsFault(terms, lines, facts.currency)
}

/** From, up to but not including to; 22:00–02:00 passes midnight, and the same hour twice is the whole day. */
const isWithin = (time: string, { from, to }: { readonly from: string, readonly to: string }): boolean => (from < to ? time >= from && time < to : time >= from || time < to)

/**
 * What a voucher takes off each line, in the lines' order, when the lines still cost `left`. Never more than a line costs, the ceiling, or what the voucher holds.
 * Percent: rounded half up to the smallest coin, once, on the sum.
 */
export function discountOf({ terms, open }: Pick<Candidate, 'terms' | 'open'>, lines: readonly Line[], left: readonly bigint[], coinMinor: bigint): readonly bigint[] {
  const { worth } = terms
  const of = (at: number): bigint => left[at] ?? 0n
  if (worth.kind === 'gift') return giftOff(worth, lines, left)
  const base = lines.map((line, at) => (counts(terms, line) ? of(at) : 0n))
  const sum = base.reduce((a, b) => a + b, 0n)
  const wanted = worth.kind === 'percent' ? halfUp(sum * BigInt(worth.basisPoints), 10_000n * coinMinor) * coinMinor : worth.kind === 'amount' ? (worth.partial ? open : BigInt(worth.amountMinor)) : sum
  const ceiling = 'ceilingMinor' in worth && worth.ceilingMinor !== null ? BigInt(worth.ceilingMinor) : wanted
  return splitOver(least(wanted, ceiling, sum), base, coinMinor)
}

/** So many units of the gift, cheapest line first; a part of a line costs its share, rounded down. */
function giftOff({ product, quantity }: Terms['worth'] & { kind: 'gift' }, lines: readonly Line[], left: readonly bigint[]): readonly bigint[] {
  const off = lines.map(() => 0n)
  let wanted = BigInt(quantity) * millionth
  const own = lines.flatMap((line, at) => (line.product === product && (left[at] ?? 0n) > 0n ? [{ at, have: millionths(line.quantity), cost: left[at] ?? 0n }] : []))
  for (const { at, have, cost } of own.toSorted((a, b) => (a.cost * b.have < b.cost * a.have ? -1 : a.cost * b.have > b.cost * a.have ? 1 : a.at - b.at))) {
    const taken = least(wanted, have)
    if (taken > 0n && have > 0n) off[at] = taken === have ? cost : cost * taken / have
    wanted -= taken
  }
  return off
}

const millionth = 1_000_000n
const millionths = (quantity: string): bigint => {
  const [whole = '0', part = ''] = quantity.split('.')
  return BigInt(whole) * millionth + BigInt(part.padEnd(6, '0').slice(0, 6))
}
const least = (...amounts: readonly bigint[]): bigint => amounts.reduce((a, b) => (a < b ? a : b))
const halfUp = (a: bigint, b: bigint): bigint => (2n * a + b) / (2n * b)

/**
 * A sum over weights by largest remainder (Hamilton): the parts add up to it exactly and none is above its weight where the sum is not above theirs. In whole
 * coins where everything is in whole coins, else in the smallest unit. Ties go to the earlier.
 */
export function splitOver(total: bigint, weights: readonly bigint[], coinMinor: bigint): readonly bigint[] {
  const sum = weights.reduce((a, b) => a + b, 0n)
  if (sum === 0n || total === 0n) return weights.map(() => 0n)
  const unit = total % coinMinor === 0n && weights.every((weight) => weight % coinMinor === 0n) ? coinMinor : 1n
  const whole = total / unit
  const parts = weights.map((weight, at) => ({ at, part: whole * weight / sum, rest: whole * weight % sum }))
  let missing = whole - parts.reduce((a, { part }) => a + part, 0n)
  const extra = new Set<number>()
  for (const { at } of parts.toSorted((a, b) => (a.rest > b.rest ? -1 : a.rest < b.rest ? 1 : a.at - b.at))) {
    if (missing === 0n) break
    extra.add(at)
    missing -= 1n
  }
  return parts.map(({ part, at }) => (part + (extra.has(at) ? 1n : 0n)) * unit)
}
