/** The other side of thread.ts: one import in a thread of its own, with its own connections, so that the server stays free to answer. */
import { parentPort, workerData } from 'node:worker_threads'
import { openPool } from '#foundation/db.ts'
import type { Counts } from './counts.ts'
import { importFile } from './importing.ts'
import type { Surveyed } from './survey.ts'
import { tellOf } from './telling.ts'
import { isOrder } from './thread.order.ts'

if (!parentPort || !isOrder(workerData)) throw new Error('this file runs as a worker thread')
const { task, url, now } = workerData
const began = performance.now()
await tellOf<Counts, Surveyed>(parentPort, async ({ given, signal, onProgress }) => {
  const pool = openPool(url, 4)
  try {
    return await importFile(task, { pool, signal, onProgress, now: () => new Date(now + performance.now() - began), surveyed: () => given })
  } finally {
    await pool.end()
  }
})
