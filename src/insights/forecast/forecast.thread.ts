/** Runs a fit in a thread of its own, so that the server stays free to answer. */
import { Worker } from 'node:worker_threads'
import type { Outcome } from './forecast.outcome.ts'
import type { Task } from './forecast.task.ts'

export type Message = { readonly kind: 'progress', readonly share: number } | { readonly kind: 'done', readonly outcome: Outcome } | { readonly kind: 'failed', readonly message: string }

/** What `workerData` holds was put there by `fitInThread`; the check is for the type's sake. */
export const isTask = (value: unknown): value is Task => typeof value === 'object' && value !== null && 'nodes' in value && 'columns' in value

export function fitInThread(task: Task, signal: AbortSignal, report: (share: number) => void): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./forecast.worker.ts', import.meta.url), { workerData: task, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 512 } })
    // A fit keeps nothing until it ends: it can be stopped anywhere and begun again.
    const stop = (): void => { void worker.terminate() }
    const settle = (act: () => void): void => { signal.removeEventListener('abort', stop); act() }
    signal.addEventListener('abort', stop)
    if (signal.aborted) stop()
    worker.on('message', (message: Message) => {
      if (message.kind === 'progress') report(message.share)
      else if (message.kind === 'done') settle(() => resolve(message.outcome))
      else settle(() => reject(new Error(message.message)))
    })
    worker.on('error', (error) => settle(() => reject(error)))
    worker.on('exit', () => settle(() => reject(signal.reason instanceof Error ? signal.reason : new Error('the thread of the forecast ended early'))))
  })
}
