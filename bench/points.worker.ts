/**
 * The callers of the points benchmark: 64 connections, each with one request under way, over plain sockets, so that they cost the machine little more than
 * pgbench does. A thread of its own.
 */
import { connect } from 'node:net'
import { parentPort, workerData } from 'node:worker_threads'

export interface Calls { readonly port: number, readonly token: string, readonly customers: readonly string[], readonly seconds: number, readonly connections: number, readonly name: string, readonly command: 'redeem' | 'earn' }
export interface Called { readonly done: number, readonly refused: number, readonly failed: number, readonly seconds: number, readonly latenciesMs: readonly number[] }

const { port, token, customers, seconds, connections, name, command }: Calls = workerData
const latenciesMs: number[] = []
const counts = { done: 0, refused: 0, failed: 0 }
const from = performance.now()
let asked = 0

const requestText = (): string => {
  asked += 1
  const body = JSON.stringify({ orders: [{ customerId: customers[(asked * 7919) % customers.length], currency: 'points', command: { do: command, amount: '1', source: 'bench', number: `${name}-${asked}` } }] })
  return `POST /api/points/commands HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${token}\r\nidempotency-key: ${name}-key-${asked}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`
}

const call = (): Promise<void> => new Promise((resolve, reject) => {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  let text = ''
  let sent = 0
  const ask = (): void => {
    if (performance.now() - from > seconds * 1_000) { socket.end(); resolve(); return }
    sent = performance.now()
    socket.write(requestText())
  }
  socket.setEncoding('latin1')
  socket.on('connect', ask)
  socket.on('error', reject)
  socket.on('data', (piece: string) => {
    text += piece
    const head = text.indexOf('\r\n\r\n')
    if (head < 0) return
    const length = /content-length: (\d+)/i.exec(text)?.[1]
    if (length === undefined || text.length < head + 4 + Number(length)) return
    latenciesMs.push(performance.now() - sent)
    const status = text.slice(9, 12)
    if (status === '200') counts.done += 1
    else if (status === '409') counts.refused += 1
    else counts.failed += 1
    text = ''
    ask()
  })
})

await Promise.all(Array.from({ length: connections }, call))
const answer: Called = { ...counts, seconds: (performance.now() - from) / 1_000, latenciesMs }
parentPort?.postMessage(answer)
