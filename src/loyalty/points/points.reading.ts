/** Wallets as they are stored: whole, or as much of them as the commands need. */
import type { Db, Trx } from '#foundation/db.ts'
import type { Order } from './points.schema.ts'
import * as sql from './points.sql.ts'
import { balanceOf, emptyWallet, type Hold, type Wallet } from './points.state.ts'

export const walletText = ({ customerId, currency }: sql.WalletKey): string => `${customerId} ${currency}`

/** The wallets of all commands, in one fixed order. */
export const keysOf = (orders: readonly sql.WalletKey[]): readonly sql.WalletKey[] =>
  [...new Map(orders.map((order) => [walletText(order), { customerId: order.customerId, currency: order.currency }])).entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, key]) => key)

/** What is spent from each wallet where its commands do nothing but earn and spend; of the others all is needed. */
function needsOf(orders: readonly Pick<Order, 'customerId' | 'currency' | 'command'>[]): { readonly some: readonly sql.WalletNeed[], readonly all: readonly sql.WalletKey[] } {
  const spent = new Map<string, bigint>()
  const whole = new Set<string>()
  for (const order of orders) {
    const { command } = order
    const key = walletText(order)
    if (command.do === 'redeem' && command.overdraw !== true) spent.set(key, (spent.get(key) ?? 0n) + BigInt(command.amount))
    else if (command.do !== 'earn') whole.add(key)
  }
  const keys = keysOf(orders)
  return {
    some: keys.filter((key) => !whole.has(walletText(key))).map((key) => ({ ...key, spends: spent.get(walletText(key)) ?? 0n })),
    all: keys.filter((key) => whole.has(walletText(key)))
  }
}

/**
 * Of locked wallets as much as the commands need, and the lots that the orders they look back at earned or spent from. Who only spends needs the first lots, in
 * the spending order, that cover it; what stays in the others is summed as `unread`.
 */
export async function readNeeded(trx: Trx, orders: readonly Order[], lookedAt: readonly sql.OrderKey[], now: Date): Promise<ReadonlyMap<string, Wallet>> {
  const { some, all } = needsOf(orders)
  const [heads, first, whole, empty] = await Promise.all([sql.readHeads(trx, some), sql.findFirstLots(trx, some), readWhole(trx, all), sql.findEmptyLots(trx, all, lookedAt)])
  const few = walletsOf(heads, first, [])
  const spends = new Map(some.map((need) => [walletText(need), need.spends]))
  const lacking: sql.WalletKey[] = []
  const wallets = new Map(whole)
  for (const head of heads) {
    const wallet = few.get(walletText(head)) ?? emptyWallet(head.customerId, head.currency)
    const { pending, available, held } = balanceOf(wallet)
    const isLeft = head.available > available
    if (head.pending > 0n || head.held > 0n || head.debt > 0n || isDue(wallet, now) || (isLeft && available < (spends.get(walletText(head)) ?? 0n))) lacking.push(head)
    else wallets.set(walletText(head), isLeft ? { ...wallet, unread: { pending, available: head.available - available, held } } : wallet)
  }
  for (const lot of empty) add(wallets, lot)
  for (const [key, wallet] of await readWhole(trx, lacking)) wallets.set(key, wallet)
  return wallets
}

function add(wallets: Map<string, Wallet>, lot: sql.LotRow): void {
  const wallet = wallets.get(walletText(lot))
  if (wallet !== undefined) wallets.set(walletText(lot), { ...wallet, lots: new Map(wallet.lots).set(lot.lotId, lot) })
}

/** A day ends nowhere earlier than fourteen hours before it does in Greenwich: what may be over somewhere is taken to be due. */
function isDue({ lots }: Wallet, now: Date): boolean {
  const latest = new Date(now.getTime() + 14 * 3_600_000).toISOString().slice(0, 10)
  return [...lots.values()].some(({ expiresOn }) => expiresOn !== null && expiresOn < latest)
}

/** Locked wallets with all that is in them. */
export async function readWhole(trx: Trx, keys: readonly sql.WalletKey[]): Promise<ReadonlyMap<string, Wallet>> {
  if (keys.length === 0) return new Map()
  const [heads, lots, holds] = await Promise.all([sql.readHeads(trx, keys), sql.findLots(trx, keys), sql.findHolds(trx, keys)])
  return walletsOf(heads, lots, holds)
}

/** Locks the wallets of all commands in one fixed order, and reads them whole. */
export async function lockedWallets(trx: Trx, orders: readonly sql.WalletKey[]): Promise<ReadonlyMap<string, Wallet>> {
  const keys = keysOf(orders)
  await sql.lockWallets(trx, keys)
  return readWhole(trx, keys)
}

/** The wallets of one member, as they stand. */
export async function readStored(db: Db | Trx, customerId: string): Promise<ReadonlyMap<string, Wallet>> {
  const heads = await sql.findWallets(db, customerId)
  return walletsOf(heads, await sql.findLots(db, heads), await sql.findHolds(db, heads))
}

function walletsOf(heads: readonly sql.WalletHead[], lots: readonly sql.LotRow[], holds: readonly (sql.WalletKey & Hold)[]): ReadonlyMap<string, Wallet> {
  const lotsOf = Map.groupBy(lots, walletText)
  const holdsOf = Map.groupBy(holds, walletText)
  return new Map(heads.map(({ customerId, currency, sequence, debt }) => {
    const key = walletText({ customerId, currency })
    return [key, { customerId, currency, sequence, debt, lots: new Map((lotsOf.get(key) ?? []).map((lot) => [lot.lotId, lot])), holds: new Map((holdsOf.get(key) ?? []).map((hold) => [hold.holdId, hold])) }]
  }))
}
