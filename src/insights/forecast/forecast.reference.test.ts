/** The forecast on Online Retail against shared/data/references/retail_daily_r.json, which R computed: the same days, the same hold-out, through the product's own door. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forecastRule } from '#insights/definitions/definitions.ts'
import type { Engine } from '#foundation/engine.ts'
import { onlineRetail, sharedData } from '#test/sharedData.ts'
import type { Forecast } from './forecast.schema.ts'
import { computeForecast } from './forecast.ts'

const folder = sharedData() ?? ''

describe.skipIf(folder === '')('the forecast of Online Retail as of its last day, reference rule', () => {
  let engine: Engine
  let found: Forecast
  beforeAll(async () => {
    engine = await onlineRetail(folder)
    found = await computeForecast(engine, {
      asOf: '2011-12-09', today: '2026-01-01', cleaning: 'reference', grain: 'day', country: 'GB', holidays: [], marks: [], rule: { ...forecastRule, parameters: { ...forecastRule.parameters, anonymous: false } }
    })
  }, 240_000)
  afterAll(() => engine.close())
  const score = (method: string) => found.scores.find((one) => one.method === method)

  it('has the days and the errors of the reference over the last 28 days', () => {
    expect([found.state, found.run?.from, found.run?.n, found.run?.period, found.history.at(-1)?.to]).toEqual(['ready', '2010-12-01', 374, 7, '2011-12-09'])
    expect(score('naive')?.latest.wape).toBeCloseTo(49.316096, 5)
    expect(score('naive')?.latest.mase).toBeCloseTo(2.208098, 5)
    expect(score('seasonal_naive')?.latest.wape).toBeCloseTo(43.009482, 5)
    expect(score('seasonal_naive')?.latest.mase).toBeCloseTo(1.925723, 5)
    expect(score('smoothing_plain')?.latest.wape).toBeCloseTo(32.604849, 1)
  })
  it('ships what is not worse than seasonal naive', () => {
    const shipped = found.scores.find(({ isShipped }) => isShipped)
    expect(shipped?.wape ?? Infinity).toBeLessThanOrEqual(score('seasonal_naive')?.wape ?? 0)
  })
})
