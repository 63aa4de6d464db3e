/** Products by name: the warehouse keeps their numbers; the record knows what a recent sale called each. */
import type { House } from '#foundation/house.ts'
import { ask } from '../warehouse/warehouse.ts'
import { namesOfLines } from './names.sql.ts'
import { recentLines } from './preference.sql.ts'

/** The name of each product that has one. */
export async function namesOf(house: Pick<House, 'engine' | 'db'>, products: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(products)]
  if (wanted.length === 0) return new Map()
  const lines = await ask(house.engine, recentLines(wanted))
  return new Map((await namesOfLines(house.db, lines)).map(({ product, name }) => [product, name]))
}
