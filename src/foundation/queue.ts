/** Work that outlives a request: durable, retried with growing pauses, seen on a page. */
import type { Clock } from './clock.ts'
import type { Db, Trx } from './db.ts'
import type { House } from './house.ts'
import type { Log } from './log.ts'
import type { Sentence, Values } from './words.ts'

export interface Run {
  readonly id: string
  readonly attempt: number
  /** Aborts when somebody cancels the run or the process is ending. */
  readonly signal: AbortSignal
  readonly report: (done: number, total: number | undefined, sentence: Sentence, values?: Values) => void
}

export interface Job {
  readonly name: string
  readonly title: Sentence
  readonly retries: number
  /** At most this many of the name at once in the whole installation; 1 unless said. */
  readonly width?: number
  readonly run: (house: House, data: Readonly<Record<string, unknown>>, run: Run) => Promise<void>
}

export interface Queue {
  /** Enqueues inside the caller's transaction, so that the job exists exactly if the write does. A second job of the same `key` that waits is not added. */
  readonly send: (db: Db | Trx, name: string, data: Readonly<Record<string, unknown>>, options?: { readonly key?: string, readonly startAfter?: Date }) => Promise<string>
  readonly cancel: (id: string) => Promise<void>
}

export interface OpenedQueue extends Queue {
  /** Begins to work; given the house once it stands. */
  readonly start: (house: House) => Promise<void>
  readonly stop: () => Promise<void>
}

export interface QueueParts { readonly url: string, readonly db: Db, readonly log: Log, readonly clock: Clock, readonly jobs: readonly Job[] }

/** Interim, until the durable queue lands: runs a job in this process, at once. */
export async function openQueue({ jobs, log }: QueueParts): Promise<OpenedQueue> {
  let house: House | undefined
  const ending = new AbortController()
  return {
    send: async (_db, name, data) => {
      const job = jobs.find((one) => one.name === name)
      const id = crypto.randomUUID()
      setTimeout(() => {
        if (house && job) job.run(house, data, { id, attempt: 1, signal: ending.signal, report: () => undefined }).catch((error: unknown) => log.error('job failed', { name, error }))
      }, 50)
      return id
    },
    cancel: async () => undefined,
    start: async (given) => { house = given },
    stop: async () => { ending.abort() }
  }
}
