/**
 * Wallets that several share: a family, a company. The wallet is one like any other; every entry names the member who acted. What each put in is known from
 * the journal, so that a leaver gets what the rule says, to the last point.
 */
import { unionOf, survivorOf } from '#customers/identity/identity.ts'
import type { Db, Trx } from '#foundation/db.ts'
import { newId } from '#foundation/ids.ts'
import { Refusal } from '#foundation/refusal.ts'
import { split } from '#foundation/split.ts'
import { bookedOf, bookOf, keepBooks, lockTable, told, type AcrossParts } from './points.across.ts'
import { shown } from './points.booking.ts'
import { momentOf } from './points.ground.ts'
import { readStored } from './points.reading.ts'
import { currenciesOf } from './points.merge.sql.ts'
import { mergeWallets } from './points.merge.rules.ts'
import { close, give, receive } from './points.moves.ts'
import type { Contribution, Moved, NewPool, Pool } from './points.moves.schema.ts'
import { moveKinds, movesWords } from './points.moves.words.ts'
import * as sql from './points.pool.sql.ts'
import { poolWords as words } from './points.pool.words.ts'
import { amountOf, openBook, policyOf, requireSpendable, type Book } from './points.rules.ts'
import { balanceOf, noBasis } from './points.state.ts'

const unknownPool = (): Refusal => new Refusal('points.unknown_pool', 404, words.unknownPool)

export async function createPool(trx: Trx, { actor }: AcrossParts, { name, onLeave, members }: NewPool, now: Date): Promise<Pool> {
  if (!members.some(({ maySpend }) => maySpend)) throw new Refusal('points.pool_too_few', 422, words.tooFew)
  const poolId = newId(now)
  await lockTable(trx, members.map(({ customerId }) => ({ customerId, currency: 'points' })), now)
  await sql.insertPool(trx, { poolId, name, onLeave, author: actor, at: now })
  for (const { customerId, maySpend } of members) await sql.saveMember(trx, poolId, await survivorOf(trx, customerId), maySpend, now)
  return readPool(trx, poolId, now)
}

export async function readPool(db: Db | Trx, poolId: string, now: Date): Promise<Pool> {
  const row = await sql.findPool(db, poolId)
  if (row === undefined) throw unknownPool()
  const [members, put, wallets, moment] = [await sql.findMembers(db, poolId), await sql.sumPut(db, poolId), await readStored(db, poolId), await momentOf(db, now)]
  return {
    poolId, name: row.name, onLeave: row.onLeave, version: row.version, at: row.at.toISOString(),
    members: members.map(({ customerId, name, maySpend, joinedAt, leftAt }) => ({
      customerId, name, maySpend, joinedAt: joinedAt.toISOString(), leftAt: leftAt?.toISOString() ?? null, put: Object.fromEntries(put.filter(({ memberId }) => memberId === customerId).map(({ currency, amount }) => [currency, amount.toString()]))
    })),
    wallets: [...wallets.values()].map((wallet) => ({ currency: wallet.currency, balance: shown(balanceOf(openBook(wallet, moment, noBasis).wallet)) }))
  }
}

export const poolsOf = async (db: Db, customerId: string, now: Date): Promise<Pool[]> => Promise.all((await sql.findPoolsOf(db, await unionOf(db, customerId))).map(({ poolId }) => readPool(db, poolId, now)))

/** Somebody joins, or may spend from now on, or no longer. */
export async function joinPool(trx: Trx, poolId: string, { customerId, maySpend }: { readonly customerId: string, readonly maySpend: boolean }, now: Date): Promise<Pool> {
  if (await sql.lockPool(trx, poolId) === undefined) throw unknownPool()
  const member = await survivorOf(trx, customerId)
  const others = (await sql.findMembers(trx, poolId)).filter((one) => one.leftAt === null && one.customerId !== member)
  if (!maySpend && !others.some((one) => one.maySpend)) throw new Refusal('points.pool_too_few', 422, words.tooFew)
  await lockTable(trx, [{ customerId: member, currency: 'points' }], now)
  await sql.saveMember(trx, poolId, member, maySpend, now)
  return readPool(trx, poolId, now)
}

