/** Looks that a house takes from time to time. A look that fails is logged and taken again: a record that was away for a minute ends no watch. */
import type { House } from './house.ts'

/** Looks every so many milliseconds until the house is closed; a look that takes longer than that is not joined by a second one. */
export function lookEvery(everyMs: number, { pool, log }: Pick<House, 'pool' | 'log'>, name: string, look: () => Promise<unknown>): void {
  let isLooking = false
  const timer = setInterval(() => {
    if (pool.ending || pool.ended) { clearInterval(timer); return }
    if (isLooking) return
    isLooking = true
    look().catch((error: unknown) => {
      if (!pool.ending) log.warn('a look failed; it is taken again', { look: name, error })
    }).finally(() => { isLooking = false })
  }, everyMs)
  timer.unref()
}

/** Whether to act on what keeps moving (orders of an import, say): not before it stood still between two asks, or has moved at so many of them. */
export function patience(mostAsks: number): (mark: string) => boolean {
  let last = ''
  let asks = 0
  return (mark) => {
    const moved = mark !== last
    last = mark
    if (moved && asks < mostAsks) { asks += 1; return false }
    asks = 0
    return true
  }
}
