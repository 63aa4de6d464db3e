/** A million order lines into the record, against COPY of the same file into a bare table of the same server: no types, no keys, no meaning. */
import { execFileSync } from 'node:child_process'
import { createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { importOrders } from '#activity/imports/imports.ts'
import { readConfig } from '#foundation/config.ts'
import { silentLog } from '#foundation/log.ts'
import { openHouse } from '#foundation/opening.ts'
import { capabilities } from '../src/server.ts'
import { timed, type Bench, type Setting } from './bench.ts'
import type { OrderFile } from './generate.ts'

/** Made in a process of its own: what making it takes must not count as memory of the import. */
function fileFor({ scale, cache }: Setting): OrderFile {
  const script = `import('./generate.ts').then(async (g) => process.stdout.write(JSON.stringify(await g.orderFile({ scale: ${scale}, cache: ${JSON.stringify(cache)}, say: () => undefined }))))`
  const made: OrderFile = JSON.parse(execFileSync(process.execPath, ['-e', script], { cwd: import.meta.dirname, encoding: 'utf8' }))
  return made
}

async function copyBare(url: string, path: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('create table public.bare (number text, at text, phone text, name text, product text, product_name text, category text, quantity text, amount text, channel text)')
  const { seconds } = await timed(() => pipeline(createReadStream(path, { highWaterMark: 1 << 16 }), client.query(copyFrom('copy public.bare from stdin (format csv, header)'))))
  await client.query('drop table public.bare')
  await client.end()
  return seconds
}

export const bench: Bench = {
  name: 'import',
  title: 'A million order lines into PostgreSQL',
  run: async (setting) => {
    const file = fileFor(setting)
    const dataDir = mkdtempSync(join(tmpdir(), 'changke-bench-import-'))
    const opened = await openHouse({ config: readConfig({ DATA_DIR: dataDir }), log: silentLog, capabilities })
    let mostMb = 0
    const watch = setInterval(() => { mostMb = Math.max(mostMb, process.memoryUsage.rss() / 1e6) }, 50)
    try {
      setting.say('COPY into a bare table')
      const before = await copyBare(opened.databaseUrl, file.path)
      setting.say('import')
      const task = { path: file.path, actor: 'bench', signal: new AbortController().signal }
      const first = await timed(() => importOrders(opened.house, task))
      // From here on the warehouse follows in the same process; that is another matter.
      clearInterval(watch)
      if (first.answer.orders !== file.orders || first.answer.lines !== file.lines || first.answer.rejected > 0) throw new Error(`imported ${JSON.stringify(first.answer)} of ${JSON.stringify(file)}`)
      setting.say('COPY into a bare table, again')
      // The machine may have been busier at one end than at the other: theirs is the mean of before and after. At once: a moment later the warehouse begins to follow.
      const theirs = (before + await copyBare(opened.databaseUrl, file.path)) / 2
      setting.say('the same file again')
      const again = await timed(() => importOrders(opened.house, task))
      if (again.answer.orders !== 0) throw new Error(`imported again: ${JSON.stringify(again.answer)}`)
      return [
        { what: `import of ${file.lines} lines (${file.orders} orders)`, unit: 's', ours: first.seconds, theirs, limit: { of: 'ratio', atMost: 5 } },
        { what: 'the same file again, which changes nothing', unit: 's', ours: again.seconds, theirs },
        { what: 'resident memory while importing', unit: 'MB', ours: mostMb, limit: { of: 'ours', atMost: 700 } }
      ]
    } finally {
      clearInterval(watch)
      await opened.close()
      rmSync(dataDir, { recursive: true, force: true })
    }
  }
}
