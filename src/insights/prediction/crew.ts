/** Threads that help to grow trees: each takes parts of the same fit in shared memory, so that the answer is that of one thread to the last bit. */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Crew } from '#stats/trees.begin.ts'

export interface Helpers extends Crew, AsyncDisposable {}

/** Starts `threads − 1` helpers (by default for every core). `fitTrees` blocks its thread meanwhile: call it in a worker thread of the server. */
export function openCrew(threads: number = availableParallelism()): Helpers {
  const workers = Array.from({ length: Math.max(0, threads - 1) }, () => {
    const worker = new Worker(new URL('./crew.worker.ts', import.meta.url), { execArgv: [] })
    // A helper that never came or broke is not waited for: whoever leads does the rest, or hears of it from the ground.
    worker.on('error', () => undefined)
    worker.unref()
    return worker
  })
  return {
    begin: (ground) => { for (const worker of workers) worker.postMessage(ground) },
    [Symbol.asyncDispose]: async () => { await Promise.all(workers.map((worker) => worker.terminate())) }
  }
}
