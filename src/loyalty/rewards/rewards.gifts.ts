/** Gifts: with a purchase by themselves, or around the birthday when the member asks. */
import { record } from '#activity/events/events.ts'
import { readCustomer } from '#customers/record/record.ts'
import type { Db, Trx } from '#foundation/db.ts'
import { Refusal } from '#foundation/refusal.ts'
import type { Sentence } from '#foundation/words.ts'
import { addDays, dayOf, startOf, type Day } from '#foundation/zone.ts'
import { readBusiness } from '#settings/business/business.ts'
import type { BasketLine, Effect, Undone } from '../returns/returns.ts'
import type { GiftBody } from './rewards.benefits.schema.ts'
import { giftOrders } from './rewards.benefits.sql.ts'
import { benefitEffects, benefitWords as words } from './rewards.benefits.words.ts'
import { activeOf, definitionAt, isOf, requireActive, type DefinitionOf } from './rewards.definitions.ts'
import { faultOf, limitFault, periodOf, type Fault } from './rewards.eligible.ts'
import { isInScope } from './rewards.goods.ts'
import { countUse } from './rewards.members.sql.ts'
import { readMembers, refusalOf, requireEligible, requireMember, requireUse } from './rewards.members.ts'
import { lockOrder, saveState, type OrderRow } from './rewards.orders.sql.ts'
import { endOrder, grantReward, rewardOf, titles, type RewardParts } from './rewards.orders.ts'
import type { GiftParameters } from './rewards.parameters.schema.ts'
import type { Sale } from './rewards.sales.ts'

const keyOf = ({ source, number }: { readonly source: string, readonly number: string }): string => `${source} ${number}`

/** Whether a basket is enough for the gift. */
function isEnough({ occasion }: GiftParameters, lines: readonly BasketLine[]): boolean {
  if (occasion.on !== 'purchase') return false
  const sum = lines.filter((line) => isInScope(occasion.scope, line)).reduce((all, { amountMinor }) => all + amountMinor, 0n)
  return sum > 0n && sum >= BigInt(occasion.fromMinor)
}

/** Gives what comes with these sales. A limit that is used up gives nothing and refuses nothing: the sale is what matters. */
export async function giveWithSales(trx: Trx, parts: RewardParts, sales: readonly Sale[], zone: string, now: Date): Promise<void> {
  const gifts = (await activeOf(trx, 'gift')).filter(({ parameters }) => parameters.occasion.on === 'purchase')
  if (gifts.length === 0) return
  const members = await readMembers(trx, [...new Set(sales.map(({ customerId }) => customerId))], zone)
  for (const sale of sales) {
    const member = members.get(sale.customerId)
    for (const gift of gifts) {
      const { limit, rewardId, eligibility } = gift.parameters
      if (member === undefined || !isEnough(gift.parameters, sale.lines) || faultOf(eligibility, member, sale.day) !== undefined) continue
      const period = limit === null ? null : periodOf(limit.per, sale.day)
      if (limit !== null && period !== null && !(await countUse(trx, sale.customerId, gift.definitionId, period, 1, limit.count))) continue
      await grantReward(trx, parts, rewardId, { customerId: sale.customerId, origin: 'gift', originId: gift.definitionId, originVersion: gift.version, originKey: keyOf(sale), period, storeId: sale.storeId }, now)
    }
  }
}

/** A gift around the birthday, when the member is there. Refuses rewards.not_birthday outside its days. */
export async function giveForBirthday(trx: Trx, parts: RewardParts, { customerId, definitionId, storeId = null }: GiftBody, now: Date): Promise<OrderRow> {
  const gift = await requireActive(trx, 'gift', definitionId)
  const { occasion } = gift.parameters
  if (occasion.on !== 'birthday') throw new Refusal('rewards.with_purchase', 409, words.withPurchase, titles(gift))
  const { zone } = await readBusiness(trx)
  const today = dayOf(now, zone)
  requireEligible(gift, await requireMember(trx, customerId, zone), today)
  const birthday = await birthdayNear(trx, customerId, today, occasion.afterDays, zone)
  const fault = birthdayFault(gift.title, occasion, birthday, today)
  if (fault !== undefined) throw refusalOf(fault)
  // Once for each birthday, whatever the limit says: the days around the new year belong to one.
  if (!(await countUse(trx, customerId, definitionId, `birthday ${birthday}`, 1, 1))) throw refusalOf(limitFault(gift.title, { count: 1, per: 'year' }))
  const period = await requireUse(trx, gift, customerId, 1, today)
  return grantReward(trx, parts, gift.parameters.rewardId, { customerId, origin: 'gift', originId: definitionId, originVersion: gift.version, originKey: birthday, period, storeId }, now)
}

/** The birthday nearest to today that is at most so many days past. */
export const birthdayNear = async (db: Db | Trx, customerId: string, today: Day, afterDays: number, zone: string): Promise<Day | null> =>
  (await readCustomer(db, { zone, reveal: false }, customerId, startOf(addDays(today, -afterDays), zone))).nextBirthday

/** Why a birthday gift cannot be had on a day. */
export function birthdayFault(title: Sentence, { beforeDays, afterDays }: { readonly beforeDays: number, readonly afterDays: number }, birthday: Day | null, today: Day): Fault | undefined {
  if (birthday === null) return { code: 'no_birthday', sentence: words.noBirthday, detail: {} }
  if (birthday <= addDays(today, beforeDays)) return undefined
  return { code: 'not_birthday', sentence: words.notBirthday, detail: { ...titles({ title }), before: beforeDays, after: afterDays, birthday } }
}

/** In the version under which it was given. */
async function giftOf(trx: Trx, { originId, originVersion }: OrderRow): Promise<DefinitionOf<'gift'> | undefined> {
  const gift = originId === null || originVersion === null ? undefined : await definitionAt(trx, originId, originVersion)
  return gift !== undefined && isOf('gift')(gift) ? gift : undefined
}

/** A gift whose purchase is no longer enough is void, or owed where it was handed over. */
export async function returnGifts(trx: Trx, parts: RewardParts, undone: Undone, now: Date): Promise<readonly Effect[]> {
  const effects: Effect[] = []
  for (const { orderId } of await giftOrders(trx, undone.customerId, keyOf(undone))) {
    const order = await lockOrder(trx, undone.customerId, orderId)
    const gift = order === undefined ? undefined : await giftOf(trx, order)
    if (order === undefined || gift === undefined || order.owed || isEnough(gift.parameters, undone.kept)) continue
    const reward = await rewardOf(trx, order)
    const detail = { ...titles(reward), orderId, value: (Number(order.valueMinor) / 10_000).toFixed(2), valueMinor: order.valueMinor.toString() }
    const isOut = order.state === 'fulfilled'
    if (isOut) await saveState(trx, { ...order, owed: true }, null, now)
    else await endOrder(trx, parts, order, null, now)
    if (isOut) await record(trx, parts.listeners, [{ customerId: undone.customerId, kind: 'rewards.gift_owed', actor: parts.actor, source: 'rewards', body: { ...detail, number: undone.number } }], now)
    effects.push({ capability: 'rewards', code: isOut ? 'rewards.gift_owed' : 'rewards.gift_void', sentence: isOut ? benefitEffects.giftOwed : benefitEffects.giftVoid, detail })
  }
  return effects
}
