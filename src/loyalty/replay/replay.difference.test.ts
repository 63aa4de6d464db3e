import { expect, it } from 'vitest'
import type { Programme } from '../earning/earning.schema.ts'
import type { CurrencyPolicy } from '../points/points.schema.ts'
import type { PolicyParameters } from '../tiers/tiers.schema.ts'
import { draftDifferences } from './replay.difference.words.ts'

const cash: CurrencyPolicy = { name: { zh: '返现', en: 'Cashback' }, scale: 2, spendable: true, pendingDays: 0, ttl: null, onRefund: 'into_debt', graceDays: 0 }
const tiers: PolicyParameters = { growthCurrency: 'growth', expiry: { anchor: 'tier', months: 12, from: null, leastMonths: 0, graceDays: 0 }, downgrade: 'earned', onReturn: 'withdraw', protection: { afterUpgradeDays: 0, afterReturnDays: 0 }, tiers: [] }
const programme = (points: number): Programme => ({ sources: null, currencies: { cash: { stacking: 'additive' } }, budgets: [], rules: [{ key: 'back', name: '返现', currency: 'cash', give: { kind: 'rate', points, perMinor: '10000' }, rounding: 'floor' }] })

it('what a draft changes is announced in the units of its currency', () => {
  const before = { points: { cash }, tiers, earning: programme(5) }
  expect(draftDifferences(before, { ...before, earning: programme(150) }, 'CNY')).toEqual([{ zh: '积分规则“返现”：原为每 ¥1 得 0.05，现为每 ¥1 得 1.5', en: 'Earning rule "返现": 1.5 per ¥1, was 0.05 per ¥1' }])
})
