/** Why this balance: the journal of a wallet, and the balance that it gives at any instant, as it counted then or as it was known then. */
import type { Db } from '#foundation/db.ts'
import type { Statement, StatementQuery } from './points.schema.ts'
import { findEntries, journalOf, type EntryRow } from './points.sql.ts'
import type { Balance } from './points.state.ts'

export async function readStatement(db: Db, { customer, currency, at, known, after, limit = 50 }: StatementQuery, now: Date): Promise<Statement> {
  const key = { customerId: customer, currency }
  const until = { effective: at === undefined ? now : new Date(at), ...(known === undefined ? {} : { known: new Date(known) }) }
  const [journal, rows] = await Promise.all([journalOf(db, key, until), findEntries(db, key, after === undefined ? undefined : BigInt(after), limit + 1)])
  const { pending, available, held, debt } = summed(journal)
  return {
    balance: { pending: pending.toString(), available: available.toString(), held: held.toString(), debt: debt.toString() },
    items: rows.slice(0, limit).map((row) => ({
      ...row, sequence: row.sequence.toString(), amount: row.amount.toString(), effectiveAt: row.effectiveAt.toISOString(), insertedAt: row.insertedAt.toISOString()
    })),
    next: rows.length > limit ? rows[limit - 1]?.sequence.toString() ?? null : null
  }
}

/** What the entries amount to. Backdated entries may stand in any order, so this sums and does not replay. */
function summed(entries: readonly EntryRow[]): Balance {
  const at = new Map<string, bigint>()
  for (const { from, to, amount } of entries) {
    at.set(from, (at.get(from) ?? 0n) - amount)
    at.set(to, (at.get(to) ?? 0n) + amount)
  }
  return { pending: at.get('pending') ?? 0n, available: at.get('available') ?? 0n, held: at.get('held') ?? 0n, debt: -(at.get('debt') ?? 0n) }
}
