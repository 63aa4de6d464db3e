/** The vouchers of the made-up chain: names and terms. */
import type { Terms } from './vouchers.schema.ts'

const open: Pick<Terms, 'conditions' | 'stacking' | 'limits' | 'sharedCode' | 'graceDays'> = {
  conditions: { minSpendMinor: null, products: [], notProducts: [], categories: [], notCategories: [], stores: [], channels: [], weekdays: [], hours: null, tiers: [], firstOrder: false },
  stacking: { withOthers: false, withPoints: true, perOrder: 1 }, limits: { perCustomer: 1, total: null }, sharedCode: null, graceDays: 7
}

export const sampleTerms = {
  spend: { ...open, nameZh: '秋茶满减', nameEn: 'Autumn tea', worth: { kind: 'amount', amountMinor: '300000', partial: false }, conditions: { ...open.conditions, minSpendMinor: '2000000' }, life: { kind: 'months', months: 3, until: 'day' } },
  flowers: {
    ...open, nameZh: '花茶茶点八折', nameEn: 'Flower tea and sweets', worth: { kind: 'percent', basisPoints: 2000, ceilingMinor: '500000' }, conditions: { ...open.conditions, categories: ['花茶', '茶点'] }, life: { kind: 'days', startsIn: 0, days: 45 }
  },
  credit: { ...open, nameZh: '补偿礼金', nameEn: 'Store credit', worth: { kind: 'amount', amountMinor: '500000', partial: true }, stacking: { withOthers: true, withPoints: true, perOrder: 1 }, life: { kind: 'months', months: 6, until: 'day' } },
  gift: {
    ...open, nameZh: '新客赠桂花糕', nameEn: 'A cake for newcomers', worth: { kind: 'gift', product: 'C903', label: '桂花糕', quantity: 1 }, conditions: { ...open.conditions, firstOrder: true }, limits: { perCustomer: 1, total: 2000 },
    sharedCode: 'QINGSHAN', life: { kind: 'days', startsIn: 0, days: 30 }
  }
} satisfies Record<string, Terms>
