/** What a template says, in plain sentences of both languages. Shown while it is edited and wherever it is listed. */
import { formatMoney } from '#foundation/money.ts'
import { say, type Locale, type Sentence } from '#foundation/words.ts'
import type { Terms } from './vouchers.schema.ts'

const weekdays: readonly Sentence[] = [
  { zh: '周一', en: 'Monday' }, { zh: '周二', en: 'Tuesday' }, { zh: '周三', en: 'Wednesday' }, { zh: '周四', en: 'Thursday' }, { zh: '周五', en: 'Friday' }, { zh: '周六', en: 'Saturday' }, { zh: '周日', en: 'Sunday' }
]
export const weekdayName = (day: number, locale: Locale): string => { const name = weekdays[day - 1]; return name === undefined ? '' : say(name, locale) }
export const weekdayNames = (days: readonly number[], locale: Locale): string => list(days.toSorted((a, b) => a - b).map((day) => weekdayName(day, locale)), locale)

/** What `termsSentences` needs to know of the house. */
export interface TermsPlace { readonly currency: string, readonly storeName: (storeId: string) => string }

const list = (items: readonly string[], locale: Locale): string => items.join(locale === 'en' ? ', ' : '、')

/** 满 200 减 20 · 20 off 200 or more: the shortest that says what it is. */
export function worthWords({ worth, conditions: { minSpendMinor } }: Pick<Terms, 'worth' | 'conditions'>, currency: string): Sentence {
  const zh = (minor: string): string => formatMoney(BigInt(minor), currency, 'zh-CN').replace(/\.00$/, '')
  const en = (minor: string): string => formatMoney(BigInt(minor), currency, 'en').replace(/\.00$/, '')
  const over = minSpendMinor === null ? { before: '', after: '' } : { before: `满 ${zh(minSpendMinor)} `, after: ` on ${en(minSpendMinor)} or more` }
  switch (worth.kind) {
    case 'amount': return worth.partial
      ? { zh: `${over.before}${zh(worth.amountMinor)} 余额券`, en: `${en(worth.amountMinor)} to spend in parts${over.after}` }
      : { zh: `${over.before}减 ${zh(worth.amountMinor)}`, en: `${en(worth.amountMinor)} off${over.after}` }
    case 'percent': {
      const most = worth.ceilingMinor === null ? ['', ''] : [`，最多减 ${zh(worth.ceilingMinor)}`, `, at most ${en(worth.ceilingMinor)}`]
      return { zh: `${over.before}${foldsOf(worth.basisPoints)} 折${most[0] ?? ''}`, en: `${plain(worth.basisPoints / 100)}% off${over.after}${most[1] ?? ''}` }
    }
    case 'gift': return { zh: `${over.before}送 ${worth.label}${worth.quantity > 1 ? ` ${worth.quantity} 件` : ''}`, en: `${worth.quantity > 1 ? `${worth.quantity} × ` : ''}${worth.label} free${over.after}` }
    case 'shipping': return {
      zh: `${over.before}${worth.ceilingMinor === null ? '免运费' : `运费减 ${zh(worth.ceilingMinor)}`}`, en: `${worth.ceilingMinor === null ? 'Free delivery' : `Up to ${en(worth.ceilingMinor)} off delivery`}${over.after}`
    }
  }
}

const plain = (value: number): string => String(Math.round(value * 100) / 100)
/** 20 % off is 8 折, 15 % off is 8.5 折. */
const foldsOf = (basisPoints: number): string => plain((10_000 - basisPoints) / 1000)

