/**
 * The registry of analytical SQL: every statement of insights, over the scopes that change its text. The conformance test runs each on DuckDB and on
 * PostgreSQL and compares the answers; it fails when a statement of these modules is missing here.
 */
import { drawCurves, packCurves, type Curves } from '../src/insights/lifecycle/lifecycle.curves.ts'
import { behaviourCases, behaviourStatements } from './statements.behaviour.ts'
import * as prediction from '../src/insights/prediction/prediction.sql.ts'
import { predictionCases } from './statements.prediction.ts'
import * as cohorts from '../src/insights/cohorts/cohorts.sql.ts'
import * as forecast from '../src/insights/forecast/forecast.sql.ts'
import * as lifecycle from '../src/insights/lifecycle/lifecycle.sql.ts'
import * as rfm from '../src/insights/rfm/rfm.sql.ts'
import { lifecycleRule } from '#insights/definitions/definitions.ts'
import { daysOfData, saleSource, stateSource, type Scope, type Statement } from '#insights/warehouse/warehouse.ts'
import type { Engine } from '#foundation/engine.ts'
import { lastSold } from '../src/loyalty/tills/tills.goods.ts'
import { categories, counts } from '../src/insights/warehouse/warehouse.status.ts'

export interface Case { readonly statement: string, readonly scope: string, readonly ask: (engine: Engine) => Promise<unknown[]> }

/** What these modules export beside statements. */
const others = new Set<string>()
export const statementNames = (): readonly string[] =>
  [...Object.entries({ rfm, lifecycle, cohorts, forecast, prediction, behaviour: behaviourStatements }).flatMap(([slice, module]) => Object.keys(module).filter((name) => !others.has(name)).map((name) => `${slice}.${name}`)), 'tills.lastSold']

const store = '0190aaaa-0000-7000-8000-000000000001'
export const scopes: readonly Scope[] = [
  ...(['net', 'reference', 'gross'] as const).flatMap((cleaning) => [{ asOf: '2099-01-01', cleaning, latest: true }, { asOf: '2025-10-01', cleaning }]),
  { asOf: '2026-01-15', cleaning: 'net', category: '茶' }, { asOf: '2026-01-15', cleaning: 'net', store }, { asOf: '2026-01-15', cleaning: 'reference', windowDays: 200 },
  { asOf: '2020-01-01', cleaning: 'net' }
]
const edges: rfm.Edges = {
  recency: { at: [30, 60, 100, 200], inclusive: false }, frequency: { at: [1, 2, 3, 5], inclusive: true }, monetary: { at: [1e6, 2e6, 3e6, 4.5e6], inclusive: false }
}
const after = { rank: -500_000n, customerId: '0190aaaa-0000-7000-8000-000000000001' }

