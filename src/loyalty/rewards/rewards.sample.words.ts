import type { NewDefinition } from './rewards.schema.ts'

const anyone = { traits: [], fields: [], newWithinDays: null, from: null, to: null }
const everything = { products: [], categories: [] }
const begun = { version: 0, active: true }
const points = (amount: number, money = 0) => ({ currency: 'points', points: String(amount), moneyMinor: String(money * 10_000) })
const gift = { form: 'gift' as const, stock: 'whole' as const, limit: null, handover: 'pick_up' as const, voucherId: null, eligibility: anyone }

/** What the made-up tea chain offers, with the stock it begins with. */
export const sampleDefinitions: { readonly rewards: readonly (readonly [NewDefinition, number])[], readonly card: (rewardId: string) => NewDefinition, readonly others: (rewardId: string) => readonly NewDefinition[] } = {
  rewards: [
    [{ ...begun, kind: 'reward', title: { zh: '便携茶杯', en: 'Travel cup' }, parameters: { ...gift, options: [points(1200), points(600, 15)], valueMinor: '220000' } }, 3000],
    [{ ...begun, kind: 'reward', title: { zh: '双人品茶', en: 'Tea tasting for two' }, parameters: { ...gift, form: 'service', stock: 'none', options: [points(2500)], valueMinor: '450000', limit: { count: 1, per: 'month' } } }, 0],
    [{ ...begun, kind: 'reward', title: { zh: '桂花糕一盒', en: 'Osmanthus cake' }, parameters: { ...gift, options: [points(500)], valueMinor: '90000', handover: 'at_once' } }, 260],
    [{ ...begun, kind: 'reward', title: { zh: '为山村小学捐一本书', en: 'A book for a village school' }, parameters: { ...gift, form: 'donation', stock: 'none', options: [points(800)], valueMinor: '200000', handover: 'at_once' } }, 0]
  ],
  card: (rewardId) => ({ ...begun, kind: 'stamp_card', title: { zh: '买六送杯', en: 'Six visits, a cup' }, parameters: {
    gives: { by: 'order', fromMinor: '1000000' }, scope: everything, dayCap: 1, size: 6, rewardId, ttlDays: 180, afterFull: 'on', eligibility: anyone } }),
  others: (rewardId) => [
    { ...begun, kind: 'offer', title: { zh: '茶点买二送一', en: 'Snacks: buy two, get one' }, parameters: { shape: { is: 'buy_get', buy: 2, get: 1 }, scope: { products: [], categories: ['茶点'] }, rank: 0, groups: null, limit: null, eligibility: anyone } },
    { ...begun, kind: 'gift', title: { zh: '生日品茶', en: 'Birthday tasting' }, parameters: { occasion: { on: 'birthday', beforeDays: 7, afterDays: 7 }, rewardId, limit: { count: 1, per: 'year' }, eligibility: anyone } }
  ]
}
