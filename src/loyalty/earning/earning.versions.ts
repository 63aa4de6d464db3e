/** Versions of the programme: published, in force by time, withdrawn before they are. */
import type { Db, Trx } from '#foundation/db.ts'
import { Refusal } from '#foundation/refusal.ts'
import { readPolicy, unitsOf } from '#loyalty/points/points.ts'
import { saveAccount } from './earning.budget.sql.ts'
import { faultsOf } from './earning.check.ts'
import type { NewVersion, Programme, Version } from './earning.schema.ts'
import * as sql from './earning.sql.ts'
import { earningWords as words } from './earning.words.ts'

export interface InForce { readonly version: number, readonly programme: Programme }

/** The programme in force at an instant: the newest version that is not withdrawn and not later than it. */
export async function loadProgrammes(db: Db | Trx): Promise<(at: Date) => InForce | undefined> {
  const versions = (await sql.findVersions(db)).filter(({ withdrawnAt }) => withdrawnAt === null)
  return (at) => {
    const found = versions.findLast(({ validFrom }) => validFrom <= at)
    return found === undefined ? undefined : { version: found.version, programme: found.programme }
  }
}

/** The currencies that the programme in force gives. */
export const currenciesAt = async (db: Db | Trx, at: Date): Promise<readonly string[]> => Object.keys((await loadProgrammes(db))(at)?.programme.currencies ?? {})

const shown = ({ validFrom, at, withdrawnAt, ...rest }: sql.VersionRow): Version => ({ ...rest, validFrom: validFrom.toISOString(), at: at.toISOString(), withdrawnAt: withdrawnAt?.toISOString() ?? null })

/** All versions, newest first. */
export const listVersions = async (db: Db | Trx): Promise<readonly Version[]> => (await sql.findVersions(db)).toReversed().map(shown)

/**
 * Publishes a version. What is counted keeps its own; so a version begins now or later, and only the very first may begin in the past.
 * Refuses: earning.faulty (with the problems), earning.changed, earning.in_past, earning.budget_used.
 */
export async function saveVersion(trx: Trx, { programme, validFrom, note = '', version }: NewVersion, author: string, now: Date): Promise<Version> {
  const faults = faultsOf(programme)
  if (faults[0] !== undefined) throw new Refusal('earning.faulty', 422, words.faulty, { count: faults.length, first: faults[0].path })
  const before = await sql.findVersions(trx)
  const newest = before.at(-1)?.version ?? 0
  if (version !== newest) throw new Refusal('earning.changed', 409, words.changed, { version: newest })
  const from = validFrom === undefined ? now : new Date(validFrom)
  // A minute of patience: the clock of whoever publishes is not ours.
  if (from.getTime() < now.getTime() - 60_000 && before.some(({ withdrawnAt }) => withdrawnAt === null)) throw new Refusal('earning.in_past', 422, words.inPast, { from: from.toISOString() })
  for (const { key, bound, ...budget } of programme.budgets) {
    if (await saveAccount(trx, { key, ...budget, bound: BigInt(bound) }, now)) continue
    const scale = (await readPolicy(trx, now)).parameters[budget.currency]?.scale ?? 0
    throw new Refusal('earning.budget_used', 409, words.budgetUsed, { budget: budget.name, bound: unitsOf(bound, scale) })
  }
  if (!await sql.insertVersion(trx, { version: newest + 1, validFrom: from, programme, note, author }, now)) throw new Refusal('earning.changed', 409, words.changed, { version: newest + 1 })
  const saved = (await listVersions(trx))[0]
  if (saved === undefined) throw new Error('the version was written')
  return saved
}

/** Takes back a version before it is in force. */
export async function withdrawVersion(trx: Trx, version: number, by: string, now: Date): Promise<void> {
  if (!await sql.withdraw(trx, version, by, now)) throw new Refusal('earning.in_force', 409, words.inForce, { version })
}
