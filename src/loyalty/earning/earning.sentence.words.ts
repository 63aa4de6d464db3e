/** A rule as a sentence, in both languages side by side: the page, the history and the documentation say it in the same words. */
import { plainMoney } from '#foundation/money.ts'
import type { Sentence } from '#foundation/words.ts'
import type { Give, Rule, When, Where } from './earning.schema.ts'

/** What the sentence calls things by: names of stores, tiers, currencies and budgets, the sign of money, and how many digits of a currency stand after the point. */
export interface Names {
  readonly money: string
  readonly currency: (key: string) => Sentence
  readonly scale: (key: string) => number
  readonly store: (id: string) => string
  readonly tier: (id: string) => Sentence
  readonly budget: (key: string) => string
}

const same = (text: string): Sentence => ({ zh: text, en: text })
const joined = (parts: readonly Sentence[], zh: string, en: string): Sentence => ({ zh: parts.map((part) => part.zh).join(zh), en: parts.map((part) => part.en).join(en) })
const days: readonly Sentence[] = [
  { zh: '周一', en: 'Monday' }, { zh: '周二', en: 'Tuesday' }, { zh: '周三', en: 'Wednesday' }, { zh: '周四', en: 'Thursday' }, { zh: '周五', en: 'Friday' }, { zh: '周六', en: 'Saturday' }, { zh: '周日', en: 'Sunday' }
]
const birthdays: Readonly<Record<'day' | 'week' | 'month', Sentence>> = { day: { zh: '生日当天', en: 'on the birthday' }, week: { zh: '生日当周', en: 'in the week of the birthday' }, month: { zh: '生日当月', en: 'in the month of the birthday' } }
const roundings = { floor: { zh: '零头舍去', en: 'rounded down' }, half_even: { zh: '零头四舍六入五成双', en: 'rounded half to even' }, ceil: { zh: '零头进一', en: 'rounded up' } } satisfies Record<Rule['rounding'], Sentence>

export function sentenceOf(rule: Rule, names: Names): Sentence {
  const conditions = [...whenWords(rule.when, names), ...whereWords(rule.where)]
  const shown = amountIn(names.scale(rule.currency))
  const give = giveWords(rule.give, spoken(names.currency(rule.currency)), names.money, shown)
  const limits = [...mostWords(rule, shown), ...(rule.budget === undefined ? [] : [{ zh: `从预算“${names.budget(rule.budget)}”出`, en: `from the budget "${names.budget(rule.budget)}"` }]), ...endWords(rule), ...(hasFraction(rule.give) ? [roundings[rule.rounding]] : [])]
  const head = joined(conditions, '，', ', ')
  const tail = joined(limits, '，', ', ')
  const en = `${give.en}${head.en === '' ? '' : `, ${head.en}`}${tail.en === '' ? '' : `; ${tail.en}`}.`
  return { zh: `${head.zh === '' ? '' : `${head.zh}，`}${give.zh}${tail.zh === '' ? '' : `；${tail.zh}`}。`, en: `${en.slice(0, 1).toUpperCase()}${en.slice(1)}` }
}

/** Within a sentence. */
const spoken = (sentence: Sentence): Sentence => ({ zh: sentence.zh, en: sentence.en.toLowerCase() })
/** One point, two points. */
const many = (n: string, { en }: Sentence): string => (n === '1' ? en.replace(/s$/, '') : en)
const hasFraction = ({ kind }: Give): boolean => kind === 'rate' || kind === 'times' || kind === 'tier' || kind === 'unit'
type Shown = (n: number) => string
const amountIn = (scale: number): Shown => (n) => (n / 10 ** scale).toLocaleString('en', { maximumFractionDigits: scale })
/** 1500 is 1.5. */
const factor = (permille: number): string => String(permille / 1000)

