/**
 * Jobs: what runs in the background, how far it is, what failed and why, and the way to try again.
 *
 * The queue itself is foundation/queue.ts; here it is seen and steered.
 */
import type { Db, Trx } from '#foundation/db.ts'
import type { Queue } from '#foundation/queue.ts'
import { Refusal } from '#foundation/refusal.ts'
import { findRun, listRuns, type RunRecord } from '#foundation/runs.ts'
import { say, type Sentence, type Values } from '#foundation/words.ts'
import { secondsLeft } from './jobs.rules.ts'
import type { JobQuery, JobRun, JobRuns } from './jobs.schema.ts'
import { jobsWords } from './jobs.words.ts'

export type { JobRun } from './jobs.schema.ts'

export async function listJobs(db: Db, queue: Queue, { state, name, after, limit = 50 }: JobQuery, now: Date): Promise<JobRuns> {
  const runs = await listRuns(db, {
    limit: limit + 1, ...(state === undefined ? {} : { state }), ...(name === undefined ? {} : { name }), ...(after === undefined || after === '' ? {} : { after })
  })
  const items = runs.slice(0, limit).map((run) => jobOf(run, queue, now))
  return { items, next: runs.length > limit ? items.at(-1)?.id ?? null : null }
}

/** One run, or a Refusal. */
export async function readJob(db: Db | Trx, queue: Queue, id: string, now: Date): Promise<JobRun> {
  const run = await findRun(db, id)
  if (!run) throw new Refusal('jobs.unknown', 404, jobsWords.unknown)
  return jobOf(run, queue, now)
}

export async function cancelJob(trx: Trx, queue: Queue, id: string, now: Date): Promise<JobRun> {
  const before = await readJob(trx, queue, id, now)
  if (!await queue.cancel(id, trx)) throw new Refusal('jobs.ended', 409, jobsWords.ended, { state: before.state })
  return readJob(trx, queue, id, now)
}

export async function retryJob(trx: Trx, queue: Queue, id: string, now: Date): Promise<JobRun> {
  const before = await readJob(trx, queue, id, now)
  if (!await queue.retry(id, trx)) throw new Refusal('jobs.not_retriable', 409, jobsWords.notRetriable, { state: before.state })
  return readJob(trx, queue, id, now)
}

const filled = (sentence: Sentence, values: Values): Sentence => ({ zh: say(sentence, 'zh-CN', values), en: say(sentence, 'en', values) })

function jobOf(run: RunRecord, queue: Queue, now: Date): JobRun {
  const { problem, sentence } = run
  return {
    id: run.id, name: run.name, title: queue.titles.get(run.name) ?? { zh: run.name, en: run.name }, state: run.state, cancelling: run.cancelling && run.state === 'running',
    done: run.done, total: run.total, secondsLeft: secondsLeft(run.state, run.done, run.total, run.startedAt, now), attempt: run.attempt,
    sentence: sentence && filled(sentence, sentence.values),
    problem: problem && { code: problem.code, sentence: filled(problem.sentence, problem.values), error: problem.error ?? null },
    startAfter: run.startAfter.toISOString(), createdAt: run.createdAt.toISOString(), startedAt: run.startedAt?.toISOString() ?? null, endedAt: run.endedAt?.toISOString() ?? null
  }
}
