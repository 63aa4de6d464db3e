/** Offers and trade-in credits on a basket: what they give, keeping it with the order, and working it out again when some of it comes back. */
import { record } from '#activity/events/events.ts'
import type { Db, Trx } from '#foundation/db.ts'
import type { Sentence, Values } from '#foundation/words.ts'
import { addDays, dayOf, startOf, type Day } from '#foundation/zone.ts'
import { readBusiness } from '#settings/business/business.ts'
import { staysOf, type Basket, type BasketLine, type Effect, type Undone } from '../returns/returns.ts'
import { activeOf, definitionAt, isOf, listVersions } from './rewards.definitions.ts'
import { faultOf, periodOf } from './rewards.eligible.ts'
import { isInScope } from './rewards.goods.ts'
import { countUse, findUses, giveUseBack } from './rewards.members.sql.ts'
import { readMembers } from './rewards.members.ts'
import { keptOf, quote, type Given, type Missing, type Offer } from './rewards.offers.rules.ts'
import * as sql from './rewards.offers.sql.ts'
import type { RewardParts } from './rewards.orders.ts'
import { countSales } from './rewards.sales.sql.ts'
import { findTradeIns, lockTradeIns, moveCredit } from './rewards.tradein.sql.ts'
import { effectWords, offerWords, reasonOf } from './rewards.offers.words.ts'

export interface Line { readonly lineNo: number, readonly discountMinor: bigint }
export interface Reason { readonly definitionId: string, readonly version: number, readonly tradeInId: string | null, readonly amountMinor: bigint, readonly lines: readonly { readonly lineNo: number, readonly amountMinor: bigint }[], readonly sentence: Sentence, readonly values: Values }
export interface OfferQuote {
  readonly totalMinor: bigint
  /** What comes off each line; lines without a discount are left out. */
  readonly lines: readonly Line[]
  readonly reasons: readonly Reason[]
  /** What is missing for the next step. */
  readonly next: readonly { readonly definitionId: string, readonly sentence: Sentence, readonly values: Values }[]
}

interface Worked { readonly quote: OfferQuote, readonly offers: readonly Offer[], readonly purchases: Readonly<Record<string, number>>, readonly today: Day }
const isId = (text: string): boolean => /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i.test(text)

/** What the basket costs less, and why. Nothing is kept. */
export async function quoteOffers(db: Db | Trx, basket: Basket, now: Date): Promise<OfferQuote> {
  return (await work(db, basket, now, new Set())).quote
}

async function work(db: Db | Trx, basket: Basket, now: Date, without: ReadonlySet<string>): Promise<Worked> {
  const { zone, currency } = await readBusiness(db)
  const [today, day] = [dayOf(now, zone), dayOf(basket.at, zone)]
  const known = isId(basket.customerId)
  const member = known ? (await readMembers(db, [basket.customerId], zone)).get(basket.customerId) : undefined
  const uses = member === undefined ? new Map<string, number>() : await findUses(db, basket.customerId)
  const isUsed = ({ definitionId, parameters: { limit } }: Offer): boolean => limit !== null && (uses.get(`${definitionId} ${periodOf(limit.per, today)}`) ?? 0) >= limit.count
  const offers = (await activeOf(db, 'offer')).filter((one) => !without.has(one.definitionId) && faultOf(one.parameters.eligibility, member ?? { joinedOn: day, traits: new Map(), fields: new Map() }, day) === undefined && !isUsed(one)
    && (member !== undefined || (one.parameters.limit === null && one.parameters.eligibility.newWithinDays === null && one.parameters.shape.is !== 'frequency')))
  const purchases = Object.fromEntries(await Promise.all(offers.flatMap(({ definitionId, parameters: { shape } }) => shape.is === 'frequency'
    ? [countSales(db, basket.customerId, startOf(addDays(day, -shape.days), zone), basket.at, basket).then((n): [string, number] => [definitionId, n])] : [])))
  const quoted = quote(basket.lines, offers, { purchases: new Map(Object.entries(purchases)), step: stepOf(currency) })
  const credits = member === undefined ? [] : await creditsOf(db, basket, quoted.left, today, stepOf(currency))
  return { quote: answerOf(quoted.given, quoted.missing, credits), offers, purchases, today }
}

/** The smallest money that can be paid in the currency, in ten-thousandths. */
export const stepOf = (currency: string): bigint => 10n ** BigInt(Math.max(0, 4 - (new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2)))

