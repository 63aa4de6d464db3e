/**
 * Migrations: plain SQL files in each capability's folder, forward only, each in a transaction of its own, its hash kept with it. Two processes that start
 * at once take turns behind an advisory lock. A file that was changed after it ran is refused by name.
 */
import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import pg from 'pg'
import { bringBack } from './indexes.ts'
import { Refusal } from './refusal.ts'

export interface Migration { readonly name: string, readonly sql: string, readonly hash: string }

const lockKey = 7_240_519
/** The migration from which on indexes may have been set aside. */
const asideSince = '20261123_0120_aside'

/** Every migration under `src`, in the order of its name, which begins with its date. */
export function readMigrations(src = join(import.meta.dirname, '..')): readonly Migration[] {
  return globSync('**/migrations/*.sql', { cwd: src })
    .map((path) => {
      const sql = readFileSync(join(src, path), 'utf8').replaceAll('\r\n', '\n')
      return { name: basename(path, '.sql'), sql, hash: createHash('sha256').update(sql).digest('hex') }
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Applies what is missing; answers the names applied now. */
export async function migrate(url: string, migrations = readMigrations()): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'changke migrate' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await requireVersion(client)
    await client.query('create schema if not exists foundation')
    await client.query('create table if not exists foundation.migration (name text primary key, hash text not null, applied_at timestamptz not null default now())')
    const { rows } = await client.query<{ name: string, hash: string }>('select name, hash from foundation.migration')
    const applied = new Map(rows.map((row) => [row.name, row.hash]))
    refuseChanged(applied, migrations)
    // Before any migration that may want to change one of them.
    if (applied.has(asideSince)) await bringBack(client)
    const missing = migrations.filter((migration) => !applied.has(migration.name))
    for (const migration of missing) await apply(client, migration)
    return missing.map((migration) => migration.name)
  } finally {
    await client.end()
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query('begin')
    await client.query(migration.sql)
    await client.query('insert into foundation.migration (name, hash) values ($1, $2)', [migration.name, migration.hash])
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback').catch(() => undefined)
    throw new Error(`migration ${migration.name} failed and left nothing behind`, { cause })
  }
}

function refuseChanged(applied: ReadonlyMap<string, string>, migrations: readonly Migration[]): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration.hash]))
  for (const [name, hash] of applied) {
    const now = known.get(name)
    if (now === undefined) {
      throw new Refusal('migrate.newer_database', 409, {
        zh: '数据库由更新版本的常客升级过（迁移 {name}）。请使用那个版本或更新的版本。',
        en: 'This database was upgraded by a newer Changke (migration {name}). Run that version or a later one.'
      }, { name })
    }
    if (now !== hash) {
      throw new Refusal('migrate.changed', 409, {
        zh: '迁移 {name} 在执行之后被改动过。迁移只能新增，不能修改。',
        en: 'The migration {name} was changed after it ran. Migrations are added, never edited.'
      }, { name })
    }
  }
}

async function requireVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string }>("select current_setting('server_version_num') as version")
  const major = Math.floor(Number(rows[0]?.version ?? 0) / 10_000)
  if (major >= 15) return
  throw new Refusal('migrate.old_server', 409, {
    zh: 'PostgreSQL {major} 太旧：需要 15 到 18。', en: 'PostgreSQL {major} is too old: 15 to 18 is needed.'
  }, { major })
}
