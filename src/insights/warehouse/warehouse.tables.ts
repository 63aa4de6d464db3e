/** The tables of a DuckDB warehouse: the same names and columns as the views of the PostgreSQL one, and what only a projection needs. */
import type { Engine } from '#foundation/engine.ts'

// DuckDB packs ids that look alike, and unpacking them costs ten times what reading them does; every refresh and rebuild reads them all.
const id = 'uuid using compression uncompressed'
// Every answer reads all states: numbers as they are cost a million customers 40 MB, and neither packing nor unpacking.
const plain = (type: 'date' | 'integer' | 'bigint'): string => `${type} using compression uncompressed`

const statements = [
  'create schema if not exists warehouse',
  `create table if not exists warehouse.purchase (
    customer_id ${id} not null, order_id ${id} not null, day date not null, "at" timestamptz not null, kind varchar not null, anonymous boolean not null,
    gross_minor bigint not null, clean_minor bigint not null, refunded_minor bigint not null, cost_minor bigint, channel varchar, store_id uuid, category varchar,
    undoes_order_id uuid)`,
  `create table if not exists warehouse.line (
    customer_id ${id} not null, order_id ${id} not null, line_no integer not null, day date not null, kind varchar not null, anonymous boolean not null,
    product varchar not null, category varchar, quantity double not null, amount_minor bigint not null, cost_minor bigint)`,
  `create table if not exists warehouse.customer (customer_id ${id} not null, name varchar, region varchar, created_day date not null)`,
  // What is known of each customer once every fact is counted, and how long the ended gaps were: kept by refreshes, so that an answer of today reads no order.
  `create table if not exists warehouse.state (
    customer_id ${id} not null, first_day ${plain('date')} not null, last_day ${plain('date')} not null, previous_day ${plain('date')}, visits ${plain('integer')} not null,
    orders ${plain('integer')} not null, money_minor ${plain('bigint')} not null, value_minor ${plain('bigint')} not null, known_minor ${plain('bigint')} not null,
    cost_minor ${plain('bigint')} not null, category varchar)`,
  'create table if not exists warehouse.gap (series varchar not null, category varchar, days integer not null, n integer not null)',
  'create table if not exists warehouse.meta (key varchar not null, value varchar not null)',
  // States of past days, computed when asked for and kept until a refresh touches those days. In memory: gone with the process, nothing to repair.
  'create sequence if not exists memory.main.past_number',
  'create table if not exists memory.main.past (number bigint, scope varchar, as_of date, generation bigint)'
]

/** Whether the last of them is there, and so all. */
const isMade = "select count(*) as n from duckdb_tables() where database_name = 'memory' and table_name = 'past'"

export async function createTables(engine: Engine): Promise<void> {
  const [made] = await engine.all<{ n: bigint }>(isMade)
  if (made?.n === 1n) return
  for (const statement of statements) await engine.run(statement)
}
