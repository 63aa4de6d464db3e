/** Two wallets of one person become one, and two again: heard in the transaction that merges or parts the records. */
import { unionOf } from '#customers/identity/identity.ts'
import type { Db, Trx } from '#foundation/db.ts'
import type { Listener } from '#foundation/house.ts'
import { Refusal } from '#foundation/refusal.ts'
import { bookOf, keepBooks, told, type AcrossParts } from './points.across.ts'
import { shown } from './points.booking.ts'
import { momentOf } from './points.ground.ts'
import { lockedWallets, readStored, walletText } from './points.reading.ts'
import { mergeWallets, returnDuplicates, takeDuplicates, togetherOf, unmergeWallets } from './points.merge.rules.ts'
import { copyLots, currenciesOf, findLotsById } from './points.merge.sql.ts'
import type { MergeWallets } from './points.moves.schema.ts'
import { moveKinds, movesWords as words } from './points.moves.words.ts'
import { close } from './points.moves.ts'
import { findOnce, type OnceRow } from './points.people.sql.ts'
import type { People } from './points.people.ts'
import { loadPolicies } from './points.policy.ts'
import type { Book } from './points.rules.ts'
import { journalOf, saveHolds, type WalletKey } from './points.sql.ts'
import { balanceOf, noBasis, type Wallet } from './points.state.ts'

const nobody: People = { strangers: new Set(), pools: new Set(), rights: new Map() }

/** Of what both had once, all but the first. */
const second = (given: readonly OnceRow[]): readonly OnceRow[] => [...Map.groupBy(given, ({ once }) => once).values()].flatMap((same) => same.slice(1))

/** Every currency of the policy, so that a command for either waits for the merge, and those of its past. */
async function lockBoth(trx: Trx, ids: readonly string[], now: Date): Promise<{ readonly currencies: readonly string[], readonly before: ReadonlyMap<string, Wallet> }> {
  const { versionAt, currenciesAt } = await loadPolicies(trx)
  const currencies = [...new Set([...currenciesAt(versionAt(now)), ...await currenciesOf(trx, ids)])].toSorted((a, b) => (a < b ? -1 : 1))
  return { currencies, before: await lockedWallets(trx, currencies.flatMap((currency) => ids.map((customerId) => ({ customerId, currency })))) }
}

/** Lots that are empty now and are to take something again. */
async function withLots(trx: Trx, wallets: Map<string, Wallet>, key: WalletKey, ids: readonly string[]): Promise<void> {
  const wallet = wallets.get(walletText(key))
  if (wallet === undefined || ids.length === 0) return
  wallets.set(walletText(key), { ...wallet, lots: new Map([...wallet.lots, ...(await findLotsById(trx, key, ids)).map((lot) => [lot.lotId, lot] as const)]) })
}

interface Merging { readonly mergeId: string, readonly survivorId: string, readonly mergedId: string }

interface Parting extends Merging { readonly mergedAt: Date }

async function merge(trx: Trx, parts: AcrossParts, { mergeId, survivorId, mergedId }: Merging, now: Date): Promise<void> {
  const { currencies, before } = await lockBoth(trx, [survivorId, mergedId], now)
  await copyLots(trx, mergedId, survivorId)
  const wallets = new Map(before)
  for (const currency of currencies) await withLots(trx, wallets, { customerId: survivorId, currency }, [...before.get(walletText({ customerId: mergedId, currency }))?.lots.keys() ?? []])
  const table = { before: wallets, moment: await momentOf(trx, now), people: nobody, owners: [] }
  const twice = new Set(second(await findOnce(trx, await unionOf(trx, survivorId))).flatMap(({ lotId }) => lotId ?? []))
  const books: Book[] = []
  for (const currency of currencies) {
    const basis = { ...noBasis, linkId: mergeId }
    const [to, from] = [bookOf(table, { customerId: survivorId, currency }, { ...basis, memberId: mergedId }), bookOf(table, { customerId: mergedId, currency }, { ...basis, memberId: survivorId })]
    for (const book of [to, from]) takeDuplicates(book, twice)
    const holds = mergeWallets(to, from)
    await saveHolds(trx, holds.flatMap((hold) => [{ ...hold, customerId: mergedId, currency, state: 'moved' as const }, { ...hold, customerId: survivorId, currency, state: 'open' as const }]))
    books.push(to, from)
  }
  const came = books.filter(({ wallet, entries }) => wallet.customerId === survivorId && entries.some(({ kind }) => kind === 'merge'))
  await keepBooks(trx, parts, table, books, came.map((book) => ({ customerId: survivorId, kind: moveKinds.merge, body: told(book, cameTo(book), { mergeId, from: mergedId }) })), now)
}

const cameTo = ({ entries }: Book): bigint => entries.filter(({ kind, from, to }) => kind === 'merge' && from === 'moved' && to !== 'debt').reduce((sum, { amount }) => sum + amount, 0n)

