/** The customers behind a figure of purchase behaviour, page by page and as a file. */
import type { Cell } from '#foundation/download.ts'
import type { Engine } from '#foundation/engine.ts'
import { plainMoney } from '#foundation/money.ts'
import { say, type Locale } from '#foundation/words.ts'
import { ask, cursorOf, readCursor, saleSource } from '../warehouse/warehouse.ts'
import { prepare, type BehaviourInput } from './behaviour.question.ts'
import { customerColumns } from './behaviour.words.ts'
import type { BehaviourCustomer, BehaviourCustomers } from './customers.schema.ts'
import { buyers, rhythms, type CustomerPage } from './customers.sql.ts'
import { ordersEach } from './frequency.sql.ts'

export interface BehaviourCustomersInput extends BehaviourInput, Omit<CustomerPage, 'after' | 'limit' | 'zone' | 'rule'> {
  readonly customer?: string | undefined
  readonly after?: string | undefined
  readonly limit?: number | undefined
}

export const listBehaviourCustomers = (engine: Engine, input: BehaviourCustomersInput): Promise<BehaviourCustomers> => engine.snapshot(async (snapshot) => {
  const { question, parameters, scope: window } = await prepare(snapshot, input)
  const scope = { ...window, customer: input.customer }
  const limit = input.limit ?? 50
  const rows = await ask(snapshot, buyers(scope, { ...input, rule: parameters, after: input.after === undefined ? undefined : readCursor(input.after), limit: limit + 1 }))
  const shown = rows.slice(0, limit)
  const usual = new Map(shown.length === 0 ? [] : (await ask(snapshot, rhythms(saleSource(scope), shown.map((row) => row.customer_id)))).map((row) => [row.customer_id, row.usual]))
  const items = shown.map((row): BehaviourCustomer => ({
    customerId: row.customer_id, name: row.name, orders: row.orders, firstDay: row.first_day, lastDay: row.last_day, usualGapDays: usual.get(row.customer_id) ?? null, moneyMinor: row.money_minor.toString(),
    promotionShare: row.promotion_share, belowShare: row.below_share
  }))
  const last = shown.at(-1)
  const customers = (await ask(snapshot, ordersEach(saleSource(window)))).reduce((sum, row) => sum + row.customers, 0)
  return { stamp: question.stamp(customers), items, next: rows.length > limit && last ? cursorOf({ rank: last.rank, customerId: last.customer_id }) : null }
})

const pageSize = 20_000

export async function* behaviourRows(engine: Engine, input: BehaviourCustomersInput, locale: Locale): AsyncGenerator<readonly Cell[]> {
  const { customerId, name, orders, firstDay, lastDay, usualGap, money, promotionShare, belowShare } = customerColumns
  const isPriced = input.promotion !== undefined || input.below !== undefined
  yield [customerId, name, orders, firstDay, lastDay, usualGap, money, ...(isPriced ? [promotionShare, belowShare] : [])].map((column) => say(column, locale))
  for (let after: string | undefined; ;) {
    const page = await listBehaviourCustomers(engine, { ...input, after, limit: pageSize })
    for (const one of page.items) yield [one.customerId, one.name, one.orders, one.firstDay, one.lastDay, one.usualGapDays, Number(plainMoney(BigInt(one.moneyMinor))), ...(isPriced ? [one.promotionShare, one.belowShare] : [])]
    if (page.next === null) return
    after = page.next
  }
}
