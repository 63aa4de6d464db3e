/** Writes src/foundation/tables.generated.ts: the types of every table, read from a database that has all migrations. */
import pg from 'pg'

interface Column { readonly schema: string, readonly relation: string, readonly column: string, readonly type: string, readonly optional: boolean, readonly nullable: boolean }

const simple: Readonly<Record<string, string>> = { uuid: 'string', text: 'string', bool: 'boolean', int2: 'number', int4: 'number', float8: 'number', date: 'string', _text: 'string[]', _int8: 'string[]', _numeric: 'string[]', _int4: 'number[]', tsvector: 'string' }
const split: Readonly<Record<string, string>> = {
  int8: 'ColumnType<bigint, bigint | number, bigint | number>',
  numeric: 'ColumnType<string, string | number, string | number>',
  timestamptz: 'ColumnType<Date, Date | string, Date | string>',
  jsonb: 'ColumnType<unknown, string, string>',
  xid8: 'ColumnType<string, string, RawBuilder<string>>'
}

const query = `
  select n.nspname as schema, c.relname as relation, a.attname as column, t.typname as type,
    (a.atthasdef or a.attidentity <> '' or c.relkind = 'v') as optional, not a.attnotnull as nullable
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace join pg_type t on t.oid = a.atttypid
  where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'v', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pgboss', 'public') and n.nspname not like 'pg_%'
  order by 1, 2, a.attnum`

function typeOf(column: Column): string {
  const plain = simple[column.type]
  if (plain !== undefined) {
    const type = column.nullable ? `${plain} | null` : plain
    return column.optional ? `Generated<${type}>` : type
  }
  const known = split[column.type]
  if (known === undefined) throw new Error(`no TypeScript type for ${column.type} of ${column.schema}.${column.relation}.${column.column}`)
  if (!column.nullable && !column.optional) return known
  const [select = '', insert = '', update = ''] = known.slice('ColumnType<'.length, -1).split(', ')
  const none = column.nullable ? ' | null' : ''
  return `ColumnType<${select}${none}, ${insert}${none}${column.optional ? ' | undefined' : ''}, ${update}${none}>`
}

/** The text of tables.generated.ts for the database at `url`. */
export async function tablesOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<Column>(query)
  await client.end()
  const relations = new Map<string, Column[]>()
  for (const row of rows) {
    const name = `${row.schema}.${row.relation}`
    relations.set(name, [...(relations.get(name) ?? []), row])
  }
  const body = [...relations].map(([name, columns]) =>
    `  '${name}': {\n${columns.map((column) => `    ${column.column}: ${typeOf(column)}\n`).join('')}  }\n`).join('')
  const needs = ['ColumnType', 'Generated', 'RawBuilder'].filter((word) => body.includes(`${word}<`))
  return `// Made by scripts/tables.ts from the migrations; do not edit.\nimport type { ${needs.join(', ')} } from 'kysely'\n\nexport interface Tables {\n${body}}\n`
}
