import pg from 'pg'
import { expect, it } from 'vitest'
import { readMigrations } from '#foundation/migrate.ts'
import { createTestDatabase } from './postgres.ts'

it('gives every test file a migrated database of its own', async () => {
  const [one, two] = await Promise.all([createTestDatabase(), createTestDatabase()])
  expect(one.url).not.toBe(two.url)
  const client = new pg.Client({ connectionString: one.url })
  await client.connect()
  const { rows } = await client.query<{ applied: number }>('select count(*)::int as applied from foundation.migration')
  expect(rows[0]?.applied).toBe(readMigrations().length)
  await client.end()
  await Promise.all([one.drop(), two.drop()])
})
