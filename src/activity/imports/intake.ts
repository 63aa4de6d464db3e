/** A file of this machine into the record, without upload and queue. */
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import type { House } from '#foundation/house.ts'
import { requireFile } from './bytes.ts'
import type { Counts } from './counts.ts'
import { noteImport, receiveFile } from './imports.deeds.ts'
import { tryImport, writeImport } from './imports.jobs.ts'
import type { Mapping } from './mapping.ts'

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

/** What importing it would do. */
export const tryOrders = async (house: House, file: FileImport): Promise<Counts> =>
  tryImport(house, await takeIn(house, file), file.actor, file.signal, file.onProgress ?? (() => undefined))

async function takeIn(house: House, { path, actor, correct }: FileImport): Promise<string> {
  await requireFile(path)
  const guess = await receiveFile(house, createReadStream(path))
  const received = { ...guess, mapping: correct?.(guess.mapping, guess.layout.headers) ?? guess.mapping }
  await house.db.transaction().execute((trx) => noteImport(trx, received, basename(path), actor, house.clock()))
  return received.importId
}
