/** Predictions against a world whose truth is known: the synthetic chain, cut a horizon before its end, where what followed is written down and so is who had left. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sampleChain, sampleTruth } from '#activity/sample/sample.ts'
import { openDuckEngine, type Engine } from '#foundation/engine.ts'
import { addDays } from '#foundation/zone.ts'
import { createTables } from '#insights/warehouse/warehouse.ts'
import { groundOf } from './prediction.ground.ts'
import { fitOn, scoreOn, usingOf } from './prediction.work.ts'
import { openMathematician } from './prediction.thread.ts'

const [end, asOf] = ['2026-11-20', addDays('2026-11-20', -90)]
const people = 6_000
let engine: Engine
/** By id: the chance, whether an order followed within 90 days, whether the customer had left for good by the cut. */
const found: { readonly chance: number, readonly came: boolean, readonly left: boolean }[] = []

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'changke-truth-'))
  const path = join(folder, 'sales.csv')
  const rows: string[] = []
  const later = new Set<number>()
  const left: boolean[] = []
  const chain = sampleChain(end, { ...sampleTruth, members: people })
  const cutWeeks = chain.time.weeksBefore(chain.time.days.findIndex(({ day }) => day === asOf) + 1)
  for (const { truth, orders } of chain.customers()) {
    if (truth === null) continue
    const place = left.length
    for (const { id, kind, day, totalMinor } of orders) {
      if (kind !== 'sale') continue
      if (day <= asOf) rows.push(`${place},${id},${day},${totalMinor}`)
      else later.add(place)
    }
    left.push(truth.leavesWeeks !== null && truth.leavesWeeks < cutWeeks)
  }
  writeFileSync(path, `place,order_id,day,minor\n${rows.join('\n')}\n`)
  engine = await openDuckEngine(':memory:')
  await createTables(engine)
  await engine.run(`insert into warehouse.purchase select cast(lpad(cast(place as varchar), 32, '0') as uuid), order_id, day, cast(day as timestamptz), 'sale', false, minor, minor, 0, null, null, null, null, null
    from read_csv($path, header = true, columns = { 'place': 'integer', 'order_id': 'uuid', 'day': 'date', 'minor': 'bigint' })`, { path })
  rmSync(folder, { recursive: true })
  const mathematician = openMathematician()
  try {
    const ground = await groundOf(engine, { today: asOf, asOf, currency: 'CNY', cleaning: 'gross' })
    const watch = { report: () => undefined }
    const using = usingOf(await fitOn(engine, ground, mathematician, watch), ground)
    await scoreOn(engine, ground, using, mathematician, watch, async (ids, { scores }) => {
      for (const [row, id] of ids.entries()) {
        const place = Number(id.replaceAll('-', ''))
        found.push({ chance: scores.chances[row] ?? Number.NaN, came: later.has(place), left: left[place] ?? false })
      }
    })
  } finally {
    await mathematician.close()
  }
}, 240_000)
afterAll(() => engine.close())

describe('predictions on the synthetic chain', () => {
  it('says chances that come true: every tenth of customers within five points or three standard errors, all together within three points', () => {
    expect(found.length).toBeGreaterThan(4_000)
    const order = found.toSorted((a, b) => a.chance - b.chance)
    for (let g = 0; g < 10; g += 1) {
      const group = order.slice(Math.floor((g * order.length) / 10), Math.floor(((g + 1) * order.length) / 10))
      const said = group.reduce((sum, one) => sum + one.chance, 0) / group.length
      const came = group.filter((one) => one.came).length / group.length
      // The autumn of the chain is busier than its summer, which nobody can know from one year: some points are the season's.
      expect(Math.abs(said - came)).toBeLessThan(Math.max(0.05, 3 * Math.sqrt((said * (1 - said)) / group.length)) + 0.03)
    }
    const [said, came] = [order.reduce((sum, one) => sum + one.chance, 0) / order.length, order.filter((one) => one.came).length / order.length]
    expect(Math.abs(said - came)).toBeLessThan(0.03)
  })

  it('gives those who have left for good a small chance, although nobody saw them leave', () => {
    const mean = (who: typeof found): number => who.reduce((sum, one) => sum + one.chance, 0) / who.length
    expect(mean(found.filter(({ left }) => left))).toBeLessThan(0.15)
    expect(mean(found.filter(({ left }) => !left))).toBeGreaterThan(2 * mean(found.filter(({ left }) => left)))
  })
})
