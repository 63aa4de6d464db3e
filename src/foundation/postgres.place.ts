/**
 * Where the bundled PostgreSQL keeps its data, and the password it was made with: noted in DATA_DIR/postgres.json before anything else, so that a kill at any
 * moment of the first start finds the same place again.
 */
import { randomBytes } from 'node:crypto'
import { chmodSync, closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { mayReach, type Account } from './postgres.account.ts'
import { Refusal } from './refusal.ts'

export interface Place { readonly folder: string, readonly password: string }

/** `made`: the cluster was there once, so its absence is a loss and no first start. */
interface Note { readonly folder: string, readonly password: string, readonly made: boolean }

/** Root keeps here what the server's account cannot reach where the owner put it. */
export const varFolder = '/var/lib/changke'

const noteOf = (dataDir: string): string => join(dataDir, 'postgres.json')

/** The place noted earlier. A folder that lost its note, or a note that lost its folder, is said and never papered over with an empty database. */
export function findPlace(dataDir: string): Place | undefined {
  const path = noteOf(dataDir)
  if (!existsSync(path)) {
    if (existsSync(join(dataDir, 'postgres'))) throw lost(path, join(dataDir, 'postgres'))
    return undefined
  }
  const note = readNote(dataDir)
  const folder = resolve(dataDir, note.folder)
  if (note.made && !existsSync(folder)) throw lost(folder, path)
  if (!note.made && existsSync(folder)) noteMade(dataDir)
  return { folder, password: note.password }
}

export function choosePlace(dataDir: string, account: Account | undefined): Place {
  const folder = mayPass(account, dataDir) ? 'postgres' : join(varFolder, randomBytes(8).toString('hex'), 'postgres')
  const password = randomBytes(24).toString('base64url')
  write(dataDir, { folder, password, made: false })
  return { folder: resolve(dataDir, folder), password }
}

export const noteMade = (dataDir: string): void => write(dataDir, { ...readNote(dataDir), made: true })

const readNote = (dataDir: string): Note => JSON.parse(readFileSync(noteOf(dataDir), 'utf8')) as Note

/** Our own folder lets the server's account through, as it would had we made it: what lies in it is still closed to others. The folders above are not ours. */
function mayPass(account: Account | undefined, dataDir: string): boolean {
  if (mayReach(account, dataDir)) return true
  if (!mayReach(account, dirname(dataDir))) return false
  chmodSync(dataDir, statSync(dataDir).mode | 0o011)
  return mayReach(account, dataDir)
}

const lost = (missing: string, left: string): Refusal => new Refusal('postgres.lost', 409, {
  zh: '找不到 {missing}，而 {left} 还在：两者属于同一个数据库。请从备份恢复，或者（若想从头开始）把 {left} 也移走。',
  en: '{missing} is gone, but {left} is still there: they belong to one database. Restore it from a backup, or, to begin anew, move {left} away too.'
}, { missing, left })

function write(dataDir: string, note: Note): void {
  const path = noteOf(dataDir)
  const unfinished = `${path}.new`
  writeFileSync(unfinished, `${JSON.stringify(note, undefined, 2)}\n`, { mode: 0o600, flush: true })
  renameSync(unfinished, path)
  keepEntries(dataDir)
}

/** Makes a folder's names survive a power cut. */
export function keepEntries(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
