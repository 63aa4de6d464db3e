/** A process of the application with a clock of its own, started to be killed. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** `said`: what it complained of so far. */
export interface Life { readonly child: ChildProcess, readonly address: string, readonly said: () => string }

export async function startLife(dataDir: string, databaseUrl: string, now: Date): Promise<Life> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'points.process.ts'), now.toISOString()], {
    stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_COMPILE_CACHE: join(import.meta.dirname, '..', 'node_modules/.cache/changke'), DATA_DIR: dataDir, DATABASE_URL: databaseUrl, RATE_PER_MINUTE: '10000000', LOG_LEVEL: 'error' }
  })
  let complaint = ''
  child.stderr.on('data', (piece: Buffer) => { complaint += piece.toString() })
  const ended = once(child, 'exit').then(() => { throw new Error(`the process did not start: ${complaint}`) })
  ended.catch(() => undefined)
  const [line]: string[] = await Promise.race([once(createInterface(child.stdout), 'line'), ended])
  const { port }: { port: number } = JSON.parse(line ?? '')
  return { child, address: `http://127.0.0.1:${port}`, said: () => complaint }
}

export interface Answer { readonly status: number, readonly text: string }
const agents = new Agent({ keepAlive: true, maxSockets: 128 })
/** Throws where the connection is lost: then nobody knows whether it happened. */
export const ask = ({ address }: Life, method: string, path: string, body?: object, key?: string, user?: string): Promise<Answer> => new Promise((resolve, reject) => {
  const payload = body === undefined ? undefined : JSON.stringify(body)
  const asked = request(`${address}${path}`, { method, agent: agents, headers: { ...(payload === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) }), ...(key === undefined ? {} : { 'idempotency-key': key }), ...(user === undefined ? {} : { 'x-test-user': user }) } }, (answer) => {
    let text = ''
    answer.setEncoding('utf8').on('data', (piece: string) => { text += piece }).on('error', reject).on('aborted', () => { reject(new Error('lost')) }).on('end', () => { resolve({ status: answer.statusCode ?? 0, text }) })
  })
  asked.on('error', reject)
  asked.end(payload)
})

/** −9, at once. */
export async function kill({ child }: Life): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}
