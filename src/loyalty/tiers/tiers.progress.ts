/** What is missing to keep a tier and to rise to the next, by whichever way is nearest. Pure; exact to the last ten-thousandth. */
import { formatMoney } from '#foundation/money.ts'
import { say, type Locale, type Sentence } from '#foundation/words.ts'
import { addDays, daysBetween, type Day } from '#foundation/zone.ts'
import { windowStart, type Anchors, type Calendar } from './tiers.periods.ts'
import type { VersionedPolicy, Standing } from './tiers.rules.ts'
import type { Measure, Progress, Rule, Step, Tier } from './tiers.schema.ts'
import type { Tally } from './tiers.tally.ts'
import { progressWords as words } from './tiers.words.ts'

interface Missing { readonly measure: Measure, readonly amount: bigint, readonly atLeast: bigint }

/** Of every group of the rule what its conditions lack. */
function lacking(rule: Rule, tally: Tally, asOf: Day, anchors: Anchors, calendar: Calendar): readonly (readonly Missing[])[] {
  return rule.anyOf.map(({ allOf }) => {
    const most = new Map<Measure, Missing>()
    for (const { measure, atLeast, window } of allOf) {
      const least = BigInt(atLeast)
      const amount = least - tally.from(windowStart(window, asOf, anchors, calendar))[measure]
      // One purchase counts in every window that ends today: of two conditions on one measure the larger lack is the lack.
      if (amount > (most.get(measure)?.amount ?? 0n)) most.set(measure, { measure, amount, atLeast: least })
    }
    return [...most.values()]
  })
}

/** How far a group is: its farthest condition, as a share of what it asks. */
const distance = (group: readonly Missing[]): number => group.reduce((far, { amount, atLeast }) => Math.max(far, Number(amount) / Number(atLeast)), 0)

function nearest(groups: readonly (readonly Missing[])[]): readonly Missing[] {
  return groups.toSorted((a, b) => distance(a) - distance(b) || a.length - b.length)[0] ?? []
}

export function progressOf(standing: Standing, { parameters: { tiers } }: VersionedPolicy, today: Day, calendar: Calendar, currency: string): Progress {
  const { earned, tally, anchors } = standing
  const current = standing.spells.at(-1) ?? earned
  const own = tiers[earned.rank]
  const above = tiers[Math.max(earned.rank, current.rank) + 1]
  const isOver = current.rank > earned.rank
  // What a return took away is made good by reaching the tier again.
  const again = !isOver && standing.withdrawsOn !== null && own !== undefined && own.upgrade !== null ? stepOf('keep', own, nearest(lacking(own.upgrade, tally, today, anchors, calendar)), addDays(standing.withdrawsOn, -1), today, currency) : null
  const keep = isOver || own?.keep === null || own === undefined || earned.until === null ? null : stepOf('keep', own, nearest(lacking(own.keep, tally, earned.until, anchors, calendar)), standing.graceUntil ?? earned.until, today, currency)
  const next = above?.upgrade === null || above === undefined ? null : stepOf('next', above, nearest(lacking(above.upgrade, tally, today, anchors, calendar)), null, today, currency)
  return { keep: again ?? keep, next }
}

function stepOf(what: 'keep' | 'next', tier: Tier, missing: readonly Missing[], by: Day | null, today: Day, currency: string): Step {
  const daysLeft = by === null ? null : daysBetween(today, by)
  const sentence = missing.length === 0 ? words.kept : what === 'next' ? words.toNext : daysLeft === 0 ? words.keepsToday : words.keeps
  const told = (locale: Locale): string => say(sentence, locale, {
    tier: locale === 'en' ? tier.name.en : tier.name.zh, days: daysLeft ?? 0, until: by ?? '', what: missing.map((one) => amountOf(one, currency, locale)).join(locale === 'en' ? ' and ' : '、')
  })
  return { tier: tier.id, name: tier.name, isMet: missing.length === 0, missing: missing.map(({ measure, amount }) => ({ measure, amount: amount.toString() })), by, daysLeft, sentence: { zh: told('zh-CN'), en: told('en') } }
}

/** Money is rounded up to what can be paid, so that whoever spends as much is there. */
export function amountOf({ measure, amount }: { readonly measure: Measure, readonly amount: bigint }, currency: string, locale: Locale): string {
  const parts: Readonly<Record<Measure, Sentence>> = { spend: words.spend, orders: words.orders, growth: words.growth }
  const cents = (amount + 99n) / 100n * 100n
  return say(parts[measure], locale, { n: measure === 'spend' ? formatMoney(cents, currency, locale, cents % 10_000n === 0n ? 0 : undefined) : amount })
}