/** Everything that a template asks and allows, a sentence each. */
export function termsSentences(terms: Terms, { currency, storeName }: TermsPlace): readonly Sentence[] {
  const { worth, conditions: c, life, stacking, limits, sharedCode, graceDays } = terms
  const head = worthWords(terms, currency)
  const both = (when: boolean, zh: string, en: string): readonly Sentence[] => (when ? [{ zh, en }] : [])
  const goods = [...c.products, ...c.categories]
  const out = [...c.notProducts, ...c.notCategories]
  return [
    { zh: `${head.zh}。`, en: `${head.en}.` },
    ...both(worth.kind === 'amount' && worth.partial, '没用完的金额留在券里下次用。', 'What an order does not use stays on the voucher.'),
    ...both(worth.kind === 'amount' && !worth.partial, '一次用完，不找零。', 'It is used at once; nothing is paid out.'),
    ...both(worth.kind === 'gift', '赠品要先放进购物篮，它的价钱会减掉。', 'The gift goes into the basket first; its price is taken off.'),
    ...both(goods.length > 0, `只算：${list(goods, 'zh-CN')}。`, `Only these count: ${list(goods, 'en')}.`),
    ...both(out.length > 0, `不算：${list(out, 'zh-CN')}。`, `These do not count: ${list(out, 'en')}.`),
    ...both(c.stores.length > 0, `门店：${list(c.stores.map(storeName), 'zh-CN')}。`, `Stores: ${list(c.stores.map(storeName), 'en')}.`),
    ...both(c.channels.length > 0, `渠道：${list(c.channels, 'zh-CN')}。`, `Channels: ${list(c.channels, 'en')}.`),
    ...both(c.weekdays.length > 0, `${weekdayNames(c.weekdays, 'zh-CN')}可用。`, `On ${weekdayNames(c.weekdays, 'en')}.`),
    ...both(c.hours !== null, `每天 ${c.hours?.from ?? ''}–${c.hours?.to ?? ''} 可用。`, `Between ${c.hours?.from ?? ''} and ${c.hours?.to ?? ''}.`),
    ...both(c.tiers.length > 0, `限 ${list(c.tiers, 'zh-CN')} 会员。`, `For ${list(c.tiers, 'en')} members.`),
    ...both(c.firstOrder, '限首单。', 'For a first order.'),
    lifeWords(life),
    {
      zh: `${stacking.withOthers ? '可与其他卡券同用' : '不与其他卡券同用'}，${stacking.withPoints ? '可与积分同用' : '不与积分同用'}，每单最多 ${stacking.perOrder} 张。`,
      en: `${stacking.withOthers ? 'Together with other vouchers' : 'Not together with other vouchers'}, ${stacking.withPoints ? 'together with points' : 'not together with points'}, at most ${stacking.perOrder} to an order.`
    },
    ...both(limits.perCustomer !== null, `每人最多 ${limits.perCustomer ?? ''} 张。`, `At most ${limits.perCustomer ?? ''} for each member.`),
    ...both(limits.total !== null, `总共 ${limits.total ?? ''} 张，发完为止。`, `${limits.total ?? ''} in all.`),
    ...both(sharedCode !== null, `通用码 ${sharedCode ?? ''}，第一次使用时进入会员的卡包。`, `Shared code ${sharedCode ?? ''}; its first use puts the voucher into the member's wallet.`),
    { zh: `整单退货时退回；${graceDays === 0 ? '已过期的不再能用。' : `已过期的再给 ${graceDays} 天。`}`, en: `It comes back when the whole order does; ${graceDays === 0 ? 'one that has expired stays expired.' : `one that has expired gets ${graceDays} more days.`}` }
  ]
}

function lifeWords(life: Terms['life']): Sentence {
  switch (life.kind) {
    case 'dates': return { zh: `${life.from} 至 ${life.to} 有效，含最后一天。`, en: `Valid from ${life.from} to ${life.to}, the last day included.` }
    case 'days': return {
      zh: life.startsIn === 0 ? `发放当天起 ${life.days} 天有效，含最后一天。` : `发放 ${life.startsIn} 天后生效，有效 ${life.days} 天，含最后一天。`,
      en: life.startsIn === 0 ? `Valid for ${life.days} days from the day it is given, the last day included.` : `Valid for ${life.days} days, beginning ${life.startsIn} days after it is given.`
    }
    case 'months': return life.until === 'day'
      ? { zh: `发放当天起 ${life.months} 个月有效。`, en: `Valid for ${life.months} months from the day it is given.` }
      : { zh: `有效到发放后第 ${life.months} 个月的月底。`, en: `Valid to the end of the month, ${life.months} months after it is given.` }
    case 'ever': return { zh: '长期有效。', en: 'Valid for ever.' }
  }
}
