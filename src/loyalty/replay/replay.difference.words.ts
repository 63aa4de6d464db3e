/** What drafts change, in plain words: announced on the page before they hold. */
import { formatMoney } from '#foundation/money.ts'
import { say, type Locale, type Sentence } from '#foundation/words.ts'
import type { Programme, Rule } from '../earning/earning.schema.ts'
import type { CurrencyPolicy } from '../points/points.schema.ts'
import { ladderDifferences } from '../tiers/tiers.ts'
import type { Drafts } from './replay.schema.ts'

const words = {
  ruleNew: { zh: '新增积分规则“{name}”：{now}', en: 'New earning rule "{name}": {now}' },
  ruleGone: { zh: '取消积分规则“{name}”', en: 'Earning rule "{name}" ends' },
  ruleNow: { zh: '积分规则“{name}”：原为{was}，现为{now}', en: 'Earning rule "{name}": {now}, was {was}' },
  ruleElse: { zh: '积分规则“{name}”的适用范围或上限有改动', en: 'Earning rule "{name}" applies otherwise or has other limits' },
  rate: { zh: '每 {money} 得 {n}', en: '{n} per {money}' },
  times: { zh: '{n} 倍', en: '{n} ×' },
  tier: { zh: '按等级倍数', en: 'times what the tier brings' },
  unit: { zh: '每件 {n}', en: '{n} a piece' },
  fixed: { zh: '每单 {n}', en: '{n} an order' },
  event: { zh: '每次 {n}', en: '{n} each time' },
  life: { zh: '{name}的有效期：原为{was}，现为{now}', en: '{name} live {now}, was {was}' },
  months: { zh: '{n} 个月', en: '{n} months' },
  forEver: { zh: '永久', en: 'for ever' },
  terms: { zh: '{name}的其他条款有改动（待生效天数、退货、宽限）', en: 'Other terms of {name} change (days pending, returns, grace)' },
  currencyNew: { zh: '新增积分种类{name}', en: 'New currency {name}' },
  nothing: { zh: '什么都不变', en: 'Nothing changes' }
} satisfies Record<string, Sentence>

type Rules = Required<Omit<Drafts, 'earning'>> & Pick<Drafts, 'earning'>
const both = (told: (locale: Locale) => string): Sentence => ({ zh: told('zh-CN'), en: told('en') })

export function draftDifferences(before: Rules, after: Rules, currency: string): readonly Sentence[] {
  const ladder = ladderDifferences(before.tiers, after.tiers, currency)
  const scaleOf = (key: string): number => (after.points[key] ?? before.points[key])?.scale ?? 0
  const found = [...ruleDifferences(before.earning, after.earning, currency, scaleOf), ...lifeDifferences(before.points, after.points), ...(sorted(before.tiers) === sorted(after.tiers) ? [] : ladder)]
  return found.length === 0 ? [words.nothing] : found
}

/** The same content is one text, whatever order a database keeps its fields in. */
const sorted = (value: unknown): string => JSON.stringify(value, (_key, held: unknown) => (typeof held === 'object' && held !== null && !Array.isArray(held) ? Object.fromEntries(Object.entries(held).toSorted(([a], [b]) => (a < b ? -1 : 1))) : held))

function giveWords({ give }: Rule, currency: string, scale: number, locale: Locale): string {
  const n = 'points' in give ? give.points / 10 ** scale : 0
  switch (give.kind) {
    case 'rate': return say(words.rate, locale, { n, money: formatMoney(BigInt(give.perMinor), currency, locale, BigInt(give.perMinor) % 10_000n === 0n ? 0 : undefined) })
    case 'times': return say(words.times, locale, { n: String(give.permille / 1000) })
    case 'tier': return say(words.tier, locale)
    case 'unit': return say(words.unit, locale, { n })
    case 'fixed': return say(words.fixed, locale, { n })
    case 'event': return say(words.event, locale, { n })
  }
}

function ruleDifferences(before: Programme | undefined, after: Programme | undefined, currency: string, scaleOf: (key: string) => number): readonly Sentence[] {
  const was = new Map((before?.rules ?? []).map((rule) => [rule.key, rule]))
  const is = new Map((after?.rules ?? []).map((rule) => [rule.key, rule]))
  return [
    ...[...was.values()].filter(({ key }) => !is.has(key)).map(({ name }) => both((locale) => say(words.ruleGone, locale, { name }))),
    ...[...is.values()].flatMap((rule): Sentence[] => {
      const old = was.get(rule.key)
      if (old === undefined) return [both((locale) => say(words.ruleNew, locale, { name: rule.name, now: giveWords(rule, currency, scaleOf(rule.currency), locale) }))]
      if (sorted(old) === sorted(rule)) return []
      if (sorted(old.give) === sorted(rule.give)) return [both((locale) => say(words.ruleElse, locale, { name: rule.name }))]
      return [both((locale) => say(words.ruleNow, locale, { name: rule.name, was: giveWords(old, currency, scaleOf(old.currency), locale), now: giveWords(rule, currency, scaleOf(rule.currency), locale) }))]
    })
  ]
}

const lifeWords = ({ ttl }: CurrencyPolicy, locale: Locale): string => (ttl === null ? say(words.forEver, locale) : say(words.months, locale, { n: ttl.months }))

function lifeDifferences(before: Rules['points'], after: Rules['points']): readonly Sentence[] {
  return Object.entries(after).flatMap(([key, policy]): Sentence[] => {
    const old = before[key]
    const name = (locale: Locale): string => (locale === 'en' ? policy.name.en : policy.name.zh)
    if (old === undefined) return [both((locale) => say(words.currencyNew, locale, { name: name(locale) }))]
    if (sorted(old) === sorted(policy)) return []
    if (sorted(old.ttl) === sorted(policy.ttl)) return [both((locale) => say(words.terms, locale, { name: name(locale) }))]
    return [both((locale) => say(words.life, locale, { name: name(locale), was: lifeWords(old, locale), now: lifeWords(policy, locale) }))]
  })
}
