/** The other side of forecast.thread.ts: one fit in a thread of its own. */
import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import { fit } from './forecast.fit.ts'
import { isTask, type Message } from './forecast.thread.ts'
import type { Task } from './forecast.task.ts'

function work(port: MessagePort, task: Task): void {
  const tell = (message: Message): void => port.postMessage(message)
  let last = 0
  try {
    tell({ kind: 'done', outcome: fit(task, (share) => {
      const at = performance.now()
      if (at - last < 200) return
      last = at
      tell({ kind: 'progress', share })
    }) })
  } catch (error) {
    tell({ kind: 'failed', message: error instanceof Error ? error.stack ?? error.message : String(error) })
  }
}

if (!parentPort || !isTask(workerData)) throw new Error('this file runs as a worker thread')
work(parentPort, workerData)
