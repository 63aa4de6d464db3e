import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatMoney, majorOf, parseMinor, plainMoney } from './money.ts'

it('reads back every amount that it writes', () => {
  fc.assert(fc.property(fc.bigInt({ min: -9_000_000_000_000_000_000n, max: 9_000_000_000_000_000_000n }), (minor) => {
    expect(parseMinor(plainMoney(minor))).toBe(minor)
  }))
})

it('refuses what is no plain amount, too fine, or too large', () => {
  for (const text of ['', '1e3', '1,234.5', '1.23456', '.5', '+1', '０', 'abc', '99999999999999999999', ' 1']) expect(parseMinor(text), text).toBeUndefined()
})

it('keeps three decimals exact and shows the digits of the currency', () => {
  expect(parseMinor('8911407.904')).toBe(89_114_079_040n)
  expect(majorOf(89_114_079_040n)).toBe(8_911_407.904)
  expect(formatMoney(12_345_000n, 'CNY', 'zh-CN')).toBe('¥1,234.50')
  expect(formatMoney(8_050_350_000n, 'GBP', 'en', 0)).toBe('£805,035')
})
