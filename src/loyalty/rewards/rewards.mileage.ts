/**
 * Mileage: whatever is measured (kilometres, nights) is a currency of the points ledger that is counted and never spent, so that its age, its end and every
 * return follow the ledger's rules. Levels give a reward once each; a level that a return took away after its reward was collected is not rewarded again.
 * Of a person whose records were merged the levels of each record count: none is rewarded twice.
 */
import { record } from '#activity/events/events.ts'
import type { Trx } from '#foundation/db.ts'
import { newId } from '#foundation/ids.ts'
import { dayOf } from '#foundation/zone.ts'
import { readBusiness } from '#settings/business/business.ts'
import { book } from '../points/points.ts'
import type { BasketLine, Effect, Undone } from '../returns/returns.ts'
import type { MilesBody } from './rewards.benefits.schema.ts'
import * as sql from './rewards.benefits.sql.ts'
import { benefitEffects } from './rewards.benefits.words.ts'
import { activeOf, definitionAt, isOf, requireActive, type DefinitionOf } from './rewards.definitions.ts'
import { faultOf } from './rewards.eligible.ts'
import { isInScope, piecesOf } from './rewards.goods.ts'
import { readMembers, requireEligible, requireMember } from './rewards.members.ts'
import { lockOrder, saveState } from './rewards.orders.sql.ts'
import { endOrder, grantReward, titles, type RewardParts } from './rewards.orders.ts'
import type { MileageParameters } from './rewards.parameters.schema.ts'
import type { Sale } from './rewards.sales.ts'

type Mileage = DefinitionOf<'mileage'>
interface Counting { readonly customerId: string, readonly source: string, readonly number: string, readonly units: bigint, readonly storeId: string | null }
/** `counted`: this number was not counted before. */
interface Counted { readonly counted: boolean, readonly total: bigint, readonly orderIds: readonly string[] }

export const milesOf = ({ scope, unitsEach }: MileageParameters, lines: readonly BasketLine[]): bigint =>
  scope === null ? 0n : lines.filter((line) => isInScope(scope, line)).reduce((sum, { quantity }) => sum + BigInt(piecesOf(quantity)), 0n) * BigInt(unitsEach)

/** What the lines of sales measure by themselves. */
export async function countSalesMiles(trx: Trx, parts: RewardParts, sales: readonly Sale[], zone: string, now: Date): Promise<void> {
  const mileages = (await activeOf(trx, 'mileage')).filter(({ parameters }) => parameters.scope !== null)
  if (mileages.length === 0) return
  const members = await readMembers(trx, [...new Set(sales.map(({ customerId }) => customerId))], zone)
  for (const sale of sales) {
    const member = members.get(sale.customerId)
    for (const mileage of mileages) {
      const units = milesOf(mileage.parameters, sale.lines)
      if (member !== undefined && units > 0n && faultOf(mileage.parameters.eligibility, member, sale.day) === undefined) await count(trx, parts, mileage, { ...sale, units }, now)
    }
  }
}

/** What was measured and told: the same trip again counts nothing. */
export async function countMiles(trx: Trx, parts: RewardParts, { customerId, definitionId, quantity, number, storeId = null }: MilesBody, now: Date): Promise<Counted> {
  const mileage = await requireActive(trx, 'mileage', definitionId)
  const { zone } = await readBusiness(trx)
  requireEligible(mileage, await requireMember(trx, customerId, zone), dayOf(now, zone))
  return count(trx, parts, mileage, { customerId, source: 'mileage', number: number ?? newId(now), units: BigInt(quantity), storeId }, now)
}

async function count(trx: Trx, parts: RewardParts, mileage: Mileage, { customerId, source, number, units, storeId }: Counting, now: Date): Promise<Counted> {
  const { definitionId, version, parameters: { currency, levels } } = mileage
  const isNew = await sql.insertMile(trx, { customerId, definitionId, source, number, version, units }, now)
  const [booked] = await book(trx, parts, [{ customerId, currency, command: isNew ? { do: 'earn', amount: units.toString(), source, number } : { do: 'settle' } }], now)
  const total = totalOf(booked?.balance)
  const known = Map.groupBy(await sql.findLevels(trx, customerId, definitionId), (one) => one.level)
  const orderIds: string[] = []
  for (const level of levels.filter(({ at }) => BigInt(at) <= total)) {
    const earlier = known.get(BigInt(level.at))
    // A level that was lost and owed is reached again: nothing is given twice, and nothing is owed any more.
    if (earlier !== undefined) { for (const one of earlier) await setOwed(trx, one, false, now); continue }
    const order = await grantReward(trx, parts, level.rewardId, { customerId, origin: 'mileage', originId: definitionId, originKey: level.at, period: null, storeId }, now)
    await sql.insertLevel(trx, definitionId, { customerId, level: BigInt(level.at), orderId: order.orderId }, now)
    await record(trx, parts.listeners, [{ customerId, kind: 'rewards.level_reached', actor: parts.actor, source: 'rewards', body: { ...titles(mileage), level: level.at, total: total.toString(), definitionId } }], now)
    orderIds.push(order.orderId)
  }
  return { counted: isNew, total, orderIds }
}

export const totalOf = (balance: { readonly pending: string, readonly available: string, readonly debt: string } | undefined): bigint =>
  balance === undefined ? 0n : BigInt(balance.available) + BigInt(balance.pending) - BigInt(balance.debt)

async function setOwed(trx: Trx, { customerId, orderId }: sql.LevelRow, owed: boolean, now: Date): Promise<void> {
  const order = await lockOrder(trx, customerId, orderId)
  if (order !== undefined && order.owed !== owed) await saveState(trx, { ...order, owed }, null, now)
}

/** Takes back the miles of what came back, and the levels that they carried. */
export async function returnMiles(trx: Trx, parts: RewardParts, { customerId, source, number, kept }: Undone, now: Date): Promise<readonly Effect[]> {
  const effects: Effect[] = []
  for (const mile of await sql.findMiles(trx, { customerId, source, number })) {
    const mileage = await definitionAt(trx, mile.definitionId, mile.version)
    if (mileage === undefined || !isOf('mileage')(mileage)) continue
    const due = milesOf(mileage.parameters, kept)
    if (due >= mile.kept) continue
    await sql.keepMiles(trx, mile, due)
    const [booked] = await book(trx, parts, [{ customerId, currency: mileage.parameters.currency, command: { do: 'reverse', amount: (mile.kept - due).toString(), source, number } }], now)
    const total = totalOf(booked?.balance)
    effects.push({ capability: 'rewards', code: 'rewards.miles_taken_back', sentence: benefitEffects.miles, detail: { ...titles(mileage), count: (mile.kept - due).toString(), total: total.toString() } })
    for (const reached of (await sql.findLevels(trx, customerId, mile.definitionId)).filter((one) => one.level > total)) {
      const order = await lockOrder(trx, reached.customerId, reached.orderId)
      if (order?.state === 'fulfilled') { await setOwed(trx, reached, true, now); continue }
      await sql.removeLevel(trx, mile.definitionId, reached)
      if (order !== undefined && order.state !== 'cancelled') await endOrder(trx, parts, order, null, now)
      effects.push({ capability: 'rewards', code: 'rewards.level_void', sentence: benefitEffects.levelVoid, detail: { ...titles(mileage), level: reached.level.toString() } })
    }
  }
  return effects
}
