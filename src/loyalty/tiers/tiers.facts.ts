/** From orders and the ledger to what counts: a return counts to its sale, a reversal to what it reverses. Pure. */
import type { Fact } from './tiers.tally.ts'

export interface OrderRow {
  readonly customerId: string
  readonly orderId: string
  readonly kind: 'sale' | 'return' | 'cancellation'
  readonly at: Date
  readonly totalMinor: bigint
  readonly undoesOrderId: string | null
}

/** A posting that made or unmade points: above zero when earned, below when taken back. */
export interface GrowthRow { readonly customerId: string, readonly at: Date, readonly amount: bigint, readonly source: string | null, readonly number: string | null }

/** Of one member, in the order of time. */
export function factsOf(orders: readonly OrderRow[], growth: readonly GrowthRow[]): Fact[] {
  return [...ordersCounted(orders), ...growthCounted(growth)]
}

function ordersCounted(orders: readonly OrderRow[]): Fact[] {
  const sales = new Map<string, { readonly at: number, readonly total: bigint, back: bigint }>()
  for (const { orderId, kind, at, totalMinor } of orders) if (kind === 'sale') sales.set(orderId, { at: at.getTime(), total: totalMinor, back: 0n })
  return orders.map(({ kind, at, totalMinor, undoesOrderId }) => {
    const instant = at.getTime()
    if (kind === 'sale') return { at: instant, on: instant, spend: totalMinor, orders: 1n, growth: 0n }
    const sale = undoesOrderId === null ? undefined : sales.get(undoesOrderId)
    if (sale === undefined) return { at: instant, on: instant, spend: totalMinor, orders: 0n, growth: 0n }
    const before = sale.back
    sale.back -= totalMinor
    // A sale of which nothing is kept is no order any more.
    const isGone = sale.total > 0n && before < sale.total && sale.back >= sale.total
    return { at: Math.max(instant, sale.at), on: sale.at, spend: totalMinor, orders: isGone ? -1n : 0n, growth: 0n }
  })
}

function growthCounted(rows: readonly GrowthRow[]): Fact[] {
  const earned = new Map<string, number>()
  const keyOf = ({ source, number }: GrowthRow): string => `${source}\u0000${number}`
  for (const row of rows) if (row.amount > 0n && row.number !== null && !earned.has(keyOf(row))) earned.set(keyOf(row), row.at.getTime())
  return rows.map((row) => {
    const instant = row.at.getTime()
    const on = row.amount < 0n && row.number !== null ? earned.get(keyOf(row)) ?? instant : instant
    return { at: Math.max(instant, on), on, spend: 0n, orders: 0n, growth: row.amount }
  })
}
