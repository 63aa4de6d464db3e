/** The other side of prediction.thread.ts. */
import { parentPort } from 'node:worker_threads'
import { fitAll } from './prediction.fit.ts'
import { openScorer, packed } from './prediction.score.ts'
import type { Message, Order } from './prediction.thread.ts'

const port = parentPort
if (!port) throw new Error('this file runs as a worker thread')
const score = openScorer()
const tell = (message: Message): void => port.postMessage(message)

port.on('message', (order: Order) => {
  try {
    if (order.kind === 'fit') tell({ kind: 'fitted', outcome: fitAll(order.task, (done, of) => tell({ kind: 'progress', done, of })) })
    else {
      const scores = score(order.table, order.using)
      tell({ kind: 'scored', batch: { scores, packed: packed(scores) } })
    }
  } catch (error) {
    tell({ kind: 'failed', message: error instanceof Error ? error.stack ?? error.message : String(error) })
  }
})
