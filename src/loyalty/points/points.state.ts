/** What a wallet is, and what one posting does to it. The journal replayed through `post` gives the wallet again, lot by lot. Pure. */
import type { Day } from '#foundation/zone.ts'

/** Where points can be. `debt` is below zero while the member owes; the others are the programme's and are only ever summed: `moved` is what is
 * on its way from one wallet to another and so nothing over all of them, `exchanged` what one currency gave for another. */
export type Account = 'pending' | 'available' | 'held' | 'debt' | 'issued' | 'redeemed' | 'expired' | 'adjusted' | 'opening' | 'moved' | 'exchanged'

export type EntryKind = 'earn' | 'mature' | 'redeem' | 'hold' | 'capture' | 'release' | 'expire' | 'reverse' | 'restore' | 'owe' | 'overdraw' | 'repay' | 'adjust' | 'open' | 'unopen'
  | 'transfer' | 'exchange' | 'merge' | 'unmerge' | 'duplicate' | 'contribute' | 'leave'

export interface Lot {
  readonly lotId: string
  readonly earned: bigint
  readonly pending: bigint
  readonly available: bigint
  readonly held: bigint
  readonly earnedAt: Date
  /** The first day on which it may be spent; null: at once. */
  readonly maturesOn: Day | null
  /** The last day on which it may be spent; null: never. */
  readonly expiresOn: Day | null
  readonly policyVersion: number
  readonly source: string | null
  readonly number: string | null
}

/** An open hold; what it holds of each lot. */
export interface Hold { readonly holdId: string, readonly deadline: Date, readonly source: string | null, readonly number: string | null, readonly parts: ReadonlyMap<string, bigint> }

export interface Wallet {
  readonly customerId: string
  readonly currency: string
  /** Of the last entry. */
  readonly sequence: bigint
  readonly debt: bigint
  readonly lots: ReadonlyMap<string, Lot>
  readonly holds: ReadonlyMap<string, Hold>
  /** What is in lots that were not read: nothing that is asked of the wallet touches them. */
  readonly unread?: Omit<Balance, 'debt'>
}

export interface Entry {
  readonly sequence: bigint
  readonly kind: EntryKind
  readonly from: Account
  readonly to: Account
  readonly amount: bigint
  readonly lotId: string | null
  readonly holdId: string | null
  /** The order that it comes from, by its source and number. */
  readonly source: string | null
  readonly number: string | null
  /** When it counts; the ledger may learn of it later. */
  readonly effectiveAt: Date
  readonly policyVersion: number
  readonly basis?: Basis | undefined
}

/** What an entry rests on beside its order. */
export interface Basis {
  /** Who acted in a shared wallet; the other side of a transfer. */
  readonly memberId: string | null
  /** The merge, transfer, exchange or approval that it belongs to. */
  readonly linkId: string | null
  /** The rate of an exchange, or of a partner. */
  readonly rateId: string | null
  readonly partnerId: string | null
}
export const noBasis: Basis = { memberId: null, linkId: null, rateId: null, partnerId: null }

export const emptyWallet = (customerId: string, currency: string): Wallet => ({ customerId, currency, sequence: 0n, debt: 0n, lots: new Map(), holds: new Map() })

/** The wallet after one more entry. Lots and holds must be known already: they are opened before something is posted to them. */
export function post(wallet: Wallet, { sequence, from, to, amount, lotId, holdId }: Entry): Wallet {
  if (sequence !== wallet.sequence + 1n) throw new Error(`entry ${sequence} does not follow ${wallet.sequence}`)
  const lots = new Map(wallet.lots)
  const lot = lotId === null ? undefined : lots.get(lotId)
  if (lot !== undefined) {
    const moved = { ...lot, pending: lot.pending + change('pending', from, to, amount), available: lot.available + change('available', from, to, amount), held: lot.held + change('held', from, to, amount) }
    if (moved.pending < 0n || moved.available < 0n || moved.held < 0n || moved.pending + moved.available + moved.held > lot.earned) throw new Error(`lot ${lotId} would be used beyond its amount`)
    lots.set(lot.lotId, moved)
  } else if (inWallet(from) || inWallet(to)) throw new Error(`lot ${lotId} is not open`)
  let { holds } = wallet
  const hold = holdId === null ? undefined : holds.get(holdId)
  if (hold !== undefined && lotId !== null) {
    const parts = new Map(hold.parts)
    const left = (parts.get(lotId) ?? 0n) + change('held', from, to, amount)
    if (left === 0n) parts.delete(lotId)
    else parts.set(lotId, left)
    holds = new Map(holds).set(hold.holdId, { ...hold, parts })
  }
  const debt = wallet.debt - change('debt', from, to, amount)
  if (debt < 0n) throw new Error('more was paid than was owed')
  return { ...wallet, sequence, debt, lots, holds }
}

const inWallet = (account: Account): boolean => account === 'pending' || account === 'available' || account === 'held'
const change = (account: Account, from: Account, to: Account, amount: bigint): bigint => (to === account ? amount : from === account ? -amount : 0n)

const nothing = { pending: 0n, available: 0n, held: 0n }
export interface Balance { readonly pending: bigint, readonly available: bigint, readonly held: bigint, readonly debt: bigint }

export function balanceOf({ debt, lots, unread }: Wallet): Balance {
  let { pending, available, held } = unread ?? nothing
  for (const lot of lots.values()) { pending += lot.pending; available += lot.available; held += lot.held }
  return { pending, available, held, debt }
}

/** Nearest expiry first, then earned first, then by id; what never expires last. */
export const spendingOrder = (a: Lot, b: Lot): number =>
  compare(a.expiresOn ?? '9999-12-31', b.expiresOn ?? '9999-12-31') || a.earnedAt.getTime() - b.earnedAt.getTime() || compare(a.lotId, b.lotId)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
