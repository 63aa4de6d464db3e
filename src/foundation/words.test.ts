import { expect, it } from 'vitest'
import { localeOf, say } from './words.ts'

const found = { zh: '找到 {n} 位客户，{name}', en: '{n} {n|customer|customers} found, {name}' }

it('fills a sentence and bends its words by number', () => {
  expect([1, 2, 0, 1n].map((n) => say(found, 'en', { n, name: 'x' }))).toEqual(['1 customer found, x', '2 customers found, x', '0 customers found, x', '1 customer found, x'])
  expect(say(found, 'zh-CN', { n: 12345, name: '陈' })).toBe('找到 12,345 位客户，陈')
})

it('leaves a placeholder without a value in sight', () => {
  expect(say({ zh: '{a}', en: '{a} {b|one|many}' }, 'en')).toBe('{a} {b|one|many}')
})

it('chooses the language that a browser names first', () => {
  expect(['en-GB,en;q=0.9,zh;q=0.8', 'fr, zh-TW;q=0.7', 'de', undefined].map(localeOf)).toEqual(['en', 'zh-CN', 'zh-CN', 'zh-CN'])
})
