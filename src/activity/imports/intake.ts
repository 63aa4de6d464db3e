/** A file of this machine into the record, without upload and queue. */
import { createReadStream } from 'node:fs'
import { basename, parse } from 'node:path'
import type { House } from '#foundation/house.ts'
import { readBusiness, saveBusiness } from '#settings/business/business.ts'
import { requireFile } from './bytes.ts'
import type { Counts } from './counts.ts'
import { noteImport, receiveFile } from './imports.deeds.ts'
import { tryImport, writeImport } from './imports.jobs.ts'
import type { Mapping } from './mapping.ts'
import { presets } from './presets.ts'

export interface FileImport {
  readonly path: string
  readonly actor: string
  readonly signal: AbortSignal
  /** Changes the guessed mapping. */
  readonly correct?: (guess: Mapping, headers: readonly string[]) => Mapping
  readonly onProgress?: (rows: number, of: number) => void
}

/** Imports a file of this machine, without the queue: the command line and `--sample=FILE`. It appears among the past imports like any other. */
export const importOrders = async (house: House, file: FileImport): Promise<Counts> =>
  writeImport(house, await takeIn(house, file), file.actor, file.signal, file.onProgress ?? (() => undefined))

/**
 * `--sample=FILE`: the first file of a house without orders; nothing where there are orders already, so that later starts are quick. Where nobody has said whose
 * house it is and the file is one shop's known export, the business takes its country, zone and currency, before the first order settles them.
 */
export async function beginWith(house: House, file: FileImport): Promise<Counts | undefined> {
  if ((await readBusiness(house.db)).settled) return undefined
  const importId = await takeIn(house, file, async ({ preset }) => {
    const home = presets.find(({ id }) => id === preset)?.home
    await house.db.transaction().execute(async (trx) => {
      const { version } = await readBusiness(trx)
      if (home && version === 0) await saveBusiness(trx, { name: parse(file.path).name, ...home, version }, house.clock())
    })
  })
  return writeImport(house, importId, file.actor, file.signal, file.onProgress ?? (() => undefined))
}

/** What importing it would do. */
export const tryOrders = async (house: House, file: FileImport): Promise<Counts> =>
  tryImport(house, await takeIn(house, file), file.actor, file.signal, file.onProgress ?? (() => undefined))

async function takeIn(house: House, { path, actor, correct }: FileImport, look?: (mapping: Mapping) => Promise<void>): Promise<string> {
  await requireFile(path)
  const guess = await receiveFile(house, createReadStream(path, { highWaterMark: 1_048_576 }))
  const received = { ...guess, mapping: correct?.(guess.mapping, guess.layout.headers) ?? guess.mapping }
  await look?.(received.mapping)
  await house.db.transaction().execute((trx) => noteImport(trx, received, basename(path), actor, house.clock()))
  return received.importId
}
