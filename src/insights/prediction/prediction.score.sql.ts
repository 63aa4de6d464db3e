/** Writing and clearing scores. They stand beside the warehouse, under one name on both engines, so that lists are sorted and joined where the customers are. */
import type { Engine } from '#foundation/engine.ts'

const create = [
  'create schema if not exists prediction',
  `create table if not exists prediction.score (
    customer_id uuid not null, number bigint not null, chance double not null, purchases double not null, spend_minor bigint not null, value_minor bigint not null,
    doubt_minor bigint not null, on_margin boolean not null, visits integer not null, silent integer not null)`
]

/** In a DuckDB warehouse the table is made when first needed; in PostgreSQL a migration has made it. */
export async function createScores(engine: Engine): Promise<void> {
  if (engine.dialect === 'postgres') return
  for (const statement of create) await engine.run(statement)
}

/**
 * Work that writes scores into the engine it is given. In DuckDB all of it is one transaction: each commit waits for the disk, and a long transaction writes
 * its rows straight into their place. PostgreSQL commits batch by batch: its snapshots only read. Nobody reads scores before their number stands.
 */
export const writing = <T>(engine: Engine, work: (into: Engine) => Promise<T>): Promise<T> => (engine.dialect === 'postgres' ? work(engine) : engine.snapshot(work))

/** Columns of many rows, each as one text of values separated by commas: one statement for thousands of customers, alike on both engines. */
export interface Packed {
  readonly ids: string, readonly chances: string, readonly purchases: string, readonly spends: string, readonly values: string, readonly doubts: string, readonly margins: string
  readonly visits: string, readonly silents: string
}

const typeOf: Readonly<Record<keyof Packed, string>> = {
  ids: 'uuid', chances: 'double precision', purchases: 'double precision', spends: 'bigint', values: 'bigint', doubts: 'bigint', margins: 'integer', visits: 'integer', silents: 'integer'
}

/** Values become numbers before they become rows: a list is turned at once, rows one by one. */
const columns = Object.entries(typeOf).map(([name, type]) => `unnest(cast(string_to_array($${name}, ',') as ${type}[])) as "${name}"`).join(', ')

export const insertScores = (engine: Engine, number: bigint, packed: Packed): Promise<void> =>
  engine.run(`insert into prediction.score (customer_id, number, chance, purchases, spend_minor, value_minor, doubt_minor, on_margin, visits, silent)
    select ids, $number, chances, purchases, spends, "values", doubts, margins = 1, visits, silents from (select ${columns}) packed`, { number, ...packed })

/** Scores of other scorings than this one. */
export const dropOthers = (engine: Engine, number: bigint): Promise<void> => engine.run('delete from prediction.score where number <> $number', { number })
