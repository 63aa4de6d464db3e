/** The secret that signs session cookies: a file of the data folder; a row where the database is one's own, since several processes may share it. */
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { House } from '#foundation/house.ts'

const form = /^[0-9a-f]{64}$/

export async function readSecret({ config, db }: Pick<House, 'config' | 'db'>): Promise<string> {
  if (config.databaseUrl === '') return fromFile(join(config.dataDir, 'secret'), config.dataDir)
  await db.insertInto('access.secret').values({ id: 1, value: made() }).onConflict((conflict) => conflict.doNothing()).execute()
  return (await db.selectFrom('access.secret').select('value').executeTakeFirstOrThrow()).value
}

const made = (): string => randomBytes(32).toString('hex')

/** A file that a kill left half written is made again: it was never used. */
function fromFile(path: string, folder: string): string {
  try {
    const kept = readFileSync(path, 'utf8').trim()
    if (form.test(kept)) return kept
  } catch { /* the first start */ }
  const secret = made()
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${path}.new`, `${secret}\n`, { mode: 0o600 })
  chmodSync(`${path}.new`, 0o600)
  renameSync(`${path}.new`, path)
  return secret
}
