/** What other rooms know of customers: some of it kept here, so that lists can be asked by it; what changes with every move is read where it is kept. */
import type { Db } from '#foundation/db.ts'
import { findTraits, type Trait } from './record.sql.ts'

export interface KnownTrait extends Trait { readonly at: Date }

/** A port: a room that keeps something of each customer itself, told when the record is read. The roof plugs it in. */
export type TraitSource = (db: Db, customerIds: readonly string[]) => Promise<readonly KnownTrait[]>

export async function traitsOf(db: Db, sources: readonly TraitSource[], customerIds: readonly string[]): Promise<readonly KnownTrait[]> {
  if (customerIds.length === 0) return []
  const found = await Promise.all([findTraits(db, customerIds), ...sources.map((source) => source(db, customerIds))])
  return found.flat().toSorted((a, b) => (a.key < b.key ? -1 : 1))
}
