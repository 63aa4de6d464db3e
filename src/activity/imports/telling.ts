/** What a thread of an import says to whoever began it, and how it is told to stop. */
import type { MessagePort } from 'node:worker_threads'
import { Refusal } from '#foundation/refusal.ts'
import type { Sentence, Values } from '#foundation/words.ts'

export type Stage = 'survey' | 'rows'

export type Message<T> =
  | { readonly kind: 'progress', readonly stage: Stage, readonly done: number, readonly total: number, readonly orders: number, readonly rejected: number }
  | { readonly kind: 'done', readonly answer: T }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'refused', readonly code: string, readonly status: number, readonly sentence: Sentence, readonly detail: Values }
  | { readonly kind: 'failed', readonly message: string }

/** What a thread is told: to stop, or what it waits for. */
export type Told<G> = { readonly kind: 'stop' } | { readonly kind: 'given', readonly given: G }

export interface Telling<G> {
  readonly signal: AbortSignal
  /** What whoever began the thread has for it; never settles where nothing comes. */
  readonly given: Promise<G>
  readonly onProgress: (stage: Stage, done: number, total: number, counts: { readonly orders: number, readonly rejected: number }) => void
}

const progressMs = 200

/** The whole life of a thread: its work, and the one answer. */
export async function tellOf<T, G>(port: MessagePort, work: (telling: Telling<G>) => Promise<T>): Promise<void> {
  const stop = new AbortController()
  const { promise: given, resolve } = Promise.withResolvers<G>()
  port.on('message', (told: Told<G>) => {
    if (told.kind === 'stop') stop.abort()
    else resolve(told.given)
  })
  const tell = (message: Message<T>): void => port.postMessage(message)
  let last = 0
  try {
    const answer = await work({
      given, signal: stop.signal,
      onProgress: (stage, done, total, { orders, rejected }) => {
        const at = performance.now()
        if (at - last < progressMs) return
        last = at
        tell({ kind: 'progress', stage, done, total, orders, rejected })
      }
    })
    tell({ kind: 'done', answer })
  } catch (error) {
    if (stop.signal.aborted) tell({ kind: 'stopped' })
    else if (error instanceof Refusal) tell({ kind: 'refused', code: error.code, status: error.status, sentence: error.sentence, detail: error.detail })
    else tell({ kind: 'failed', message: error instanceof Error ? error.stack ?? error.message : String(error) })
  } finally {
    port.close()
  }
}
