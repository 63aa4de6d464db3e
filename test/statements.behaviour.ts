/** The statements of purchase behaviour, over the scopes that change their text; those that only narrow a list over one scope. */
import * as baskets from '../src/insights/behaviour/baskets.sql.ts'
import * as customers from '../src/insights/behaviour/customers.sql.ts'
import * as frequency from '../src/insights/behaviour/frequency.sql.ts'
import * as habits from '../src/insights/behaviour/habits.sql.ts'
import * as indicators from '../src/insights/behaviour/indicators.sql.ts'
import * as preference from '../src/insights/behaviour/preference.sql.ts'
import * as prices from '../src/insights/behaviour/prices.sql.ts'
import { pricedSource } from '../src/insights/behaviour/prices.source.ts'
import * as timing from '../src/insights/behaviour/timing.sql.ts'
import { soldSource } from '../src/insights/behaviour/behaviour.sold.ts'
import type { Engine } from '#foundation/engine.ts'
import { behaviourRule } from '#insights/definitions/definitions.ts'
import { saleSource, type Scope, type Statement } from '#insights/warehouse/warehouse.ts'
import type { Case } from './statements.ts'

export const behaviourStatements = { ...frequency, ...preference, ...baskets, ...prices, ...timing, ...indicators, ...habits, ...customers }

const someone = '0190aaaa-0000-7000-8000-000000000001'
const rule = { ...behaviourRule.parameters, usualLines: 2, usualMonths: 4, promotionShare: 0.3 }
const zone = 'Asia/Shanghai'

export const behaviourCases = (scopes: readonly Scope[]): readonly Case[] => scopes.flatMap((scope, place) => {
  const one = (statement: string, make: () => Statement<object>): Case => ({ statement: `behaviour.${statement}`, scope: JSON.stringify(scope), ask: (engine) => run(engine, make()) })
  const page = { zone, rule, after: undefined, limit: 500 }
  const lists: readonly Partial<customers.CustomerPage>[] = place > 0 ? [{}] : [
    {}, { sort: 'orders' }, { sort: 'recent' }, { sort: 'customer' }, { ordersFrom: 2, ordersTo: 4 }, { weekday: 6 }, { hour: 12 }, { month: 3 }, { product: 'P1' }, { product: 'P1', withProduct: 'P2' },
    { product: 'P3', again: true }, { ofCategory: '茶' }, { promotion: 5 }, { promotion: 0, sort: 'orders' }, { below: 2 }, { ofCategory: '茶', withCategory: '茶具' }, { after: { rank: -1_000_000n, customerId: someone } }
  ]
  return [
    one('ordersEach', () => frequency.ordersEach(saleSource(scope))), one('gapsBetween', () => frequency.gapsBetween(saleSource(scope))), one('hoursOf', () => frequency.hoursOf(scope, zone)),
    one('monthsOf', () => frequency.monthsOf(saleSource(scope))), one('mainCategories', () => frequency.mainCategories(saleSource(scope))),
    ...(place > 0 ? [] : [one('channelsOf', frequency.channelsOf), one('ordersEach', () => frequency.ordersEach(saleSource({ ...scope, channel: '门店' }))), one('recentLines', () => preference.recentLines(['P1', 'P2', 'nothing']))]),
    ...(['product', 'category'] as const).flatMap((key) => [
      one('popularKeys', () => baskets.popularKeys(soldSource(scope, { ofCategory: false }), key, 4)), one('pairsTogether', () => baskets.pairsTogether(soldSource(scope), key, 4, 2)),
      one('preferred', () => preference.preferred(soldSource(scope), key, 3)), one('soldTotals', () => preference.soldTotals(soldSource(scope), key)),
      one('favouriteShares', () => preference.favouriteShares(soldSource(scope), key))
    ]),
    ...(['promoted', 'below'] as const).flatMap((measure) => [
      one('bargainBands', () => prices.bargainBands(pricedSource(scope, rule), measure)), one('bargainQuartiles', () => prices.bargainQuartiles(pricedSource(scope, rule), measure))
    ]),
    one('bargainSums', () => prices.bargainSums(pricedSource(scope, rule))), one('promotedProducts', () => prices.promotedProducts(pricedSource(scope, rule), 4)),
    one('priceWeeks', () => prices.priceWeeks(soldSource(scope), 4)),
    one('registrations', () => timing.registrations(saleSource(scope), '2025-01-01')), one('secondOrders', () => timing.secondOrders(saleSource(scope), '2025-02-01')),
    one('boughtInPeriods', () => indicators.boughtInPeriods(saleSource(scope), 60)), one('buyersThen', () => indicators.buyersThen(saleSource(scope), 60)),
    one('belowInPeriods', () => indicators.belowInPeriods(pricedSource(scope, rule), 60)),
    ...(['product', 'category'] as const).map((key) => one('likes', () => habits.likes(soldSource(scope), key))), one('usualOrder', () => habits.usualOrder(soldSource(scope))),
    one('bargainSums', () => prices.bargainSums(pricedSource({ ...scope, customer: someone }, rule))),
    one('basketSizes', () => baskets.basketSizes(soldSource(scope))),
    one('entries', () => preference.entries(saleSource(scope), '2025-02-01')),
    ...lists.map((list) => one('buyers', () => customers.buyers(scope, { ...page, ...list }))),
    {
      statement: 'behaviour.rhythms', scope: JSON.stringify(scope), ask: async (engine: Engine) => {
        const found = await engine.all<{ customer_id: string }>(customers.buyers(scope, page).sql, customers.buyers(scope, page).params)
        return run(engine, customers.rhythms(saleSource(scope), found.map((row) => row.customer_id).concat(someone)))
      }
    }
  ]
})

const run = (engine: Engine, { sql, params }: Statement<object>): Promise<Record<string, unknown>[]> => engine.all<Record<string, unknown>>(sql, params)
