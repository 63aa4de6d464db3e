/** Drafts from the rules in force by three handles: how much is given, how much tiers ask, how long points live. Pure. */
import type { Drafts, Ground } from './replay.schema.ts'

/** `lifeMonths`: of what may be spent; null: for ever; undefined: as it is. */
export interface Handles { readonly ratePercent: number, readonly ladderPercent: number, readonly lifeMonths: number | null | undefined }

const scaled = (digits: string, percent: number): string => { const value = BigInt(digits) * BigInt(Math.round(percent)) / 100n; return (value < 1n ? 1n : value).toString() }

export function draftsOf(ground: Ground, { ratePercent, ladderPercent, lifeMonths }: Handles): Drafts {
  const { earning, tiers, points } = ground
  return {
    // More points for the same money is the same as so many points for less of it: exact where a multiple would be rounded.
    ...(earning === null || ratePercent === 100 ? {} : { earning: { ...earning, rules: earning.rules.map((rule) => (rule.give.kind !== 'rate' ? rule : { ...rule, give: { ...rule.give, ...fraction(BigInt(rule.give.points) * BigInt(Math.round(ratePercent)), BigInt(rule.give.perMinor) * 100n) } })) } }),
    ...(ladderPercent === 100 ? {} : {
      tiers: {
        ...tiers, tiers: tiers.tiers.map((tier) => ({ ...tier, upgrade: ruled(tier.upgrade, ladderPercent), keep: ruled(tier.keep, ladderPercent) }))
      }
    }),
    ...(lifeMonths === undefined ? {} : { points: Object.fromEntries(Object.entries(points).map(([key, policy]) => [key, policy.spendable ? { ...policy, ttl: lifeMonths === null ? null : { months: lifeMonths, until: policy.ttl?.until ?? 'month' } } : policy])) })
  }
}

/** In the smallest whole numbers: 80 per ¥100 reads as 1 per ¥1.25. */
function fraction(points: bigint, perMinor: bigint): { readonly points: number, readonly perMinor: string } {
  let [a, b] = [points, perMinor]
  while (b > 0n) [a, b] = [b, a % b]
  return { points: Number(points / a), perMinor: (perMinor / a).toString() }
}

type Rule = Ground['tiers']['tiers'][number]['upgrade']
/** Orders are few and whole: only money and growth value are scaled. */
const ruled = (rule: Rule, percent: number): Rule => (rule === null ? null : { anyOf: rule.anyOf.map(({ allOf }) => ({ allOf: allOf.map((condition) => (condition.measure === 'orders' ? condition : { ...condition, atLeast: scaled(condition.atLeast, percent) })) })) })
