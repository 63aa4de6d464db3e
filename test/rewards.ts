/** A house with rewards: what the tests of the slice have in common. Everything goes through HTTP. */
import { sql } from 'kysely'
import type { NewDefinition } from '#loyalty/rewards/rewards.schema.ts'
import type { TestHouse } from './house.ts'

export const anyone = { traits: [], fields: [], newWithinDays: null, from: null, to: null }
export const everything = { products: [], categories: [] }
type RewardParameters = Extract<NewDefinition, { kind: 'reward' }>['parameters']
const reward: RewardParameters = {
  form: 'gift', options: [{ currency: 'points', points: '100', moneyMinor: '0' }], stock: 'whole', valueMinor: '80000', limit: null, handover: 'pick_up', voucherId: null, eligibility: anyone
}

export function rewardsHouse(test: () => TestHouse) {
  const define = async (definition: Omit<NewDefinition, 'title' | 'active' | 'version'> & Partial<NewDefinition>): Promise<string> => {
    const saved = await test().ask('PUT', '/api/rewards/definitions', { version: 0, active: true, title: { zh: '便携茶杯', en: 'Travel cup' }, ...definition })
    if (saved.statusCode !== 200) throw new Error(saved.body)
    return saved.json().definitionId
  }
  return {
    define,
    /** A currency that is counted and never spent: what mileage rises by. */
    countNights: async (): Promise<void> => {
      const { newest: version, parameters } = (await test().ask('GET', '/api/points/policy')).json()
      const saved = await test().ask('PUT', '/api/points/policy', { version, parameters: { ...parameters, nights: { name: { zh: '住宿晚数', en: 'Nights' }, scale: 0, spendable: false, pendingDays: 0, ttl: null, onRefund: 'into_debt', graceDays: 0 } } })
      if (saved.statusCode !== 200) throw new Error(saved.body)
    },
    reward: (change: Partial<RewardParameters> = {}) => define({ kind: 'reward', parameters: { ...reward, ...change } }),
    enrol: async (): Promise<string> => (await test().ask('POST', '/api/record', { name: '林晓' })).json().customerId,
    earn: async (customerId: string, amount: string, currency = 'points') => test().ask('POST', '/api/points/commands', { orders: [{ customerId, currency, command: { do: 'earn', amount } }] }),
    points: async (customerId: string, currency = 'points'): Promise<string | undefined> =>
      (await test().ask('GET', `/api/points/wallets?customer=${customerId}`)).json().items.find((one: { currency: string }) => one.currency === currency)?.balance.available,
    stock: (rewardId: string, change: number, storeId: string | null = null) => test().ask('POST', '/api/rewards/stock', { rewardId, change, storeId }),
    remaining: async (rewardId: string): Promise<number> => (await test().ask('GET', '/api/rewards')).json().figures.find((one: { rewardId: string }) => one.rewardId === rewardId).remaining,
    order: (customerId: string, rewardId: string, more: object = {}) => test().ask('POST', '/api/rewards/orders', { customerId, rewardId, option: 0, ...more }),
    step: (order: { readonly orderId: string, readonly customerId: string }, what: 'ready' | 'fulfil' | 'cancel', more: object = {}) =>
      test().ask('POST', `/api/rewards/orders/${order.orderId}/steps`, { customerId: order.customerId, do: what, ...more }),
    /** What remains of a stock is the sum of its journal. */
    isStockTrue: async (rewardId: string): Promise<boolean> => {
      const { rows } = await sql<{ same: boolean }>`
        select s.remaining = (select sum(change) from rewards.stock_entry e where e.reward_id = s.reward_id and e.place = s.place) as same from rewards.stock s where s.reward_id = ${rewardId}::uuid`.execute(test().house.db)
      return rows.every(({ same }) => same)
    }
  }
}
