import { expect, it } from 'vitest'
import type { Rule } from './earning.schema.ts'
import { sentenceOf, type Names } from './earning.sentence.words.ts'

const currencies = { points: { zh: '积分', en: 'Points' }, cash: { zh: '返现', en: 'Cashback' } }
const names: Names = {
  money: '¥', currency: (key) => (key === 'cash' ? currencies.cash : currencies.points), scale: (key) => (key === 'cash' ? 2 : 0),
  store: (id) => id, tier: (id) => ({ zh: id, en: id }), budget: (key) => key
}
const rule = (of: Pick<Rule, 'currency' | 'give'> & Partial<Rule>): Rule => ({ key: 'a', name: 'A', rounding: 'floor', ...of })

it('a rule is told in the units of its currency, one of them by itself', () => {
  expect(sentenceOf(rule({ currency: 'points', give: { kind: 'rate', points: 1, perMinor: '10000' }, most: { day: 2000 } }), names)).toEqual({
    zh: '每消费 ¥1 得 1 积分；每人每天最多 2,000，零头舍去。', en: '1 point for every ¥1; at most 2,000 a member and day, rounded down.'
  })
  expect(sentenceOf(rule({ currency: 'cash', give: { kind: 'rate', points: 5, perMinor: '10000' }, most: { order: 2050, customer: 123_456 } }), names)).toEqual({
    zh: '每消费 ¥1 得 0.05 返现；每单最多 20.5，每人累计最多 1,234.56，零头舍去。', en: '0.05 cashback for every ¥1; at most 20.5 an order, at most 1,234.56 a member in all, rounded down.'
  })
  expect(sentenceOf(rule({ currency: 'points', give: { kind: 'fixed', points: 20 } }), names).en).toBe('20 points for the order.')
})
