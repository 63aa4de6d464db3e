/** The other side of replay.thread.ts. */
import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import { openDb, openPool } from '#foundation/db.ts'
import { isErrand, type Errand, type Message } from './replay.thread.ts'
import { replay } from './replay.work.ts'

async function work(port: MessagePort, { task, url }: Errand): Promise<void> {
  const pool = openPool(url, 2)
  const tell = (message: Message): void => port.postMessage(message)
  try {
    tell({ kind: 'done', result: await replay(openDb(pool), task, { signal: new AbortController().signal, onProgress: (customers, orders) => tell({ kind: 'progress', customers, orders }) }) })
  } catch (error) {
    tell({ kind: 'failed', message: error instanceof Error ? error.stack ?? error.message : String(error) })
  } finally {
    await pool.end()
  }
}

if (!parentPort || !isErrand(workerData)) throw new Error('this file runs as a worker thread')
await work(parentPort, workerData)
