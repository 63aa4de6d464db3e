/** Work that outlives a request: batches piece by piece, each piece in its own transaction and once; and the sweep of what time has made true. */
import { keyOf, keyText, resolveMany, type Key } from '#customers/identity/identity.ts'
import { transact, type Trx } from '#foundation/db.ts'
import type { House } from '#foundation/house.ts'
import { lookEvery } from '#foundation/looks.ts'
import type { Job, Run } from '#foundation/queue.ts'
import { Refusal } from '#foundation/refusal.ts'
import { readBusiness } from '#settings/business/business.ts'
import { batchJob, forget, placeOf, requireBatch } from './vouchers.batches.ts'
import * as sql from './vouchers.batches.sql.ts'
import { hereAt } from './vouchers.book.ts'
import { codeMaker, plainCode } from './vouchers.codes.ts'
import { countLines, readPieces, type FileLine } from './vouchers.files.ts'
import { give, requireTemplate } from './vouchers.issuing.ts'
import { knownCustomers } from './vouchers.sql.ts'
import { findSurvivors } from './vouchers.templates.sql.ts'
import { isSweepDue, settleDue } from './vouchers.ts'
import { jobWords } from './vouchers.words.ts'

const atOnce = 500
const everyMs = 3_600_000
const codesAtOnce = 20_000
const linesAtOnce = { imported: 5_000, listed: 500 }

const sweepJob: Job = {
  name: 'vouchers.sweep', title: jobWords.sweepTitle, retries: 5,
  run: async (house, _data, { signal }) => {
    for (let count = atOnce; count > 0 && !signal.aborted;) {
      count = await transact(house.pool, (trx) => settleDue(trx, { listeners: house.listeners, actor: 'vouchers' }, house.clock(), atOnce))
    }
  }
}

/** Looks when the house opens and every hour after whether there is something to book. */
export async function keepSwept(house: House): Promise<void> {
  const { queue, db, clock } = house
  const sweep = async (): Promise<void> => { if (await isSweepDue(db, clock())) await queue.send(db, sweepJob.name, {}, { key: sweepJob.name }) }
  await sweep()
  lookEvery(everyMs, house, sweepJob.name, sweep)
}

const workJob: Job = {
  name: batchJob, title: jobWords.batchTitle, retries: 3, width: 2,
  run: async (house, { batchId, actor }, run) => {
    if (typeof batchId !== 'string') return
    const batch = await requireBatch(house.db, batchId)
    if (batch.endedAt !== null) return
    if (batch.kind === 'generated') await generate(house, batch, run)
    else await takeFile(house, batch, typeof actor === 'string' ? actor : 'vouchers', run)
    await sql.endBatch(house.db, batchId, house.clock())
    await forget(house.config.dataDir, batchId)
  }
}

async function generate({ db, pool }: House, batch: sql.BatchRow, { signal, report }: Run): Promise<void> {
  const wanted = Number(batch.wanted ?? 0n)
  const done = await sql.donePieces(db, batch.batchId)
  const next = codeMaker()
  let made = Number(batch.made)
  for (let pieceNo = 0; pieceNo * codesAtOnce < wanted; pieceNo += 1) {
    if (done.has(pieceNo)) continue
    signal.throwIfAborted()
    report(made, wanted, jobWords.generating, { name: batch.name })
    const count = Math.min(codesAtOnce, wanted - pieceNo * codesAtOnce)
    // In the order of the index, which takes a sorted piece faster.
    const codes = Array.from({ length: count }, next).sort()
    await transact(pool, async (trx, client) => {
      if (!await sql.claimPiece(trx, batch.batchId, pieceNo)) return
      await sql.copyCodes(client, batch, codes)
      await sql.savePiece(trx, batch.batchId, pieceNo, { made: count, known: 0, refused: [] })
    })
    made += count
  }
  report(wanted, wanted, jobWords.generating, { name: batch.name })
}

