/** Many members' outcomes summed by month: points issued, taken back, ended and outstanding, and how many stood in which tier. Pure; memory does not grow with members. */
import { addDays, type Day } from '#foundation/zone.ts'
import type { Calendar } from '../tiers/tiers.ts'
import type { Outcome, Scenario } from './replay.member.ts'
import type { Side } from './replay.schema.ts'

interface Cell { issued: bigint, reversed: bigint, expired: bigint }
export interface Sums { readonly add: (outcome: Outcome) => void, readonly side: (scenario: Scenario, main: string | null, priceMinor: bigint) => Side }

/** `2026-01` … the months that are told, the last of them today's. */
export function monthsBefore(today: Day, count: number): readonly string[] {
  const last = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1
  return Array.from({ length: count }, (_, place) => { const at = last - count + 1 + place; return `${Math.floor(at / 12)}-${String(at % 12 + 1).padStart(2, '0')}` })
}

const before = '0000-00'

export function openSums(months: readonly string[], today: Day, calendar: Calendar): Sums {
  const cells = new Map<string, Map<string, Cell>>()
  const tiers = new Map<string, number[]>()
  const budgets = new Map<string, bigint>()
  const first = months[0] ?? ''
  const ends = months.map((month, place) => (place === months.length - 1 ? calendar.startOf(addDays(today, 1)) : calendar.startOf(`${months[place + 1] ?? month}-01`)) - 1)
  const cell = (currency: string, day: Day): Cell => {
    const month = day.slice(0, 7) < first ? before : day.slice(0, 7)
    const own = cells.get(currency) ?? new Map<string, Cell>()
    cells.set(currency, own)
    const found = own.get(month) ?? { issued: 0n, reversed: 0n, expired: 0n }
    own.set(month, found)
    return found
  }
  return {
    add: ({ earned, reversed, spells, budgets: asked }) => {
      const back = new Map<string, bigint>()
      for (const { currency, day, amount, source, number } of reversed) {
        cell(currency, day).reversed -= amount
        const key = `${currency} ${source} ${number}`
        back.set(key, (back.get(key) ?? 0n) - amount)
      }
      for (const { currency, day, amount, expiresOn, source, number } of earned) {
        cell(currency, day).issued += amount
        const key = `${currency} ${source} ${number}`
        const taken = back.get(key) ?? 0n
        const less = taken < amount ? taken : amount
        if (less > 0n) back.set(key, taken - less)
        if (expiresOn !== null && expiresOn < today) cell(currency, addDays(expiresOn, 1)).expired += amount - less
      }
      ends.forEach((end, place) => {
        const spell = spells.findLast(({ begins }) => begins <= end)
        if (spell === undefined) return
        const own = tiers.get(spell.tier) ?? months.map(() => 0)
        own[place] = (own[place] ?? 0) + 1
        tiers.set(spell.tier, own)
      })
      for (const [budget, amount] of asked) budgets.set(budget, (budgets.get(budget) ?? 0n) + amount)
    },
    side: (scenario, main, priceMinor) => {
      const policy = scenario.points.at(-1)?.parameters ?? {}
      const ladder = scenario.tiers.at(-1)?.parameters.tiers ?? []
      const programme = scenario.earning.at(-1)?.programme
      let cost = 0n
      const currencies = [...cells].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([currency, own]) => {
        const start = own.get(before)
        let outstanding = start === undefined ? 0n : start.issued - start.reversed - start.expired
        const spendable = policy[currency]?.spendable ?? true
        return {
          currency, spendable,
          months: months.map((month) => {
            const { issued, reversed, expired } = own.get(month) ?? { issued: 0n, reversed: 0n, expired: 0n }
            outstanding += issued - reversed - expired
            if (currency === main) cost += (issued - reversed) * priceMinor
            return { month, issued: issued.toString(), reversed: reversed.toString(), expired: expired.toString(), outstanding: outstanding.toString() }
          })
        }
      })
      return {
        currencies, costMinor: cost.toString(), tiers: ladder.map(({ id, name }) => ({ tier: id, name, members: tiers.get(id) ?? months.map(() => 0) })),
        budgets: (programme?.budgets ?? []).map(({ key, bound }) => ({ budget: key, asked: (budgets.get(key) ?? 0n).toString(), bound }))
      }
    }
  }
}
