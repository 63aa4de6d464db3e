/** Runs an import in threads: one reads the file through, one reads it again and writes. A small file is done before a thread would have begun. */
import { stat } from 'node:fs/promises'
import { Worker, type ResourceLimits } from 'node:worker_threads'
import type { House } from '#foundation/house.ts'
import { Refusal } from '#foundation/refusal.ts'
import type { Counts } from './counts.ts'
import { importFile, type ImportTask } from './importing.ts'
import { surveyFile, type Surveyed } from './survey.ts'
import type { Message, Stage, Told } from './telling.ts'
import type { Order } from './thread.order.ts'

export interface Watching {
  readonly signal: AbortSignal
  readonly onProgress: (stage: Stage, done: number, total: number, orders: number, rejected: number) => void
}

type Surroundings = Pick<House, 'pool' | 'clock'>

const smallBytes = 262_144
/**
 * A large young generation: the objects of a batch live just long enough to be copied around in a small one. The old one holds sixty megabytes and never comes near its limit; but
 * V8 lets a heap grow by a third before it walks through all of it again where the limit is small, and to its fourfold from 2 GB on: a fifth of the time of an import.
 */
const limits = { maxYoungGenerationSizeMb: 64, maxOldGenerationSizeMb: 2_048 }

export async function runImport({ pool, clock }: Surroundings, task: ImportTask, watching: Watching): Promise<Counts> {
  const url = pool.options.connectionString
  const { size } = await stat(task.path)
  if (url === undefined || size < smallBytes) {
    const { signal, onProgress } = watching
    const tell = (stage: Stage, done: number, total: number, { orders, rejected }: Pick<Counts, 'orders' | 'rejected'>): void => onProgress(stage, done, total, orders, rejected)
    return importFile(task, { pool, now: clock, signal, onProgress: tell, surveyed: () => surveyFile(task, signal, () => undefined) })
  }
  const order = { task, url, now: clock().getTime() }
  const writing = begin<Counts, Surveyed>('./imports.worker.ts', order, limits, watching)
  const surveying = begin<Surveyed, never>('./survey.worker.ts', order, {}, watching)
  surveying.answer.then(writing.give, writing.end)
  return writing.answer
}

interface Thread<T, G> {
  readonly answer: Promise<T>
  readonly give: (given: G) => void
  /** Ends it with this error, whatever it is at. */
  readonly end: (error: unknown) => void
}

function begin<T, G>(file: string, order: Order, resourceLimits: ResourceLimits, { signal, onProgress }: Watching): Thread<T, G> {
  const { promise, resolve, reject } = Promise.withResolvers<T>()
  const worker = new Worker(new URL(file, import.meta.url), { workerData: order, resourceLimits, execArgv: [] })
  const tell = (told: Told<G>): void => worker.postMessage(told)
  const stop = (): void => tell({ kind: 'stop' })
  signal.addEventListener('abort', stop)
  if (signal.aborted) stop()
  worker.on('message', (message: Message<T>) => {
    switch (message.kind) {
      case 'progress': onProgress(message.stage, message.done, message.total, message.orders, message.rejected); return
      case 'done': resolve(message.answer); return
      case 'refused': reject(new Refusal(message.code, message.status, message.sentence, message.detail)); return
      case 'stopped': reject(signal.reason instanceof Error ? signal.reason : new Error('the import was stopped')); return
      case 'failed': reject(new Error(message.message))
    }
  })
  worker.on('error', reject)
  worker.on('exit', (code) => {
    signal.removeEventListener('abort', stop)
    reject(new Error(`the import's thread ended with ${code}`))
  })
  return { answer: promise, give: (given) => tell({ kind: 'given', given }), end: (error) => { reject(error); void worker.terminate() } }
}
