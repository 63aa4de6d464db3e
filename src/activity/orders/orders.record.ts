/** The bulk door: many orders, few statements, each number once whatever comes at once. */
import { hear } from '#activity/events/events.ts'
import type { Copying } from '#foundation/copy.statement.ts'
import type { Db, Trx } from '#foundation/db.ts'
import type { Event, Listener } from '#foundation/house.ts'
import { idMaker } from '#foundation/ids.ts'
import { dayIn } from '#foundation/zone.ts'
import { compare, prepareOrder, receiptKey, type OrderInput, type PreparedOrder } from './orders.rules.ts'
import * as sql from './orders.sql.ts'
import type { OrderStore } from './orders.stored.ts'

export interface OrderParts extends Copying {
  readonly listeners: readonly Listener[]
  /** The business's zone. */
  readonly zone: string
  readonly actor: string
  readonly importId?: string | null
  /** Where the orders lie in bytes, if they do. */
  readonly stored?: OrderStore
  /** Most of these orders are probably recorded already: look before claiming their numbers. */
  readonly again?: boolean
}

/** An order number that is taken by something else: both totals, so that a person can decide. */
export interface Clash {
  readonly index: number
  readonly source: string
  readonly number: string
  readonly because: 'content' | 'customer'
  readonly theirsMinor: bigint
  readonly oursMinor: bigint
}

export interface OrdersOutcome {
  readonly recorded: readonly PreparedOrder[]
  /** Deliveries of orders that were there already, or twice in this batch. */
  readonly identical: number
  readonly clashes: readonly Clash[]
}

const copyFrom = 200

/** Writes what is new, skips what is there already, and names what contradicts it. The caller decides what a clash means. */
export async function recordOrders(trx: Trx, parts: OrderParts, orders: readonly OrderInput[], now: Date): Promise<OrdersOutcome> {
  const dayOf = dayIn(parts.zone)
  const nextId = idMaker(now)
  return recordPrepared(trx, parts, orders.map((order) => prepareOrder(order, nextId(), dayOf)), now)
}

/** The same for orders prepared already (by `prepareOrder`, possibly in another thread). */
export async function recordPrepared(trx: Trx, parts: OrderParts, orders: readonly PreparedOrder[], now: Date): Promise<OrdersOutcome> {
  if (orders.length === 0) return { recorded: [], identical: 0, clashes: [] }
  if (await claimAtOnce(trx, parts, orders)) {
    await write(trx, parts, orders, now)
    await tell(trx, parts, orders, now)
    return { recorded: orders, identical: 0, clashes: [] }
  }
  const { first, awaited } = sortOut(orders)
  const all = [...first.values()].map(({ order }) => order)
  const known = parts.again ? byNumber(await sql.findHolders(trx, all)) : new Map<string, sql.Holder>()
  const claims = known.size === 0 ? all : all.filter(({ source, number }) => !known.has(receiptKey(source, number)))
  if (claims.length === 0) return { recorded: [], ...await judge(trx, orders, first, known) }
  const taken = await claim(trx, parts, [...claims, ...awaited.map((name) => ({ ...name, customerId: null, orderId: null, contentHash: null }))])
  const { late, lost, held } = await settle(trx, first, taken)

  const recorded = lost.size === 0 ? claims : claims.filter(({ source, number }) => !lost.has(receiptKey(source, number)))
  await write(trx, parts, recorded, now)
  if (late.length > 0) await sql.linkEarlierReturns(trx, late)
  await tell(trx, parts, recorded, now)
  return { recorded, ...await judge(trx, orders, first, known.size === 0 ? held : new Map([...known, ...held])) }
}

const byNumber = (holders: readonly sql.Holder[]): ReadonlyMap<string, sql.Holder> => new Map(holders.map((holder) => [receiptKey(holder.source, holder.number), holder]))

/** What `recordPrepared` would answer now; nothing is written and nobody waits. */
export async function foreseeOrders(db: Db, orders: readonly PreparedOrder[]): Promise<{ readonly fresh: readonly PreparedOrder[], readonly identical: number, readonly clashes: readonly Clash[] }> {
  const { first } = sortOut(orders)
  const claims = [...first.values()].map(({ order }) => order)
  const held = byNumber(await sql.findHolders(db, claims))
  return { fresh: held.size === 0 ? claims : claims.filter((order) => !held.has(receiptKey(order.source, order.number))), ...await judge(db, orders, first, held) }
}

/** A large batch of which nobody has heard before needs no sorting out: PostgreSQL takes all its numbers, or says at the first that is taken, by the batch itself too. */
const claimAtOnce = async (trx: Trx, parts: OrderParts, orders: readonly PreparedOrder[]): Promise<boolean> =>
  parts.again !== true && orders.length >= copyFrom && orders.every(({ undoesNumber }) => undoesNumber === null) && await sql.copyReceipts(trx, orders, parts)

/** The numbers that were not free. */
async function claim(trx: Trx, parts: OrderParts, claims: readonly sql.Claim[]): Promise<readonly { source: string, number: string }[]> {
  // The numbers that returns name are often taken: nobody may count on it.
  if (claims.length >= copyFrom && await sql.copyReceipts(trx, claims, { ...parts, countOn: undefined })) return []
  return sql.claimReceipts(trx, claims)
}

