/**
 * Rewards of the made-up chain, so that a page looked at has something to say: a small catalogue, a stamp card that has run for some months over its real
 * sales, an offer and a birthday gift. Written when the sample is loaded, and only then.
 */
import type { Trx } from '#foundation/db.ts'
import type { Listener } from '#foundation/house.ts'
import { addDays, isDay, startOf, type Day } from '#foundation/zone.ts'
import { readBusiness } from '#settings/business/business.ts'
import { listDefinitions, saveDefinition } from './rewards.definitions.ts'
import type { RewardParts } from './rewards.orders.ts'
import { linesOf } from './rewards.sales.sql.ts'
import { openSince, salesBetween } from './rewards.sample.sql.ts'
import { sampleDefinitions } from './rewards.sample.words.ts'
import { stampSales } from './rewards.stamps.ts'
import { stepOrder } from './rewards.steps.ts'
import { countStock } from './rewards.stock.ts'

const weeks = 20

export const sampleListener: Listener = {
  capability: 'rewards', kinds: ['sample.loaded'],
  hear: async (trx, events, { now, listeners }) => {
    const endDay = String(events[0]?.body['endDay'])
    if (!isDay(endDay) || (await listDefinitions(trx)).length > 0) return
    const { zone } = await readBusiness(trx)
    const parts = { listeners, actor: 'sample' }
    const begun = startOf(addDays(endDay, -7 * weeks), zone)
    const save = async (definition: Parameters<typeof saveDefinition>[1]): Promise<string> => (await saveDefinition(trx, definition, 'sample', begun)).definitionId
    const { rewards, card, others } = sampleDefinitions
    const ids: string[] = []
    for (const [definition, stock] of rewards) {
      const id = await save(definition)
      ids.push(id)
      if (stock > 0) await countStock(trx, { rewardId: id, change: stock }, 'sample', begun)
    }
    const [cup = '', tasting = ''] = ids
    await save(card(cup))
    for (const one of others(tasting)) await save(one)
    for (let week = 0; week < weeks; week += 1) await runWeek(trx, parts, addDays(endDay, -7 * (weeks - week)), zone, now)
  }
}

/** A week of sales is stamped at its end, and what was given a week before has been collected. */
async function runWeek(trx: Trx, parts: RewardParts, from: Day, zone: string, latest: Date): Promise<void> {
  const to = addDays(from, 7)
  const ended = startOf(addDays(to, 1), zone)
  const now = ended < latest ? ended : latest
  const sales = await salesBetween(trx, from, to)
  const lines = Map.groupBy(await linesOf(trx, sales), ({ orderId }) => orderId)
  await stampSales(trx, parts, sales.map((sale) => ({ ...sale, lines: lines.get(sale.orderId) ?? [] })), { zone, now, today: to })
  for (const { customerId, orderId } of await openSince(trx, startOf(from, zone))) await stepOrder(trx, parts, orderId, { customerId, do: 'fulfil' }, now)
}
