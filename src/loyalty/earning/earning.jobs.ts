/** Work that outlives a request: counting the past, and following the log for what no till tells. */
import { readSince, startOfLog } from '#activity/events/events.ts'
import { transact } from '#foundation/db.ts'
import type { House } from '#foundation/house.ts'
import { lookEvery } from '#foundation/looks.ts'
import type { Job } from '#foundation/queue.ts'
import { addDays, startOf } from '#foundation/zone.ts'
import { readBusiness } from '#settings/business/business.ts'
import { count } from './earning.count.ts'
import { jobWords as words } from './earning.jobs.words.ts'
import { beginCount, countPage } from './earning.past.ts'
import * as past from './earning.past.sql.ts'
import { sampleProgramme } from './earning.templates.words.ts'
import { listVersions, loadProgrammes, saveVersion } from './earning.versions.ts'

export const countJob: Job = {
  name: 'earning.count', title: words.countTitle, retries: 5,
  run: async (house, { countId }, { report, signal }) => {
    const row = typeof countId === 'string' ? await past.findCount(house.db, countId) : undefined
    if (row === undefined || row.doneAt !== null) return
    const total = await past.countDue(house.db, row)
    let done = Number(row.orders)
    report(done, total, words.counting)
    const parts = { listeners: house.listeners, actor: 'earning' }
    for (let counted = 1; counted > 0;) {
      signal.throwIfAborted()
      counted = await transact(house.pool, (trx) => countPage(trx, parts, row.countId, house.clock()))
      done += counted
      report(done, Math.max(total, done), words.counting)
    }
  }
}

export const jobs: readonly Job[] = [countJob]

const lookEveryMs = 2_000
const told = ['imports.finished', 'sample.loaded']

/**
 * Reads on in the log: imports and the sample are counted by a job once they are whole, events earn where a rule asks for their kind. The place is kept in the
 * transaction that acts, so nothing is missed and nothing acted upon twice, however many processes look. Answers how many events there were.
 */
export async function followLog(house: House): Promise<number> {
  const programmes = await loadProgrammes(house.db)
  const now = house.clock()
  const rules = programmes(now)?.programme.rules ?? []
  const kinds = [...told, ...new Set(rules.flatMap(({ give }) => (give.kind === 'event' ? [give.event] : [])))]
  return transact(house.pool, async (trx) => {
    const place = await past.lockPlace(trx) ?? startOfLog
    const { events, cursor } = await readSince(trx, place, { kinds })
    if (cursor === place) return 0
    const earnings = events.filter(({ kind }) => !told.includes(kind)).map(({ customerId, eventId, source, at, kind, body }) => ({ customerId, source, number: eventId, at, of: { kind: 'event' as const, event: kind, body } }))
    if (earnings.length > 0) await count(trx, { listeners: house.listeners, actor: 'earning' }, earnings, now)
    for (const { kind, body } of events) {
      if (kind === 'sample.loaded') await beginSample(house, trx, String(body['endDay']), now)
      if (kind === 'imports.finished') await countImport(house, trx, String(body['importId']), now)
    }
    await past.savePlace(trx, cursor)
    return events.length
  })
}

type Within = Parameters<typeof past.savePlace>[0]

/** A programme for looking around, over the past twelve months: only for data that is made up, and only where there is none. */
async function beginSample(house: House, trx: Within, endDay: string, now: Date): Promise<void> {
  if ((await listVersions(trx)).length > 0) return
  const { zone } = await readBusiness(trx)
  const first = addDays(endDay, -364)
  const fromAt = startOf(first, zone)
  await saveVersion(trx, { programme: sampleProgramme(first, endDay), validFrom: fromAt.toISOString(), note: words.sampleNote.zh, version: 0 }, 'sample', now)
  await house.queue.send(trx, countJob.name, { countId: await beginCount(trx, { fromAt, importId: null, actor: 'sample' }, now) })
}

async function countImport(house: House, trx: Within, importId: string, now: Date): Promise<void> {
  const first = (await listVersions(trx)).at(-1)
  if (first === undefined) return
  await house.queue.send(trx, countJob.name, { countId: await beginCount(trx, { fromAt: new Date(first.validFrom), importId, actor: 'earning' }, now) })
}

/** While the house is open. */
export async function keepFollowing(house: House): Promise<void> {
  lookEvery(lookEveryMs, house, 'earning', () => followLog(house))
}
