/** The other side of thread.ts: one import in a thread of its own, with its own connections, so that the server stays free to answer. */
import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import { openPool } from '#foundation/db.ts'
import { Refusal } from '#foundation/refusal.ts'
import { importFile } from './importing.ts'
import { isOrder, type Message, type Order } from './thread.ts'

async function work(port: MessagePort, { task, url, now }: Order): Promise<void> {
  const began = performance.now()
  const stop = new AbortController()
  port.once('message', () => stop.abort())
  const pool = openPool(url, 4)
  const tell = (message: Message): void => port.postMessage(message)
  let last = 0
  try {
    const counts = await importFile(task, {
      pool, signal: stop.signal,
      now: () => new Date(now + performance.now() - began),
      onProgress: (stage, done, total, sofar) => {
        const at = performance.now()
        if (at - last < 200) return
        last = at
        tell({ kind: 'progress', stage, done, total, orders: sofar.orders, rejected: sofar.rejected })
      }
    })
    tell({ kind: 'done', counts })
  } catch (error) {
    if (stop.signal.aborted) tell({ kind: 'stopped' })
    else if (error instanceof Refusal) tell({ kind: 'refused', code: error.code, status: error.status, sentence: error.sentence, detail: error.detail })
    else tell({ kind: 'failed', message: error instanceof Error ? error.stack ?? error.message : String(error) })
  } finally {
    await pool.end()
    port.close()
  }
}

if (!parentPort || !isOrder(workerData)) throw new Error('this file runs as a worker thread')
await work(parentPort, workerData)
