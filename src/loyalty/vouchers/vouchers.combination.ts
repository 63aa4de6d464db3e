/** Which vouchers together take most off a basket. Pure and exact for as many as a basket meets. */
import { discountOf, type Candidate, type Line } from './vouchers.rules.ts'

export interface Used { readonly candidate: Candidate, readonly lines: readonly bigint[], readonly discountMinor: bigint }
export interface Combined { readonly used: readonly Used[], readonly lines: readonly bigint[], readonly discountMinor: bigint, readonly withPoints: boolean }

/** Up to this many vouchers that go together, every combination is tried. */
export const mostTried = 12

/** One after another on what the lines still cost: gifts, then percents, then amounts, then delivery; of one kind the one that ends first. */
const rank = { gift: 0, percent: 1, amount: 2, shipping: 3 }
const keyOf = ({ voucherId, code }: Candidate): string => voucherId ?? code
const byOrder = (a: Candidate, b: Candidate): number =>
  rank[a.terms.worth.kind] - rank[b.terms.worth.kind] || compare(a.validTo ?? '9999', b.validTo ?? '9999') || compare(keyOf(a), keyOf(b))
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Why these may not be used together, or undefined: one that stands alone, or more of a kind than an order may have. */
export function clash(candidates: readonly Candidate[]): 'alone' | 'per_order' | undefined {
  if (candidates.length > 1 && candidates.some(({ terms }) => !terms.stacking.withOthers)) return 'alone'
  const perTemplate = Map.groupBy(candidates, ({ templateId }) => templateId)
  return [...perTemplate.values()].some((own) => own.length > Math.min(...own.map(({ terms }) => terms.stacking.perOrder))) ? 'per_order' : undefined
}

/** What these take off together; a voucher that takes nothing stands with zero. */
export function combined(candidates: readonly Candidate[], lines: readonly Line[], coinMinor: bigint): Combined {
  let left = lines.map(({ amountMinor }) => (amountMinor > 0n ? amountMinor : 0n))
  const used = candidates.toSorted(byOrder).map((candidate): Used => {
    const off = discountOf(candidate, lines, left, coinMinor)
    left = left.map((amount, at) => amount - (off[at] ?? 0n))
    return { candidate, lines: off, discountMinor: off.reduce((a, b) => a + b, 0n) }
  })
  const off = lines.map((_, at) => used.reduce((sum, one) => sum + (one.lines[at] ?? 0n), 0n))
  return { used, lines: off, discountMinor: off.reduce((a, b) => a + b, 0n), withPoints: candidates.every(({ terms }) => terms.stacking.withPoints) }
}

/**
 * The combination that takes most off; of equals the one with fewer vouchers, then the one whose vouchers end sooner. All given candidates apply on their own.
 * `isExact` is false where more than `mostTried` go together and only the strongest were tried.
 */
export function best(candidates: readonly Candidate[], lines: readonly Line[], coinMinor: bigint): { readonly combination: Combined, readonly isExact: boolean } {
  const alone = candidates.filter(({ terms }) => !terms.stacking.withOthers)
  const together = withoutDoubles(candidates.filter(({ terms }) => terms.stacking.withOthers))
  const strength = new Map(together.map((candidate) => [candidate, combined([candidate], lines, coinMinor).discountMinor]))
  const tried = together.toSorted((a, b) => Number((strength.get(b) ?? 0n) - (strength.get(a) ?? 0n)) || byOrder(a, b)).slice(0, mostTried)
  let found = combined([], lines, coinMinor)
  const offer = (chosen: readonly Candidate[]): void => {
    const one = combined(chosen, lines, coinMinor)
    if (one.used.some(({ discountMinor }) => discountMinor === 0n)) return
    if (isBetter(one, found)) found = one
  }
  for (const candidate of alone) offer([candidate])
  for (let chosen = 1; chosen < 2 ** tried.length; chosen += 1) {
    const some = tried.filter((_, at) => (chosen >> at) % 2 === 1)
    if (clash(some) === undefined) offer(some)
  }
  return { combination: found, isExact: together.length <= mostTried }
}

/** Of vouchers that are alike, an order needs no more than it may use: those that end first. */
function withoutDoubles(candidates: readonly Candidate[]): readonly Candidate[] {
  const alike = Map.groupBy(candidates, ({ templateId, terms, open }) => `${templateId} ${JSON.stringify(terms)} ${open}`)
  return [...alike.values()].flatMap((own) => own.toSorted(byOrder).slice(0, own[0]?.terms.stacking.perOrder ?? 1))
}

function isBetter(one: Combined, other: Combined): boolean {
  if (one.discountMinor !== other.discountMinor) return one.discountMinor > other.discountMinor
  if (one.used.length !== other.used.length) return one.used.length < other.used.length
  const ends = ({ used }: Combined): string => used.map(({ candidate }) => `${candidate.validTo ?? '9999'} ${keyOf(candidate)}`).toSorted().join()
  return ends(one) < ends(other)
}