async function unmerge(trx: Trx, parts: AcrossParts, { mergeId, survivorId, mergedId, mergedAt }: Parting, now: Date): Promise<void> {
  const { currencies, before } = await lockBoth(trx, [survivorId, mergedId], now)
  const wallets = new Map(before)
  const table = { before: wallets, moment: await momentOf(trx, now), people: nobody, owners: [] }
  const books: Book[] = []
  const linkId = mergeId
  for (const currency of currencies) {
    const journal = await journalOf(trx, { customerId: survivorId, currency })
    const theirs = await journalOf(trx, { customerId: mergedId, currency })
    const together = togetherOf(journal, theirs, mergeId, mergedAt)
    const came = new Set([...together.lots].flatMap(([lotId, [amount]]) => (amount > 0n ? [lotId] : [])))
    await withLots(trx, wallets, { customerId: mergedId, currency }, [...came, ...theirs.flatMap(({ kind, lotId }) => (kind === 'duplicate' && lotId !== null ? [lotId] : []))])
    const [from, to] = [bookOf(table, { customerId: survivorId, currency }, { ...noBasis, linkId, memberId: mergedId }), bookOf(table, { customerId: mergedId, currency }, { ...noBasis, linkId, memberId: survivorId })]
    const busy = [...from.wallet.holds.values()].find(({ parts: held }) => [...held.keys()].some((lotId) => came.has(lotId)))
    if (busy !== undefined) throw new Refusal('points.hold_open', 409, words.holdOpen, { deadline: busy.deadline.toISOString() })
    unmergeWallets(from, to, together)
    returnDuplicates([to, from], [...together.duplicates, ...togetherOf(theirs, [], mergeId, mergedAt).duplicates])
    close(from, to)
    books.push(from, to)
  }
  const went = books.filter(({ wallet, entries }) => wallet.customerId === mergedId && entries.some(({ kind }) => kind === 'unmerge'))
  const amountOf = ({ entries }: Book): bigint => entries.filter(({ kind, from, to }) => kind === 'unmerge' && from === 'moved' && to !== 'debt').reduce((sum, { amount }) => sum + amount, 0n)
  await keepBooks(trx, parts, table, books, went.map((book) => ({ customerId: mergedId, kind: moveKinds.unmerge, body: told(book, amountOf(book), { mergeId, from: survivorId }) })), now)
}

export const mergeListener: Listener = {
  capability: 'points',
  kinds: ['identity.merged', 'identity.unmerged'],
  hear: async (trx, events, { now, listeners }) => {
    for (const { kind, actor, body } of events) {
      const merging = { mergeId: String(body['mergeId']), survivorId: String(body['survivorId']), mergedId: String(body['mergedId']) }
      await (kind === 'identity.merged' ? merge(trx, { listeners, actor }, merging, now) : unmerge(trx, { listeners, actor }, { ...merging, mergedAt: new Date(String(body['mergedAt'])) }, now))
    }
  }
}

/** What each has and what the one wallet will be: the same rules, and nothing is written. */
export async function previewMerge(db: Db, survivorId: string, mergedId: string, now: Date): Promise<MergeWallets> {
  const before = new Map([...await readStored(db, survivorId), ...await readStored(db, mergedId)])
  const table = { before, moment: await momentOf(db, now) }
  const twice = second(await findOnce(db, [...await unionOf(db, survivorId), ...await unionOf(db, mergedId)]))
  const lotIds = new Set(twice.flatMap(({ lotId }) => lotId ?? []))
  const currencies = [...new Set([...before.values()].map(({ currency }) => currency))].toSorted((a, b) => (a < b ? -1 : 1))
  const gone: { lotId: string, amount: bigint }[] = []
  const items = currencies.map((currency) => {
    const [to, from] = [bookOf(table, { customerId: survivorId, currency }, noBasis), bookOf(table, { customerId: mergedId, currency }, noBasis)]
    const [survivor, merged] = [shown(balanceOf(to.wallet)), shown(balanceOf(from.wallet))]
    for (const book of [to, from]) {
      takeDuplicates(book, lotIds)
      gone.push(...book.entries.flatMap(({ kind, lotId, amount }) => (kind === 'duplicate' && lotId !== null ? [{ lotId, amount }] : [])))
    }
    const lots = [...from.wallet.lots.values()].filter(({ pending, available, held }) => pending + available + held > 0n).length
    const holds = mergeWallets(to, from)
    return { currency, survivor, merged, after: shown(balanceOf(to.wallet)), lots, holds: holds.length }
  })
  return { items, twice: twice.map(({ once, currency, lotId }) => ({ once, currency, amount: gone.filter((one) => one.lotId === lotId).reduce((sum, { amount }) => sum + amount, 0n).toString() })) }
}
