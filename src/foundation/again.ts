/** Transactions that somebody else made fail: taken again from their start, as often as is sensible. */
import { setTimeout as sleep } from 'node:timers/promises'
import { DatabaseError } from 'pg'
import { Refusal } from './refusal.ts'

/** Somebody else was quicker with what this transaction relied on: it is to be taken from its start. */
export class Overtaken extends Error {}

const attempts = 8

/** Again after a deadlock or a lost connection. Whether a lost commit was one is known then by the keys. */
export async function persistently<T>(act: (attempt: number) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await act(attempt)
    } catch (error) {
      if (attempt === attempts || !isPassing(error)) throw error
      await sleep(error instanceof Overtaken || isTaken(error) ? 0 : 5 * 2 ** attempt)
    }
  }
}

/** One of the keys is bound already. */
const isTaken = (error: unknown): boolean => error instanceof DatabaseError && error.code === '23505' && error.schema === 'foundation' && error.table === 'request'

/** Deadlock, serialization failure, a server that goes or comes, a connection that was lost. */
export function isPassing(error: unknown): boolean {
  if (error instanceof Overtaken || isTaken(error)) return true
  if (!(error instanceof Error) || error instanceof Refusal) return false
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return /^(25P02|40P01|40001|57P0\d|53300|08\w{3}|ECONN\w+|EPIPE)$/.test(code) || /Connection terminated|connection error|not queryable/i.test(error.message)
}

export const unsettled = (): Refusal => new Refusal('request.unsettled', 503, {
  zh: '数据库此刻没有应答，不知道这个请求是否已执行。请用同一个 Idempotency-Key 再问一次：已执行的不会再执行。',
  en: 'The database does not answer right now, and whether this request was carried out is not known. Ask again with the same Idempotency-Key: what is done is not done twice.'
})
