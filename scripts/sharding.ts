/**
 * Sharding is designed in from the first migration. Every table says in the line above what it is:
 *   -- sharded by customer_id   grows with customers: customer_id is in its primary key, and so in every foreign key to another sharded table
 *   -- keyed by X               global uniqueness lives in a table keyed by the value: X is in its primary key and unique constraints
 *   -- reference                small, whole on every node: may be referenced by all
 */
import type { Migration } from '../src/foundation/migrate.ts'

const table = /(^[^\n]*\n)?create table (?:if not exists )?([\w."]+) \(([\s\S]*?)\n\);/gim

interface Table { readonly name: string, readonly mark: string, readonly by: string, readonly body: string }

/** Every fault of the migrations, a line each. */
export function shardingFaults(migrations: readonly Pick<Migration, 'name' | 'sql'>[]): readonly string[] {
  const faults: string[] = []
  const tables = new Map<string, Table>()
  for (const migration of migrations) {
    for (const [, above = '', name = '', body = ''] of migration.sql.matchAll(table)) {
      const mark = /^-- (sharded|keyed) by (\w+)|^-- (reference)/.exec(above)
      if (!mark) { faults.push(`${migration.name}: ${name} does not say whether it is sharded, keyed or a reference table`); continue }
      const one: Table = { name, mark: mark[1] ?? mark[3] ?? '', by: mark[2] ?? '', body }
      tables.set(name, one)
      faults.push(...faultsOf(one, tables).map((why) => `${migration.name}: ${name} ${why}`))
    }
    const made = [...migration.sql.matchAll(/create table/gi)].length
    const read = [...migration.sql.matchAll(table)].length
    if (made !== read) faults.push(`${migration.name}: ${made - read} create table could not be read; close each with ");" on a line of its own`)
  }
  return faults
}

function faultsOf({ mark, by, body }: Table, tables: ReadonlyMap<string, Table>): string[] {
  if (mark === 'reference') return []
  const faults: string[] = []
  const key = (/primary key \(([^)]*)\)/i.exec(body)?.[1] ?? /^\s*(\w+)[^\n]*primary key/im.exec(body)?.[1] ?? '').split(',').map((column) => column.trim())
  if (!key.includes(by)) faults.push(`has no ${by} in its primary key`)
  for (const [, columns = ''] of body.matchAll(/\bunique \(([^)]*)\)/gi)) if (!columns.split(',').map((c) => c.trim()).includes(by)) faults.push(`has a unique (${columns}) without ${by}`)
  if (/^\s*(?!unique)\w+ [^\n,(]*\bunique\b/im.test(body)) faults.push(`has a unique column that is not ${by}: put the value into a table keyed by it`)
  for (const line of body.split('\n')) {
    const target = /references "?([\w.]+)"?/i.exec(line)?.[1]
    const other = target === undefined ? undefined : tables.get(target)
    if (!other || other.mark === 'reference') continue
    if (other.mark !== mark || !new RegExp(`\\b${by}\\b`).test(line)) faults.push(`references ${other.name} without ${by}`)
  }
  return faults
}
