import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { lockDataFolder } from './folder.ts'

const folder = mkdtempSync(join(tmpdir(), 'changke-folder-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Another process that holds the folder until it is killed. */
async function holder(dataDir: string) {
  const code = `import { lockDataFolder } from ${JSON.stringify(join(import.meta.dirname, 'folder.ts'))}
    await lockDataFolder(${JSON.stringify(dataDir)}); console.log('held'); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return child
}

it('names the process that holds the folder, and is free again when that one is killed', async () => {
  const dataDir = join(folder, 'deep', 'data')
  const child = await holder(dataDir)
  await expect(lockDataFolder(dataDir, 100)).rejects.toMatchObject({ code: 'folder.locked', detail: { dataDir, holder: String(child.pid) } })
  const waiting = lockDataFolder(dataDir)
  child.kill('SIGKILL')
  const lock = await waiting
  lock.release()
})

it('says so when the folder cannot be made', async () => {
  writeFileSync(join(folder, 'file'), '')
  await expect(lockDataFolder(join(folder, 'file', 'data'))).rejects.toMatchObject({ code: 'folder.not_writable', detail: { reason: 'ENOTDIR' } })
})
