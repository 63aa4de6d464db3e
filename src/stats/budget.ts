/**
 * A budget divided where the next bit of it brings most: at the optimum the marginal returns of all channels between their bounds are equal (Dorfman and Steiner 1954; Boyd and
 * Vandenberghe 2004, Convex Optimization, example 5.2, water-filling). For responses that rise ever slower; others, and rules between channels, go to `budgetProblem`.
 */
export interface Response { readonly value: (spend: number) => number, readonly slope: (spend: number) => number }

export interface Channel {
  readonly response: Response
  readonly least: number
  readonly most: number
}

export interface Allocation {
  readonly spend: readonly number[]
  readonly value: number
  /** What the next unit of budget would bring; 0 where every channel is at its most. */
  readonly marginal: number
  /** Channels held by a bound: there the marginal return differs. */
  readonly held: readonly ('least' | 'most' | undefined)[]
}

/** Throws RangeError where the total does not fit between the bounds. */
export function allocate(channels: readonly Channel[], total: number): Allocation {
  const [least, most] = [channels.reduce((sum, one) => sum + one.least, 0), channels.reduce((sum, one) => sum + one.most, 0)]
  if (channels.some((one) => !(one.least >= 0 && one.most >= one.least)) || !(total >= least - 1e-9 * Math.max(1, least) && total <= most * (1 + 1e-9))) throw new RangeError(`a budget of ${total} does not fit between ${least} and ${most}`)
  const at = (price: number): number[] => channels.map((one) => spendAt(one, price))
  const steepest = Math.max(...channels.map(({ response, least: from, most: to }) => response.slope(Math.max(from, 1e-12 * to))))
  let [low, high] = [0, Number.isFinite(steepest) ? steepest : 1e300]
  for (let i = 0; i < 200 && high > low * (1 + 1e-15); i += 1) {
    // Prices range over many powers of ten: the middle is geometric as soon as there is a lower end.
    const middle = low > 0 ? Math.sqrt(low * high) : high / 16
    if (middle === 0) break
    if (at(middle).reduce((sum, one) => sum + one, 0) > total) low = middle
    else high = middle
  }
  const [under, over] = [at(high), at(low)]
  const [sumUnder, sumOver] = [under, over].map((list) => list.reduce((sum, one) => sum + one, 0))
  // Where a response is straight, any division of the rest is as good: each takes the same share of its room.
  const share = (sumOver ?? 0) > (sumUnder ?? 0) ? Math.max(0, Math.min(1, (total - (sumUnder ?? 0)) / ((sumOver ?? 0) - (sumUnder ?? 0)))) : 0
  const spend = under.map((one, c) => one + share * ((over[c] ?? one) - one))
  return {
    spend, value: spend.reduce((sum, one, c) => sum + (channels[c]?.response.value(one) ?? 0), 0), marginal: high,
    held: spend.map((one, c) => { const { least: from = 0, most: to = 0 } = channels[c] ?? {}; const near = 1e-9 * Math.max(1, to); return one <= from + near ? 'least' : one >= to - near ? 'most' : undefined })
  }
}

/** How much a channel takes where a unit must bring at least `price`: its slope falls to it, by bisection. */
function spendAt({ response, least, most }: Channel, price: number): number {
  if (response.slope(most) >= price) return most
  if (response.slope(least) <= price) return least
  let [low, high] = [least, most]
  for (let i = 0; i < 100; i += 1) {
    const middle = (low + high) / 2
    if (response.slope(middle) > price) low = middle
    else high = middle
  }
  return (low + high) / 2
}
