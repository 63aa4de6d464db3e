/**
 * Indexes of a table that is filled for the first time. An entry that is made beside its row costs five times what it costs in an index that is built when all rows are there,
 * and a table of people has ten of them: so those by which people search and list are set aside, and noted until they are back. A process that is killed in between leaves the
 * note, and the next start builds what it says.
 */
import { DatabaseError, type ClientBase } from 'pg'
import { transact, type Db, type Pool } from './db.ts'

/** More rows than this: people work with the table, and need its indexes more than an import needs the time. */
const mostRows = 1_000
/** Nobody waits for an import that only wants to be quicker. */
const mostWait = '200ms'

/**
 * Sets these indexes aside, where all of their tables are as good as empty and nobody is using them. Answers whether it did; then `bringBack` is owed. Meanwhile whoever asks by one
 * of them walks through its table: so name none that a statement asks by row for row, or again and again. What holds uniqueness stays whoever names it.
 */
export async function setAside(pool: Pool, indexes: readonly string[]): Promise<boolean> {
  try {
    return await transact(pool, async (_, client) => {
      const tables = await tablesOf(client, indexes)
      if (tables.length === 0 || await isAnyFilled(client, tables)) return false
      await client.query(`set local lock_timeout = '${mostWait}'`)
      await client.query(`lock table ${tables.join(', ')} in access exclusive mode`)
      // Nobody can write any more: what is counted now stays.
      if (await isAnyFilled(client, tables)) return false
      const { rows } = await client.query<{ name: string }>(`
        insert into foundation.index_aside (name, definition)
        select format('%I.%I', n.nspname, c.relname), pg_get_indexdef(i.indexrelid)
        from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
        where ${among} returning name`, [indexes])
      if (rows.length > 0) await client.query(`drop index ${rows.map(({ name }) => name).join(', ')}`)
      return rows.length > 0
    })
  } catch (error) {
    // Somebody holds one of the tables.
    if (error instanceof DatabaseError && error.code === '55P03') return false
    throw error
  }
}

/** One that another import has set aside is not among them. */
const among = 'i.indexrelid in (select to_regclass(name) from unnest($1::text[]) name) and not i.indisunique and not i.indisexclusion'

async function tablesOf(client: ClientBase, indexes: readonly string[]): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(`select distinct i.indrelid::regclass::text as name from pg_index i where ${among} order by 1`, [indexes])
  return rows.map(({ name }) => name)
}

async function isAnyFilled(client: ClientBase, tables: readonly string[]): Promise<boolean> {
  const { rows } = await client.query<{ filled: boolean }>(`select ${tables.map((table) => `(select count(*) from (select from ${table} limit ${mostRows + 1}) counted) > ${mostRows}`).join(' or ')} as filled`)
  return rows[0]?.filled === true
}

/** Whether it is away: then its table is being filled for the first time, and whoever asks by it walks through all of it. */
export const isSetAside = async (db: Db, index: string): Promise<boolean> =>
  await db.selectFrom('foundation.index_aside').select('name').where('name', '=', index).executeTakeFirst() !== undefined

/** Builds what was set aside, each index in a transaction of its own. Several may do it at once: they share the work. */
export async function bringBack(client: Pick<ClientBase, 'query'>): Promise<void> {
  for (let isLeft = true; isLeft;) {
    await client.query('begin')
    try {
      // A crash of the server may take back the last of them, with its note.
      await client.query('set local synchronous_commit = off')
      const { rows: [next] } = await client.query<{ definition: string }>(`
        delete from foundation.index_aside where name = (select name from foundation.index_aside order by name limit 1 for update skip locked) returning definition`)
      if (next) await client.query(next.definition)
      await client.query('commit')
      isLeft = next !== undefined
    } catch (error) {
      await client.query('rollback').catch(() => undefined)
      throw error
    }
  }
}
