/** Filling the warehouse as work that can be seen, and keeping it fresh for whoever reads. */
import { join } from 'node:path'
import { areBeingFilled } from '#activity/orders/orders.ts'
import type { House } from '#foundation/house.ts'
import { lookEvery, patience } from '#foundation/looks.ts'
import type { Job, Run } from '#foundation/queue.ts'
import { dayOf } from '#foundation/zone.ts'
import { readBusiness } from '#settings/business/business.ts'
import { lifecycleRuleOf } from '../definitions/definitions.ts'
import { readMeta } from './warehouse.meta.ts'
import { rebuild, refresh, type Filled, type Filling, type Step } from './warehouse.projection.ts'
import { anyChanged, countChanged, countOrders, newestXid } from './warehouse.sql.ts'
import { createTables } from './warehouse.tables.ts'
import { warehouseWords as words } from './warehouse.words.ts'

const steps: readonly Step[] = ['orders', 'lines', 'customers', 'states']

export const jobs: readonly Job[] = [
  { name: 'warehouse.refresh', title: words.refreshTitle, retries: 3, run: (house, _, run) => fill(house, refresh, run) },
  { name: 'warehouse.rebuild', title: words.rebuildTitle, retries: 1, run: (house, _, run) => fill(house, rebuild, run) }
]

async function fill(house: House, how: (filling: Filling) => Promise<Filled>, run: Run): Promise<void> {
  if (house.engine.dialect === 'postgres') return
  const filling: Filling = { ...await fillingOf(house), signal: run.signal, report: (step) => run.report(steps.indexOf(step), steps.length, words[step]) }
  const filled = await patiently(() => how(filling), run.signal)
  run.report(steps.length, steps.length, words.done, { orders: filled.orders, customers: filled.customers, seconds: (filled.milliseconds / 1000).toFixed(1) })
}

/** Waits for its turn where another filling is at work. */
async function patiently(work: () => Promise<Filled>, signal: AbortSignal): Promise<Filled> {
  for (;;) {
    const filled = await work()
    if (filled.kind !== 'busy') return filled
    signal.throwIfAborted()
    await pause(100)
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms) })

async function fillingOf(house: House): Promise<Filling> {
  const { zone } = await readBusiness(house.db)
  const now = house.clock()
  const { parameters } = await lifecycleRuleOf(house.db, { today: dayOf(now, zone) })
  return { engine: house.engine, pool: house.pool, folder: join(house.config.dataDir, 'warehouse.tmp'), cleaning: parameters.cleaning, now }
}

/** So many orders are taken while the reader waits; more become a job, and the reader gets what there is after a moment. */
const whileWaiting = 20_000
const longestWaitMs = 5_000

/** Before an answer: takes what was written since the last time. Whether that was done: false where the reader gets what there is, and the rest is on its way. */
export async function freshen(house: House): Promise<boolean> {
  if (house.engine.dialect === 'postgres') return true
  await createTables(house.engine)
  const filling = await fillingOf(house)
  const meta = await readMeta(house.engine)
  const whole = meta.seenXid === undefined || meta.stateCleaning !== filling.cleaning
  if (!whole && meta.seenXid !== undefined && !(await anyChanged(house.pool, meta.seenXid))) return true
  const due = whole || meta.seenXid === undefined ? await countOrders(house.pool, whileWaiting + 1) : await countChanged(house.pool, meta.seenXid, whileWaiting + 1)
  if (due > whileWaiting) await house.queue.send(house.db, 'warehouse.refresh', {}, { key: 'warehouse.refresh' })
  else if ((await refresh(filling)).kind !== 'busy') return true
  for (const until = performance.now() + longestWaitMs; performance.now() < until;) {
    await pause(50)
    const now = await readMeta(house.engine)
    if (now.generation !== meta.generation || now.refreshedAt !== meta.refreshedAt) return true
  }
  return false
}

const lookEveryMs = 5_000
/** While orders keep coming (an import), it waits for them to end: at most this many looks, two minutes. Readers take what there is at once all the same. */
const mostWaits = 24

/** Between answers: looks now and then whether something was written, so that the next reader need not wait. */
export async function keepFresh(house: House): Promise<void> {
  if (house.engine.dialect === 'postgres') return
  await createTables(house.engine)
  const isDue = patience(mostWaits)
  lookEvery(lookEveryMs, house, 'warehouse', () => look(house, isDue))
}

export async function look(house: House, isDue: (mark: string) => boolean): Promise<void> {
  if (await areBeingFilled(house.db)) return
  const { seenXid } = await readMeta(house.engine)
  if (!(seenXid === undefined ? await countOrders(house.pool, 1) > 0 : await anyChanged(house.pool, seenXid))) return
  if (!isDue(await newestXid(house.pool))) return
  await house.queue.send(house.db, 'warehouse.refresh', {}, { key: 'warehouse.refresh' })
}