export const cases: readonly Case[] = [
  { statement: 'warehouse.daysOfData', scope: 'all', ask: (engine) => run(engine, daysOfData()) },
  { statement: 'warehouse.counts', scope: 'all', ask: (engine) => run(engine, counts()) }, { statement: 'warehouse.categories', scope: 'all', ask: (engine) => run(engine, categories()) },
  ...['TEA', 'nothing'].map((product) => ({ statement: 'tills.lastSold', scope: product, ask: (engine: Engine) => run(engine, lastSold(product)) })),
  ...behaviourCases(scopes),
  ...predictionCases(scopes),
  ...(['net', 'reference', 'gross'] as const).flatMap((cleaning) => [true, false].flatMap((anonymous) => ['2099-01-01', '2025-10-01', '2020-01-01'].flatMap((asOf) =>
    Object.entries(forecast).map(([name, make]): Case => ({ statement: `forecast.${name}`, scope: JSON.stringify({ cleaning, anonymous, asOf }), ask: (engine) => run(engine, make({ cleaning, anonymous, asOf })) }))))),
  ...scopes.flatMap((scope) => {
    const one = (statement: string, make: (source: ReturnType<typeof stateSource>) => Statement<object>): Case =>
      ({ statement, scope: JSON.stringify(scope), ask: (engine) => run(engine, make(stateSource(scope))) })
    const past = stateSource({ ...scope, asOf: '2025-08-01', latest: false }, 'past_')
    const page = { triples: undefined, r: undefined, f: undefined, m: undefined, after: undefined, limit: 500 }
    const measured = (statement: string, make: (source: ReturnType<typeof stateSource>, yardstick: lifecycle.Yardstick) => Statement<object>): Case => ({
      statement, scope: JSON.stringify(scope),
      // The curves are drawn from this engine's own gaps, so a difference anywhere on the way shows.
      ask: async (engine) => run(engine, make(stateSource(scope), await yardstickOf(engine, scope)))
    })
    return [
      one('rfm.quintileEdges', (source) => rfm.quintileEdges(source, 'orders')), one('rfm.quintileEdges', (source) => rfm.quintileEdges(source, 'days')),
      one('rfm.triples', (source) => rfm.triples(source, 'orders', edges)), one('rfm.topFifth', (source) => rfm.topFifth(source, 17)),
      ...sorts(scope, ['money', 'recency', 'frequency', 'customer']).map((sort) => one('rfm.customers', (source) => rfm.customers(source, 'days', edges, { ...page, sort }))),
      one('rfm.customers', (source) => rfm.customers(source, 'orders', edges, { ...page, sort: 'money', triples: '555,554,455,111,211,311', f: 1, after })),
      one('rfm.customers', (source) => rfm.customers(source, 'orders', edges, { ...page, sort: 'money', customer: after.customerId })),
      one('lifecycle.endedGaps', lifecycle.endedGaps), one('lifecycle.openGaps', lifecycle.openGaps), one('lifecycle.prospects', lifecycle.prospects),
      one('lifecycle.prospectList', (source) => lifecycle.prospectList(source, { after: { ...after, rank: 0n }, limit: 100 })),
      one('lifecycle.periods', () => lifecycle.periods(saleSource(scope), 90)),
      measured('lifecycle.labels', lifecycle.labels), measured('lifecycle.outcomes', (source, yardstick) => lifecycle.outcomes(source, past, yardstick)),
      measured('lifecycle.crossed', (source, yardstick) => lifecycle.crossed(source, past, yardstick)),
      ...sorts(scope, ['at_risk', 'money', 'silent', 'customer']).map((sort) =>
        measured('lifecycle.customers', (source, yardstick) => lifecycle.customers(source, yardstick, { sort, state: sort === 'money' ? 'reactivated' : undefined, after: undefined, limit: 500 }))),
      measured('lifecycle.customers', (source, yardstick) => lifecycle.customers(source, yardstick, { sort: 'at_risk', state: 'at_risk', after, limit: 500 })),
      measured('lifecycle.customers', (source, yardstick) => lifecycle.customers(source, yardstick, { sort: 'at_risk', state: undefined, customer: after.customerId, after: undefined, limit: 1 })),
      { statement: 'lifecycle.usualGaps', scope: JSON.stringify(scope), ask: async (engine: Engine) => {
        const buyers = await run(engine, rfm.customers(stateSource(scope), 'days', edges, { ...page, sort: 'customer' }))
        return run(engine, lifecycle.usualGaps(saleSource(scope), buyers.map((row) => String(row['customer_id'])).concat(after.customerId)), 'customer_id')
      } },
      ...(['week', 'month', 'quarter'] as const).flatMap((by) => [one('cohorts.activity', () => cohorts.activity(saleSource(scope), by)), one('cohorts.ends', (source) => cohorts.ends(source, by))])
    ]
  })
]

/** Every order of a list once; one of them for the other scopes. */
function sorts<Sort extends string>(scope: Scope, all: readonly [Sort, ...Sort[]]): readonly Sort[] { return scope === scopes[0] ? all : [all[0]] }

async function run(engine: Engine, { sql, params }: Statement<object>, sortBy?: string): Promise<Record<string, unknown>[]> {
  const rows = await engine.all<Record<string, unknown>>(sql, params)
  return sortBy === undefined ? rows : rows.toSorted((a, b) => (String(a[sortBy]) < String(b[sortBy]) ? -1 : 1))
}

async function yardstickOf(engine: Engine, scope: Scope): Promise<lifecycle.Yardstick> {
  const source = stateSource(scope)
  const ended = await engine.all<lifecycle.GapRow>(lifecycle.endedGaps(source).sql, source.params)
  const open = await engine.all<lifecycle.GapRow>(lifecycle.openGaps(source).sql, source.params)
  const curves: Curves = drawCurves(ended, open, 500, { ...lifecycleRule.parameters, leastObserved: 2 })
  return { packed: packCurves(curves, 90), newDays: 30, returnDays: 90 }
}
