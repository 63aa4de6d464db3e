/** Where the files of an import lie in the data folder. Nothing that came from outside becomes a part of a path. */
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

export interface Places {
  readonly folder: string
  readonly file: string
  /** Rows the dry run or the import rejected. */
  readonly rejects: string
  readonly scratch: string
}

/** `drawer`: another capability's files lie in a folder of their own. */
export function placesOf(dataDir: string, importId: string, drawer = 'imports'): Places {
  const folder = join(dataDir, drawer, importId)
  return { folder, file: join(folder, 'file'), rejects: join(folder, 'rejects.jsonl'), scratch: join(folder, 'scratch') }
}

export async function makePlaces(places: Places): Promise<void> {
  await mkdir(places.scratch, { recursive: true })
}

/** The file is in the record now: what it held of people need not lie about twice. The rejected rows stay for whoever mends them. */
export async function clearFile({ file, scratch }: Places): Promise<void> {
  await rm(file, { force: true })
  await rm(scratch, { recursive: true, force: true })
}
