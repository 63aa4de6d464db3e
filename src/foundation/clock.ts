/** The only place that reads the wall clock. Everything else is given `now`. */
export type Clock = () => Date
export const systemClock: Clock = () => new Date()

/** Milliseconds that only grow: for durations, never for instants. */
export const stopwatch = (): (() => number) => {
  const from = performance.now()
  return () => performance.now() - from
}
