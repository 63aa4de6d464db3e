/**
 * Orders of rewards: placed, made ready, handed over, or cancelled. An order takes the points, the limit and the stock in one transaction or nothing of them;
 * cancelling gives all three back, the points to the lots from which they came.
 */
import { randomInt } from 'node:crypto'
import { record } from '#activity/events/events.ts'
import type { Trx } from '#foundation/db.ts'
import type { Listener } from '#foundation/house.ts'
import { newId } from '#foundation/ids.ts'
import { Refusal } from '#foundation/refusal.ts'
import { dayOf } from '#foundation/zone.ts'
import { readBusiness } from '#settings/business/business.ts'
import { book } from '../points/points.ts'
import { issue, voidVoucher } from '../vouchers/vouchers.ts'
import { definitionAt, isOf, requireActive, type DefinitionOf } from './rewards.definitions.ts'
import { giveUseBack } from './rewards.members.sql.ts'
import { requireEligible, requireMember, requireUse } from './rewards.members.ts'
import * as sql from './rewards.orders.sql.ts'
import type { OrderBody } from './rewards.schema.ts'
import { giveStockBack, placeOf, remainingOf, takeStock } from './rewards.stock.ts'
import { refusalWords as words } from './rewards.words.ts'

export interface RewardParts { readonly listeners: readonly Listener[], readonly actor: string }
type Reward = DefinitionOf<'reward'>
export const titles = ({ title }: { readonly title: Reward['title'] }) => ({ titleZh: title.zh, titleEn: title.en })
/** The points ledger knows a reward order by this source and its id. */
const source = 'rewards'

/** Orders a reward for points, or points and money. Refuses by name what is lacking; then nothing is changed. */
export async function orderReward(trx: Trx, parts: RewardParts, body: OrderBody, now: Date): Promise<sql.OrderRow> {
  const { customerId, rewardId, option, quantity = 1, storeId = null, receipt } = body
  const reward = await requireActive(trx, 'reward', rewardId)
  const price = reward.parameters.options[option]
  if (price === undefined) throw new Refusal('rewards.no_option', 422, words.noOption, { ...titles(reward), option: option + 1 })
  const { zone } = await readBusiness(trx)
  const today = dayOf(now, zone)
  requireEligible(reward, await requireMember(trx, customerId, zone), today)
  const place = placeOf(reward, storeId)
  if (receipt !== undefined && !(await sql.claimGuard(trx, receipt, customerId, now))) throw new Refusal('rewards.already_ordered', 409, words.alreadyOrdered, { receipt })
  const period = await requireUse(trx, reward, customerId, quantity, today)
  const orderId = newId(now)
  const points = BigInt(price.points) * BigInt(quantity)
  if (points > 0n) await book(trx, parts, [{ customerId, currency: price.currency, command: { do: 'redeem', amount: points.toString(), source, number: orderId } }], now)
  // The stock last: its row is the one that everybody wants.
  if (!(await takeStock(trx, { reward, place, quantity, orderId, actor: parts.actor }, now))) {
    throw new Refusal('rewards.out_of_stock', 409, words.outOfStock, { ...titles(reward), remaining: await remainingOf(trx, rewardId, place), wanted: quantity })
  }
  const moneyMinor = BigInt(price.moneyMinor) * BigInt(quantity)
  return write(trx, parts, reward, { customerId, orderId, quantity, origin: 'redeemed', originId: null, originVersion: null, originKey: null, currency: price.currency, points, moneyMinor, place, stocked: reward.parameters.stock !== 'none', period, owed: false }, now)
}

type Placing = Pick<sql.OrderRow, 'customerId' | 'orderId' | 'quantity' | 'origin' | 'originId' | 'originVersion' | 'originKey' | 'currency' | 'points' | 'moneyMinor' | 'place' | 'stocked' | 'period' | 'owed'>

async function write(trx: Trx, parts: RewardParts, reward: Reward, placing: Placing, now: Date): Promise<sql.OrderRow> {
  const { parameters, definitionId: rewardId, version } = reward
  const isThere = placing.stocked || parameters.stock === 'none'
  const state = !isThere ? 'waiting' : (parameters.handover === 'at_once' || parameters.voucherId !== null) && placing.moneyMinor === 0n ? 'fulfilled' : 'placed'
  const order: sql.OrderRow = { ...placing, rewardId, version, valueMinor: BigInt(parameters.valueMinor) * BigInt(placing.quantity), state, code: await newCode(trx, placing), actor: parts.actor }
  await sql.insertOrder(trx, order, now)
  if (parameters.voucherId !== null && isThere) await handOut(trx, parts, parameters.voucherId, order, now)
  await tell(trx, parts, reward, order, order.origin === 'redeemed' ? 'ordered' : 'granted', now)
  return order
}