interface Place { readonly order: PreparedOrder, readonly index: number }

/** The first delivery of each number, and the numbers that returns name which are not delivered here. */
function sortOut(orders: readonly PreparedOrder[]): { first: ReadonlyMap<string, Place>, awaited: readonly { source: string, number: string }[] } {
  const first = new Map<string, Place>()
  orders.forEach((order, index) => {
    const key = receiptKey(order.source, order.number)
    if (!first.has(key)) first.set(key, { order, index })
  })
  const awaited = new Map<string, { source: string, number: string }>()
  for (const { source, undoesNumber } of orders) {
    if (undoesNumber === null) continue
    const key = receiptKey(source, undoesNumber)
    if (!first.has(key)) awaited.set(key, { source, number: undoesNumber })
  }
  return { first, awaited: [...awaited.values()] }
}

/** Of the numbers that were not free: which were only awaited and are ours now, which are lost to others, and who holds those. */
async function settle(trx: Trx, first: ReadonlyMap<string, Place>, taken: readonly { source: string, number: string }[]) {
  const ours = taken.flatMap(({ source, number }) => first.get(receiptKey(source, number))?.order ?? [])
  if (ours.length === 0) return { late: [], lost: new Set<string>(), held: new Map<string, sql.Holder>() }
  const lost = new Set(ours.map((order) => receiptKey(order.source, order.number)))
  for (const { source, number } of await sql.takeAwaited(trx, ours)) lost.delete(receiptKey(source, number))
  const isLost = (order: PreparedOrder): boolean => lost.has(receiptKey(order.source, order.number))
  return { late: ours.filter((order) => !isLost(order)), lost, held: lost.size === 0 ? new Map<string, sql.Holder>() : byNumber(await sql.findHolders(trx, ours.filter(isLost))) }
}

async function write(trx: Trx, parts: OrderParts, orders: readonly PreparedOrder[], now: Date): Promise<void> {
  if (orders.length === 0) return
  const undoing = orders.filter((order) => order.undoesNumber !== null)
  const targets = undoing.length === 0 ? [] : await sql.findReceipts(trx, undoing.map(({ source, undoesNumber }) => ({ source, number: undoesNumber ?? '' })))
  const targetOf = new Map(targets.map((target) => [receiptKey(target.source, target.number), target.orderId]))
  const undoes = ({ source, undoesNumber }: PreparedOrder): string | null => (undoesNumber === null ? null : targetOf.get(receiptKey(source, undoesNumber)) ?? null)
  const stamp = { recordedAt: now.toISOString(), importId: parts.importId ?? null, undoes }
  if (parts.stored || orders.length >= copyFrom) await sql.copyOrders(trx, orders, stamp, parts)
  else await sql.insertOrders(trx, orders, stamp)
  // What an order is worth depends on what undoes it: the order has changed too.
  if (targets.length > 0) await sql.touchOrders(trx, targets)
}

/** Orders are facts in their own table; whoever listens hears of them in the same breath as of an event. */
async function tell(trx: Trx, parts: OrderParts, orders: readonly PreparedOrder[], now: Date): Promise<void> {
  if (!parts.listeners.some((listener) => listener.kinds.includes(recordedKind))) return
  await hear(trx, parts.listeners, orders.map((order) => asEvent(order, parts.actor)), now)
}

export const recordedKind = 'orders.recorded'

export const asEvent = (order: PreparedOrder, actor: string): Event => ({
  eventId: order.orderId, customerId: order.customerId, kind: recordedKind, at: new Date(order.at), actor, source: order.source,
  body: {
    orderId: order.orderId, kind: order.kind, number: order.number, anonymous: order.anonymous, day: order.day, currency: order.currency,
    totalMinor: order.totalMinor.toString(), storeId: order.storeId, channel: order.channel, undoesNumber: order.undoesNumber
  }
})

async function judge(db: Db, orders: readonly PreparedOrder[], first: ReadonlyMap<string, Place>, held: ReadonlyMap<string, sql.Holder>): Promise<Pick<OrdersOutcome, 'identical' | 'clashes'>> {
  if (held.size === 0 && first.size === orders.length) return { identical: 0, clashes: [] }
  let identical = 0
  const found: { readonly index: number, readonly order: PreparedOrder, readonly because: Clash['because'], readonly earlier: PreparedOrder | sql.Holder }[] = []
  orders.forEach((order, index) => {
    const key = receiptKey(order.source, order.number)
    const place = first.get(key)
    const earlier = held.get(key) ?? (place?.index === index ? undefined : place?.order)
    if (earlier === undefined) return
    const verdict = compare(order, earlier)
    if (verdict === 'identical') identical += 1
    else found.push({ index, order, because: verdict, earlier })
  })
  const totals = await sql.findTotals(db, found.flatMap(({ earlier }) => ('totalMinor' in earlier ? [] : [earlier])))
  return {
    identical,
    clashes: found.map(({ index, order, because, earlier }) => ({
      index, source: order.source, number: order.number, because, theirsMinor: 'totalMinor' in earlier ? BigInt(earlier.totalMinor) : totals.get(earlier.orderId) ?? 0n, oursMinor: BigInt(order.totalMinor)
    }))
  }
}