function giveWords(give: Give, currency: Sentence, money: string, shown: Shown): Sentence {
  const n = 'points' in give ? shown(give.points) : ''
  switch (give.kind) {
    case 'rate': {
      const paid = `${money}${plainMoney(BigInt(give.perMinor))}`
      return { zh: `${give.extra === true ? '另外' : ''}每消费 ${paid} 得 ${n} ${currency.zh}`, en: `${n} ${many(n, currency)} for every ${paid}${give.extra === true ? ' on top' : ''}` }
    }
    case 'times': return { zh: `按金额得的${currency.zh}变为 ${factor(give.permille)} 倍`, en: `${factor(give.permille)} times the ${currency.en} by money` }
    case 'tier': return { zh: `按金额得的${currency.zh}乘以会员等级的倍数`, en: `the ${currency.en} by money times the rate of the member's tier` }
    case 'unit': return { zh: `每件得 ${n} ${currency.zh}`, en: `${n} ${many(n, currency)} for each piece` }
    case 'fixed': return { zh: `每单得 ${n} ${currency.zh}`, en: `${n} ${many(n, currency)} for the order` }
    case 'event': {
      const asks = (give.asks ?? []).map(({ field, is, value }) => `${field} ${{ equals: '=', not: '≠', at_least: '≥', at_most: '≤', one_of: '∈' }[is]} ${Array.isArray(value) ? value.join(' / ') : String(value)}`)
      const when = asks.length === 0 ? '' : ` (${asks.join(', ')})`
      return { zh: `每发生一次 ${give.event}${when} 得 ${n} ${currency.zh}`, en: `${n} ${many(n, currency)} for each ${give.event}${when}` }
    }
  }
}

function whenWords(when: When | undefined, { money, store, tier }: Names): readonly Sentence[] {
  if (when === undefined) return []
  const { sources, stores, channels, tiers, from, to, weekdays, hours, firstOrder, birthday, atLeastMinor } = when
  const found: (Sentence | undefined)[] = [
    tiers && joined(tiers.map(tier), '、', ' or '), firstOrder === true ? { zh: '首单', en: 'on the first order' } : undefined, birthday && birthdays[birthday],
    from !== undefined && to !== undefined ? { zh: `${from} 至 ${to}`, en: `from ${from} to ${to}` } : from !== undefined ? { zh: `${from} 起`, en: `from ${from} on` } : to !== undefined ? { zh: `到 ${to} 为止`, en: `until ${to}` } : undefined,
    weekdays && joined(weekdays.map((day) => days[day - 1] ?? same(String(day))), '、', ' and '), hours && { zh: `${hours.from}–${hours.to}`, en: `between ${hours.from} and ${hours.to}` },
    stores && { zh: `在 ${stores.map(store).join('、')}`, en: `in ${stores.map(store).join(' or ')}` }, channels && { zh: `经 ${channels.join('、')}`, en: `by ${channels.join(' or ')}` }, sources && { zh: `来源为 ${sources.join('、')}`, en: `from the source ${sources.join(' or ')}` },
    atLeastMinor === undefined ? undefined : { zh: `满 ${money}${plainMoney(BigInt(atLeastMinor))}`, en: `from ${money}${plainMoney(BigInt(atLeastMinor))} on` }
  ]
  return found.filter((one) => one !== undefined)
}

function whereWords(where: Where | undefined): readonly Sentence[] {
  const { products, categories, exceptProducts, exceptCategories } = where ?? {}
  const [which, but] = [[...(categories ?? []), ...(products ?? [])], [...(exceptCategories ?? []), ...(exceptProducts ?? [])]]
  return [
    ...(which.length === 0 ? [] : [{ zh: `买${which.map((one) => `“${one}”`).join('、')}`, en: `on ${which.map((one) => `"${one}"`).join(', ')}` }]),
    ...(but.length === 0 ? [] : [{ zh: `${but.map((one) => `“${one}”`).join('、')}除外`, en: `except ${but.map((one) => `"${one}"`).join(', ')}` }])
  ]
}

function mostWords({ most }: Rule, shown: Shown): readonly Sentence[] {
  const { order, day, customer } = most ?? {}
  return [
    ...(order === undefined ? [] : [{ zh: `每单最多 ${shown(order)}`, en: `at most ${shown(order)} an order` }]),
    ...(day === undefined ? [] : [{ zh: `每人每天最多 ${shown(day)}`, en: `at most ${shown(day)} a member and day` }]),
    ...(customer === undefined ? [] : [{ zh: `每人累计最多 ${shown(customer)}`, en: `at most ${shown(customer)} a member in all` }])
  ]
}

function endWords({ expires }: Rule): readonly Sentence[] {
  if (expires === undefined) return []
  return ['on' in expires ? { zh: `${expires.on} 到期`, en: `ending on ${expires.on}` } : { zh: `${expires.days} 天后到期`, en: `ending after ${expires.days} days` }]
}
