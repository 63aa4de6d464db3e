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
import { definitionAt, isOf, requireActive, type DefinitionOf } from './rewards.definitions.ts'
import { giveUseBack } from './rewards.members.sql.ts'
import { requireEligible, requireMember, requireUse } from './rewards.members.ts'
import * as sql from './rewards.orders.sql.ts'
import type { OrderBody, StepBody } from './rewards.schema.ts'
import { giveStockBack, placeOf, remainingOf, takeStock } from './rewards.stock.ts'
import { refusalWords as words, stateWords } from './rewards.words.ts'

export interface RewardParts { readonly listeners: readonly Listener[], readonly actor: string }
type Reward = DefinitionOf<'reward'>
const titles = ({ title }: Pick<Reward, 'title'>) => ({ titleZh: title.zh, titleEn: title.en })
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
  return write(trx, parts, reward, { customerId, orderId, quantity, origin: 'redeemed', originId: null, originKey: null, currency: price.currency, points, moneyMinor, place, stocked: reward.parameters.stock !== 'none', period }, now)
}

type Placing = Pick<sql.OrderRow, 'customerId' | 'orderId' | 'quantity' | 'origin' | 'originId' | 'originKey' | 'currency' | 'points' | 'moneyMinor' | 'place' | 'stocked' | 'period'>

async function write(trx: Trx, parts: RewardParts, reward: Reward, placing: Placing, now: Date): Promise<sql.OrderRow> {
  const { parameters, definitionId: rewardId, version } = reward
  const isThere = placing.stocked || parameters.stock === 'none'
  const state = !isThere ? 'waiting' : parameters.handover === 'at_once' && placing.moneyMinor === 0n ? 'fulfilled' : 'placed'
  const order: sql.OrderRow = { ...placing, rewardId, version, valueMinor: BigInt(parameters.valueMinor) * BigInt(placing.quantity), state, code: await newCode(trx, placing), actor: parts.actor }
  await sql.insertOrder(trx, order, now)
  await tell(trx, parts, reward, order, order.origin === 'redeemed' ? 'ordered' : 'granted', now)
  return order
}

const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
/** Eight signs that nobody mistakes for another: 30^8 codes, so that guessing one of a thousand open orders takes 656 million tries. */
async function newCode(trx: Trx, { customerId, orderId }: Placing): Promise<string> {
  for (;;) {
    const code = Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join('')
    if (await sql.claimCode(trx, code, customerId, orderId)) return code
  }
}

/** The next step of an order: ready to collect, handed over, or cancelled. */
export async function stepOrder(trx: Trx, parts: RewardParts, orderId: string, body: StepBody, now: Date): Promise<sql.OrderRow> {
  const order = await sql.lockOrder(trx, body.customerId, orderId)
  if (order === undefined) throw new Refusal('rewards.unknown_order', 404, words.unknownOrder, { order: orderId })
  const reward = await definitionAt(trx, order.rewardId, order.version)
  if (reward === undefined || !isOf('reward')(reward)) throw new Error('an order keeps the version of its reward')
  return body.do === 'cancel' ? cancel(trx, parts, reward, order, body, now) : advance(trx, parts, reward, order, body, now)
}

async function advance(trx: Trx, parts: RewardParts, reward: Reward, order: sql.OrderRow, { do: step, moneyMinor, note }: StepBody, now: Date): Promise<sql.OrderRow> {
  const from: readonly sql.OrderRow['state'][] = step === 'ready' ? ['waiting', 'placed'] : ['waiting', 'placed', 'ready']
  if (!from.includes(order.state)) throw wrongState(order)
  if (step === 'fulfil' && BigInt(moneyMinor ?? '0') !== order.moneyMinor) throw new Refusal('rewards.money_open', 422, words.moneyOpen, { wanted: plain(order.moneyMinor), paid: plain(BigInt(moneyMinor ?? '0')) })
  const stocked = order.state === 'waiting' ? await takeWaiting(trx, parts, reward, order, now) : order.stocked
  const after: sql.OrderRow = { ...order, stocked, state: step === 'ready' ? 'ready' : 'fulfilled' }
  await sql.saveState(trx, after, note ?? null, now)
  await tell(trx, parts, reward, after, after.state, now)
  return after
}

async function takeWaiting(trx: Trx, parts: RewardParts, reward: Reward, { orderId, place, quantity }: sql.OrderRow, now: Date): Promise<boolean> {
  if (await takeStock(trx, { reward, place, quantity, orderId, actor: parts.actor }, now)) return reward.parameters.stock !== 'none'
  throw new Refusal('rewards.out_of_stock', 409, words.outOfStock, { ...titles(reward), remaining: await remainingOf(trx, reward.definitionId, place), wanted: quantity })
}

async function cancel(trx: Trx, parts: RewardParts, reward: Reward, order: sql.OrderRow, { goodsBack = false, note }: StepBody, now: Date): Promise<sql.OrderRow> {
  if (order.state === 'cancelled') throw wrongState(order)
  if (order.state === 'fulfilled' && !goodsBack) throw new Refusal('rewards.goods_out', 409, words.goodsOut)
  const after: sql.OrderRow = { ...order, state: 'cancelled' }
  await sql.saveState(trx, after, note ?? null, now)
  const { customerId, orderId, points, currency, period, rewardId, place, quantity, stocked } = order
  if (period !== null) await giveUseBack(trx, customerId, rewardId, period, quantity)
  if (points > 0n && currency !== null) await book(trx, parts, [{ customerId, currency, command: { do: 'restore', amount: points.toString(), source, number: orderId } }], now)
  if (stocked) await giveStockBack(trx, { rewardId, place, quantity, orderId, actor: parts.actor }, now)
  await tell(trx, parts, reward, after, 'cancelled', now)
  return after
}

const wrongState = ({ state }: sql.OrderRow): Refusal => new Refusal('rewards.wrong_state', 409, words.wrongState, { state, stateZh: stateWords[state].zh, stateEn: stateWords[state].en })
const plain = (minor: bigint): string => (Number(minor) / 10_000).toFixed(2)

const tell = (trx: Trx, { listeners, actor }: RewardParts, reward: Reward, order: sql.OrderRow, what: string, now: Date): Promise<unknown> =>
  record(trx, listeners, [{
    customerId: order.customerId, kind: `rewards.${what}`, actor, source,
    body: { ...titles(reward), orderId: order.orderId, rewardId: order.rewardId, version: order.version, quantity: order.quantity, points: order.points.toString(), currency: order.currency ?? '', code: order.code, origin: order.origin }
  }], now)
