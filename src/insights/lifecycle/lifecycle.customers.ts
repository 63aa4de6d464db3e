/** Customers by state, most money at risk first, each with the reason in words. */
import type { Engine } from '#foundation/engine.ts'
import { say, type Sentence, type Values } from '#foundation/words.ts'
import { ask, saleSource, type Scope, type Source } from '../warehouse/warehouse.ts'
import type { LifecycleCustomer } from './lifecycle.schema.ts'
import { customers, prospectList, usualGaps, type CustomerPage, type CustomerRow, type Yardstick } from './lifecycle.sql.ts'
import { reasons } from './lifecycle.words.ts'

export interface Listed { readonly items: readonly LifecycleCustomer[], readonly last: { readonly rank: bigint, readonly customerId: string } | undefined, readonly more: boolean }

/** A gap so much longer than usual is worth a word. */
const stretchedBy = 2

export async function listBuyers(engine: Engine, source: Source, scope: Scope, yardstick: Yardstick, page: CustomerPage): Promise<Listed> {
  const rows = await ask(engine, customers(source, yardstick, { ...page, limit: page.limit + 1 }))
  const shown = rows.slice(0, page.limit)
  const repeaters = shown.filter(({ visits }) => visits > 1).map(({ customer_id }) => customer_id)
  const gaps = repeaters.length === 0 ? [] : await ask(engine, usualGaps(saleSource(scope), repeaters))
  const usualOf = new Map(gaps.map((row) => [row.customer_id, row.usual]))
  const items = shown.map((row): LifecycleCustomer => {
    const usual = usualOf.get(row.customer_id)
    return {
      customerId: row.customer_id, name: row.name, state: row.label === 'active' && row.was_lapsed ? 'reactivated' : row.label, firstDay: row.first_day, lastDay: row.last_day,
      silentDays: row.silent, usualGapDays: usual ?? null, purchaseDays: row.visits, orders: row.orders, moneyMinor: row.money_minor.toString(),
      basis: row.on_margin ? 'margin' : 'revenue', pReturn: row.returns, atRiskMinor: row.at_risk_minor.toString(), category: row.category, reason: reasonOf(row, usual, yardstick.returnDays)
    }
  })
  return { items, ...endOf(rows, page.limit) }
}

export async function listProspects(engine: Engine, source: Source, page: Pick<CustomerPage, 'after' | 'limit'>): Promise<Listed> {
  const rows = await ask(engine, prospectList(source, { ...page, limit: page.limit + 1 }))
  const items = rows.slice(0, page.limit).map((row): LifecycleCustomer => ({
    customerId: row.customer_id, name: row.name, state: 'prospect', firstDay: null, lastDay: null, silentDays: null, usualGapDays: null, purchaseDays: 0, orders: 0, moneyMinor: '0',
    basis: 'revenue', pReturn: null, atRiskMinor: '0', category: null, reason: reasons.neverBought
  }))
  return { items, ...endOf(rows, page.limit) }
}

function endOf(rows: readonly { readonly rank: bigint, readonly customer_id: string }[], limit: number): Pick<Listed, 'last' | 'more'> {
  const last = rows[Math.min(limit, rows.length) - 1]
  return { last: last && { rank: last.rank, customerId: last.customer_id }, more: rows.length > limit }
}

function reasonOf(row: CustomerRow, usual: number | undefined, returnDays: number): Sentence {
  const values: Values = { silent: row.silent, usual: usual ?? 0, gap: row.last_gap ?? 0, returnDays, chance: Math.round(100 * row.returns) }
  const sentence = row.visits === 1 ? reasons.boughtOnce
    : row.label === 'active' && row.was_lapsed ? reasons.cameBack
      : usual !== undefined && row.visits > 3 && row.last_gap !== null && row.last_gap > stretchedBy * usual ? reasons.stretched
        : reasons.silentAgainstUsual
  return { zh: say(sentence, 'zh-CN', values), en: say(sentence, 'en', values) }
}
