/**
 * Sample: a chain that does not exist, for looking around, for teaching and for tests. This file is the door.
 *
 * It is loaded only into an empty house, and the house is marked as synthetic with it. What was asked for is written down first; all the rest is one
 * transaction, so that a load which was interrupted leaves nothing behind and is done at the next start.
 */
import { record } from '#activity/events/events.ts'
import { transact, type Trx } from '#foundation/db.ts'
import type { House } from '#foundation/house.ts'
import { newId } from '#foundation/ids.ts'
import type { Job, Queue } from '#foundation/queue.ts'
import { Refusal } from '#foundation/refusal.ts'
import { addDays, dayOf, type Day } from '#foundation/zone.ts'
import { sampleChain, type ChainSize } from './chain.ts'
import { writeChain, type Loaded } from './loading.ts'
import type { SampleBegun } from './sample.schema.ts'
import { jobTitle, notEmpty } from './sample.words.ts'
import * as sql from './sample.sql.ts'
import { sampleTruth } from './truth.ts'

export { sampleChain, type SampleCustomer } from './chain.ts'
export { sampleTruth } from './truth.ts'

export const sampleZone = 'Asia/Shanghai'

interface Wish {
  /** Yesterday, unless told. */
  readonly endDay?: Day
  readonly size?: ChainSize
  /** Ends the load; it is then done at the next start. */
  readonly signal?: AbortSignal
}

/**
 * Loads the chain; answers what was loaded, or nothing where it is there already. Asking again is harmless.
 */
export async function loadSample(house: House, { endDay, size, signal }: Wish = {}): Promise<Loaded | undefined> {
  const now = house.clock()
  await house.db.transaction().execute(async (trx) => {
    if (await sql.findLoad(trx)) return
    if (!await sql.isEmpty(trx)) throw new Refusal('sample.not_empty', 409, notEmpty)
    await sql.insertLoad(trx, (size ?? sampleTruth).seed, endDay ?? addDays(dayOf(now, sampleZone), -1), now)
  })
  return finishSample(house, { ...(size && { size }), ...(signal && { signal }) })
}

/** The same from the console: the load is queued with the answer to the request; a house that is not empty is refused at once. */
export async function beginSample(trx: Trx, queue: Queue): Promise<SampleBegun> {
  if (!await sql.findLoad(trx) && !await sql.isEmpty(trx)) throw new Refusal('sample.not_empty', 409, notEmpty)
  return { runId: await queue.send(trx, loadJob.name, {}, { key: 'sample' }) }
}

export const loadJob: Job = {
  name: 'sample.load', title: jobTitle, retries: 3,
  run: async (house, _data, { report, signal }) => {
    report(0, undefined, jobTitle)
    await loadSample(house, { signal })
  }
}

/** Does what an earlier start was asked for and could not finish. Where nothing is open it costs one look. */
export async function finishSample(house: House, { size = sampleTruth, signal }: Omit<Wish, 'endDay'> = {}): Promise<Loaded | undefined> {
  const load = await sql.findLoad(house.db)
  if (!load || load.loadedAt !== null) return undefined
  return transact(house.pool, async (trx) => {
    const open = await sql.lockOpenLoad(trx)
    if (!open) return undefined
    const loaded = await writeChain({ trx, signal }, sampleChain(open.endDay, { ...size, seed: open.seed }), house.clock())
    await sql.closeLoad(trx, house.clock())
    // Told once for all that was loaded, as a file is: `loyalty` counts its orders afterwards.
    await record(trx, house.listeners, [{ customerId: newId(house.clock()), kind: 'sample.loaded', actor: 'sample', source: 'sample', body: { ...loaded, endDay: open.endDay } }], house.clock())
    return loaded
  })
}
