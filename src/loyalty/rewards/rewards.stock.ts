/** Stock: a hard bound. What is taken, given back and counted is a row of the journal; their sum is what remains. */
import type { Db, Trx } from '#foundation/db.ts'
import { newId } from '#foundation/ids.ts'
import { Refusal } from '#foundation/refusal.ts'
import { requireActive, type DefinitionOf } from './rewards.definitions.ts'
import type { StockBody, StockLevel } from './rewards.schema.ts'
import * as sql from './rewards.stock.sql.ts'
import { refusalWords as words } from './rewards.words.ts'

type Reward = DefinitionOf<'reward'>
const whole = 'all'

/** Where this reward's stock lies for a store. Refuses rewards.store_needed. */
export function placeOf({ parameters: { stock }, title }: Reward, storeId: string | null): string {
  if (stock === 'none' || stock === 'whole') return whole
  if (storeId === null) throw new Refusal('rewards.store_needed', 422, words.storeNeeded, { titleZh: title.zh, titleEn: title.en })
  return storeId
}

interface Taking { readonly reward: Reward, readonly place: string, readonly quantity: number, readonly orderId: string, readonly actor: string }

/** Takes what was ordered out of the stock; answers false where it is not there. */
export async function takeStock(trx: Trx, { reward, place, quantity, orderId, actor }: Taking, now: Date): Promise<boolean> {
  const { definitionId: rewardId, parameters } = reward
  if (parameters.stock === 'none') return true
  if (await sql.moveStock(trx, rewardId, place, -quantity) === undefined) return false
  await sql.insertStockEntry(trx, { entryId: newId(now), rewardId, place, change: -quantity, why: 'given', orderId, actor, note: null }, now)
  return true
}

export async function remainingOf(db: Db | Trx, rewardId: string, place: string): Promise<number> {
  return (await sql.findStock(db)).find((one) => one.rewardId === rewardId && one.place === place)?.remaining ?? 0
}

export async function giveStockBack(trx: Trx, { rewardId, place, quantity, orderId, actor }: Omit<Taking, 'reward'> & { readonly rewardId: string }, now: Date): Promise<void> {
  await sql.moveStock(trx, rewardId, place, quantity)
  await sql.insertStockEntry(trx, { entryId: newId(now), rewardId, place, change: quantity, why: 'given_back', orderId, actor, note: null }, now)
}

/** Goods that came in, or went out otherwise. */
export async function countStock(trx: Trx, { rewardId, storeId = null, change, note }: StockBody, actor: string, now: Date): Promise<StockLevel> {
  const reward = await requireActive(trx, 'reward', rewardId)
  if (reward.parameters.stock === 'none') throw new Refusal('rewards.no_stock', 409, words.noStock, { titleZh: reward.title.zh, titleEn: reward.title.en })
  if (change === 0) throw new Refusal('rewards.nothing_changed', 422, words.nothingChanged)
  const place = placeOf(reward, storeId)
  const remaining = await sql.moveStock(trx, rewardId, place, change)
  if (remaining === undefined) throw new Refusal('rewards.below_zero', 409, words.belowZero, { remaining: await remainingOf(trx, rewardId, place), wanted: -change })
  await sql.insertStockEntry(trx, { entryId: newId(now), rewardId, place, change, why: 'counted', orderId: null, actor, note: note ?? null }, now)
  return { rewardId, storeId: place === whole ? null : place, remaining }
}

export async function listStock(db: Db | Trx): Promise<readonly StockLevel[]> {
  return (await sql.findStock(db)).map(({ rewardId, place, remaining }) => ({ rewardId, storeId: place === whole ? null : place, remaining }))
}
