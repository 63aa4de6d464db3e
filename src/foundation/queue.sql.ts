/** Every statement that writes foundation.run. Times are the database's. A worker changes a run only while it holds the claim, so a process that was thought dead cannot spoil it. */
import { sql } from 'kysely'
import type { Db, Trx } from './db.ts'
import type { RunProblem, RunState, Told } from './runs.ts'

/** The class of the advisory locks by which live workers are known. */
export const workerClass = 7_240_522
const claimLock = 7_240_521

export interface NewRun { readonly id: string, readonly name: string, readonly data: Readonly<Record<string, unknown>>, readonly key?: string, readonly startAfter?: Date }
export interface Claimed { readonly run_id: string, readonly name: string, readonly data: Readonly<Record<string, unknown>>, readonly attempt: number, readonly claim: string }

/** Answers the id of the new run, or of the one of the same key that waits already. */
export async function insertRun(db: Db | Trx, { id, name, data, key, startAfter }: NewRun): Promise<string> {
  const { rows } = await sql<{ run_id: string }>`
    with one as (
      insert into foundation.run (run_id, name, key, data, start_after)
      values (${id}, ${name}, ${key ?? null}, ${JSON.stringify(data, bigintAsText)}::jsonb, coalesce(${startAfter ?? null}::timestamptz, now()))
      on conflict (name, key) where state = 'queued' and key is not null and not resumed
        do update set start_after = least(foundation.run.start_after, excluded.start_after)
      returning run_id)
    select run_id, pg_notify('changke_work', '') from one`.execute(db)
  return rows[0]?.run_id ?? id
}

