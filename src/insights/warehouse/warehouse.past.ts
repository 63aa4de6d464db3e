/** Where an answer reads the state of a day: kept up to date for the latest day, computed once and kept for past days, computed in place on PostgreSQL. */
import type { Engine } from '#foundation/engine.ts'
import { readMeta } from './warehouse.meta.ts'
import { forgetPurchases, gatherPurchases, keptGaps, keptStates } from './warehouse.bought.ts'
import { stateSource, type Scope, type Source } from './warehouse.source.ts'

const mostKept = 6

/** `<prefix>state` and `<prefix>gap` as of the scope's day. */
export async function readState(engine: Engine, scope: Scope, prefix = ''): Promise<Source> {
  if (engine.dialect === 'postgres') return stateSource(scope, prefix)
  const tables = (state: string, gap: string): Source =>
    ({ ctes: `${prefix}state as (select * from ${state}), ${prefix}gap as (select * from ${gap})`, params: { [`${prefix}asOf`]: scope.asOf } })
  const meta = await readMeta(engine)
  const whole = [scope.category, scope.store, scope.channel, scope.customer, scope.windowDays].every((filter) => filter === undefined)
  if (whole && scope.latest === true && meta.stateCleaning === scope.cleaning) return tables('warehouse.state', 'warehouse.gap')
  const number = await findPast(engine, scope, meta.generation) ?? await keepPast(engine, scope, meta.generation)
  return tables(`memory.main.past_state_${number}`, `memory.main.past_gap_${number}`)
}

const keyOf = ({ cleaning, category, store, channel, customer, windowDays, latest }: Scope): string =>
  JSON.stringify([cleaning, category ?? null, store ?? null, channel ?? null, customer ?? null, windowDays ?? null, latest === true])

async function findPast(engine: Engine, scope: Scope, generation: bigint): Promise<bigint | undefined> {
  const [row] = await engine.all<{ number: bigint }>(
    'select number from memory.main.past where scope = $scope and as_of = cast($asOf as date) and generation = $generation order by number desc limit 1',
    { scope: keyOf(scope), asOf: scope.asOf, generation })
  return row?.number
}

async function keepPast(engine: Engine, scope: Scope, generation: bigint): Promise<bigint> {
  const [row] = await engine.all<{ number: bigint }>("select nextval('memory.main.past_number') as number")
  const number = row?.number ?? 0n
  await gatherPurchases(engine, 'past', scope)
  await engine.run(`create table memory.main.past_state_${number} as ${keptStates('past')}`)
  await engine.run(`create table memory.main.past_gap_${number} as ${keptGaps('past')}`)
  await forgetPurchases(engine, 'past')
  await engine.run('insert into memory.main.past values ($number, $scope, cast($asOf as date), $generation)', { number, scope: keyOf(scope), asOf: scope.asOf, generation })
  return number
}

/** After a refresh: days before the earliest changed one stay as they are; the rest, and the oldest beyond a handful, are dropped. */
export async function forgetPast(engine: Engine, { generation, unchangedBefore }: { readonly generation: bigint, readonly unchangedBefore: string | undefined }): Promise<void> {
  await engine.run('update memory.main.past set generation = $generation where generation = $before and as_of < cast($day as date)',
    { generation, before: generation - 1n, day: unchangedBefore ?? '0001-01-01' })
  const dropped = await engine.all<{ number: bigint }>(
    'select number from memory.main.past where generation < $generation or number not in (select number from memory.main.past where generation = $generation order by number desc limit $most)',
    { generation, most: mostKept })
  for (const { number } of dropped) {
    await engine.run(`drop table if exists memory.main.past_state_${number}`)
    await engine.run(`drop table if exists memory.main.past_gap_${number}`)
    await engine.run('delete from memory.main.past where number = $number', { number })
  }
}
