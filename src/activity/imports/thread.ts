/** Runs an import in a worker thread; a small file is done before a thread would have begun. */
import { stat } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import type { House } from '#foundation/house.ts'
import { Refusal } from '#foundation/refusal.ts'
import type { Sentence, Values } from '#foundation/words.ts'
import type { Counts } from './counts.ts'
import { importFile, type ImportTask } from './importing.ts'

export interface Order {
  readonly task: ImportTask
  readonly url: string
  /** Where the clock of the house stands as the work begins. */
  readonly now: number
}

export type Message =
  | { readonly kind: 'progress', readonly stage: 'survey' | 'rows', readonly done: number, readonly total: number, readonly orders: number, readonly rejected: number }
  | { readonly kind: 'done', readonly counts: Counts }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'refused', readonly code: string, readonly status: number, readonly sentence: Sentence, readonly detail: Values }
  | { readonly kind: 'failed', readonly message: string }

/** What `workerData` holds was put there by `runImport`; the check is for the type's sake. */
export const isOrder = (value: unknown): value is Order => typeof value === 'object' && value !== null && 'task' in value && 'url' in value

export interface Watching {
  readonly signal: AbortSignal
  readonly onProgress: (stage: 'survey' | 'rows', done: number, total: number, orders: number, rejected: number) => void
}

type Surroundings = Pick<House, 'pool' | 'clock'>

const smallBytes = 262_144

export async function runImport({ pool, clock }: Surroundings, task: ImportTask, { signal, onProgress }: Watching): Promise<Counts> {
  const url = pool.options.connectionString
  const { size } = await stat(task.path)
  if (url === undefined || size < smallBytes) {
    return importFile(task, { pool, now: clock, signal, onProgress: (stage, done, total, counts) => onProgress(stage, done, total, counts.orders, counts.rejected) })
  }
  return inThread({ task, url, now: clock().getTime() }, { signal, onProgress })
}

function inThread(order: Order, { signal, onProgress }: Watching): Promise<Counts> {
  return new Promise((resolve, reject) => {
    // A large young generation: the objects of a batch live just long enough to be copied around in a small one.
    const worker = new Worker(new URL('./imports.worker.ts', import.meta.url), { workerData: order, resourceLimits: { maxYoungGenerationSizeMb: 64, maxOldGenerationSizeMb: 384 }, execArgv: [] })
    const stop = (): void => worker.postMessage('stop')
    let settled = false
    const settle = (act: () => void): void => {
      if (settled) return
      settled = true
      signal.removeEventListener('abort', stop)
      act()
    }
    signal.addEventListener('abort', stop)
    if (signal.aborted) stop()
    worker.on('message', (message: Message) => {
      switch (message.kind) {
        case 'progress': onProgress(message.stage, message.done, message.total, message.orders, message.rejected); return
        case 'done': settle(() => resolve(message.counts)); return
        case 'refused': settle(() => reject(new Refusal(message.code, message.status, message.sentence, message.detail))); return
        case 'stopped': settle(() => reject(signal.reason instanceof Error ? signal.reason : new Error('the import was stopped'))); return
        case 'failed': settle(() => reject(new Error(message.message)))
      }
    })
    worker.on('error', (error) => settle(() => reject(error)))
    worker.on('exit', (code) => settle(() => reject(new Error(`the import's thread ended with ${code}`))))
  })
}
