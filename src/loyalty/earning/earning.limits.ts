/**
 * What limits leave. What members had before is read under the lock of their wallets; from there on earnings are decided one after the other in order of
 * time, each seeing what the one before it took, and campaigns are asked once for what all of them want.
 */
import type { Db, Trx } from '#foundation/db.ts'
import type { Day } from '#foundation/zone.ts'
import { least } from './earning.amounts.ts'
import { take } from './earning.budget.sql.ts'
import { isLimited, type Part, type Rooms } from './earning.rules.ts'
import type { Programme } from './earning.schema.ts'
import { findUsed, type UsedRow } from './earning.sql.ts'

interface Member { readonly customerId: string, readonly day: Day, readonly programme: Programme }
interface Limited extends Member { readonly wanted: (rooms?: Rooms) => readonly Part[] }

/** Whether any limit of the programme asks what was given before. */
export const asksBefore = ({ rules, currencies }: Programme): boolean => rules.some((rule) => isLimited(rule)) || Object.values(currencies).some(({ most }) => most?.day !== undefined)

/** What each earns within all limits, in their order, which is that of time. */
export async function grant(trx: Trx, earnings: readonly Limited[]): Promise<readonly (readonly Part[])[]> {
  const limited = earnings.filter(({ programme }) => asksBefore(programme))
  if (limited.length === 0) return earnings.map(({ wanted }) => wanted())
  const used = await usedBefore(trx, limited)
  const unhindered = decided(earnings, used, () => unbounded)
  const asked = total(earnings.map(({ programme }) => programme), unhindered)
  // Where no campaign gives anything, none can leave less: that is the answer already.
  if (asked.size === 0) return unhindered
  const left = new Map(await take(trx, [...asked].map(([budget, amount]) => ({ budget, amount })), homeOf(limited[0]?.customerId ?? '')))
  return decided(earnings, used, (budget) => left.get(budget) ?? 0n, (budget, amount) => { left.set(budget, (left.get(budget) ?? 0n) - amount) })
}

/** What a basket would find if it were counted now; nothing is taken. Two rules of one campaign may both be shown what is left of it. */
export async function roomsFor(db: Db | Trx, member: Member, left: ReadonlyMap<string, bigint>): Promise<Rooms | undefined> {
  return asksBefore(member.programme) ? roomsOf(member, await usedBefore(db, [member]), (budget) => left.get(budget) ?? 0n) : undefined
}

function decided(earnings: readonly Limited[], before: readonly UsedRow[], left: (budget: string) => bigint, taken: (budget: string, amount: bigint) => void = () => undefined): readonly (readonly Part[])[] {
  const used = new Map([...Map.groupBy(before, ({ customerId }) => customerId)].map(([customerId, rows]) => [customerId, [...rows]]))
  return earnings.map(({ customerId, day, programme, wanted }) => {
    if (!asksBefore(programme)) return wanted()
    const rows = used.get(customerId) ?? []
    const parts = wanted(roomsOf({ customerId, day, programme }, rows, left))
    used.set(customerId, [...rows, ...parts.map(({ currency, rule, amount }) => ({ customerId, currency, rule, day, kept: amount }))])
    for (const { rule, amount } of parts) {
      const budget = budgetOf(programme, rule)
      if (budget !== undefined) taken(budget, amount)
    }
    return parts
  })
}

const budgetOf = ({ rules }: Programme, rule: string): string | undefined => rules.find(({ key }) => key === rule)?.budget

function total(programmes: readonly Programme[], granted: readonly (readonly Part[])[]): ReadonlyMap<string, bigint> {
  const asked = new Map<string, bigint>()
  granted.forEach((parts, at) => parts.forEach(({ rule, amount }) => {
    const programme = programmes[at]
    const budget = programme === undefined ? undefined : budgetOf(programme, rule)
    if (budget !== undefined) asked.set(budget, (asked.get(budget) ?? 0n) + amount)
  }))
  return asked
}

async function usedBefore(db: Db | Trx, limited: readonly Member[]): Promise<readonly UsedRow[]> {
  const rules = [...new Set(limited.flatMap(({ programme }) => programme.rules.filter(({ most }) => most?.day !== undefined || most?.customer !== undefined).map(({ key }) => key)))]
  const days = limited.some(({ programme }) => Object.values(programme.currencies).some(({ most }) => most?.day !== undefined)) ? [...new Set(limited.map(({ day }) => day))] : []
  return rules.length + days.length === 0 ? [] : findUsed(db, [...new Set(limited.map(({ customerId }) => customerId))], rules, days)
}

/** More than anybody earns. */
const unbounded = 10n ** 15n

export function roomsOf({ programme, day }: Member, used: readonly UsedRow[], left: (budget: string) => bigint = () => unbounded): Rooms {
  const sum = (fits: (row: UsedRow) => boolean): bigint => used.reduce((all, row) => (fits(row) ? all + row.kept : all), 0n)
  const room = (most: number | undefined, fits: (row: UsedRow) => boolean): bigint => {
    if (most === undefined) return unbounded
    const open = BigInt(most) - sum(fits)
    return open > 0n ? open : 0n
  }
  return {
    rules: new Map(programme.rules.filter((rule) => isLimited(rule)).map(({ key, most, budget }) => [key, least(
      room(most?.customer, ({ rule }) => rule === key), room(most?.day, (row) => row.rule === key && row.day === day), budget === undefined ? unbounded : left(budget)
    )])),
    currencies: new Map(Object.entries(programme.currencies).flatMap(([currency, { most }]) => (most?.day === undefined ? [] : [[currency, room(most.day, (row) => row.currency === currency && row.day === day)]])))
  }
}

/** Spreads members over the slices of an account. */
const homeOf = (customerId: string): number => Number.parseInt(customerId.slice(-4), 16) % 16
