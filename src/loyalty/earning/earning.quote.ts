/** What a basket would earn now: the same rules with the same limits, and nothing kept. */
import type { Db, Trx } from '#foundation/db.ts'
import { readBusiness } from '#settings/business/business.ts'
import { paidLines, type Basket } from './earning.basket.ts'
import { findAccounts } from './earning.budget.sql.ts'
import { factsOf } from './earning.facts.ts'
import { roomsFor } from './earning.limits.ts'
import { accrue, type Part } from './earning.rules.ts'
import { loadProgrammes } from './earning.versions.ts'

export interface EarnQuote { readonly version: number | null, readonly parts: readonly Part[], readonly totals: ReadonlyMap<string, bigint> }

/** A promise as of now: what others take of a campaign before the sale is recorded may make it less. */
export async function quoteEarn(db: Db | Trx, basket: Basket, now: Date): Promise<EarnQuote> {
  const found = (await loadProgrammes(db))(basket.at > now ? now : basket.at)
  if (found === undefined) return { version: null, parts: [], totals: new Map() }
  const { zone } = await readBusiness(db)
  const paid = { ...basket, lines: paidLines(basket.lines, basket.lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)) }
  const [facts] = await factsOf(db, zone, [{ customerId: basket.customerId, orderId: null, at: basket.at, programme: found.programme }])
  if (facts === undefined) throw new Error('one question has one answer')
  const left = new Map((await findAccounts(db)).map(({ budget, bound, used }) => [budget, bound - used]))
  const rooms = await roomsFor(db, { customerId: basket.customerId, day: facts.day, programme: found.programme }, left)
  const parts = accrue(paid, facts, found.programme, rooms)
  return { version: found.version, parts, totals: totalsOf(parts) }
}

export function totalsOf(parts: readonly Part[]): ReadonlyMap<string, bigint> {
  const totals = new Map<string, bigint>()
  for (const { currency, amount } of parts) totals.set(currency, (totals.get(currency) ?? 0n) + amount)
  return totals
}
