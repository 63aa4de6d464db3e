/**
 * Makes the generated files again: table types from the migrations, the API's types from its OpenAPI description, the JSON
 * Schema of the headless report, the page about the models. `--check` writes nothing and exits 1 where
 * a file differs from what is committed.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript'
import { buildApp } from '../src/foundation/app.ts'
import { readConfig } from '../src/foundation/config.ts'
import { silentLog } from '../src/foundation/log.ts'
import { migrate } from '../src/foundation/migrate.ts'
import { openHouse } from '../src/foundation/opening.ts'
import { startBundledPostgres } from '../src/foundation/postgres.ts'
import { Report } from '../src/evaluation/reports/reports.schema.ts'
import { appParts } from '../src/server.ts'
import { modelsPage } from './models.ts'
import { tablesOf } from './tables.ts'

const root = join(import.meta.dirname, '..')

async function make(): Promise<ReadonlyMap<string, string>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'changke-generate-'))
  const server = await startBundledPostgres({ dataDir, log: silentLog, settings: { fsync: 'off' } })
  try {
    await migrate(server.url)
    const tables = await tablesOf(server.url)
    const opened = await openHouse({ config: readConfig({ DATABASE_URL: server.url, DATA_DIR: join(dataDir, 'house') }), log: silentLog, capabilities: appParts().capabilities })
    try {
      const app = await buildApp(opened.house, { ...appParts(), authenticate: async () => undefined })
      await app.ready()
      const api = astToString(await openapiTS(app.swagger() as OpenAPI3, { alphabetize: true }))
      await app.close()
      return new Map([
        ['src/foundation/tables.generated.ts', tables],
        ['docs/analyse.schema.json', `${JSON.stringify({ $schema: 'https://json-schema.org/draft/2020-12/schema', ...Report }, null, 2)}\n`],
        ['docs/models.md', modelsPage()],
        ['src/web/api.generated.ts', `// Made by scripts/generate.ts from the routes; do not edit.\n${api}`]
      ])
    } finally {
      await opened.close()
    }
  } finally {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const read = (path: string): string => { try { return readFileSync(join(root, path), 'utf8') } catch { return '' } }

const stale = [...await make()].filter(([path, text]) => read(path) !== text)
for (const [path, text] of stale) {
  if (process.argv.includes('--check')) console.log(`${path} is not what the code makes: npm run generate`)
  else { writeFileSync(join(root, path), text); console.log(`made ${path}`) }
}
process.exitCode = stale.length > 0 && process.argv.includes('--check') ? 1 : 0
