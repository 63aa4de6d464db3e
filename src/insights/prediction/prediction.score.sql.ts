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

/** Columns of many rows, each as one text of values separated by commas: one statement for thousands of customers, alike on both engines. */
export interface Packed {
  readonly ids: string, readonly chances: string, readonly purchases: string, readonly spends: string, readonly values: string, readonly doubts: string, readonly margins: string
  readonly visits: string, readonly silents: string
}

export async function insertScores(engine: Engine, number: bigint, packed: Packed): Promise<void> {
  const column = (name: keyof Packed): string => `unnest(string_to_array($${name}, ',')) as ${name}`
  await engine.run(`insert into prediction.score (customer_id, number, chance, purchases, spend_minor, value_minor, doubt_minor, on_margin, visits, silent)
    select cast(ids as uuid), $number, cast(chances as double precision), cast(purchases as double precision), cast(spends as bigint), cast("values" as bigint), cast(doubts as bigint), margins = '1',
      cast(visits as integer), cast(silents as integer)
    from (select ${(['ids', 'chances', 'purchases', 'spends', 'doubts', 'margins', 'visits', 'silents'] as const).map(column).join(', ')}, unnest(string_to_array($values, ',')) as "values") packed`,
  { number, ...packed })
}

/** Scores of other scorings than this one. */
export const dropOthers = (engine: Engine, number: bigint): Promise<void> => engine.run('delete from prediction.score where number <> $number', { number })