/** Takes the run that has waited longest, of a name that has room; turns are taken, so that `width` holds over all processes. */
export const claimRun = (db: Db, worker: number, names: readonly string[], widths: readonly number[], leaseSeconds: number): Promise<Claimed | undefined> =>
  db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${claimLock}::bigint)`.execute(trx)
    const { rows } = await sql<Claimed>`
      update foundation.run set state = 'running', attempt = attempt + 1, worker = ${worker}, claim = gen_random_uuid(),
        lease_until = now() + ${leaseSeconds} * interval '1 second', started_at = coalesce(started_at, now())
      where run_id = (
        select r.run_id from foundation.run r join unnest(${[...names]}::text[], ${[...widths]}::int[]) as j(name, width) on j.name = r.name
        where r.state = 'queued' and r.start_after <= now()
          and (select count(*) from foundation.run b where b.state = 'running' and b.name = r.name) < j.width
        order by r.start_after, r.run_id limit 1 for update of r skip locked)
      returning run_id, name, data, attempt, claim, pg_notify('changke_run', run_id::text)`.execute(trx)
    return rows[0]
  })

/** Milliseconds until the next queued run is due; undefined when none waits for its time. */
export async function nextDueMs(db: Db): Promise<number | undefined> {
  const { rows } = await sql<{ ms: number | null }>`
    select extract(epoch from min(start_after) - clock_timestamp())::float8 * 1000 as ms from foundation.run where state = 'queued' and start_after > now()`.execute(db)
  return rows[0]?.ms ?? undefined
}

export async function anyDue(db: Db): Promise<boolean> {
  const { rows } = await sql<{ any: boolean }>`
    select exists (select 1 from foundation.run where state = 'running' or (state = 'queued' and start_after <= now())) as any`.execute(db)
  return rows[0]?.any ?? false
}

/** Prolongs the leases of a worker; answers what it still holds, and which of those should stop. */
export async function renewLeases(db: Db, worker: number, leaseSeconds: number): Promise<readonly { readonly claim: string, readonly cancel: boolean }[]> {
  const { rows } = await sql<{ claim: string, cancel: boolean }>`
    update foundation.run set lease_until = now() + ${leaseSeconds} * interval '1 second' where state = 'running' and worker = ${worker} returning claim, cancel`.execute(db)
  return rows
}

/** The runs of workers that are gone (their lock is free) or stalled (their lease is over) wait again: at once, then with pauses unless they made progress. */
export async function takeUpAbandoned(db: Db): Promise<number> {
  const { rows } = await sql`
    update foundation.run set ${backInLine}, interruptions = interruptions + 1,
      start_after = now() + case when interruptions < 3 then 0 else least(60, 2 ^ (interruptions - 3)) end * interval '1 second'
    where state = 'running' and (lease_until < now() or not exists (
      select 1 from pg_locks l where l.locktype = 'advisory' and l.classid = ${workerClass} and l.objid::bigint = worker and l.granted
        and l.database = (select oid from pg_database where datname = current_database())))
    returning pg_notify('changke_run', run_id::text)`.execute(db)
  return rows.length
}

const backInLine = sql.raw(`state = case when cancel then 'cancelled' else 'queued' end, ended_at = case when cancel then now() end,
  resumed = true, attempt = greatest(attempt - 1, 0), worker = null, claim = null, lease_until = null`)

/** Gives a run back that was interrupted by the end of the process, or ends it where somebody asked for that. */
export async function releaseRun(db: Db, claim: string): Promise<void> {
  await sql`update foundation.run set ${backInLine}, start_after = now() where claim = ${claim} returning pg_notify('changke_work', ''), pg_notify('changke_run', run_id::text)`.execute(db)
}

export async function saveProgress(db: Db, claim: string, done: number, total: number | undefined, sentence: Told): Promise<void> {
  await sql`update foundation.run set done = ${Math.round(done)}, total = ${total === undefined ? null : Math.round(total)}, sentence = ${JSON.stringify(sentence, bigintAsText)}::jsonb,
    interruptions = 0 where claim = ${claim} returning pg_notify('changke_run', run_id::text)`.execute(db)
}

export async function endRun(db: Db, claim: string, state: RunState, problem: RunProblem | undefined): Promise<void> {
  await sql`update foundation.run set state = ${state}, problem = ${problem === undefined ? null : JSON.stringify(problem, bigintAsText)}::jsonb, ended_at = now(),
    worker = null, claim = null, lease_until = null where claim = ${claim} returning pg_notify('changke_run', run_id::text)`.execute(db)
}

export async function retryLater(db: Db, claim: string, problem: RunProblem, seconds: number): Promise<void> {
  await sql`update foundation.run set state = 'queued', resumed = true, problem = ${JSON.stringify(problem, bigintAsText)}::jsonb, start_after = now() + ${seconds} * interval '1 second',
    worker = null, claim = null, lease_until = null where claim = ${claim} returning pg_notify('changke_work', ''), pg_notify('changke_run', run_id::text)`.execute(db)
}

export async function askToCancel(db: Db | Trx, id: string): Promise<boolean> {
  const { rows } = await sql`
    update foundation.run set cancel = true, state = case when state = 'queued' then 'cancelled' else state end, ended_at = case when state = 'queued' then now() end
    where run_id = ${id} and state in ('queued', 'running') returning pg_notify('changke_cancel', run_id::text), pg_notify('changke_run', run_id::text)`.execute(db)
  return rows.length > 0
}

export async function queueAgain(db: Db | Trx, id: string): Promise<boolean> {
  const { rows } = await sql`
    update foundation.run set state = 'queued', resumed = true, cancel = false, attempt = 0, interruptions = 0, problem = null, ended_at = null, start_after = now()
    where run_id = ${id} and state in ('failed', 'cancelled') returning pg_notify('changke_work', ''), pg_notify('changke_run', run_id::text)`.execute(db)
  return rows.length > 0
}

/** What went well is forgotten after a month, what failed after a year. */
export async function forgetOld(db: Db): Promise<void> {
  await sql`delete from foundation.run where (state in ('done', 'cancelled') and ended_at < now() - interval '30 days') or (state = 'failed' and ended_at < now() - interval '1 year')`.execute(db)
}

const bigintAsText = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? value.toString() : value)
