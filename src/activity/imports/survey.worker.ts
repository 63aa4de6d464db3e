/** The survey of an import in a thread of its own: it is at work while the thread that writes is still loading what it needs. */
import { parentPort, workerData } from 'node:worker_threads'
import { noCounts } from './counts.ts'
import { surveyFile } from './survey.ts'
import { tellOf } from './telling.ts'
import { isOrder } from './thread.order.ts'

if (!parentPort || !isOrder(workerData)) throw new Error('this file runs as a worker thread')
const { task } = workerData
await tellOf(parentPort, ({ signal, onProgress }) => surveyFile(task, signal, (read, of) => onProgress('survey', read, of, noCounts())))
