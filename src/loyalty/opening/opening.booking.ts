/** From a checked file into the ledger, some members at a time, each batch whole; and out of it again, all at once. */
import { createMany } from '#customers/record/record.ts'
import { transact, type Trx } from '#foundation/db.ts'
import type { House } from '#foundation/house.ts'
import type { Run } from '#foundation/queue.ts'
import { Refusal } from '#foundation/refusal.ts'
import { addDays, dayOf, startOf, type Day } from '#foundation/zone.ts'
import { book } from '#loyalty/points/points.ts'
import type { Order } from '#loyalty/points/points.schema.ts'
import { giveTier } from '#loyalty/tiers/tiers.ts'
import { readBusiness } from '#settings/business/business.ts'
import * as sql from './opening.sql.ts'
import { openingJobs, openingWords as words } from './opening.words.ts'

const peopleAtOnce = 5_000
const membersAtOnce = 400
const nobody = '00000000-0000-0000-0000-000000000000'
type Told = Pick<Run, 'report' | 'signal'>

/** Where it was stopped it goes on: members that are found stay found, lots that are booked are not booked again. */
export async function bookFile(house: House, file: sql.FileRow, actor: string, told: Told): Promise<void> {
  await findPeople(house, file, told)
  if (!(await sql.isOneToOne(house.db, file.fileId))) throw new Refusal('opening.not_checked', 409, words.notChecked)
  const { zone } = await readBusiness(house.db)
  const total = file.found?.members ?? 0
  let done = 0
  for (let after: string | undefined = nobody; after !== undefined;) {
    told.signal.throwIfAborted()
    const from: string = after
    const batch = await transact(house.pool, (trx) => bookBatch(trx, { house, file, actor, zone }, from))
    done += batch.members
    told.report(done, Math.max(total, done), openingJobs.booking, { n: done })
    after = batch.last
  }
}

async function findPeople({ pool, db, clock }: House, { fileId, mapping: { programme }, found }: sql.FileRow, { report, signal }: Told): Promise<void> {
  let after: Pick<sql.Unmet, 'line' | 'part'> = { line: -1n, part: 0 }
  for (let met = 0; ;) {
    signal.throwIfAborted()
    const now = clock()
    const rows = await sql.unmet(db, fileId, after, peopleAtOnce)
    const last = rows.at(-1)
    if (last === undefined) return
    after = last
    await transact(pool, async (trx) => {
      const settled = await createMany(trx, rows.map(({ keys, name }) => ({ keys, name, source: programme, since: now })), now)
      await sql.meet(trx, fileId, rows.map(({ line, part }, i) => ({ line, part, customerId: settled[i]?.customerId ?? nobody })))
    })
    met += rows.length
    report(met, Math.max(met, found?.rows ?? 0), openingJobs.people, { n: met })
  }
}

interface Booking { readonly house: House, readonly file: sql.FileRow, readonly actor: string, readonly zone: string }
const numberOf = (fileId: string, { line, part }: { readonly line: bigint, readonly part: number }): string => `${fileId}:${line}:${part}`

async function bookBatch(trx: Trx, { house: { listeners, clock }, file: { fileId, mapping: { programme } }, actor, zone }: Booking, after: string): Promise<{ readonly members: number, readonly last: string | undefined }> {
  const now = clock()
  const today = dayOf(now, zone)
  const rows = await sql.nextMembers(trx, fileId, programme, after, membersAtOnce, 'fresh')
  if (rows.length === 0) return { members: 0, last: undefined }
  const lots = rows.flatMap((row) => (row.guard === null || row.currency === null ? [] : [{ ...row, guard: row.guard, currency: row.currency }]))
  const claimed = await sql.claim(trx, fileId, lots)
  const orders = lots.filter(({ guard }) => claimed.has(guard)).map((lot): Order => ({
    customerId: lot.customerId, currency: lot.currency,
    command: { do: 'open', amount: lot.amount.toString(), earnedAt: earnedAt(lot.earnedOn, today, zone, now), expiresOn: lot.expiresOn, source: 'opening', number: numberOf(fileId, lot) }
  }))
  if (orders.length > 0) await book(trx, { listeners, actor }, orders, now)
  await sql.markLots(trx, fileId, rows.map(({ line, part, guard }) => ({ line, part, state: guard === null || claimed.has(guard) ? 'booked' : 'known' })))
  const tiers = new Map(rows.flatMap(({ customerId, tier }) => (tier === null ? [] : [[customerId, tier] as const])))
  for (const [customerId, tier] of tiers) await giveTier(trx, { listeners, actor }, { customerId, tier, until: addDays(today, 364), note: words.tierNote.zh }, now)
  return { members: new Set(rows.map(({ customerId }) => customerId)).size, last: rows.at(-1)?.customerId }
}

const earnedAt = (day: Day | null, today: Day, zone: string, now: Date): string => {
  const start = startOf(day ?? today, zone)
  return (start < now ? start : now).toISOString()
}

/** All of the file or nothing: one transaction, so that nobody spends between the first member and the last. */
export async function undoFile({ pool, listeners, clock }: House, { fileId, mapping: { programme }, found }: sql.FileRow, actor: string, { report, signal }: Told): Promise<void> {
  await transact(pool, async (trx) => {
    const used = await sql.countUsed(trx, fileId)
    if (used > 0) throw new Refusal('opening.used', 409, words.used, { n: used })
    const now = clock()
    let done = 0
    for (let after: string | undefined = nobody; after !== undefined;) {
      signal.throwIfAborted()
      const rows: readonly sql.BookLot[] = await sql.nextMembers(trx, fileId, programme, after, membersAtOnce, 'booked')
      const orders = rows.flatMap((row): readonly Order[] => (row.currency === null ? [] : [{ customerId: row.customerId, currency: row.currency, command: { do: 'unopen', source: 'opening', number: numberOf(fileId, row) } }]))
      if (orders.length > 0) await book(trx, { listeners, actor }, orders, now)
      await sql.release(trx, rows.flatMap(({ guard }) => (guard === null ? [] : [guard])))
      await sql.markLots(trx, fileId, rows.map(({ line, part }) => ({ line, part, state: 'undone' })))
      done += new Set(rows.map(({ customerId }) => customerId)).size
      report(done, Math.max(done, found?.members ?? 0), openingJobs.undoing, { n: done })
      after = rows.at(-1)?.customerId
    }
  })
}
