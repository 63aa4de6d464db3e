/** The policy of points by versions: each comes into force at an instant, and what was earned keeps the version under which it was earned. */
import type { Db, Trx } from '#foundation/db.ts'
import { Refusal } from '#foundation/refusal.ts'
import { unsaved } from '#settings/business/business.ts'
import type { CurrencyPolicy, NewPolicy, Policy, PolicyInForce } from './points.schema.ts'
import { pointsWords as words } from './points.words.ts'
import * as sql from './policy.sql.ts'

/** All versions as one thing to ask. */
export interface Policies {
  /** The version in force at an instant. */
  readonly versionAt: (at: Date) => number
  readonly policyOf: (version: number, currency: string) => CurrencyPolicy | undefined
  readonly currenciesAt: (version: number) => readonly string[]
  /** Every currency there is, by the newest version: none is ever taken away. */
  readonly newest: Readonly<Record<string, CurrencyPolicy>>
}

const standing = (rows: readonly sql.PolicyRow[]): readonly sql.PolicyRow[] => rows.filter(({ withdrawnAt }) => withdrawnAt === null)

/** In force is the last to begin by then; before the first of all it is the first. */
function inForce(rows: readonly sql.PolicyRow[], at: Date): sql.PolicyRow {
  const found = standing(rows).findLast(({ validFrom }) => validFrom <= at) ?? rows[0]
  if (found === undefined) throw new Error('the migration writes the first policy')
  return found
}

const newestOf = (rows: readonly sql.PolicyRow[]): number => Math.max(...standing(rows).map(({ version }) => version))

const shown = ({ at, validFrom, withdrawnAt, ...row }: sql.PolicyRow): Policy => ({ ...row, at: at.toISOString(), validFrom: validFrom.toISOString(), withdrawnAt: withdrawnAt?.toISOString() ?? null })

export const loadPolicies = async (db: Db | Trx): Promise<Policies> => asOne(await sql.findPolicies(db))

/** What every booking goes by, in one look: the policies, the zone of the business, and the last closed month. */
export async function readRules(db: Db | Trx): Promise<{ readonly policies: Policies, readonly zone: string, readonly closed: string | null }> {
  const rows = await sql.findRules(db)
  const [first] = rows
  return { policies: asOne(rows), zone: first?.zone ?? unsaved.zone, closed: first?.closed ?? null }
}

function asOne(rows: readonly sql.PolicyRow[]): Policies {
  const byVersion = new Map(rows.map(({ version, parameters }) => [version, parameters]))
  return { versionAt: (at) => inForce(rows, at).version, policyOf: (version, currency) => byVersion.get(version)?.[currency], currenciesAt: (version) => Object.keys(byVersion.get(version) ?? {}), newest: byVersion.get(newestOf(rows)) ?? {} }
}

/** The policy in force now, and the newest version there is: it may be scheduled for later. */
export async function readPolicy(db: Db | Trx, now: Date): Promise<PolicyInForce> {
  const rows = await sql.findPolicies(db)
  return { ...shown(inForce(rows, now)), newest: newestOf(rows) }
}

/** Every version, the latest to come into force first. */
export async function listPolicies(db: Db | Trx, now: Date): Promise<{ inForce: number, newest: number, items: Policy[] }> {
  const rows = await sql.findPolicies(db)
  return { inForce: inForce(rows, now).version, newest: newestOf(rows), items: rows.toReversed().map(shown) }
}

/**
 * A new version, in force at once or from an instant to come. Refuses: points.policy_changed where another came first, points.policy_in_past,
 * points.scale_fixed, points.currency_kept.
 */
export async function savePolicy(trx: Trx, { parameters, note = '', version, validFrom }: NewPolicy, author: string, now: Date): Promise<Policy> {
  const rows = await sql.findPolicies(trx)
  const newest = newestOf(rows)
  const changed = (): Refusal => new Refusal('points.policy_changed', 409, words.policyChanged, { version: newest })
  if (newest !== version) throw changed()
  const from = validFrom === undefined ? now : new Date(validFrom)
  if (from < now) throw new Refusal('points.policy_in_past', 422, words.policyInPast, { validFrom: from.toISOString() })
  for (const [currency, { scale }] of standing(rows).flatMap((row) => Object.entries(row.parameters))) {
    const wanted = parameters[currency]
    if (wanted === undefined) throw new Refusal('points.currency_kept', 409, words.currencyKept, { currency })
    if (wanted.scale !== scale) throw new Refusal('points.scale_fixed', 409, words.scaleFixed, { currency, scale })
  }
  const row = { version: Math.max(...rows.map((one) => one.version)) + 1, parameters, note, author, at: now, validFrom: from }
  if (!(await sql.insertPolicy(trx, row))) throw changed()
  return shown({ ...row, withdrawnAt: null, withdrawnBy: null })
}

/** Takes back a version that is not in force yet. Refuses: points.unknown_policy, points.policy_in_force. */
export async function withdrawPolicy(trx: Trx, version: number, by: string, now: Date): Promise<Policy> {
  const row = standing(await sql.findPolicies(trx)).find((one) => one.version === version)
  if (row === undefined) throw new Refusal('points.unknown_policy', 404, words.unknownPolicy, { version })
  if (row.validFrom <= now) throw new Refusal('points.policy_in_force', 409, words.policyInForce, { version })
  await sql.withdrawPolicy(trx, version, by, now)
  return shown({ ...row, withdrawnAt: now, withdrawnBy: by })
}