/** Open credits of the member, the oldest first, on what the offers leave of the goods that they are for. */
async function creditsOf(db: Db | Trx, basket: Basket, left: ReadonlyMap<number, bigint>, today: Day, step: bigint): Promise<readonly Reason[]> {
  const rest = new Map(left)
  const reasons: Reason[] = []
  for (const one of await findTradeIns(db, basket.customerId)) {
    const definition = await definitionAt(db, one.definitionId, one.version)
    if (one.state !== 'assessed' || (one.expiresOn !== null && one.expiresOn < today) || definition === undefined || !isOf('trade_in')(definition)) continue
    let open = one.creditMinor - one.usedMinor
    const lines = basket.lines.flatMap((line) => {
      const most = isInScope(definition.parameters.scope, line) ? rest.get(line.lineNo) ?? 0n : 0n
      const amountMinor = most < open ? most : open - open % step
      if (amountMinor <= 0n) return []
      open -= amountMinor
      rest.set(line.lineNo, most - amountMinor)
      return [{ lineNo: line.lineNo, amountMinor }]
    })
    const amountMinor = lines.reduce((sum, { amountMinor: off }) => sum + off, 0n)
    if (amountMinor > 0n) reasons.push({ definitionId: one.definitionId, version: one.version, tradeInId: one.tradeInId, amountMinor, lines, sentence: offerWords.credit, values: { titleZh: definition.title.zh, titleEn: definition.title.en, item: one.item } })
  }
  return reasons
}

function answerOf(given: readonly Given[], missing: readonly Missing[], credits: readonly Reason[]): OfferQuote {
  const reasons: readonly Reason[] = [...given.map((one) => ({ ...one, tradeInId: null, sentence: offerWords.offer, values: { titleZh: one.title.zh, titleEn: one.title.en } })), ...credits]
  const lines = new Map<number, bigint>()
  for (const { lineNo, amountMinor } of reasons.flatMap((one) => one.lines)) lines.set(lineNo, (lines.get(lineNo) ?? 0n) + amountMinor)
  return {
    totalMinor: reasons.reduce((sum, { amountMinor }) => sum + amountMinor, 0n), reasons,
    lines: [...lines].toSorted(([a], [b]) => a - b).map(([lineNo, discountMinor]) => ({ lineNo, discountMinor })), next: missing.map((one) => ({ definitionId: one.definitionId, ...reasonOf(one) }))
  }
}

/** Gives the order what it is due and keeps it with the order. The same order again is answered from what was kept; a limit that ran out meanwhile gives nothing. */
export async function applyOffers(trx: Trx, { listeners, actor }: RewardParts, basket: Basket, now: Date): Promise<OfferQuote> {
  const without = new Set<string>()
  // Credits stay as they are read until this order has spent them.
  if (isId(basket.customerId)) await lockTradeIns(trx, basket.customerId)
  let worked = await work(trx, basket, now, without)
  if (!isId(basket.customerId)) return worked.quote
  if (!(await sql.insertBasket(trx, basket, worked.purchases))) return keptQuote(trx, basket)
  const periods = new Map<string, string>()
  for (;;) {
    const refused = await firstRefused(trx, basket.customerId, worked, periods)
    if (refused === undefined) break
    without.add(refused)
    worked = await work(trx, basket, now, without)
  }
  const { reasons } = worked.quote
  for (const { tradeInId, amountMinor } of reasons) if (tradeInId !== null) await moveCredit(trx, basket.customerId, tradeInId, amountMinor)
  await sql.insertGiven(trx, basket, reasons.map((one) => ({
    definitionId: one.definitionId, version: one.version, tradeInId: one.tradeInId, period: one.tradeInId === null ? periods.get(one.definitionId) ?? null : null, amountMinor: one.amountMinor,
    lines: one.lines.map(({ lineNo, amountMinor }) => ({ lineNo, amountMinor: amountMinor.toString() }))
  })), now)
  await record(trx, listeners, reasons.map((one) => ({ customerId: basket.customerId, kind: one.tradeInId === null ? 'rewards.offer_given' : 'rewards.credit_used', actor, source: 'rewards',
    body: { ...one.values, number: basket.number, source: basket.source, amountMinor: one.amountMinor.toString(), amount: plain(one.amountMinor) } })), now)
  return worked.quote
}

/** Counts the uses of what the quote gives; answers the first offer that is used up meanwhile. */
async function firstRefused(trx: Trx, customerId: string, { quote: { reasons }, offers, today }: Worked, periods: Map<string, string>): Promise<string | undefined> {
  for (const one of reasons) {
    const limit = offers.find(({ definitionId }) => definitionId === one.definitionId)?.parameters.limit ?? null
    if (one.tradeInId !== null || limit === null || periods.has(one.definitionId)) continue
    const period = periodOf(limit.per, today)
    if (!(await countUse(trx, customerId, one.definitionId, period, 1, limit.count))) return one.definitionId
    periods.set(one.definitionId, period)
  }
  return undefined
}

async function keptQuote(db: Db | Trx, key: sql.Key): Promise<OfferQuote> {
  const rows = await sql.findGiven(db, key)
  const reasons = await Promise.all(rows.map(async (row): Promise<Reason> => {
    const [title] = (await listVersions(db, row.definitionId)).filter(({ version }) => version === row.version).map((one) => one.title)
    return { ...row, lines: row.lines.map(({ lineNo, amountMinor }) => ({ lineNo, amountMinor: BigInt(amountMinor) })), sentence: row.tradeInId === null ? offerWords.offer : offerWords.credit, values: { titleZh: title?.zh ?? '', titleEn: title?.en ?? '', item: '' } }
  }))
  const { lines, totalMinor } = answerOf(reasons.map((one) => ({ ...one, title: { zh: '-', en: '-' } })), [], [])
  return { totalMinor, lines, reasons, next: [] }
}