/** A member's own points go into the shared wallet, with their age and end. */
export async function contribute(trx: Trx, parts: AcrossParts, poolId: string, { memberId, currency, amount }: Contribution, now: Date): Promise<Moved> {
  const table = await lockTable(trx, [{ customerId: memberId, currency }, { customerId: poolId, currency }], now)
  const [member = ''] = table.owners
  if (!table.people.pools.has(poolId)) throw unknownPool()
  if (!table.people.rights.has(`${poolId} ${member}`)) throw new Refusal('points.not_in_pool', 409, words.notInPool, { member })
  const linkId = newId(now)
  const wanted = amountOf(amount)
  const [from, to] = [bookOf(table, { customerId: member, currency }, { ...noBasis, linkId, memberId: member }), bookOf(table, { customerId: poolId, currency }, { ...noBasis, linkId, memberId: member })]
  requireSpendable(from, policyOf(from))
  receive(to, give(from, wanted, 'moved', 'contribute'), 'moved', 'contribute')
  close(from, to)
  await keepBooks(trx, parts, table, [from, to], [{ customerId: member, kind: moveKinds.contribute, body: told(from, wanted, { linkId, pool: poolId }) }], now)
  return { linkId, items: [bookedOf(from), bookedOf(to)] }
}

/**
 * A member leaves. In proportion: their part of what is left, by what each who is still in put in, split by largest remainder. It stays: nothing. The last one
 * to leave has all that is left, what is pending and what is owed with it.
 */
export async function leavePool(trx: Trx, parts: AcrossParts, poolId: string, memberId: string, now: Date): Promise<Moved> {
  const pool = await sql.lockPool(trx, poolId)
  if (pool === undefined) throw unknownPool()
  const currencies = await currenciesOf(trx, [poolId])
  const table = await lockTable(trx, [{ customerId: memberId, currency: 'points' }, ...currencies.flatMap((currency) => [{ customerId: memberId, currency }, { customerId: poolId, currency }])], now)
  const [member = ''] = table.owners
  const inside = (await sql.findMembers(trx, poolId)).filter(({ leftAt }) => leftAt === null)
  if (!inside.some(({ customerId }) => customerId === member)) throw new Refusal('points.not_in_pool', 409, words.notInPool, { member })
  const isLast = inside.length === 1
  if (!isLast && !inside.some(({ customerId, maySpend }) => customerId !== member && maySpend)) throw new Refusal('points.pool_too_few', 409, words.tooFew)
  const put = await sql.sumPut(trx, poolId)
  const linkId = newId(now)
  const books = currencies.map((currency) => {
    const basis = { ...noBasis, linkId, memberId: member }
    const [from, to] = [bookOf(table, { customerId: poolId, currency }, basis), bookOf(table, { customerId: member, currency }, basis)]
    const weights = inside.map(({ customerId }) => put.filter((one) => one.currency === currency && one.memberId === customerId).reduce((sum, { amount }) => (amount > 0n ? sum + amount : sum), 0n))
    if (isLast) emptyInto(from, to)
    else if (pool.onLeave === 'in_proportion' && weights.some((weight) => weight > 0n)) handOver(from, to, split(balanceOf(from.wallet).available, weights)[inside.findIndex(({ customerId }) => customerId === member)] ?? 0n)
    return [from, to] as const
  })
  await sql.endMember(trx, poolId, await unionOf(trx, member), now)
  await keepBooks(trx, parts, table, books.flat(), books.filter(([, to]) => to.entries.length > 0).map(([, to]) => ({
    customerId: member, kind: moveKinds.leave, body: told(to, to.entries.filter(({ from }) => from === 'moved').reduce((sum, { amount }) => sum + amount, 0n), { linkId, pool: poolId })
  })), now)
  return { linkId, items: books.flatMap(([from, to]) => [bookedOf(from), bookedOf(to)]) }
}

function handOver(from: Book, to: Book, amount: bigint): void {
  if (amount > 0n) receive(to, give(from, amount, 'moved', 'leave'), 'moved', 'leave')
  close(from, to)
}

function emptyInto(from: Book, to: Book): void {
  const [busy] = from.wallet.holds.values()
  if (busy !== undefined) throw new Refusal('points.hold_open', 409, movesWords.holdOpen, { deadline: busy.deadline.toISOString() })
  mergeWallets(to, from)
}
