/** What a clerk does with an order: ready to collect, handed over, cancelled. */
import type { Trx } from '#foundation/db.ts'
import { Refusal } from '#foundation/refusal.ts'
import { dayOf } from '#foundation/zone.ts'
import { readBusiness } from '#settings/business/business.ts'
import * as sql from './rewards.orders.sql.ts'
import { endOrder, rewardOf, tell, titles, type RewardParts } from './rewards.orders.ts'
import type { StepBody } from './rewards.schema.ts'
import { lockCards } from './rewards.stamps.sql.ts'
import { reopenCard } from './rewards.stamps.ts'
import { remainingOf, takeStock } from './rewards.stock.ts'
import { refusalWords as words, stateWords } from './rewards.words.ts'

export async function stepOrder(trx: Trx, parts: RewardParts, orderId: string, body: StepBody, now: Date): Promise<sql.OrderRow> {
  const known = await sql.findOrder(trx, body.customerId, orderId)
  // A card before its order, as sales and returns lock them.
  if (known?.origin === 'stamps' && known.originId !== null) await lockCards(trx, [{ customerId: known.customerId, definitionId: known.originId }])
  const order = known === undefined ? undefined : await sql.lockOrder(trx, known.customerId, orderId)
  if (order === undefined) throw new Refusal('rewards.unknown_order', 404, words.unknownOrder, { order: orderId })
  return body.do === 'cancel' ? cancel(trx, parts, order, body, now) : advance(trx, parts, order, body, now)
}

async function advance(trx: Trx, parts: RewardParts, order: sql.OrderRow, { do: step, moneyMinor = '0', note }: StepBody, now: Date): Promise<sql.OrderRow> {
  const from: readonly sql.OrderRow['state'][] = step === 'ready' ? ['waiting', 'placed'] : ['waiting', 'placed', 'ready']
  if (!from.includes(order.state)) throw wrongState(order)
  if (step === 'fulfil' && BigInt(moneyMinor) !== order.moneyMinor) throw new Refusal('rewards.money_open', 422, words.moneyOpen, { wanted: plain(order.moneyMinor), paid: plain(BigInt(moneyMinor)) })
  const stocked = order.state === 'waiting' ? await takeWaiting(trx, parts, order, now) : order.stocked
  const after: sql.OrderRow = { ...order, stocked, state: step === 'ready' ? 'ready' : 'fulfilled' }
  await sql.saveState(trx, after, note ?? null, now)
  await tell(trx, parts, await rewardOf(trx, order), after, after.state, now)
  return after
}

async function takeWaiting(trx: Trx, parts: RewardParts, order: sql.OrderRow, now: Date): Promise<boolean> {
  const reward = await rewardOf(trx, order)
  const { orderId, place, quantity } = order
  if (await takeStock(trx, { reward, place, quantity, orderId, actor: parts.actor }, now)) return reward.parameters.stock !== 'none'
  throw new Refusal('rewards.out_of_stock', 409, words.outOfStock, { ...titles(reward), remaining: await remainingOf(trx, reward.definitionId, place), wanted: quantity })
}

async function cancel(trx: Trx, parts: RewardParts, order: sql.OrderRow, { goodsBack = false, note }: StepBody, now: Date): Promise<sql.OrderRow> {
  if (order.state === 'cancelled') throw wrongState(order)
  if (order.state === 'fulfilled' && !goodsBack) throw new Refusal('rewards.goods_out', 409, words.goodsOut)
  const ended = await endOrder(trx, parts, order, note ?? null, now)
  if (order.origin === 'stamps') await reopenCard(trx, parts, order, dayOf(now, (await readBusiness(trx)).zone), now)
  return ended
}

const wrongState = ({ state }: sql.OrderRow): Refusal => new Refusal('rewards.wrong_state', 409, words.wrongState, { state, stateZh: stateWords[state].zh, stateEn: stateWords[state].en })
const plain = (minor: bigint): string => (Number(minor) / 10_000).toFixed(2)
