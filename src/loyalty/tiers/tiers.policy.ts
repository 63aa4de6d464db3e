/** The ladder by versions: each holds from its instant on. What a member has keeps the version by which they have it. */
import type { Db, Trx } from '#foundation/db.ts'
import { Refusal } from '#foundation/refusal.ts'
import { isDay } from '#foundation/zone.ts'
import type { NewPolicy, Policy, PolicyList, PolicyParameters } from './tiers.schema.ts'
import { findPolicies, insertPolicy, markWithdrawn, type PolicyRow } from './tiers.policy.sql.ts'
import { tiersWords as words } from './tiers.words.ts'

const standing = (rows: readonly PolicyRow[]): readonly PolicyRow[] => rows.filter(({ withdrawnAt }) => withdrawnAt === null)
const newestOf = (rows: readonly PolicyRow[]): number => Math.max(...standing(rows).map(({ version }) => version))
const shown = ({ at, validFrom, withdrawnAt, ...row }: PolicyRow): Policy => ({ ...row, at: at.toISOString(), validFrom: validFrom.toISOString(), withdrawnAt: withdrawnAt?.toISOString() ?? null })

/** Every version, the latest to begin first. */
export async function listPolicies(db: Db | Trx, now: Date): Promise<PolicyList> {
  const rows = await findPolicies(db)
  const held = standing(rows).findLast(({ validFrom }) => validFrom <= now) ?? rows[0]
  return { inForce: held?.version ?? 0, newest: newestOf(rows), items: rows.toReversed().map(shown) }
}

/** The currencies that any version counts. */
export const growthCurrencies = async (db: Db | Trx): Promise<ReadonlySet<unknown>> => new Set(standing(await findPolicies(db)).map(({ parameters }) => parameters.growthCurrency))

/** What the form of a ladder cannot say. Refuses: tiers.same_tier, tiers.first_tier, tiers.no_upgrade, tiers.no_cycle_start, tiers.not_a_day. */
export function checkLadder({ tiers, expiry }: PolicyParameters): void {
  const refuse = (code: string, sentence: keyof typeof words, detail: Record<string, string> = {}): never => { throw new Refusal(`tiers.${code}`, 422, words[sentence], detail) }
  const seen = new Set<string>()
  tiers.forEach(({ id, name, upgrade, keep }, rank) => {
    if (seen.has(id)) refuse('same_tier', 'sameTier', { tier: id })
    seen.add(id)
    if (rank === 0 && (upgrade !== null || keep !== null)) refuse('first_tier', 'firstTier')
    if (rank > 0 && upgrade === null) refuse('no_upgrade', 'noUpgrade', { tier: name.zh })
    for (const { window } of [upgrade, keep].flatMap((rule) => rule?.anyOf.flatMap(({ allOf }) => allOf) ?? [])) if (window.kind === 'cycle' && !isDay(window.from)) refuse('not_a_day', 'notADay', { day: window.from })
  })
  if (expiry.anchor === 'cycle' && expiry.from === null) refuse('no_cycle_start', 'noCycleStart')
  if (expiry.from !== null && !isDay(expiry.from)) refuse('not_a_day', 'notADay', { day: expiry.from })
}

/** A new version, from now or from an instant to come. Refuses: tiers.policy_changed where another came first, tiers.policy_in_past, and what `checkLadder` refuses. */
export async function savePolicy(trx: Trx, { parameters, note = '', version, validFrom }: NewPolicy, author: string, now: Date): Promise<Policy> {
  checkLadder(parameters)
  const rows = await findPolicies(trx)
  const changed = (): Refusal => new Refusal('tiers.policy_changed', 409, words.policyChanged, { version: newestOf(rows) })
  if (newestOf(rows) !== version) throw changed()
  const from = validFrom === undefined ? now : new Date(validFrom)
  if (from < now) throw new Refusal('tiers.policy_in_past', 422, words.policyInPast, { validFrom: from.toISOString() })
  const row = { version: Math.max(...rows.map((one) => one.version)) + 1, parameters, note, author, at: now, validFrom: from }
  if (!(await insertPolicy(trx, row))) throw changed()
  return shown({ ...row, withdrawnAt: null })
}

/** Takes back a version that has not begun. Refuses: tiers.unknown_policy, tiers.policy_in_force. */
export async function withdrawPolicy(trx: Trx, version: number, by: string, now: Date): Promise<Policy> {
  const row = standing(await findPolicies(trx)).find((one) => one.version === version)
  if (row === undefined) throw new Refusal('tiers.unknown_policy', 404, words.unknownPolicy, { version })
  if (row.validFrom <= now) throw new Refusal('tiers.policy_in_force', 409, words.policyInForce, { version })
  await markWithdrawn(trx, version, by, now)
  return shown({ ...row, withdrawnAt: now })
}
