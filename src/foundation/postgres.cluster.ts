/** A new cluster: made in a fresh folder beside its place and renamed into it, so that a kill leaves a whole one or none. */
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { makePassage } from './passage.ts'
import { asAccount, giveTo, type Account } from './postgres.account.ts'
import { programOf, serverVersion, type Binaries } from './postgres.binaries.ts'
import { keepEntries, type Place } from './postgres.place.ts'
import { Refusal } from './refusal.ts'

const run = promisify(execFile)
export const superuser = 'changke'

/** Sorting is by code point everywhere. The character classes must know Chinese, or trigram search finds no Chinese name; not every system has each. */
const characterClasses = process.platform === 'darwin' ? ['en_US.UTF-8', 'UTF-8', 'C'] : ['C.UTF-8', 'en_US.UTF-8', 'C']

export async function makeCluster(place: Place, binaries: Binaries, account: Account | undefined, durable: boolean): Promise<void> {
  makePassage(dirname(place.folder))
  const unfinished = `${place.folder}.new-${randomUUID()}`
  mkdirSync(unfinished, { mode: 0o700 })
  giveTo(account, unfinished)
  const password = join(unfinished, 'password')
  writeFileSync(password, place.password, { mode: 0o600 })
  giveTo(account, password)
  await initialise(join(unfinished, 'data'), password, binaries, account, durable)
  renameSync(join(unfinished, 'data'), place.folder)
  keepEntries(dirname(place.folder))
  rmSync(unfinished, { recursive: true, force: true })
}

async function initialise(folder: string, password: string, binaries: Binaries, account: Account | undefined, durable: boolean): Promise<void> {
  for (const [tried, characterClass] of characterClasses.entries()) {
    try {
      await run(programOf(binaries, 'initdb'), [
        '--pgdata', folder, '--username', superuser, '--pwfile', password, '--auth', 'scram-sha-256', '--encoding', 'UTF8',
        '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--locale', 'C', '--lc-ctype', characterClass, ...(durable ? [] : ['--no-sync'])
      ], asAccount(account))
      return
    } catch (error) {
      if (tried === characterClasses.length - 1 || !/locale/.test(String(error))) throw notMade(folder, error)
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

const notMade = (folder: string, cause: unknown): Refusal => Object.assign(new Refusal('postgres.not_made', 500, {
  zh: '内置的 PostgreSQL 无法在 {folder} 建立数据库：{reason}', en: 'The bundled PostgreSQL could not make its database in {folder}: {reason}'
}, { folder, reason: (cause instanceof Error && 'stderr' in cause ? String(cause.stderr) : String(cause)).trim() }), { cause })

/** Takes away what a killed first start left. An initdb that outlived its parent may still be writing there: then the next start does it. */
export function clearUnfinished(place: Place): void {
  const home = dirname(place.folder)
  for (const name of readdirSync(home).filter((entry) => entry.startsWith(`${basename(place.folder)}.new-`))) {
    try {
      rmSync(join(home, name), { recursive: true, force: true })
    } catch {
      continue
    }
  }
}

export function requireSameMajor(place: Place, binaries: Binaries): void {
  const theirs = readFileSync(join(place.folder, 'PG_VERSION'), 'utf8').trim()
  const ours = serverVersion(binaries).split('.')[0] ?? ''
  if (theirs === ours) return
  throw new Refusal('postgres.other_major', 409, {
    zh: '{folder} 由 PostgreSQL {theirs} 写成，而这个版本的常客自带 PostgreSQL {ours}。请用原来的版本导出，再导入新的数据文件夹。',
    en: '{folder} was written by PostgreSQL {theirs}, and this Changke brings PostgreSQL {ours}. Dump it with the former version and restore it into a new data folder.'
  }, { folder: place.folder, theirs, ours })
}
