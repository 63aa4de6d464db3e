/** Server-sent events about one run: its state now, again after every change, and a last one when it ends. Comments keep proxies from closing a quiet line. */
import type { JobRun } from './jobs.schema.ts'

export interface StreamParts {
  readonly read: () => Promise<JobRun>
  /** Calls back after changes; answers how to stop. */
  readonly watch: (changed: () => void) => () => void
  readonly signal: AbortSignal
  readonly quietMs?: number
}

export async function* eventsOf({ read, watch, signal, quietMs = 10_000 }: StreamParts): AsyncGenerator<string> {
  let isChanged = true
  let wake = (): void => undefined
  const stop = watch(() => { isChanged = true; wake() })
  const onAbort = (): void => wake()
  signal.addEventListener('abort', onAbort)
  try {
    yield 'retry: 2000\n\n'
    let last = ''
    while (!signal.aborted) {
      isChanged = false
      const run = await read()
      const text = JSON.stringify(run)
      yield text === last ? ': still here\n\n' : `id: ${run.id}\nevent: progress\ndata: ${text}\n\n`
      last = text
      if (run.state === 'done' || run.state === 'failed' || run.state === 'cancelled') return
      if (isChanged || signal.aborted) continue
      const timer = setTimeout(() => wake(), quietMs)
      await new Promise<void>((resolve) => { wake = resolve })
      clearTimeout(timer)
    }
  } finally {
    signal.removeEventListener('abort', onAbort)
    stop()
  }
}
