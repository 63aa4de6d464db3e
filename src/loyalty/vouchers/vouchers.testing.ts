/** Terms and baskets for tests. */
import { parseMinor } from '#foundation/money.ts'
import type { BasketBody } from './vouchers.basket.schema.ts'
import type { Conditions, Life, Terms, Worth } from './vouchers.schema.ts'

export const yuan = (text: string): string => (parseMinor(text) ?? 0n).toString()

export interface TermsChange {
  readonly worth?: Worth
  readonly minSpend?: string | null
  readonly conditions?: Partial<Conditions>
  readonly life?: Life
  readonly limits?: Terms['limits']
  readonly stacking?: Partial<Terms['stacking']>
  readonly sharedCode?: string
  readonly graceDays?: number
}

/** 满 200 减 20, thirty days, with others and points, unless changed. */
export const termsWith = ({ worth = { kind: 'amount', amountMinor: yuan('20'), partial: false }, minSpend = '200', conditions = {}, life = { kind: 'days', startsIn: 0, days: 30 }, limits = { perCustomer: null, total: null }, stacking = {}, sharedCode, graceDays = 7 }: TermsChange = {}): Terms => ({
  nameZh: '满减券', nameEn: 'Spend and save', worth, life, limits, sharedCode: sharedCode ?? null, graceDays,
  conditions: { minSpendMinor: minSpend === null ? null : yuan(minSpend), products: [], notProducts: [], categories: [], notCategories: [], stores: [], channels: [], weekdays: [], hours: null, tiers: [], firstOrder: false, ...conditions },
  stacking: { withOthers: true, withPoints: true, perOrder: 1, ...stacking }
})

/** Lines of price and product, one piece each, numbered from one. */
export const basketFor = (customerId: string, number: string, lines: readonly (readonly [price: string, product: string, category?: string])[]): BasketBody =>
  ({ customerId, source: 'till', number, lines: lines.map(([price, product, category], at) => ({ lineNo: at + 1, product, category: category ?? null, quantity: '1', amountMinor: yuan(price) })) })
