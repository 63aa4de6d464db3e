/** The ladder in plain words, for the page, the announcement of a change and the replay. */
import { formatMoney } from '#foundation/money.ts'
import { say, type Locale, type Sentence } from '#foundation/words.ts'
import type { Benefits, Condition, PolicyParameters, Rule, Window } from './tiers.schema.ts'

const words = {
  rolling: { zh: '近 {n} 个月', en: 'in the last {n} {n|month|months}' },
  calendar: { zh: '当年', en: 'in the calendar year' },
  term: { zh: '等级有效期内', en: 'within the term' },
  tier: { zh: '升级后每 {n} 个月', en: 'in each {n} {n|month|months} of the tier' },
  join: { zh: '入会后每 {n} 个月', en: 'in each {n} {n|month|months} since joining' },
  cycle: { zh: '自 {from} 起每 {n} 个月', en: 'in each {n} {n|month|months} counted from {from}' },
  ever: { zh: '累计', en: 'in all' },
  spend: { zh: '{window}消费满 {n}', en: '{n} spent {window}' },
  orders: { zh: '{window}购买满 {n} 次', en: '{n} {n|order|orders} {window}' },
  growth: { zh: '{window}成长值满 {n}', en: '{n} growth value {window}' },
  and: { zh: '且', en: ' and ' },
  or: { zh: '，或', en: ', or ' },
  never: { zh: '无条件', en: 'nothing is asked' },
  forGood: { zh: '升上来就不会到期', en: 'once reached, it does not end' },
  expiryTier: { zh: '每级有效 {n} 个月，从升级那天起算', en: 'a term is {n} {n|month|months} from the day the tier was reached' },
  expiryJoin: { zh: '有效期每 {n} 个月到期一次，从入会那天起算', en: 'terms end every {n} {n|month|months} counted from the day of joining' },
  expiryCalendar: { zh: '有效期到年底', en: 'terms end with the year' },
  expiryCycle: { zh: '有效期每 {n} 个月到期一次，从 {from} 起算', en: 'terms end every {n} {n|month|months} counted from {from}' },
  least: { zh: '，至少 {n} 个月', en: ', {n} months at least' },
  grace: { zh: '；到期后还有 {n} 天可以补足', en: '; what is missing may still be bought for {n} {n|day|days} after' },
  step: { zh: '未保级降一级', en: 'who does not keep a tier falls one step' },
  earned: { zh: '未保级降到所达到的等级', en: 'who does not keep a tier falls to the one that is earned' },
  withdraw: { zh: '退货后不再达到条件的，保护 {n} 天后收回等级', en: 'a tier that a return takes away goes after {n} protected days' },
  withdrawAtOnce: { zh: '退货后不再达到条件的，立即收回等级', en: 'a tier that a return takes away goes at once' },
  termEnd: { zh: '退货不影响当期等级', en: 'a return leaves the tier until the term ends' },
  afterUpgrade: { zh: '升级后 {n} 天内不收回', en: 'never within {n} days after it was reached' },
  rate: { zh: '积分 {n} 倍', en: '{n} × points' },
  free: { zh: '包邮', en: 'free delivery' },
  freeFrom: { zh: '满 {n} 包邮', en: 'free delivery from {n}' },
  warranty: { zh: '保修延长 {n} 个月', en: '{n} {n|month|months} longer warranty' },
  invitations: { zh: '每年 {n} 次活动邀请', en: '{n} {n|invitation|invitations} a year' },
  priority: { zh: '优先服务', en: 'priority service' },
  personal: { zh: '专属顾问', en: 'a personal adviser' },
  tierAdded: { zh: '新增等级{tier}：{rule}', en: 'New tier {tier}: {rule}' },
  tierGone: { zh: '取消等级{tier}；原会员按所达到的等级重新定级', en: 'Tier {tier} ends; its members stand where they have earned it' },
  tierNamed: { zh: '{tier}改名为{to}', en: '{tier} is now called {to}' },
  upgradeNow: { zh: '升{tier}：原为{before}，现为{after}', en: 'To {tier}: {after}, was {before}' },
  keepNow: { zh: '保{tier}：原为{before}，现为{after}', en: 'To keep {tier}: {after}, was {before}' },
  benefitsNow: { zh: '{tier}的权益：原为{before}，现为{after}', en: 'What {tier} brings: {after}, was {before}' },
  moved: { zh: '等级的高低次序变了：{after}', en: 'The order of the tiers: {after}' },
  rulesNow: { zh: '{after}（原为：{before}）', en: '{after} (was: {before})' },
  nothing: { zh: '什么都不变', en: 'Nothing changes' },
  nobody: { zh: '无', en: 'nothing' }
} satisfies Record<string, Sentence>

const sayMoney = (minor: bigint, currency: string, locale: Locale): string => formatMoney(minor, currency, locale, minor % 10_000n === 0n ? 0 : undefined)
const listed = (parts: readonly string[], locale: Locale): string => (parts.length === 0 ? say(words.nobody, locale) : parts.join(locale === 'en' ? ', ' : '、'))

const windowWords = (window: Window, locale: Locale): string => say(words[window.kind], locale, { n: 'months' in window ? window.months : 0, from: 'from' in window ? window.from : '' })

function conditionWords({ measure, atLeast, window }: Condition, currency: string, locale: Locale): string {
  const n = measure === 'spend' ? sayMoney(BigInt(atLeast), currency, locale) : BigInt(atLeast)
  return say(words[measure], locale, { window: windowWords(window, locale), n })
}

