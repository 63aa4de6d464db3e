/** What a member bought and earned, as running sums in the order of the instants at which it counts: the sum of any window is one search. Pure. */
export interface Sums { readonly spend: bigint, readonly orders: bigint, readonly growth: bigint }

/**
 * Something that counts towards a tier. A return counts at the instant of its sale, so that what is summed is what was kept; it is known from its own
 * instant on.
 */
export interface Fact extends Sums {
  /** When it happened, in milliseconds. */
  readonly at: number
  /** The instant to which it counts: its own, or that of the sale that it undoes. */
  readonly on: number
}

export interface Tally {
  readonly add: (fact: Fact) => void
  /** Of everything that counts to an instant or later. */
  readonly from: (instant: number) => Sums
}

const nothing: Sums = { spend: 0n, orders: 0n, growth: 0n }

export function openTally(): Tally {
  const instants: number[] = []
  // sums[i]: of everything up to and with instants[i].
  const sums: Sums[] = []
  const firstFrom = (instant: number): number => {
    let [low, high] = [0, instants.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((instants[middle] ?? Infinity) < instant) low = middle + 1
      else high = middle
    }
    return low
  }
  return {
    add: (fact) => {
      const place = (instants.at(-1) ?? -Infinity) <= fact.on ? instants.length : firstFrom(fact.on)
      instants.splice(place, 0, fact.on)
      sums.splice(place, 0, sums[place - 1] ?? nothing)
      for (let i = place; i < sums.length; i += 1) sums[i] = plus(sums[i] ?? nothing, fact)
    },
    from: (instant) => {
      const place = instant === -Infinity ? 0 : firstFrom(instant)
      const all = sums.at(-1) ?? nothing
      return place === 0 ? all : minus(all, sums[place - 1] ?? nothing)
    }
  }
}

const plus = (a: Sums, b: Sums): Sums => ({ spend: a.spend + b.spend, orders: a.orders + b.orders, growth: a.growth + b.growth })
const minus = (a: Sums, b: Sums): Sums => ({ spend: a.spend - b.spend, orders: a.orders - b.orders, growth: a.growth - b.growth })

/** Facts with every return folded into its sale, as they are known now: what a history without the returned goods would have been. */
export function folded(facts: readonly Fact[]): readonly Fact[] {
  const byInstant = new Map<number, Fact>()
  for (const fact of facts) {
    const known = byInstant.get(fact.on)
    byInstant.set(fact.on, { at: fact.on, on: fact.on, ...plus(known ?? nothing, fact) })
  }
  return [...byInstant.values()].toSorted((a, b) => a.at - b.at)
}
