/** What was found against what the other system says: equal to the last point, lot and member, or a difference with its reasons. Pure. */
import { openingWords as words } from './opening.words.ts'
import type { ControlTotal, Difference, Found } from './opening.schema.ts'

export function differencesOf(control: readonly ControlTotal[], found: Found, rejects: readonly { readonly code: string, readonly currency: string | null, readonly count: bigint, readonly points: bigint }[], sentenceOf: (code: string) => { readonly zh: string, readonly en: string }): readonly Difference[] {
  const currencies = [...new Set([...control.map(({ currency }) => currency), ...found.currencies.map(({ currency }) => currency)])]
  return currencies.flatMap((currency): readonly Difference[] => {
    const typed = control.find((one) => one.currency === currency) ?? { points: '0', lots: 0, members: 0 }
    const there = found.currencies.find((one) => one.currency === currency)?.all ?? { points: '0', lots: 0, members: 0 }
    const off = { points: BigInt(typed.points) - BigInt(there.points), lots: typed.lots - there.lots, members: typed.members - there.members }
    if (off.points === 0n && off.lots === 0 && off.members === 0) return []
    const reasons = rejects.filter((one) => one.currency === currency && one.points > 0n).map(({ code, points, count }) => ({ sentence: { ...sentenceOf(code) }, points: points.toString(), rows: Number(count) }))
    const left = off.points - reasons.reduce((sum, { points }) => sum + BigInt(points), 0n)
    return [{
      currency, pointsOff: off.points.toString(), lotsOff: off.lots, membersOff: off.members,
      reasons: [...reasons, ...(left === 0n ? [] : [{ sentence: words.unexplained, points: left.toString(), rows: 0 }])]
    }]
  })
}
