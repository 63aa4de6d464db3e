/** The lifecycle against a world whose truth is known: the synthetic chain, where it is written down who has left, and by which law they leave. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleChain, sampleTruth } from '#activity/sample/sample.ts'
import { openDuckEngine, type Engine } from '#foundation/engine.ts'
import { createTables } from '#insights/warehouse/warehouse.ts'
import { listLifecycleCustomers, readLifecycle } from './lifecycle.ts'

const asOf = '2026-11-20'
const input = { asOf, today: asOf, currency: 'CNY', cleaning: 'reference' } as const
let engine: Engine
/** By the customer's place in the chain, which is also their name here. */
const hasLeft: boolean[] = []

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'changke-truth-'))
  const path = join(folder, 'sales.csv')
  const rows: string[] = []
  for (const { truth, orders } of sampleChain(asOf).customers()) {
    if (truth === null) continue
    for (const { id, kind, day, totalMinor } of orders) if (kind === 'sale') rows.push(`${hasLeft.length},${id},${day},${totalMinor}`)
    hasLeft.push(truth.leavesWeeks !== null)
  }
  writeFileSync(path, `place,order_id,day,minor\n${rows.join('\n')}\n`)
  engine = await openDuckEngine(':memory:')
  await createTables(engine)
  await engine.run(`insert into warehouse.purchase select cast(md5(cast(place as varchar)) as uuid), order_id, day, cast(day as timestamptz), 'sale', false, minor, minor, 0, null, null, null, null, null
    from read_csv($path, header = true, columns = { 'place': 'integer', 'order_id': 'uuid', 'day': 'date', 'minor': 'bigint' })`, { path })
  await engine.run('insert into warehouse.customer select distinct customer_id, cast(null as varchar), null, min(day) from warehouse.purchase group by customer_id')
  await engine.run(`update warehouse.customer set name = place from (select distinct cast(place as varchar) as place, cast(md5(cast(place as varchar)) as uuid) as id from read_csv($path, header = true)) where customer_id = id`, { path })
  rmSync(folder, { recursive: true })
}, 240_000)
afterAll(() => engine.close())

/**
 * The share of members who have bought a second time after t weeks: the density of the first return is E[λ exp(−λu)] · E[exp(−μu)], each expectation over a
 * gamma distribution. Summed by Simpson's rule.
 */
function returnedBy(weeks: number): number {
  const { buying, leaving } = sampleTruth
  const density = (u: number): number =>
    buying.shape / buying.weeks * (buying.weeks / (buying.weeks + u)) ** (buying.shape + 1) * (leaving.weeks / (leaving.weeks + u)) ** leaving.shape
  const steps = 2_000
  const width = weeks / steps
  let sum = density(0) + density(weeks)
  for (let i = 1; i < steps; i++) sum += (i % 2 === 1 ? 4 : 2) * density(i * width)
  return sum * width / 3
}

describe('the lifecycle on the synthetic chain', () => {
  it('draws the curve that the law of the chain prescribes, although two in five are still there unseen', async () => {
    const { curves } = await readLifecycle(engine, input)
    const one = curves.find((curve) => curve.series === 'one' && curve.category === null)
    for (const days of [30, 60, 120, 240, 365]) {
      // 20,000 members: a standard error of 0.4 points at most; the rest is the season, which the law does not know.
      expect(Math.abs((one?.points[days]?.s ?? 0) - (1 - returnedBy(days / 7)))).toBeLessThan(0.015)
    }
  })

  it('calls lapsed those who have left', async () => {
    const left = async (state: 'active' | 'at_risk' | 'lapsed'): Promise<number> => {
      const { items, next } = await listLifecycleCustomers(engine, { ...input, state, sort: 'silent', limit: 25_000 })
      expect(next).toBeNull()
      return items.filter(({ name }) => hasLeft[Number(name)] === true).length / items.length
    }
    const [active, atRisk, lapsed] = [await left('active'), await left('at_risk'), await left('lapsed')]
    expect(active).toBeLessThan(0.2)
    expect(atRisk).toBeGreaterThan(0.35)
    expect(atRisk).toBeLessThan(0.6)
    expect(lapsed).toBeGreaterThan(0.8)
  })
})
