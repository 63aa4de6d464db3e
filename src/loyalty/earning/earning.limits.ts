/** What limits leave for each earning of a wave: what members had before is read under their lock, and campaigns are asked for what is wanted of them. */
import type { Db, Trx } from '#foundation/db.ts'
import type { Day } from '#foundation/zone.ts'
import { least } from './earning.amounts.ts'
import { take } from './earning.budget.sql.ts'
import { isLimited, type Part, type Rooms } from './earning.rules.ts'
import type { Programme, Rule } from './earning.schema.ts'
import { findUsed, type UsedRow } from './earning.sql.ts'

interface Limited { readonly customerId: string, readonly day: Day, readonly programme: Programme, readonly wanted: (rooms?: Rooms) => readonly Part[] }

type Member = Omit<Limited, 'wanted'>

/** What a basket would find if it were counted now; nothing is taken. Two rules of one campaign may both be shown what is left of it. */
export async function roomsFor(db: Db | Trx, member: Member, left: ReadonlyMap<string, bigint>): Promise<Rooms | undefined> {
  if (!isBounded(member.programme)) return undefined
  const room = roomsOf(member, await usedBefore(db, [member]))
  return { ...room, rules: new Map([...room.rules].map(([key, amount]) => {
    const budget = member.programme.rules.find((rule) => rule.key === key)?.budget
    return [key, budget === undefined ? amount : least(amount, left.get(budget) ?? 0n)]
  })) }
}

async function usedBefore(db: Db | Trx, limited: readonly Member[]): Promise<readonly UsedRow[]> {
  const rules = [...new Set(limited.flatMap(({ programme }) => programme.rules.filter(({ most }) => most?.day !== undefined || most?.customer !== undefined).map(({ key }) => key)))]
  const days = limited.some(({ programme }) => Object.values(programme.currencies).some(({ most }) => most?.day !== undefined)) ? [...new Set(limited.map(({ day }) => day))] : []
  return rules.length + days.length === 0 ? [] : findUsed(db, limited.map(({ customerId }) => customerId), rules, days)
}

/** The rooms of each, in their order. Nobody stands twice in a wave, so one reading serves all limits of members; budgets are shared out in order of time. */
export async function grantor(trx: Trx, wave: readonly Limited[]): Promise<readonly (Rooms | undefined)[]> {
  const limited = wave.filter(({ programme }) => isBounded(programme))
  if (limited.length === 0) return wave.map(() => undefined)
  const used = await usedBefore(trx, limited)
  const usedBy = Map.groupBy(used, ({ customerId }) => customerId)
  const before = wave.map((one) => (isBounded(one.programme) ? roomsOf(one, usedBy.get(one.customerId) ?? []) : undefined))
  return withBudgets(trx, wave, before)
}

const isBounded = ({ rules, currencies }: Programme): boolean => rules.some((rule) => isLimited(rule)) || Object.values(currencies).some(({ most }) => most?.day !== undefined)

const unbounded = 10n ** 15n

export function roomsOf({ programme, day }: Member, used: readonly UsedRow[]): Rooms {
  const sum = (fits: (row: UsedRow) => boolean): bigint => used.reduce((all, row) => (fits(row) ? all + row.kept : all), 0n)
  const left = (most: number | undefined, fits: (row: UsedRow) => boolean): bigint => {
    if (most === undefined) return unbounded
    const room = BigInt(most) - sum(fits)
    return room > 0n ? room : 0n
  }
  return {
    rules: new Map(programme.rules.filter((rule) => isLimited(rule)).map(({ key, most }) => [key, least(left(most?.customer, ({ rule }) => rule === key), left(most?.day, (row) => row.rule === key && row.day === day))])),
    currencies: new Map(Object.entries(programme.currencies).flatMap(([currency, { most }]) => (most?.day === undefined ? [] : [[currency, left(most.day, (row) => row.currency === currency && row.day === day)]])))
  }
}

async function withBudgets(trx: Trx, wave: readonly Limited[], before: readonly (Rooms | undefined)[]): Promise<readonly (Rooms | undefined)[]> {
  const budgetOf = wave.map(({ programme }) => new Map(programme.rules.flatMap(({ key, budget }: Rule) => (budget === undefined ? [] : [[key, budget] as const]))))
  const wants = wave.map(({ wanted }, at) => {
    const budgets = budgetOf[at]
    if (budgets === undefined || budgets.size === 0) return []
    const byRule = Map.groupBy(wanted(before[at]).filter(({ rule }) => budgets.has(rule)), ({ rule }) => rule)
    return [...byRule].map(([rule, parts]) => ({ rule, budget: budgets.get(rule) ?? '', amount: parts.reduce((sum, { amount }) => sum + amount, 0n) }))
  })
  const total = new Map<string, bigint>()
  for (const { budget, amount } of wants.flat()) total.set(budget, (total.get(budget) ?? 0n) + amount)
  const left = new Map(await take(trx, [...total].map(([budget, amount]) => ({ budget, amount })), homeOf(wave[0]?.customerId ?? '')))
  return wave.map((_, at) => {
    const room = before[at]
    if (room === undefined) return undefined
    const rules = new Map(room.rules)
    // A campaign that was not asked gives nothing: what is taken of it is exactly what is given.
    for (const rule of budgetOf[at]?.keys() ?? []) rules.set(rule, 0n)
    for (const { rule, budget, amount } of wants[at] ?? []) {
      const granted = least(amount, left.get(budget) ?? 0n)
      left.set(budget, (left.get(budget) ?? 0n) - granted)
      rules.set(rule, granted)
    }
    return { ...room, rules }
  })
}

/** Spreads members over the slices of an account. */
const homeOf = (customerId: string): number => Number.parseInt(customerId.slice(-4), 16) % 16
