/** Runs a replay in a thread of its own with its own connection, so that the server stays free to answer. */
import { Worker } from 'node:worker_threads'
import type { Result } from './replay.schema.ts'
import type { Task } from './replay.work.ts'

export interface Errand { readonly task: Task, readonly url: string }
export type Message = { readonly kind: 'progress', readonly customers: number, readonly orders: number } | { readonly kind: 'done', readonly result: Omit<Result, 'milliseconds'> } | { readonly kind: 'failed', readonly message: string }

/** What `workerData` holds was put there by `replayInThread`; the check is for the type's sake. */
export const isErrand = (value: unknown): value is Errand => typeof value === 'object' && value !== null && 'task' in value && 'url' in value

export function replayInThread(errand: Errand, signal: AbortSignal, report: (customers: number, orders: number) => void): Promise<Omit<Result, 'milliseconds'>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./replay.worker.ts', import.meta.url), { workerData: errand, execArgv: [], resourceLimits: { maxYoungGenerationSizeMb: 64, maxOldGenerationSizeMb: 384 } })
    // What it has kept of members is written again by the next attempt: it can be stopped anywhere.
    const stop = (): void => { void worker.terminate() }
    const settle = (act: () => void): void => { signal.removeEventListener('abort', stop); act() }
    signal.addEventListener('abort', stop)
    if (signal.aborted) stop()
    worker.on('message', (message: Message) => {
      if (message.kind === 'progress') report(message.customers, message.orders)
      else if (message.kind === 'done') settle(() => resolve(message.result))
      else settle(() => reject(new Error(message.message)))
    })
    worker.on('error', (error) => settle(() => reject(error)))
    worker.on('exit', () => settle(() => reject(signal.reason instanceof Error ? signal.reason : new Error('the thread of the replay ended early'))))
  })
}