async function takeFile(house: House, batch: sql.BatchRow, actor: string, { signal, report }: Run): Promise<void> {
  const { batchId, kind } = batch
  const { file } = placeOf(house.config.dataDir, batchId)
  const of = kind === 'imported' ? 'codes' as const : 'members' as const
  const wanted = Number(batch.wanted ?? await countLines({ file, kind: of }))
  await sql.saveWanted(house.db, batchId, wanted)
  const done = await sql.donePieces(house.db, batchId)
  let [read, known, refused] = [0, 0, 0]
  await readPieces({
    file, kind: of, pieceSize: kind === 'imported' ? linesAtOnce.imported : linesAtOnce.listed,
    onPiece: async (pieceNo, lines, repeated) => {
      signal.throwIfAborted()
      if (!done.has(pieceNo)) {
        const piece = await transact(house.pool, async (trx) => {
          if (!await sql.claimPiece(trx, batchId, pieceNo)) return undefined
          const taken = kind === 'imported' ? await takeCodes(lines, (codes) => sql.addCodes(trx, batch, codes)) : await giveTo(trx, house, batch, lines, actor)
          await sql.savePiece(trx, batchId, pieceNo, { ...taken, known: taken.known + repeated })
          return taken
        })
        known += (piece?.known ?? 0) + repeated
        refused += piece?.refused.length ?? 0
      }
      read += lines.length + repeated
      report(read, wanted, kind === 'imported' ? jobWords.importing : jobWords.listing, { name: batch.name, known, refused })
    }
  })
}

interface Taken { readonly made: number, readonly known: number, readonly refused: readonly sql.RefusedLine[] }

async function takeCodes(lines: readonly FileLine[], add: (codes: readonly string[]) => Promise<number>): Promise<Taken> {
  const refused: sql.RefusedLine[] = []
  const codes = new Set<string>()
  let good = 0
  for (const { line, text } of lines) {
    const code = plainCode(text)
    if (code === undefined) refused.push({ line, why: 'code' })
    else { codes.add(code); good += 1 }
  }
  const made = await add([...codes])
  return { made, known: good - made, refused }
}

/** One voucher for each member that the lines name; a member who is named twice in a piece is given one. */
async function giveTo(trx: Trx, { listeners, clock }: House, { templateId }: sql.BatchRow, lines: readonly FileLine[], actor: string): Promise<Taken> {
  const here = await hereAt(trx, clock())
  const { country } = await readBusiness(trx)
  const named = lines.map(({ line, text }) => ({ line, id: uuid.test(text) ? text.toLowerCase() : undefined, keys: uuid.test(text) ? [] : keysIn(text, country) }))
  const owners = await resolveMany(trx, named.flatMap(({ keys }) => keys))
  const typed = named.flatMap(({ id }) => id ?? [])
  const [ids, survivors] = [await knownCustomers(trx, typed), await findSurvivors(trx, typed)]
  const refused: sql.RefusedLine[] = []
  const members = new Map<string, number>()
  let twice = 0
  for (const { line, id, keys } of named) {
    const owner = id === undefined ? keys.map((key) => owners.get(keyText(key))).find((one) => one !== undefined) : ids.has(id) ? survivors.get(id) ?? id : undefined
    if (owner === undefined) refused.push({ line, why: id === undefined && keys.length === 0 ? 'malformed' : 'unknown' })
    else if (members.has(owner)) twice += 1
    else members.set(owner, line)
  }
  const given = await give(trx, { listeners, actor }, await requireTemplate(trx, templateId), [...members.keys()], 'list', here)
  for (const { customerId, code } of given.refused) refused.push({ line: members.get(customerId) ?? 0, why: code === 'vouchers.total_reached' ? 'total' : 'limit' })
  return { made: given.issued.length, known: twice, refused }
}

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** What a text may be: a phone first, then a card. */
function keysIn(text: string, country: string): readonly Key[] {
  return (['phone', 'card'] as const).flatMap((kind) => {
    try { return [keyOf(kind, text, country)] } catch (error) {
      if (error instanceof Refusal) return []
      throw error
    }
  })
}

export const voucherJobs: readonly Job[] = [sweepJob, workJob]
