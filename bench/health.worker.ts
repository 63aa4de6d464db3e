/** Asks the same address again and again from a thread of its own, until told to stop; answers how long each took, in milliseconds. */
import { parentPort, workerData } from 'node:worker_threads'

const address = String(workerData)
const port = parentPort
if (!port) throw new Error('this file runs as a worker thread')
let isOver = false
port.once('message', () => { isOver = true })
const took: number[] = []
while (!isOver) {
  const from = performance.now()
  const response = await fetch(address)
  await response.text()
  took.push(performance.now() - from)
  await new Promise((resolve) => { setTimeout(resolve, 5) })
}
port.postMessage(took)
