/** A return: the earn of what is kept is asked again under the original version and facts, and the difference is taken back (LEDGER.md, case 8). */
import type { Consequence, Effect, Undone } from '#loyalty/returns/returns.ts'
import type { Trx } from '#foundation/db.ts'
import { book, openOf } from '#loyalty/points/points.ts'
import type { CountParts } from './earning.count.ts'
import { keptLines, positive } from './earning.basket.ts'
import { giveBack } from './earning.budget.sql.ts'
import { accrue, isLimited, type Part, type Rooms } from './earning.rules.ts'
import type { Programme } from './earning.schema.ts'
import * as sql from './earning.sql.ts'
import { effectWords as words } from './earning.effect.words.ts'

/** The difference that a return makes to one accrual. */
interface Difference { readonly accrual: sql.AccrualRow, readonly parts: readonly Pick<sql.PartRow, 'lineNo' | 'rule' | 'kept'>[], readonly less: bigint, readonly freed: ReadonlyMap<string, bigint> }

export const earningConsequence: Consequence = {
  capability: 'earning',
  undo: (trx, parts, undone, now) => undoReturns(trx, parts, [undone], now)
}

/** The same for many sales at once, each named once. */
export async function undoReturns(trx: Trx, { listeners, actor }: CountParts, undone: readonly Undone[], now: Date): Promise<readonly Effect[]> {
  const differences = await differencesOf(trx, undone)
  if (differences.length === 0) return []
  const freed = new Map<string, bigint>()
  for (const { freed: own } of differences) for (const [budget, amount] of own) freed.set(budget, (freed.get(budget) ?? 0n) + amount)
  await sql.saveKept(trx, differences.map(({ accrual, parts, less }) => ({ accrual, parts, reversed: accrual.reversed + less })))
  // Somebody may have taken points of an order back by hand: no more than the ledger still has of it.
  const open = new Map((await openOf(trx, undone)).map((one) => [openText(one), one.open]))
  const returnedAt = new Map(undone.map((one) => [nameText(one), one.at]))
  const commands = differences.flatMap(({ accrual, less }) => {
    const { customerId, source, number, currency } = accrual
    const amount = least(less, open.get(openText(accrual)) ?? 0n)
    return amount > 0n ? [{ customerId, currency, command: { do: 'reverse' as const, amount: amount.toString(), at: timeOf(accrual, returnedAt.get(nameText(accrual)) ?? now, now).toISOString(), source, number } }] : []
  })
  const booked = commands.length === 0 ? [] : await book(trx, { listeners, actor, carries: true }, commands, now)
  // Behind the wallets, as where they are taken: so nobody waits in a circle.
  await giveBack(trx, [...freed].map(([budget, amount]) => ({ budget, amount })))
  return commands.map(({ currency, command: { amount, number } }, at): Effect => {
    const uncovered = booked[at]?.uncovered ?? '0'
    return { capability: 'earning', code: 'earning.reversed', sentence: uncovered === '0' ? words.reversed : words.reversedInPart, detail: { amount, currency, number, uncovered } }
  })
}

/** A reversal counts when the goods came back, as an earn counts when they were bought: never before it, and never in the future. In a closed month both are carried on. */
const timeOf = (accrual: sql.AccrualRow, returned: Date, now: Date): Date => {
  const after = returned < accrual.at ? accrual.at : returned
  return after < now ? after : now
}

const openText = ({ customerId, source, number, currency }: sql.Name & { readonly currency: string }): string => `${customerId} ${source} ${number} ${currency}`
const nameText = ({ customerId, source, number }: sql.Name): string => `${customerId} ${source} ${number}`
const least = (a: bigint, b: bigint): bigint => (a < b ? a : b)

async function differencesOf(trx: Trx, undone: readonly Undone[]): Promise<readonly Difference[]> {
  const accruals = await sql.findAccruals(trx, undone)
  if (accruals.length === 0) return []
  const [versions, parts] = [await sql.findVersions(trx), Map.groupBy(await sql.findParts(trx, accruals), ({ accrualId }) => accrualId)]
  const returnOf = new Map(undone.map((one) => [nameText(one), one]))
  return accruals.flatMap((accrual) => {
    const [programme, own] = [versions.find(({ version }) => version === accrual.version)?.programme, returnOf.get(nameText(accrual))]
    if (programme === undefined || own === undefined) throw new Error('an accrual names its version and its sale')
    const difference = differenceOf(accrual, parts.get(accrual.accrualId) ?? [], programme, own)
    return difference.less > 0n ? [difference] : []
  })
}

/** Pure but for its types: what is kept earns what the same rules give it, and never more than is left of what was earned. */
export function differenceOf(accrual: sql.AccrualRow, before: readonly sql.PartRow[], programme: Programme, { sold, kept }: Pick<Undone, 'sold' | 'kept'>): Difference {
  const { customerId, source, number, at, currency, facts, earned, reversed } = accrual
  const paid = facts.paid
  const bought = paid === undefined ? positive(sold) : sold.flatMap((line) => { const amount = paid[line.lineNo.toString()]; return amount === undefined ? [] : [{ ...line, amountMinor: BigInt(amount) }] })
  const basket = { customerId, source, number, at, storeId: facts.storeId, channel: facts.channel, lines: keptLines(bought, sold, kept) }
  const left = earned - reversed
  const keptOf = (rule: string): bigint => before.reduce((sum, part) => (part.rule === rule ? sum + part.kept : sum), 0n)
  const rooms: Rooms = { rules: new Map(programme.rules.filter((rule) => isLimited(rule)).map(({ key }) => [key, keptOf(key)])), currencies: new Map([[currency, left]]) }
  const after = accrue(basket, facts, programme, rooms).filter((part) => part.currency === currency)
  const amountOf = (lineNo: number, rule: string): bigint => after.find((part) => part.lineNo === lineNo && part.rule === rule)?.amount ?? 0n
  const places = new Map([...before, ...after].map(({ lineNo, rule }) => [`${lineNo} ${rule}`, { lineNo, rule }]))
  return {
    accrual, less: left - after.reduce((sum, { amount }) => sum + amount, 0n), freed: freedOf(programme, before, after),
    parts: [...places.values()].map(({ lineNo, rule }) => ({ lineNo, rule, kept: amountOf(lineNo, rule) }))
  }
}

/** What campaigns get back. */
function freedOf(programme: Programme, before: readonly sql.PartRow[], after: readonly Part[]): ReadonlyMap<string, bigint> {
  const freed = new Map<string, bigint>()
  for (const { key, budget } of programme.rules) {
    if (budget === undefined) continue
    const less = before.reduce((sum, part) => (part.rule === key ? sum + part.kept : sum), 0n) - after.reduce((sum, part) => (part.rule === key ? sum + part.amount : sum), 0n)
    if (less > 0n) freed.set(budget, (freed.get(budget) ?? 0n) + less)
  }
  return freed
}
