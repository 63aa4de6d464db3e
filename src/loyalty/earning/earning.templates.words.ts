/** Programmes to begin with. Data that the page offers and the sample writes; names are in the language of whoever begins. */
import { addDays, type Day } from '#foundation/zone.ts'
import type { Locale, Sentence } from '#foundation/words.ts'
import type { Programme, Rule } from './earning.schema.ts'

const names = {
  ground: { zh: '基础积分', en: 'Basic points' }, growth: { zh: '成长值', en: 'Growth value' }, tier: { zh: '等级加倍', en: 'More for tiers' }, birthday: { zh: '生日当月双倍', en: 'Double in the month of the birthday' },
  first: { zh: '首单奖励', en: 'First order' }, category: { zh: '品类多倍', en: 'More for a category' }, campaign: { zh: '限时活动', en: 'A campaign' }, gifts: { zh: '礼盒双倍', en: 'Gift boxes double' }, autumn: { zh: '秋茶季满赠', en: 'Autumn tea season' }
} satisfies Record<string, Sentence>

export type TemplateName = 'plain' | 'tiers' | 'campaign'
const rate = (currency: string, name: Sentence, locale: Locale): Rule =>
  ({ key: currency === 'points' ? 'ground' : currency, name: text(name, locale), currency, give: { kind: 'rate', points: 1, perMinor: '10000' }, rounding: 'floor' })
const text = ({ zh, en }: Sentence, locale: Locale): string => (locale === 'en' ? en : zh)

export function templateOf(name: TemplateName, today: Day, locale: Locale): Programme {
  const plain: Programme = { sources: null, currencies: { points: { stacking: 'additive' }, growth: { stacking: 'additive' } }, budgets: [], rules: [rate('points', names.ground, locale), rate('growth', names.growth, locale)] }
  if (name === 'plain') return plain
  const more: Rule[] = [
    { key: 'tier', name: text(names.tier, locale), currency: 'points', give: { kind: 'tier' }, rounding: 'floor' },
    { key: 'birthday', name: text(names.birthday, locale), currency: 'points', give: { kind: 'times', permille: 2000 }, rounding: 'floor', when: { birthday: 'month' }, most: { order: 2000 } },
    { key: 'first', name: text(names.first, locale), currency: 'points', give: { kind: 'fixed', points: 100 }, rounding: 'floor', when: { firstOrder: true } }
  ]
  if (name === 'tiers') return { ...plain, rules: [...plain.rules, ...more] }
  return {
    ...plain, budgets: [{ key: 'campaign', name: text(names.campaign, locale), currency: 'points', bound: '100000' }],
    rules: [...plain.rules, ...more, {
      key: 'campaign', name: text(names.campaign, locale), currency: 'points', give: { kind: 'fixed', points: 200 }, rounding: 'floor', when: { from: today, to: addDays(today, 29), atLeastMinor: '2000000' }, most: { customer: 600 },
      budget: 'campaign', expires: { days: 90 }
    }]
  }
}

/** For the made-up chain: a year that has seen a category, birthdays and a campaign that ran out. */
export function sampleProgramme(first: Day, last: Day): Programme {
  const { rules, ...rest } = templateOf('tiers', first, 'zh-CN')
  return {
    ...rest, budgets: [{ key: 'autumn', name: names.autumn.zh, currency: 'points', bound: '150000' }],
    rules: [
      ...rules, { key: 'gifts', name: names.gifts.zh, currency: 'points', give: { kind: 'times', permille: 2000 }, rounding: 'floor', where: { categories: ['礼盒'] } },
      {
        key: 'autumn', name: names.autumn.zh, currency: 'points', give: { kind: 'fixed', points: 50 }, rounding: 'floor', when: { from: addDays(last, -75), to: addDays(last, -30), atLeastMinor: '1500000' }, most: { customer: 150 },
        budget: 'autumn', expires: { days: 120 }
      }
    ]
  }
}
