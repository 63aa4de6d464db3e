/** Trade-in 以旧换新: an old item is assessed and becomes a credit towards another. An item is taken in once; what was not spent can be withdrawn. */
import { record } from '#activity/events/events.ts'
import type { Trx } from '#foundation/db.ts'
import { newId } from '#foundation/ids.ts'
import { Refusal } from '#foundation/refusal.ts'
import { addDays, dayOf } from '#foundation/zone.ts'
import { readBusiness } from '#settings/business/business.ts'
import { requireActive } from './rewards.definitions.ts'
import { requireEligible, requireMember } from './rewards.members.ts'
import type { RewardParts } from './rewards.orders.ts'
import type { TradeInBody } from './rewards.benefits.schema.ts'
import * as sql from './rewards.tradein.sql.ts'
import { benefitWords as words } from './rewards.benefits.words.ts'

/** Takes an item in. Refuses rewards.known_serial where anybody brought it before. */
export async function takeIn(trx: Trx, { listeners, actor }: RewardParts, body: TradeInBody, now: Date): Promise<sql.TradeInRow> {
  const definition = await requireActive(trx, 'trade_in', body.definitionId)
  const { zone } = await readBusiness(trx)
  const day = dayOf(now, zone)
  requireEligible(definition, await requireMember(trx, body.customerId, zone), day)
  const grade = definition.parameters.grades[body.grade]
  if (grade === undefined) throw new Refusal('rewards.no_grade', 422, words.noGrade, { grade: body.grade + 1 })
  const serial = body.serial.trim().toUpperCase()
  const tradeInId = newId(now)
  if (!(await sql.claimSerial(trx, serial, body.customerId, tradeInId))) throw new Refusal('rewards.known_serial', 409, words.knownSerial, { serial })
  const { ttlDays } = definition.parameters
  const row: sql.TradeInRow = {
    customerId: body.customerId, tradeInId, definitionId: definition.definitionId, version: definition.version, serial, item: body.item, grade: body.grade, photo: body.photo ?? null, creditMinor: BigInt(grade.creditMinor), usedMinor: 0n,
    state: 'assessed', day, expiresOn: ttlDays === null ? null : addDays(day, ttlDays), storeId: body.storeId ?? null, actor, at: now
  }
  await sql.insertTradeIn(trx, row)
  await tell(trx, { listeners, actor }, 'rewards.traded_in', row, definition.title, now)
  return row
}

/** The item goes back to the member. Refuses rewards.credit_spent once something of the credit was used. */
export async function withdrawTradeIn(trx: Trx, parts: RewardParts, { customerId, tradeInId }: Pick<sql.TradeInRow, 'customerId' | 'tradeInId'>, now: Date): Promise<sql.TradeInRow> {
  const row = await sql.withdraw(trx, customerId, tradeInId)
  if (row === undefined) throw new Refusal('rewards.credit_spent', 409, words.creditSpent)
  await sql.releaseSerial(trx, row.serial, tradeInId)
  await tell(trx, parts, 'rewards.trade_in_withdrawn', row, { zh: row.item, en: row.item }, now)
  return row
}

const tell = (trx: Trx, { listeners, actor }: RewardParts, kind: string, row: sql.TradeInRow, title: { readonly zh: string, readonly en: string }, now: Date): Promise<unknown> =>
  record(trx, listeners, [{ customerId: row.customerId, kind, actor, source: 'rewards', body: { titleZh: title.zh, titleEn: title.en, tradeInId: row.tradeInId, serial: row.serial, item: row.item, creditMinor: row.creditMinor.toString(), credit: (Number(row.creditMinor) / 10_000).toFixed(2) } }], now)