/** What the kept basket would have been given, by the versions of then: the rest of the discount is lost and withheld, credits come back, uses of a whole return too. */
export async function returnOffers(trx: Trx, { listeners, actor }: RewardParts, undone: Undone, step: bigint, now: Date): Promise<readonly Effect[]> {
  const [basket, rows] = await Promise.all([sql.findBasket(trx, undone), sql.findGiven(trx, undone)])
  if (basket === undefined || rows.length === 0) return []
  const [keptBefore, kept] = [grossOf(basket, undone.keptBefore), grossOf(basket, undone.kept)]
  const definitions = await Promise.all(rows.map(({ definitionId, version }) => definitionAt(trx, definitionId, version)))
  const quoted = quote(kept, definitions.flatMap((one) => (one !== undefined && isOf('offer')(one) ? [one] : [])), { purchases: new Map(Object.entries(basket.purchases)), step })
  const left = new Map(quoted.left)
  const effects: Effect[] = []
  let [lostBefore, lost] = [0n, 0n]
  for (const [at, row] of rows.entries()) {
    const definition = definitions[at]
    const due = row.tradeInId === null ? quoted.given.find(({ definitionId }) => definitionId === row.definitionId)?.amountMinor ?? 0n
      : definition !== undefined && isOf('trade_in')(definition) ? taken(left, kept.filter((line) => isInScope(definition.parameters.scope, line)), row.keptMinor) : 0n
    const after = due < row.keptMinor ? due : row.keptMinor
    lostBefore += lostOf(row, keptBefore, basket, row.keptMinor)
    lost += lostOf(row, kept, basket, after)
    if (after === row.keptMinor) continue
    await sql.keepGiven(trx, undone, row.place, after)
    if (row.tradeInId !== null) await moveCredit(trx, undone.customerId, row.tradeInId, after - row.keptMinor)
    if (undone.whole && row.period !== null) await giveUseBack(trx, undone.customerId, row.definitionId, row.period, 1)
    const detail = { titleZh: definition?.title.zh ?? '', titleEn: definition?.title.en ?? '', before: plain(row.keptMinor), after: plain(after), amount: plain(row.keptMinor - after), lostMinor: lostOf(row, kept, basket, after).toString(), number: undone.number }
    effects.push({ capability: 'rewards', code: row.tradeInId === null ? 'rewards.offer_recomputed' : 'rewards.credit_returned', sentence: row.tradeInId === null ? effectWords.offer : effectWords.credit, detail })
    await record(trx, listeners, [{ customerId: undone.customerId, kind: row.tradeInId === null ? 'rewards.offer_recomputed' : 'rewards.credit_returned', actor, source: 'rewards', body: detail }], now)
  }
  // What the returns before this one withheld for goods that are still kept stays withheld: only the difference is new.
  const dueMinor = lost - lost % step - staysOf(lostBefore - lostBefore % step, undone.keptBefore, undone.kept)
  if (dueMinor === 0n) return effects
  return [...effects, { capability: 'rewards', code: 'rewards.offer_due', sentence: dueMinor > 0n ? effectWords.withheld : effectWords.released, detail: { amount: plain(dueMinor < 0n ? -dueMinor : dueMinor), dueMinor: dueMinor.toString() } }]
}

/** The kept lines at what they cost before discounts. */
const grossOf = (basket: sql.BasketRow, kept: readonly BasketLine[]): readonly BasketLine[] => basket.lines.flatMap((line) => {
  const still = kept.find(({ lineNo }) => lineNo === line.lineNo)
  return still === undefined ? [] : [keptOf({ ...line, amountMinor: BigInt(line.amountMinor) }, still.quantity)]
})

/** Takes up to so much off what is left of some lines; answers how much. */
function taken(left: Map<number, bigint>, lines: readonly { readonly lineNo: number }[], mostMinor: bigint): bigint {
  let open = mostMinor
  for (const { lineNo } of lines) {
    const here = left.get(lineNo) ?? 0n
    const part = here < open ? here : open
    left.set(lineNo, here - part)
    open -= part
  }
  return mostMinor - open
}

/** Of the discount, the part that lies on what is kept and is no longer due: a till may keep it back from the money. */
function lostOf(row: sql.GivenRow, kept: readonly { readonly lineNo: number, readonly amountMinor: bigint }[], { lines }: sql.BasketRow, after: bigint): bigint {
  const onKept = row.lines.reduce((sum, { lineNo, amountMinor }) => {
    const [still, all] = [kept.find((line) => line.lineNo === lineNo)?.amountMinor ?? 0n, BigInt(lines.find((line) => line.lineNo === lineNo)?.amountMinor ?? '0')]
    return all <= 0n ? sum : sum + BigInt(amountMinor) * still / all
  }, 0n)
  return onKept > after ? onKept - after : 0n
}

const plain = (minor: bigint): string => (Number(minor) / 10_000).toFixed(2)
