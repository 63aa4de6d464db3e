import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Event, Listener } from '#foundation/house.ts'
import { newId } from '#foundation/ids.ts'
import { buildTestHouse, type TestHouse } from '#test/house.ts'
import { readSince, record, startOfLog, type Cursor } from './events.ts'
import { timeline, type TimelineEntry, type TimelineSource } from './events.timeline.ts'

let at: TestHouse
const now = new Date('2026-11-21T09:00:00Z')
beforeAll(async () => { at = await buildTestHouse(now) })
afterAll(() => at.close())

const customer = newId(now)
const event = (n: number, kind = 'test.happened') => ({ customerId: customer, kind, at: new Date(now.getTime() - n * 60_000), actor: 'tester', source: 'test', body: { n } })
const put = (events: ReturnType<typeof event>[], listeners: readonly Listener[] = []) => at.house.db.transaction().execute((trx) => record(trx, listeners, events, now))

describe('recording', () => {
  it('lets listeners hear in their order, inside the transaction', async () => {
    const said: string[] = []
    const listener = (name: string): Listener => ({ capability: name, kinds: ['test.heard'], hear: async (trx, heard, hearing) => {
      const { rows } = await sql<{ here: boolean }>`select true as here from events.event where event_id = any(${heard.map(({ eventId }) => eventId)}::uuid[])`.execute(trx)
      said.push(`${name} ${heard.map(({ body }) => String(body['n'])).join(' ')}: ${rows.length} of ${hearing.listeners.length}`)
    } })
    await put([event(1, 'test.heard'), event(2, 'test.heard'), event(3, 'test.other')], [listener('first'), listener('second')])
    expect(said).toEqual(['first 1 2: 2 of 2', 'second 1 2: 2 of 2'])
  })

  it('records nothing when a listener refuses', async () => {
    const refusing: Listener = { capability: 'test', kinds: ['test.refused'], hear: async () => { throw new Error('no') } }
    await expect(put([event(1, 'test.refused')], [refusing])).rejects.toThrow('no')
    expect(await at.house.db.selectFrom('events.event').selectAll().where('kind', '=', 'test.refused').execute()).toEqual([])
  })

  it('is append-only', async () => {
    await put([event(1)])
    await expect(sql`update events.event set actor = 'x'`.execute(at.house.db)).rejects.toThrow('append-only')
    await expect(sql`delete from events.event`.execute(at.house.db)).rejects.toThrow('append-only')
  })
})

describe('reading later', () => {
  const drain = async (cursor: Cursor, kinds: readonly string[], limit: number): Promise<{ seen: Event[], cursor: Cursor }> => {
    const seen: Event[] = []
    for (;;) {
      const page = await readSince(at.house.db, cursor, { kinds, limit })
      seen.push(...page.events)
      cursor = page.cursor
      if (page.events.length < limit) return { seen, cursor }
    }
  }

  it('waits for a transaction that began earlier and commits later', async () => {
    const slow = await at.house.db.startTransaction().execute()
    await record(slow, [], [event(1, 'test.slow')], now)
    await put([event(2, 'test.slow')])
    const early = await drain(startOfLog, ['test.slow'], 10)
    expect(early.seen).toEqual([])
    await slow.commit().execute()
    expect((await drain(early.cursor, ['test.slow'], 10)).seen.map((one) => one.body['n'])).toEqual([1, 2])
  })

  it('misses nothing and repeats nothing while many write at once', async () => {
    let open = 12
    const writers = Promise.all(Array.from({ length: 12 }, async (_, w) => {
      for (let i = 0; i < 20; i += 1) {
        await at.house.db.transaction().execute(async (trx) => {
          await record(trx, [], [event(w * 100 + i, 'test.raced')], now)
          if ((w + i) % 3 === 0) await sql`select pg_sleep(0.01)`.execute(trx)
          await record(trx, [], [event(w * 100 + i + 50, 'test.raced')], now)
        })
      }
      open -= 1
    }))
    const seen: unknown[] = []
    let cursor = startOfLog
    for (let last = false; !last;) {
      last = open === 0
      const page = await drain(cursor, ['test.raced'], 7)
      seen.push(...page.seen.map((one) => one.body['n']))
      cursor = page.cursor
    }
    await writers
    expect([seen.length, new Set(seen).size]).toEqual([480, 480])
  })
})

describe('the timeline', () => {
  it('merges the log with facts of other slices and pages through all of it', async () => {
    const who = newId(now)
    const kinds = [{ kind: 'test.shown', group: 'record' as const, sentence: { zh: '第 {n} 件', en: 'number {n}' } }]
    await put(Array.from({ length: 9 }, (_, n) => ({ ...event(n * 2, 'test.shown'), customerId: who })))
    const facts = Array.from({ length: 9 }, (_, n): TimelineEntry => ({
      id: newId(now), at: new Date(now.getTime() - (n * 2 + (n % 2)) * 60_000), group: 'purchases', kind: 'orders.recorded', sentence: { zh: '购买', en: 'Purchase' }, values: {}, source: 'test', actor: 'tester'
    })).toSorted((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1))
    const source: TimelineSource = { groups: ['purchases'], before: async (_db, _customer, place, limit) =>
      facts.filter((one) => place === undefined || one.at.toISOString() < place.at || (one.at.toISOString() === place.at && one.id < place.id)).slice(0, limit) }
    const items: TimelineEntry[] = []
    for (let after: string | undefined; ;) {
      const page = await timeline(at.house.db, { kinds, sources: [source] }, { customer: who, limit: 4, ...(after === undefined ? {} : { after }) })
      items.push(...page.items)
      if (page.next === null) break
      after = page.next
    }
    expect([items.length, new Set(items.map((one) => one.id)).size]).toEqual([18, 18])
    expect(items.map((one) => one.at.getTime())).toEqual(items.map((one) => one.at.getTime()).toSorted((a, b) => b - a))
    const contacts = await timeline(at.house.db, { kinds, sources: [source] }, { customer: who, group: 'record' })
    expect(contacts.items.map((one) => one.kind)).toEqual(Array.from({ length: 9 }, () => 'test.shown'))
  })
})