/** A reward that is a voucher: it is the member's from now on, and its own slice counts it. */
async function handOut(trx: Trx, parts: RewardParts, templateId: string, { customerId, orderId, quantity }: sql.OrderRow, now: Date): Promise<void> {
  const vouchers = await issue(trx, parts, [{ customerId, templateId, origin: source, count: quantity, note: orderId }], now)
  await sql.keepVouchers(trx, customerId, orderId, vouchers.map(({ voucherId }) => voucherId))
}

/** Given for nothing: by a full card, a gift, a level. Where the stock is empty it waits for stock; what was earned is never lost. */
export async function grantReward(trx: Trx, parts: RewardParts, rewardId: string, given: Pick<sql.OrderRow, 'customerId' | 'origin' | 'originId' | 'originKey' | 'period'> & { readonly originVersion?: number, readonly storeId: string | null }, now: Date): Promise<sql.OrderRow> {
  const reward = await requireActive(trx, 'reward', rewardId)
  const { storeId, originVersion = null, ...from } = given
  const orderId = newId(now)
  const place = storeId === null && reward.parameters.stock === 'stores' ? 'all' : placeOf(reward, storeId)
  const isTaken = await takeStock(trx, { reward, place, quantity: 1, orderId, actor: parts.actor }, now)
  return write(trx, parts, reward, { ...from, originVersion, orderId, quantity: 1, currency: null, points: 0n, moneyMinor: 0n, place, stocked: isTaken && reward.parameters.stock !== 'none', owed: false }, now)
}

const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
/** Eight signs that nobody mistakes for another: 30^8 codes, so that guessing one of a thousand open orders takes 656 million tries. */
async function newCode(trx: Trx, { customerId, orderId }: Placing): Promise<string> {
  for (;;) {
    const code = Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join('')
    if (await sql.claimCode(trx, code, customerId, orderId)) return code
  }
}

/** Ends an order: points to the lots from which they came, the limit and the stock. */
export async function endOrder(trx: Trx, parts: RewardParts, order: sql.OrderRow, note: string | null, now: Date): Promise<sql.OrderRow> {
  const after: sql.OrderRow = { ...order, state: 'cancelled', owed: false }
  await sql.saveState(trx, after, note, now)
  const { customerId, orderId, originId, points, currency, period, rewardId, place, quantity, stocked } = order
  if (period !== null) await giveUseBack(trx, customerId, originId ?? rewardId, period, quantity)
  if (points > 0n && currency !== null) await book(trx, parts, [{ customerId, currency, command: { do: 'restore', amount: points.toString(), source, number: orderId } }], now)
  if (stocked) await giveStockBack(trx, { rewardId, place, quantity, orderId, actor: parts.actor }, now)
  // A voucher that was used refuses, and with it the whole: what was enjoyed is not paid back.
  for (const voucherId of await sql.findVouchers(trx, customerId, orderId)) await voidVoucher(trx, parts, { customerId, voucherId }, orderId, now)
  await tell(trx, parts, await rewardOf(trx, order), after, 'cancelled', now)
  return after
}

/** The reward in the version under which it was ordered. */
export async function rewardOf(trx: Trx, { rewardId, version }: Pick<sql.OrderRow, 'rewardId' | 'version'>): Promise<Reward> {
  const reward = await definitionAt(trx, rewardId, version)
  if (reward === undefined || !isOf('reward')(reward)) throw new Error('an order keeps the version of its reward')
  return reward
}

export const tell = (trx: Trx, { listeners, actor }: RewardParts, reward: Reward, order: sql.OrderRow, what: string, now: Date): Promise<unknown> =>
  record(trx, listeners, [{
    customerId: order.customerId, kind: `rewards.${what}`, actor, source,
    body: { ...titles(reward), orderId: order.orderId, rewardId: order.rewardId, version: order.version, quantity: order.quantity, points: order.points.toString(), currency: order.currency ?? '', code: order.code, origin: order.origin }
  }], now)
