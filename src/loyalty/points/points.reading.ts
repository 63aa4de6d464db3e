/** Wallets as they are stored: whole, or as much of them as the commands need. */
import type { Db, Trx } from '#foundation/db.ts'
import type { Order } from './points.schema.ts'
import * as sql from './points.sql.ts'
import type { Hold, Lot, Wallet } from './points.state.ts'

export const walletText = ({ customerId, currency }: sql.WalletKey): string => `${customerId} ${currency}`

/** The wallets of all commands, in one fixed order. */
export const keysOf = (orders: readonly sql.WalletKey[]): readonly sql.WalletKey[] =>
  [...new Map(orders.map((order) => [walletText(order), { customerId: order.customerId, currency: order.currency }])).entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, key]) => key)

/** A wallet by its key's text, and what is asked of it: all of it, or no more than `spends` together. */
export interface Need extends sql.WalletNeed { readonly key: string, readonly isWhole: boolean }

/** What commands need of their wallets, in the one order in which wallets are locked. Who does nothing but earn and spend needs no more than what is spent. */
export function needsOf(orders: readonly Pick<Order, 'customerId' | 'currency' | 'command'>[]): readonly Need[] {
  const needs = new Map<string, { key: string, customerId: string, currency: string, spends: bigint, isWhole: boolean }>()
  for (const order of orders) {
    const { customerId, currency, command } = order
    const key = walletText(order)
    let need = needs.get(key)
    if (need === undefined) {
      need = { key, customerId, currency, spends: 0n, isWhole: false }
      needs.set(key, need)
    }
    if (command.do === 'redeem' && command.overdraw !== true) need.spends += BigInt(command.amount)
    else if (command.do !== 'earn') need.isWhole = true
  }
  return [...needs.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1))
}

/**
 * Of wallets as much as the commands need, and the lots that the orders they look back at earned or spent from. Who only spends needs the first lots, in
 * the spending order, that cover it; what stays in the others is summed as `unread`. Nearly always that is the very first, which is read with the sums.
 * These are several looks: of one instant where the wallets are locked.
 */
export async function readNeeded(trx: Trx, needs: readonly Need[], lookedAt: readonly sql.OrderKey[], now: Date): Promise<ReadonlyMap<string, Wallet>> {
  const all = needs.filter(({ isWhole }) => isWhole)
  const [fronts, whole, empty] = await Promise.all([readFronts(trx, needs.filter(({ isWhole }) => !isWhole), now), readWhole(trx, all), sql.findEmptyLots(trx, all, lookedAt)])
  const wallets = new Map([...whole, ...await readBeyond(trx, fronts)])
  for (const lot of empty) add(wallets, lot)
  return wallets
}

/**
 * The same of wallets that are not locked, and of commands that only earn and spend: of one instant all the same, or undefined where somebody booked meanwhile,
 * or a wallet is not a person's own. One that is not there yet is left out.
 */
export async function readUnlocked(trx: Trx, needs: readonly Need[], now: Date): Promise<ReadonlyMap<string, Wallet> | undefined> {
  const fronts = await readFronts(trx, needs, now)
  if (!fronts.areOwn) return undefined
  const wallets = await readBeyond(trx, fronts)
  const again = [...fronts.lacking, ...fronts.short.map(({ need }) => need)]
  // What took more than one look is looked at once more: whoever books moves the sequence.
  const heads = await sql.readHeads(trx, again)
  return heads.length === again.length && heads.every((head) => wallets.get(walletText(head))?.sequence === head.sequence) ? wallets : undefined
}

interface Short { readonly need: Need, readonly head: sql.FrontHead }
interface Fronts { readonly areOwn: boolean, readonly wallets: ReadonlyMap<string, Wallet>, readonly lacking: readonly Need[], readonly short: readonly Short[] }

/** What one statement tells of wallets: those of which that is enough, those of which all must be read, and those of which more lots. */
async function readFronts(trx: Trx, needs: readonly Need[], now: Date): Promise<Fronts> {
  const wallets = new Map<string, Wallet>()
  const lacking: Need[] = []
  const short: Short[] = []
  let areOwn = true
  const isOver = overBy(now)
  for (const { place, isOwn, head, first } of await sql.findFronts(trx, needs)) {
    areOwn &&= isOwn
    const need = needs[place]
    if (need === undefined || head === undefined) continue
    const { debt, sums: { pending, held, available } } = head
    if (pending > 0n || held > 0n || debt > 0n || (first !== undefined && isOver(first))) lacking.push(need)
    else if (first !== undefined && first.available < need.spends && first.available < available) short.push({ need, head })
    else wallets.set(need.key, frontOf(need, head, first === undefined ? [] : [first]))
  }
  return { areOwn, wallets, lacking, short }
}

/** Those wallets, and the others as far as they are needed. */
async function readBeyond(trx: Trx, fronts: Fronts): Promise<ReadonlyMap<string, Wallet>> {
  const { short } = fronts
  if (short.length + fronts.lacking.length === 0) return fronts.wallets
  const wallets = new Map(fronts.wallets)
  const lacking = [...fronts.lacking]
  const more: Lot[][] = short.map(() => [])
  for (const { place, ...lot } of await sql.findFirstLots(trx, short.map(({ need }) => need))) more[place]?.push(lot)
  for (const [place, { need, head }] of short.entries()) {
    const wallet = frontOf(need, head, more[place] ?? [])
    if (wallet.unread !== undefined && head.sums.available - wallet.unread.available < need.spends) lacking.push(need)
    else wallets.set(need.key, wallet)
  }
  for (const [key, wallet] of await readWhole(trx, lacking)) wallets.set(key, wallet)
  return wallets
}

/** A wallet of which these lots were read. */
function frontOf({ customerId, currency }: Need, { sequence, debt, sums }: sql.FrontHead, lots: readonly Lot[]): Wallet {
  const left = lots.reduce((rest, lot) => rest - lot.available, sums.available)
  return { customerId, currency, sequence, debt, lots: new Map(lots.map((lot) => [lot.lotId, lot])), holds: noHolds, ...(left > 0n ? { unread: { ...sums, available: left } } : {}) }
}

const noHolds: ReadonlyMap<string, Hold> = new Map()

function add(wallets: Map<string, Wallet>, lot: sql.LotRow): void {
  const wallet = wallets.get(walletText(lot))
  if (wallet !== undefined) wallets.set(walletText(lot), { ...wallet, lots: new Map(wallet.lots).set(lot.lotId, lot) })
}

/** A day ends nowhere earlier than fourteen hours before it does in Greenwich: what may be over somewhere is taken to be due. */
function overBy(now: Date): (lot: Lot) => boolean {
  const latest = new Date(now.getTime() + 14 * 3_600_000).toISOString().slice(0, 10)
  return ({ expiresOn }) => expiresOn !== null && expiresOn < latest
}

/** Wallets with all that is in them: of one instant where they are locked. */
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
