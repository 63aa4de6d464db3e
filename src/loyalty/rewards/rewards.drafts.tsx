/** What a new definition of each kind begins with. Pure. */
import type { NewDefinition } from './rewards.schema.ts'

const anyone = { traits: [], fields: [], newWithinDays: null, from: null, to: null }
const everything = { products: [], categories: [] }
const unwritten = ''
const begun = { version: 0, active: true, title: { zh: unwritten, en: unwritten } }

/** `rewardId` is the reward that a card, gift or level would give; `currency` the one in which rewards are paid. */
export function draftOf(kind: NewDefinition['kind'], rewardId: string): NewDefinition {
  switch (kind) {
    case 'reward': return { ...begun, kind, parameters: { form: 'gift', options: [{ currency: 'points', points: '500', moneyMinor: '0' }], stock: 'whole', valueMinor: '200000', limit: null, handover: 'pick_up', voucherId: null, eligibility: anyone } }
    case 'stamp_card': return { ...begun, kind, parameters: { gives: { by: 'order', fromMinor: '500000' }, scope: everything, dayCap: 1, size: 10, rewardId, ttlDays: 365, afterFull: 'on', eligibility: anyone } }
    case 'offer': return { ...begun, kind, parameters: { shape: { is: 'buy_get', buy: 2, get: 1 }, scope: everything, rank: 0, groups: null, limit: null, eligibility: anyone } }
    case 'gift': return { ...begun, kind, parameters: { occasion: { on: 'birthday', beforeDays: 7, afterDays: 7 }, rewardId, limit: { count: 1, per: 'year' }, eligibility: anyone } }
    case 'trade_in': return { ...begun, kind, parameters: { grades: [{ grade: { zh: '良好', en: 'Good' }, creditMinor: '500000' }], scope: everything, ttlDays: 90, eligibility: anyone } }
    case 'mileage': return { ...begun, kind, parameters: { currency: 'miles', unit: { zh: '公里', en: 'km' }, scope: null, unitsEach: 1, levels: [{ at: '10000', rewardId }], eligibility: anyone } }
    case 'companion': return { ...begun, kind, parameters: { benefit: { zh: '同行一人免费', en: 'One companion free' }, isNamed: false, limit: { count: 2, per: 'month' }, rewardId: null, eligibility: anyone } }
  }
}
