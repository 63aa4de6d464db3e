/** Which rewards bring members back, and what they cost. */
import type { Db, Trx } from '#foundation/db.ts'
import { addDays, dayOf, startOf } from '#foundation/zone.ts'
import { Refusal } from '#foundation/refusal.ts'
import { readBusiness } from '#settings/business/business.ts'
import { listDefinitions } from './rewards.definitions.ts'
import { sumGiven } from './rewards.offers.sql.ts'
import * as orders from './rewards.orders.sql.ts'
import { sumOrders } from './rewards.overview.sql.ts'
import type { OrderQuery, Overview, RewardOrder } from './rewards.schema.ts'
import { sumCards } from './rewards.stamps.sql.ts'
import { listStock } from './rewards.stock.ts'
import { pageRefusals as words } from './rewards.words.ts'

const watchDays = 60

export async function readOverview(db: Db, now: Date): Promise<Overview> {
  const { zone } = await readBusiness(db)
  const since = addDays(dayOf(now, zone), -365)
  const [definitions, stock, sums, cards, offers] = await Promise.all([listDefinitions(db), listStock(db), sumOrders(db, startOf(since, zone), now, watchDays), sumCards(db), sumGiven(db, startOf(since, zone))])
  const figures = definitions.flatMap((one) => {
    if (one.kind !== 'reward') return []
    const sum = sums.find(({ rewardId }) => rewardId === one.definitionId)
    const own = stock.filter(({ rewardId }) => rewardId === one.definitionId)
    return [{
      rewardId: one.definitionId, remaining: one.parameters.stock === 'none' ? null : own.reduce((all, { remaining }) => all + remaining, 0), orders: sum?.orders ?? 0, points: (sum?.points ?? 0n).toString(),
      valueMinor: (sum?.valueMinor ?? 0n).toString(), open: sum?.open ?? 0, watched: sum?.watched ?? 0, cameBack: sum?.cameBack ?? 0
    }]
  })
  return { since, watchDays, definitions: [...definitions], stock: [...stock], cards: [...cards], offers: offers.map(({ definitionId, orders: given, amountMinor }) => ({ definitionId, orders: given, amountMinor: amountMinor.toString() })), figures, open: figures.reduce((all, { open }) => all + open, 0) }
}

/** Reward orders page by page. */
export async function listRewardOrders(db: Db, query: OrderQuery): Promise<{ items: RewardOrder[], next: string | null }> {
  const { limit = 50, after } = query
  const rows = await orders.listOrders(db, query, after === undefined ? undefined : placeOf(after), limit + 1)
  const items = rows.slice(0, limit).map(onWire)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last !== undefined ? `${last.placedAt}~${last.orderId}` : null }
}

/** One order as it stands. */
export async function orderShown(trx: Trx, customerId: string, orderId: string): Promise<RewardOrder> {
  const [row] = await orders.listOrders(trx, { customer: customerId }, undefined, 1, orderId)
  if (row === undefined) throw new Error('the order was just written')
  return onWire(row)
}

const onWire = (row: orders.Shown): RewardOrder => ({ ...row, points: row.points.toString(), moneyMinor: row.moneyMinor.toString(), placedAt: row.placedAt.toISOString(), changedAt: row.changedAt.toISOString() })

function placeOf(after: string): { readonly at: string, readonly id: string } {
  const match = /^(\d{4}-[\dT:.-]+Z)~([\da-f-]{36})$/.exec(after)
  if (match?.[1] === undefined || match[2] === undefined) throw new Refusal('rewards.unknown_place', 400, words.unknownPlace, { after })
  return { at: match[1], id: match[2] }
}
