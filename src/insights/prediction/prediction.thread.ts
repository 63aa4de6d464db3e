/** The heavy part runs in a thread of its own, fed with typed arrays, so that the server goes on answering. */
import { Worker } from 'node:worker_threads'
import { buffersOf, type Table } from './prediction.columns.ts'
import type { FitOutcome, FitTask } from './prediction.fit.ts'
import type { Scores, ScoreWith } from './prediction.score.ts'
import type { Packed } from './prediction.score.sql.ts'

/** A model is told once: trees are thousands of nodes, and a scoring has many batches. Without one, that of the batch before. */
export type Order = { readonly kind: 'fit', readonly task: FitTask } | { readonly kind: 'score', readonly table: Table, readonly using: ScoreWith | undefined }
export type Message =
  | { readonly kind: 'progress', readonly done: number, readonly of: number }
  | { readonly kind: 'fitted', readonly outcome: FitOutcome }
  | { readonly kind: 'scored', readonly batch: Batch }
  | { readonly kind: 'failed', readonly message: string }

/** The scores of some customers, and the same as the database takes them. */
export interface Batch { readonly scores: Scores, readonly packed: Omit<Packed, 'ids'> }

export interface Mathematician {
  readonly fit: (task: FitTask, report: (done: number, of: number) => void) => Promise<FitOutcome>
  readonly score: (table: Table, using: ScoreWith) => Promise<Batch>
  readonly close: () => Promise<void>
}

/** One thing at a time. When the signal fires, what is asked for rejects with its reason. */
export function openMathematician(signal?: AbortSignal): Mathematician {
  const worker = new Worker(new URL('./prediction.worker.ts', import.meta.url), { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 2_048 } })
  const order = (message: Order, moved: ArrayBuffer[], hear: (message: Message) => boolean): Promise<void> => new Promise((resolve, reject) => {
    const end = (act: () => void): void => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      signal?.removeEventListener('abort', onAbort)
      act()
    }
    const onMessage = (answer: Message): void => {
      if (answer.kind === 'failed') end(() => reject(new Error(answer.message)))
      else if (hear(answer)) end(resolve)
    }
    const onError = (error: unknown): void => end(() => reject(error instanceof Error ? error : new Error(String(error))))
    const onExit = (code: number): void => end(() => reject(new Error(`the thread of prediction ended with ${code}`)))
    const onAbort = (): void => end(() => reject(signal?.reason instanceof Error ? signal.reason : new Error('the prediction was stopped')))
    if (signal?.aborted === true) { reject(signal.reason instanceof Error ? signal.reason : new Error('the prediction was stopped')); return }
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    signal?.addEventListener('abort', onAbort)
    worker.postMessage(message, moved)
  })
  let told: ScoreWith | undefined
  return {
    fit: async (task, report) => {
      let outcome: FitOutcome | undefined
      const tables = new Set([task.now, ...task.examples, ...[...task.origins, ...(task.past === undefined ? [] : [task.past])].flatMap(({ table, examples }) => [table, ...examples])])
      await order({ kind: 'fit', task }, [...tables].flatMap(buffersOf), (message) => {
        if (message.kind === 'progress') report(message.done, message.of)
        if (message.kind === 'fitted') outcome = message.outcome
        return message.kind === 'fitted'
      })
      return given(outcome)
    },
    score: async (table, using) => {
      let batch: Batch | undefined
      const isKnown = told === using
      told = using
      await order({ kind: 'score', table, using: isKnown ? undefined : using }, buffersOf(table), (message) => {
        if (message.kind === 'scored') batch = message.batch
        return message.kind === 'scored'
      })
      return given(batch)
    },
    close: async () => { await worker.terminate() }
  }
}

function given<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the thread of prediction gave no answer')
  return value
}
