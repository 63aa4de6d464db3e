/** Why this balance: the journal of a wallet, and the balance that it gives at any instant, as it counted then or as it was known then. */
import { unionOf } from '#customers/identity/identity.ts'
import type { Db } from '#foundation/db.ts'
import { Refusal } from '#foundation/refusal.ts'
import { shown } from './points.booking.ts'
import type { Statement, StatementQuery } from './points.schema.ts'
import { findEntries, findUnionEntries, sumAccounts, type JournalPlace } from './points.sql.ts'
import { noBasis } from './points.state.ts'
import { pointsWords as words } from './points.words.ts'

/** The journals of records that were merged are shown as one. */
export async function readStatement(db: Db, { customer, currency, at, known, after, limit = 50 }: StatementQuery, now: Date): Promise<Statement> {
  const union = await unionOf(db, customer)
  const until = { effective: at === undefined ? now : new Date(at), ...(known === undefined ? {} : { known: new Date(known) }) }
  const [accounts, rows] = await Promise.all([
    sumAccounts(db, union, currency, until),
    union.length === 1 ? findEntries(db, { customerId: union[0], currency }, after === undefined ? undefined : sequenceOf(after), limit + 1) : findUnionEntries(db, union, currency, after === undefined ? undefined : placeOf(after), limit + 1)
  ])
  const sumOf = (account: string): bigint => accounts.get(account) ?? 0n
  const last = rows[limit - 1]
  return {
    balance: shown({ pending: sumOf('pending'), available: sumOf('available'), held: sumOf('held'), debt: -sumOf('debt') }),
    items: rows.slice(0, limit).map(({ basis = noBasis, ...row }) => ({
      ...row, ...basis, sequence: row.sequence.toString(), amount: row.amount.toString(), effectiveAt: row.effectiveAt.toISOString(), insertedAt: row.insertedAt.toISOString()
    })),
    next: rows.length > limit && last !== undefined ? (union.length === 1 ? last.sequence.toString() : `${last.insertedAt.toISOString()}~${last.customerId}~${last.sequence}`) : null
  }
}

const unknownPlace = (after: string): Refusal => new Refusal('points.unknown_place', 400, words.unknownPlace, { after })

function sequenceOf(after: string): bigint {
  if (!/^\d{1,18}$/.test(after)) throw unknownPlace(after)
  return BigInt(after)
}

function placeOf(after: string): JournalPlace {
  const match = /^(\d{4}-[\dT:.-]+Z)~([\da-f-]{36})~(\d{1,18})$/.exec(after)
  if (match?.[1] === undefined || match[2] === undefined || match[3] === undefined) throw unknownPlace(after)
  return { at: new Date(match[1]), customerId: match[2], sequence: BigInt(match[3]) }
}
