/** Orders from a program: buyers found or created by their keys, stores by their codes, everything or nothing. */
import { createMany, type NewCustomer } from '#customers/record/record.ts'
import { keyOf } from '#customers/identity/identity.ts'
import type { Trx } from '#foundation/db.ts'
import type { Listener } from '#foundation/house.ts'
import { Refusal } from '#foundation/refusal.ts'
import { settleBusiness, storesByCode, type Business } from '#settings/business/business.ts'
import { findCustomers, findLines, findOrder } from './orders.list.sql.ts'
import { unknownOrder } from './orders.list.ts'
import { recordOrders, type Clash } from './orders.record.ts'
import type { LineInput, Minor, OrderInput } from './orders.rules.ts'
import type { LineBody, OrderBody, Recorded, ReturnBody } from './orders.schema.ts'

export interface Submission { readonly listeners: readonly Listener[], readonly actor: string }

/** Records the orders. One that contradicts what is recorded refuses them all, by name and with both totals. */
export async function submitOrders(trx: Trx, { listeners, actor }: Submission, bodies: readonly OrderBody[], now: Date): Promise<Recorded> {
  const business = await settleBusiness(trx, now)
  const stores = await storesByCode(trx, bodies.flatMap(({ store }) => store ?? []), now)
  const buyers = await buyersOf(trx, bodies, business, now)
  const orders = bodies.map((body, index) => inputOf(body, buyers[index] ?? null, body.store ? stores.get(body.store) ?? null : null, business))
  const { recorded, identical, clashes } = await recordOrders(trx, { listeners, actor, zone: business.zone }, orders, now)
  if (clashes[0]) throw contradicts(clashes[0], clashes.length)
  return { recorded: recorded.map(({ source, number, orderId, customerId, anonymous }) => ({ source, number, orderId, customerId, anonymous })), identical }
}

/** What of an order comes back: all of it, or the lines given. Signs are set here, against those of the sale, so that a program only says how much. */
export async function submitReturn(trx: Trx, submission: Submission, undone: { readonly source: string, readonly number: string }, body: ReturnBody, now: Date): Promise<Recorded> {
  const order = await findOrder(trx, undone.source, undone.number)
  if (order === undefined && body.lines === undefined) throw unknownOrder(undone.source, undone.number)
  const business = await settleBusiness(trx, now)
  const sold = order === undefined ? [] : await findLines(trx, order)
  const lines = body.lines === undefined ? sold.map((line) => against(line, [line])) : body.lines.map((line) => against(lineOf(line), sold.filter(({ product }) => product === line.product)))
  const input: OrderInput = {
    kind: body.kind ?? 'return', source: undone.source, number: body.number, at: new Date(body.at), undoesNumber: undone.number, lines, currency: order?.currency ?? business.currency,
    customerId: order === undefined || order.anonymous ? null : order.customerId, channel: order?.channel ?? null, storeId: order?.storeId ?? null
  }
  const { recorded, identical, clashes } = await recordOrders(trx, { ...submission, zone: business.zone }, [input], now)
  if (clashes[0]) throw contradicts(clashes[0], 1)
  return { recorded: recorded.map(({ source, number, orderId, customerId, anonymous }) => ({ source, number, orderId, customerId, anonymous })), identical }
}

const contradicts = ({ source, number, because, theirsMinor, oursMinor }: Clash, count: number): Refusal => because === 'content'
  ? new Refusal('orders.different_content', 409, {
    zh: '来源“{source}”的订单 {number} 已有另一份内容：原合计 {theirs}，这次 {ours}。本次提交的 {count} 张冲突订单及其余订单都没有保存。',
    en: 'Order {number} of "{source}" is recorded with other content: its total is {theirs}, this one says {ours}. {count} such orders here; nothing of this request was saved.'
  }, { source, number, theirs: majorText(theirsMinor), ours: majorText(oursMinor), count })
  : new Refusal('orders.different_customer', 409, {
    zh: '来源“{source}”的订单 {number} 属于另一位客户。本次提交没有保存。', en: 'Order {number} of "{source}" belongs to another customer. Nothing of this request was saved.'
  }, { source, number, count })

const majorText = (minor: bigint): string => (Number(minor) / 10_000).toFixed(2)

const lineOf = ({ product, name, category, quantity, amountMinor, costMinor }: LineBody): LineInput => ({
  product, name: name ?? null, category: category ?? null, quantity, amountMinor: BigInt(amountMinor), costMinor: costMinor === null || costMinor === undefined ? null : BigInt(costMinor)
})

const below = (amount: Minor): Minor => (amount > 0 ? -amount : amount)
const above = (amount: Minor): Minor => (amount < 0 ? -amount : amount)
const isBelow = (amount: Minor | null | undefined): boolean => amount !== null && amount !== undefined && amount < 0

/** A line that comes back takes away what the sale put down; a discount on a line of its own was below zero there and is given up here. */
function against(line: LineInput, sold: readonly LineInput[]): LineInput {
  const { quantity, amountMinor, costMinor } = line
  const isAll = (isSo: (one: LineInput) => boolean): boolean => sold.length > 0 && sold.every(isSo)
  const size = quantity.replace('-', '')
  return {
    ...line, quantity: isAll((one) => one.quantity.startsWith('-')) ? size : `-${size}`, amountMinor: isAll((one) => isBelow(one.amountMinor)) ? above(amountMinor) : below(amountMinor),
    costMinor: costMinor === null || costMinor === undefined ? null : isAll((one) => isBelow(one.costMinor)) ? above(costMinor) : below(costMinor)
  }
}

function inputOf(body: OrderBody, customerId: string | null, storeId: string | null, business: Business): OrderInput {
  const currency = body.currency ?? business.currency
  if (currency !== business.currency) {
    throw new Refusal('orders.other_currency', 422, { zh: '订单 {number} 的货币是 {currency}，而本店记账用 {ours}。', en: 'Order {number} is in {currency}; this business keeps its books in {ours}.' }, { number: body.number, currency, ours: business.currency })
  }
  return {
    kind: body.kind ?? 'sale', source: body.source, number: body.number, at: new Date(body.at), customerId, channel: body.channel ?? null, storeId, currency,
    ...(body.totalMinor === undefined ? {} : { totalMinor: BigInt(body.totalMinor) }), undoesNumber: body.undoes ?? null, lines: body.lines.map(lineOf)
  }
}

/** The customer of each order, or null for nobody. */
async function buyersOf(trx: Trx, bodies: readonly OrderBody[], business: Business, now: Date): Promise<readonly (string | null)[]> {
  const byId = [...new Set(bodies.flatMap(({ customer }) => customer?.customerId ?? []))]
  const known = await findCustomers(trx, byId)
  const stranger = byId.find((id) => !known.has(id))
  if (stranger !== undefined) throw new Refusal('orders.unknown_customer', 422, { zh: '没有编号为 {customerId} 的客户。', en: 'There is no customer {customerId}.' }, { customerId: stranger })
  const named = bodies.flatMap(({ customer, source }, index): { index: number, customer: NewCustomer }[] => {
    if (!customer || customer.customerId !== undefined || (customer.keys ?? []).length === 0) return []
    return [{ index, customer: { keys: (customer.keys ?? []).map(({ kind, value }) => keyOf(kind, value, business.country)), source, name: customer.name ?? null } }]
  })
  const settled = await createMany(trx, named.map((one) => one.customer), now)
  const found = new Map(named.map((one, n) => [one.index, settled[n]?.customerId ?? null]))
  return bodies.map(({ customer }, index) => customer?.customerId ?? found.get(index) ?? null)
}
