/** Reading orders: lists, one order, and what the timeline shows of them. */
import type { TimelineEntry, TimelineSource } from '#activity/events/events.ts'
import { unionOf } from '#customers/identity/identity.ts'
import type { Db } from '#foundation/db.ts'
import { Refusal } from '#foundation/refusal.ts'
import * as list from './orders.list.sql.ts'
import type { Order, OrderPage, OrderQuery, OrderSummary, OrderTotals } from './orders.schema.ts'
import { orderSentences } from './orders.words.ts'

export async function listOrders(db: Db, { after, limit = 50, customer, ...filter }: OrderQuery): Promise<OrderPage> {
  const rows = await list.listOrders(db, customer === undefined ? filter : { ...filter, customers: await unionOf(db, customer) }, after === undefined ? undefined : placeOf(after), limit + 1)
  const last = rows[limit - 1]
  return { items: rows.slice(0, limit).map(summaryOf), next: rows.length > limit && last ? `${last.at.toISOString()}~${last.orderId}` : null }
}

export async function readOrder(db: Db, source: string, number: string): Promise<Order> {
  const row = await list.findOrder(db, source, number)
  if (row === undefined) throw unknownOrder(source, number)
  const [lines, undoneBy] = await Promise.all([list.findLines(db, row), list.findUndoing(db, source, number)])
  return {
    ...summaryOf(row),
    lines: lines.map((line) => ({ ...line, amountMinor: line.amountMinor.toString(), costMinor: line.costMinor?.toString() ?? null })),
    undoneBy: undoneBy.map((one) => ({ ...one, totalMinor: one.totalMinor.toString() }))
  }
}

/** What was sold and what came back: by one customer, or by everybody on the latest day that has orders. */
export async function sumOrders(db: Db, customer: string | undefined): Promise<OrderTotals> {
  const sums = await (customer === undefined ? list.sumLatestDay(db) : list.sumCustomers(db, await unionOf(db, customer)))
  return sums === undefined
    ? { sales: 0, returns: 0, soldMinor: '0', backMinor: '0', firstDay: null, lastDay: null }
    : { ...sums, soldMinor: sums.soldMinor.toString(), backMinor: sums.backMinor.toString() }
}

export const unknownOrder = (source: string, number: string): Refusal =>
  new Refusal('orders.unknown_order', 404, { zh: '来源“{source}”没有订单 {number}。', en: 'The source "{source}" has no order {number}.' }, { source, number })

const summaryOf = ({ anonymous, ...row }: list.Row): OrderSummary => ({
  ...row, customerId: anonymous ? null : row.customerId, at: row.at.toISOString(), totalMinor: row.totalMinor.toString(), costMinor: row.costMinor?.toString() ?? null
})

function placeOf(after: string): list.Place {
  const match = /^(\d{4}-[\dT:.-]+Z)~([\da-f-]{36})$/.exec(after)
  if (match?.[1] === undefined || match[2] === undefined) {
    throw new Refusal('orders.unknown_place', 400, { zh: '列表的位置“{after}”读不懂；请用上一页给出的 next。', en: 'The place "{after}" in the list makes no sense; use the `next` of the page before.' }, { after })
  }
  return { at: match[1], id: match[2] }
}

/** Orders in the customer's timeline, straight from their own table. */
export const orderTimeline: TimelineSource = {
  groups: ['purchases'],
  before: async (db, customerId, place, limit) => (await list.listOrders(db, { customers: await unionOf(db, customerId) }, place, limit)).map((row): TimelineEntry => ({
    id: row.orderId, at: row.at, group: 'purchases', kind: `orders.${row.kind}`, sentence: orderSentences[row.kind], source: row.source, actor: row.source,
    values: { number: row.number, goods: row.goods, lineCount: row.lineCount, totalMinor: row.totalMinor.toString(), currency: row.currency, store: row.storeName, channel: row.channel, undoesNumber: row.undoesNumber }
  }))
}
