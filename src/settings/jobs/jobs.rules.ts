/** Pure arithmetic about runs. */

/** How many seconds the rest takes at the pace so far; null where that cannot be known: nothing done yet, no total, or not running. */
export function secondsLeft(state: string, done: number, total: number | null, startedAt: Date | null, now: Date): number | null {
  if (state !== 'running' || total === null || startedAt === null || done <= 0) return null
  const seconds = Math.max(0, (now.getTime() - startedAt.getTime()) / 1000)
  return Math.round(Math.max(0, total - done) * (seconds / done))
}
