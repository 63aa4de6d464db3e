/**
 * The data folder belongs to one process at a time. The lock is that of a DuckDB file held open: the kernel's, so any death releases it, and its error names
 * the holder. Nothing else in this process may open the file: closing any handle of it would let the lock go.
 */
import { constants, accessSync, existsSync, linkSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { DuckDBInstance } from '@duckdb/node-api'
import { makePassage } from './passage.ts'
import { Refusal } from './refusal.ts'

export interface FolderLock { readonly release: () => void }

const smallest = { threads: '1', memory_limit: '16MB' }

/**
 * Creates the folder where it is missing and holds it until released, or until this process ends in whatever way. A holder that is just ending gets `patienceMs`
 * to do so: a restart that comes quickly must not fail.
 */
export async function lockDataFolder(dataDir: string, patienceMs = 4_000): Promise<FolderLock> {
  makeFolder(dataDir)
  const path = join(dataDir, 'lock.duckdb')
  if (!existsSync(path)) await makeLockFile(path)
  for (let waited = 0; ; waited += 50) {
    try {
      const instance = await DuckDBInstance.create(path, smallest)
      return { release: () => instance.closeSync() }
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      if (!/lock|used by another process/i.test(message)) throw error
      if (waited >= patienceMs) throw locked(dataDir, /PID (\d+)/.exec(message)?.[1] ?? '?')
      await sleep(50)
    }
  }
}

const locked = (dataDir: string, holder: string): Refusal => new Refusal('folder.locked', 409, {
  zh: '数据文件夹 {dataDir} 正被另一个常客进程使用（进程号 {holder}）。请先停止它，或用 DATA_DIR 指定另一个文件夹。',
  en: 'Another Changke process (PID {holder}) is using the data folder {dataDir}. Stop it first, or name another folder with DATA_DIR.'
}, { dataDir, holder })

/** Made under another name and linked into place: the file is whole from its first moment, and the first of two that make it wins. */
async function makeLockFile(path: string): Promise<void> {
  const unfinished = `${path}.${process.pid}`
  rmSync(unfinished, { force: true })
  const instance = await DuckDBInstance.create(unfinished, smallest)
  instance.closeSync()
  try {
    linkSync(unfinished, path)
  } catch (error) {
    if (!existsSync(path)) throw error
  } finally {
    rmSync(unfinished, { force: true })
  }
}

function makeFolder(dataDir: string): void {
  try {
    makePassage(dataDir)
    accessSync(dataDir, constants.W_OK | constants.X_OK)
  } catch (cause) {
    throw Object.assign(new Refusal('folder.not_writable', 500, {
      zh: '不能写入数据文件夹 {dataDir}（{reason}）。请检查权限，或用 DATA_DIR 指定另一个文件夹。',
      en: 'The data folder {dataDir} cannot be written ({reason}). Check its permissions, or name another folder with DATA_DIR.'
    }, { dataDir, reason: cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause) }), { cause })
  }
}
