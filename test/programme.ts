/** A small programme for tests, and how it is published. */
import type { Programme } from '../src/loyalty/earning/earning.schema.ts'
import type { TestHouse } from './house.ts'

export const basic: Programme = {
  sources: null, currencies: { points: { stacking: 'additive' }, growth: { stacking: 'additive' } }, budgets: [],
  rules: [
    { key: 'ground', name: '每 ¥1 得 1 分', currency: 'points', give: { kind: 'rate', points: 1, perMinor: '10000' }, rounding: 'floor' },
    { key: 'gifts', name: '礼盒双倍', currency: 'points', give: { kind: 'times', permille: 2000 }, rounding: 'floor', where: { categories: ['礼盒'] } },
    { key: 'growth', name: '每 ¥1 得 1 成长值', currency: 'growth', give: { kind: 'rate', points: 1, perMinor: '10000' }, rounding: 'floor' }
  ]
}

/** As the newest version, in force at once. */
export async function publish(test: TestHouse, programme: Programme, validFrom?: string): Promise<number> {
  const { newest } = (await test.ask('GET', '/api/earning')).json()
  const answer = await test.ask('POST', '/api/earning/versions', { programme, version: newest, ...(validFrom === undefined ? {} : { validFrom }) })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json().version
}

export const withRules = (rules: Programme['rules'], budgets: Programme['budgets'] = []): Programme => ({ ...basic, rules, budgets })
