/** Drawing with weights. */
import type { Random } from '#foundation/random.ts'

export type Urn<T> = (random: Random) => T

/** An urn of things with weights, which need not sum to one. */
export function urnOf<T>(entries: readonly (readonly [thing: T, weight: number])[]): Urn<T> {
  const things = entries.map(([thing]) => thing)
  let sum = 0
  const bounds = entries.map(([, weight]) => (sum += weight))
  return (random) => {
    const mark = random.next() * sum
    let low = 0, high = bounds.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (mark < (bounds[middle] ?? sum)) high = middle
      else low = middle + 1
    }
    const thing = things[low]
    if (thing === undefined) throw new RangeError('nothing to draw from')
    return thing
  }
}

/** An urn of the keys of a table of weights. */
export const urnOfKeys = <K extends string>(weights: Readonly<Record<K, number>>): Urn<K> => {
  const keys: K[] = []
  for (const key in weights) keys.push(key)
  return urnOf(keys.map((key) => [key, weights[key]] as const))
}
