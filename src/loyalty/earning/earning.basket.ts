/** What was paid for each line, and what of it is kept after returns. Pure. */
import type { Basket, BasketLine } from '#loyalty/returns/returns.ts'
import { least, shared } from './earning.amounts.ts'


export type { Basket, BasketLine }

const sum = (lines: readonly BasketLine[]): bigint => lines.reduce((all, { amountMinor }) => all + amountMinor, 0n)

/**
 * The lines with what was paid for them. A discount that stands as a line of its own or only in the total is shared over the goods by largest remainder; what
 * the total has beyond the lines (delivery) earns nothing.
 */
export function paidLines(lines: readonly BasketLine[], totalMinor: bigint): readonly BasketLine[] {
  const goods = positive(lines)
  const all = sum(goods)
  const paid = least(all, sum(lines), totalMinor)
  if (paid === all) return goods
  const parts = shared(paid > 0n ? paid : 0n, goods.map(({ amountMinor }) => amountMinor))
  return goods.map((line, at) => ({ ...line, amountMinor: parts[at] ?? 0n })).filter(({ amountMinor }) => amountMinor > 0n)
}

/** Lines that cost something. */
export const positive = (lines: readonly BasketLine[]): readonly BasketLine[] => lines.filter(({ amountMinor }) => amountMinor > 0n)

/** What of the paid lines is kept, where only some of what was sold is: line by line in proportion, whole where the whole line is kept. */
export function keptLines(paid: readonly BasketLine[], sold: readonly BasketLine[], kept: readonly BasketLine[]): readonly BasketLine[] {
  const before = new Map(sold.map((line) => [line.lineNo, line.amountMinor]))
  const left = new Map(kept.map((line) => [line.lineNo, line]))
  return paid.flatMap((line) => {
    const [all = 0n, still] = [before.get(line.lineNo), left.get(line.lineNo)]
    if (still === undefined || all <= 0n || still.amountMinor <= 0n) return []
    const amountMinor = still.amountMinor >= all ? line.amountMinor : line.amountMinor * still.amountMinor / all
    return amountMinor > 0n ? [{ ...still, amountMinor }] : []
  })
}
