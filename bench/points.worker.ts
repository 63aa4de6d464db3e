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

const head = `POST /api/points/commands HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${token}\r\ncontent-type: application/json\r\nidempotency-key: `
const requestText = (): string => {
  asked += 1
  const body = `{"orders":[{"customerId":"${customers[(asked * 7919) % customers.length]}","currency":"points","command":{"do":"${command}","amount":"1","source":"bench","number":"${name}-${asked}"}}]}`
  return `${head}${name}-key-${asked}\r\ncontent-length: ${body.length}\r\n\r\n${body}`
}

/** The bytes of an answer are read where they are, by the places at which this server puts them: status, length, end of the head. */
const endOfHead = Buffer.from('\r\n\r\n')
const lengthName = Buffer.from('content-length: ')
const statusOf = (bytes: Buffer): number => ((bytes[9] ?? 0) - 48) * 100 + ((bytes[10] ?? 0) - 48) * 10 + (bytes[11] ?? 0) - 48
function isWhole(bytes: Buffer): boolean {
  const head = bytes.indexOf(endOfHead)
  const named = bytes.indexOf(lengthName)
  if (head < 0 || named < 0 || named > head) return false
  let length = 0
  for (let at = named + lengthName.length; bytes[at] !== 13; at += 1) length = length * 10 + (bytes[at] ?? 48) - 48
  return bytes.length >= head + 4 + length
}

const call = (): Promise<void> => new Promise((resolve, reject) => {
  let begun: Buffer | undefined
  let sent = 0
  const read = (piece: Buffer): void => {
    const bytes = begun === undefined ? piece : Buffer.concat([begun, piece])
    if (!isWhole(bytes)) {
      begun = Buffer.from(bytes)
      return
    }
    begun = undefined
    latenciesMs.push(performance.now() - sent)
    const status = statusOf(bytes)
    if (status === 200) counts.done += 1
    else if (status === 409) counts.refused += 1
    else counts.failed += 1
    ask()
  }
  // One place in memory for all that a connection reads: nothing is made for an answer.
  const socket = connect({ port, host: '127.0.0.1', noDelay: true, onread: { buffer: Buffer.allocUnsafe(16_384), callback: (count, into) => { read(Buffer.from(into.buffer, into.byteOffset, count)); return true } } })
  const ask = (): void => {
    if (performance.now() - from > seconds * 1_000) { socket.end(); resolve(); return }
    sent = performance.now()
    socket.write(requestText(), 'latin1')
  }
  socket.on('connect', ask)
  socket.on('error', reject)
})

await Promise.all(Array.from({ length: connections }, call))
const answer: Called = { ...counts, seconds: (performance.now() - from) / 1_000, latenciesMs }
parentPort?.postMessage(answer)
