/**
 * Work that outlives a request: durable, retried with growing pauses, seen on a page.
 *
 * One table is both the queue and its memory (docs/decisions: a queue of our own). A job is written in the caller's transaction, begins within
 * milliseconds of its commit (NOTIFY), and is taken up again when the process that ran it dies. So a job may run twice: it must be idempotent.
 * Times are the database's own, so that several processes with different clocks agree on what is due.
 */
import type { Clock } from './clock.ts'
import type { Db, Trx } from './db.ts'
import type { House } from './house.ts'
import { newId } from './ids.ts'
import type { Log } from './log.ts'
import { openSwitchboard } from './queue.notify.ts'
import * as sql from './queue.sql.ts'
import { startWorker, type Worker } from './queue.worker.ts'
import { findRun, hasEnded, type RunRecord } from './runs.ts'
import type { Sentence, Values } from './words.ts'

export interface Run {
  readonly id: string
  /** 1 the first time; grows with every error, not with interruptions. */
  readonly attempt: number
  /** Aborts when somebody cancels the run or the process is ending. Stop at a point from which the next attempt can go on; `signal.throwIfAborted()` is fine. */
  readonly signal: AbortSignal
  /** Shown on the page, at most twice a second; call it as often as you like. */
  readonly report: (done: number, total: number | undefined, sentence: Sentence, values?: Values) => void
}

export interface Job {
  readonly name: string
  readonly title: Sentence
  /** How often an unexpected error is tried again. A Refusal is final at once. */
  readonly retries: number
  /** At most this many of the name at once in the whole installation; 1 unless said. */
  readonly width?: number
  readonly run: (house: House, data: Readonly<Record<string, unknown>>, run: Run) => Promise<void>
}

export interface SendOptions { readonly key?: string, readonly startAfter?: Date }

export interface Queue {
  /**
   * Enqueues inside the caller's transaction, so that the job exists exactly if the write does. A second job of the same `key` that waits is not added:
   * the waiting one is held back until this transaction ends, so that it sees what was written. Send last: transactions of one key take turns.
   */
  readonly send: (db: Db | Trx, name: string, data: Readonly<Record<string, unknown>>, options?: SendOptions) => Promise<string>
  /** Ends a waiting run, asks a running one to stop; false when it has ended already. */
  readonly cancel: (id: string, db?: Db | Trx) => Promise<boolean>
  /** Queues a failed or cancelled run again; false when it is neither. */
  readonly retry: (id: string, db?: Db | Trx) => Promise<boolean>
  /** Calls back after every change of the run, whichever process works on it; answers how to stop. */
  readonly watch: (id: string, changed: () => void) => () => void
  /** Waits for the end of a run. */
  readonly ended: (id: string) => Promise<RunRecord>
  /** Waits until nothing runs and nothing is due. */
  readonly settled: () => Promise<void>
  readonly titles: ReadonlyMap<string, Sentence>
}

export interface OpenedQueue extends Queue {
  /** Begins to work; given the house once it stands. */
  readonly start: (house: House) => Promise<void>
  /** Running jobs get the signal and are queued again; nothing is lost. */
  readonly stop: () => Promise<void>
}

export interface QueueParts { readonly url: string, readonly db: Db, readonly log: Log, readonly clock: Clock, readonly jobs: readonly Job[] }

const pollMs = 1_000

export async function openQueue({ url, db, log, clock, jobs }: QueueParts): Promise<OpenedQueue> {
  const byName = new Map(jobs.map((job) => [job.name, job]))
  const switchboard = openSwitchboard(url, log)
  let worker: Worker | undefined
  return {
    titles: new Map(jobs.map((job) => [job.name, job.title])),
    send: (at, name, data, options = {}) => {
      if (!byName.has(name)) throw new Error(`no capability has a job named ${name}`)
      return sql.insertRun(at, { id: newId(clock()), name, data, ...options })
    },
    cancel: (id, at = db) => sql.askToCancel(at, id),
    retry: (id, at = db) => sql.queueAgain(at, id),
    watch: (id, changed) => switchboard.listen('changke_run', (payload) => { if (payload === id) changed() }),
    ended: (id) => endOf(db, id, switchboard.listen),
    settled: async () => { while (await sql.anyDue(db)) await pause(20) },
    start: async (house) => {
      await switchboard.connect()
      worker = await startWorker({ house, log, byName, switchboard })
    },
    stop: async () => {
      await worker?.stop()
      await switchboard.close()
    }
  }
}

/** Notified where a connection listens, polled where none does. */
async function endOf(db: Db, id: string, listen: (channel: string, hear: (payload: string) => void) => () => void): Promise<RunRecord> {
  for (;;) {
    let wake = (): void => undefined
    const changed = new Promise<void>((resolve) => { wake = resolve })
    const stop = listen('changke_run', (payload) => { if (payload === id) wake() })
    try {
      const run = await findRun(db, id)
      if (!run) throw new Error(`there is no run ${id}`)
      if (hasEnded(run)) return run
      await Promise.race([changed, pause(pollMs)])
    } finally { stop() }
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms) })
