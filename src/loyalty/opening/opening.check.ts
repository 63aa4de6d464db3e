/** The dry run of a file: every row read, members told apart, what is known or over marked, sums made. Nothing outside opening.* is touched. */
import { existsSync } from 'node:fs'
import { makePlaces, openTable, placesOf, plainCell, readTable } from '#activity/imports/imports.ts'
import { assign, keyText, resolveMany } from '#customers/identity/identity.ts'
import type { Db } from '#foundation/db.ts'
import type { House } from '#foundation/house.ts'
import { idMaker } from '#foundation/ids.ts'
import type { Run } from '#foundation/queue.ts'
import { Refusal } from '#foundation/refusal.ts'
import { dayOf } from '#foundation/zone.ts'
import { readPolicy } from '#loyalty/points/points.ts'
import { listPolicies } from '#loyalty/tiers/tiers.ts'
import { readBusiness } from '#settings/business/business.ts'
import { isOpeningFault, openingFaults } from './opening.faults.words.ts'
import { createReader, isFault, type Row, type RowRules } from './opening.rows.ts'
import type { Found, OpeningMapping, Sum } from './opening.schema.ts'
import * as sql from './opening.sql.ts'
import { openingJobs, openingWords as words } from './opening.words.ts'

export const drawer = 'opening'
const atOnce = 5_000

/** What rows may name: the currencies of the points policy in force, and the tiers by id and by name. */
export async function rulesOf(db: Db, mapping: OpeningMapping, now: Date): Promise<RowRules> {
  const [{ zone, country }, { parameters }, ladder] = await Promise.all([readBusiness(db), readPolicy(db, now), listPolicies(db, now)])
  const tiers = ladder.items.find(({ version }) => version === ladder.inForce)?.parameters.tiers ?? []
  return { mapping, zone, country, now, currencies: parameters, tiers: new Map(tiers.flatMap(({ id, name }) => [id, name.zh, name.en].map((text) => [text.toLowerCase(), id] as const))) }
}

export async function check({ db, config, clock }: House, file: sql.FileRow, { report, signal }: Pick<Run, 'report' | 'signal'>): Promise<Found> {
  const places = placesOf(config.dataDir, file.fileId, drawer)
  if (!existsSync(places.file)) throw new Refusal('opening.file_gone', 410, words.fileGone)
  await makePlaces(places)
  await sql.clearRows(db, file.fileId)
  const now = clock()
  const rules = await rulesOf(db, file.mapping, now)
  const read = createReader(rules)
  const people = createPeople(db, now)
  const rows: { readonly line: number, readonly row: Row }[] = []
  const rejects: sql.Reject[] = []
  let [count, rejected] = [0, 0]
  const flush = async (): Promise<void> => {
    const ids = await people.whose(rows.map(({ row }) => row))
    await sql.stage(db, file.fileId, rows.flatMap(({ line, row: { keys, name, tier, lots } }, i) => lots.map((lot) => ({ ...lot, line, keys, name, tier, memberId: ids[i] ?? '' }))))
    await sql.keepRejects(db, file.fileId, rejects)
    rows.length = 0
    rejects.length = 0
  }
  const reject = (line: number, cells: readonly string[], code: string, detail: Readonly<Record<string, string>> = {}, points = 0n, currency: string | null = null): void => {
    rejected += 1
    rejects.push({ line, cells, code, detail, points, currency })
  }
  await readTable(await openTable(places.file, places.scratch), {
    onRow: (raw, line) => {
      count += 1
      const cells = raw.map(plainCell)
      const row = read(cells)
      if (isFault(row)) reject(line, cells, row.code, row.detail, row.points, row.currency)
      else rows.push({ line, row })
    },
    onOpenQuote: (cells, line) => { count += 1; reject(line, cells.slice(0, 100), 'broken') },
    onDirt: () => undefined,
    afterPiece: async (bytes) => {
      signal.throwIfAborted()
      report(bytes, Number(file.bytes), openingJobs.reading, { rows: count, rejected })
      while (rows.length >= atOnce || rejects.length >= atOnce) await flush()
    }
  })
  await flush()
  await sql.judge(db, file.fileId, file.mapping.programme, dayOf(now, rules.zone))
  return summed(db, file.fileId, count, people.opened())
}

/** Whose each row is: whoever holds its strongest known key, in the record or earlier in the file, or somebody new. */
function createPeople(db: Db, now: Date) {
  const owners = new Map<string, string>()
  const nextId = idMaker(now)
  const fresh = new Set<string>()
  return {
    opened: () => fresh.size,
    whose: async (rows: readonly Row[]): Promise<readonly string[]> => {
      const asked = rows.flatMap(({ keys }) => keys.filter((key) => !owners.has(keyText(key))))
      for (const [text, id] of await resolveMany(db, asked)) owners.set(text, id)
      return assign(rows.map(({ keys }) => keys), owners, nextId).map(({ customerId, isNew, gained }) => {
        for (const key of gained) owners.set(keyText(key), customerId)
        if (isNew) fresh.add(customerId)
        return customerId
      })
    }
  }
}

async function summed(db: Db, fileId: string, rows: number, newMembers: number): Promise<Found> {
  const [lots, rejects, people] = await Promise.all([sql.sumLots(db, fileId), sql.sumRejects(db, fileId), sql.countPeople(db, fileId)])
  const sum = (currency: string, state: string): Sum => {
    const found = lots.find((one) => one.currency === currency && one.state === state)
    return { points: (found?.points ?? 0n).toString(), lots: Number(found?.lots ?? 0n), members: Number(found?.members ?? 0n) }
  }
  const byCode = Map.groupBy(rejects, ({ code }) => code)
  return {
    rows, members: Number(people.members), newMembers, tiers: Number(people.tiers), rejected: rejects.reduce((all, { count }) => all + Number(count), 0),
    rejectedBy: [...byCode].map(([code, of]) => ({
      code, count: of.reduce((all, one) => all + Number(one.count), 0), points: of.reduce((all, one) => all + one.points, 0n).toString(), sentence: general(code)
    })),
    currencies: [...new Set(lots.map(({ currency }) => currency))].map((currency) => ({ currency, all: sum(currency, 'all'), fresh: sum(currency, 'fresh'), known: sum(currency, 'known'), ended: sum(currency, 'ended') }))
  }
}

/** A reason without the value of a single row. */
const general = (code: string): { readonly zh: string, readonly en: string } => {
  const { zh, en } = isOpeningFault(code) ? openingFaults[code] : openingFaults.broken
  return { zh: zh.replace(/“?\{\w+\}”?/g, '…'), en: en.replace(/"?\{\w+\}"?/g, '…') }
}
