/** Companion benefits 同行权益: who comes along with a member has something, so many times in a period; every use stands in a register. */
import { record } from '#activity/events/events.ts'
import type { Trx } from '#foundation/db.ts'
import { newId } from '#foundation/ids.ts'
import { Refusal } from '#foundation/refusal.ts'
import { dayOf } from '#foundation/zone.ts'
import { readBusiness } from '#settings/business/business.ts'
import type { CompanionBody } from './rewards.benefits.schema.ts'
import * as sql from './rewards.benefits.sql.ts'
import { benefitWords as words } from './rewards.benefits.words.ts'
import { requireActive } from './rewards.definitions.ts'
import { giveUseBack } from './rewards.members.sql.ts'
import { requireEligible, requireMember, requireUse } from './rewards.members.ts'
import { lockOrder } from './rewards.orders.sql.ts'
import { endOrder, grantReward, titles, type RewardParts } from './rewards.orders.ts'

export async function bringCompanion(trx: Trx, parts: RewardParts, { customerId, definitionId, name = null, storeId = null }: CompanionBody, now: Date): Promise<sql.CompanionRow> {
  const definition = await requireActive(trx, 'companion', definitionId)
  const { zone } = await readBusiness(trx)
  const today = dayOf(now, zone)
  requireEligible(definition, await requireMember(trx, customerId, zone), today)
  if (definition.parameters.isNamed && name === null) throw new Refusal('rewards.name_needed', 422, words.nameNeeded, titles(definition))
  const period = await requireUse(trx, definition, customerId, 1, today)
  const companionId = newId(now)
  const { rewardId } = definition.parameters
  const order = rewardId === null ? undefined : await grantReward(trx, parts, rewardId, { customerId, origin: 'companion', originId: definitionId, originKey: companionId, period: null, storeId }, now)
  const row: sql.CompanionRow = { customerId, companionId, definitionId, version: definition.version, name, period, storeId, orderId: order?.orderId ?? null, actor: parts.actor }
  await sql.insertCompanion(trx, row, now)
  await record(trx, parts.listeners, [{ customerId, kind: 'rewards.companion_came', actor: parts.actor, source: 'rewards', body: { ...titles(definition), benefitZh: definition.parameters.benefit.zh, benefitEn: definition.parameters.benefit.en, companionId, definitionId } }], now)
  return row
}

/** A use that was entered by mistake: it counts no more, and a reward not yet collected is void. */
export async function undoCompanion(trx: Trx, parts: RewardParts, customerId: string, companionId: string, now: Date): Promise<sql.CompanionRow> {
  const row = await sql.undoCompanion(trx, customerId, companionId, now)
  if (row === undefined) throw new Refusal('rewards.unknown_companion', 404, words.unknownCompanion)
  if (row.period !== null) await giveUseBack(trx, customerId, row.definitionId, row.period, 1)
  const order = row.orderId === null ? undefined : await lockOrder(trx, customerId, row.orderId)
  if (order !== undefined && order.state !== 'fulfilled' && order.state !== 'cancelled') await endOrder(trx, parts, order, null, now)
  await record(trx, parts.listeners, [{ customerId, kind: 'rewards.companion_undone', actor: parts.actor, source: 'rewards', body: { companionId, definitionId: row.definitionId } }], now)
  return row
}