export function ruleWords(rule: Rule | null, currency: string, locale: Locale): string {
  if (rule === null) return say(words.never, locale)
  return rule.anyOf.map(({ allOf }) => allOf.map((condition) => conditionWords(condition, currency, locale)).join(say(words.and, locale))).join(say(words.or, locale))
}

export const keepWords = (rule: Rule | null, currency: string, locale: Locale): string => (rule === null ? say(words.forGood, locale) : ruleWords(rule, currency, locale))

/** What a tier brings, each as a few words; nothing that is usual is listed. */
export function benefitWords({ ratePermille, birthdayGift, freeDeliveryFromMinor, warrantyMonths, invitations, service, more }: Benefits, currency: string, locale: Locale): readonly string[] {
  const own = (text: Sentence): string => (locale === 'en' ? text.en : text.zh)
  return [
    ...(ratePermille === 1000 ? [] : [say(words.rate, locale, { n: String(ratePermille / 1000) })]),
    ...(birthdayGift === null ? [] : [own(birthdayGift)]),
    ...(freeDeliveryFromMinor === null ? [] : [freeDeliveryFromMinor === '0' ? say(words.free, locale) : say(words.freeFrom, locale, { n: sayMoney(BigInt(freeDeliveryFromMinor), currency, locale) })]),
    ...(warrantyMonths === 0 ? [] : [say(words.warranty, locale, { n: warrantyMonths })]),
    ...(invitations === 0 ? [] : [say(words.invitations, locale, { n: invitations })]),
    ...(service === 'standard' ? [] : [say(words[service], locale)]),
    ...more.map(own)
  ]
}

/** When terms end, and what happens then or after a return. */
export function termWords({ expiry, downgrade, onReturn, protection }: PolicyParameters, locale: Locale): readonly string[] {
  const anchors = { tier: words.expiryTier, join: words.expiryJoin, calendar: words.expiryCalendar, cycle: words.expiryCycle }
  return [
    say(anchors[expiry.anchor], locale, { n: expiry.months, from: expiry.from ?? '' }) + (expiry.leastMonths > 0 ? say(words.least, locale, { n: expiry.leastMonths }) : '') + (expiry.graceDays > 0 ? say(words.grace, locale, { n: expiry.graceDays }) : ''),
    say(words[downgrade], locale),
    onReturn === 'term_end' ? say(words.termEnd, locale) : say(protection.afterReturnDays === 0 ? words.withdrawAtOnce : words.withdraw, locale, { n: protection.afterReturnDays }),
    ...(onReturn === 'withdraw' && protection.afterUpgradeDays > 0 ? [say(words.afterUpgrade, locale, { n: protection.afterUpgradeDays })] : [])
  ]
}

/** What is different in the second ladder, a sentence each, in both languages. */
export function ladderDifferences(before: PolicyParameters, after: PolicyParameters, currency: string): readonly Sentence[] {
  const both = (told: (locale: Locale) => string): Sentence => ({ zh: told('zh-CN'), en: told('en') })
  const nameIn = (name: Sentence, locale: Locale): string => (locale === 'en' ? name.en : name.zh)
  const old = new Map(before.tiers.map((tier) => [tier.id, tier]))
  const kept = new Set(after.tiers.map(({ id }) => id))
  /** What is told is compared, not how it is stored: a database keeps the fields of a document in an order of its own. */
  const changed = (sentence: Sentence, name: Sentence, told: (of: 'before' | 'after', locale: Locale) => string): Sentence[] =>
    (told('before', 'zh-CN') === told('after', 'zh-CN') && told('before', 'en') === told('after', 'en') ? [] : [both((locale) => say(sentence, locale, { tier: nameIn(name, locale), before: told('before', locale), after: told('after', locale) }))])
  const found: Sentence[] = before.tiers.filter(({ id }) => !kept.has(id)).map(({ name }) => both((locale) => say(words.tierGone, locale, { tier: nameIn(name, locale) })))
  for (const tier of after.tiers) {
    const was = old.get(tier.id)
    const named = (locale: Locale) => ({ tier: nameIn(tier.name, locale) })
    if (was === undefined) { found.push(both((locale) => say(words.tierAdded, locale, { ...named(locale), rule: ruleWords(tier.upgrade, currency, locale) }))); continue }
    const of = { before: was, after: tier }
    if (was.name.zh !== tier.name.zh || was.name.en !== tier.name.en) found.push(both((locale) => say(words.tierNamed, locale, { tier: nameIn(was.name, locale), to: nameIn(tier.name, locale) })))
    found.push(
      ...changed(words.upgradeNow, tier.name, (time, locale) => ruleWords(of[time].upgrade, currency, locale)), ...changed(words.keepNow, tier.name, (time, locale) => keepWords(of[time].keep, currency, locale)),
      ...changed(words.benefitsNow, tier.name, (time, locale) => listed(benefitWords(of[time].benefits, currency, locale), locale))
    )
  }
  const orderOf = (parameters: PolicyParameters): readonly string[] => parameters.tiers.map(({ id }) => id).filter((id) => old.has(id) && kept.has(id))
  if (orderOf(before).join(' ') !== orderOf(after).join(' ')) found.push(both((locale) => say(words.moved, locale, { after: after.tiers.map(({ name }) => nameIn(name, locale)).join(' → ') })))
  const [terms, now] = [(locale: Locale) => termWords(before, locale).join(locale === 'en' ? '; ' : '；'), (locale: Locale) => termWords(after, locale).join(locale === 'en' ? '; ' : '；')]
  if (terms('en') !== now('en')) found.push(both((locale) => say(words.rulesNow, locale, { before: terms(locale), after: now(locale) })))
  return found.length === 0 ? [words.nothing] : found
}
