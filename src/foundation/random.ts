/**
 * Seeded randomness: the same seed, the same draws, on every machine. Generator: xoshiro128** (Blackman and Vigna 2021, "Scrambled Linear
 * Pseudorandom Number Generators", ACM TOMS 47(4)), seeded by SplitMix32.
 */
export interface Random {
  /** Uniform in [0, 1). */
  readonly next: () => number
  /** Uniform integer in [0, n). */
  readonly int: (n: number) => number
  /** Standard normal, by the polar method. */
  readonly normal: () => number
  /** Gamma with the given shape and scale 1 (Marsaglia and Tsang 2000). */
  readonly gamma: (shape: number) => number
  /** Exponential with rate 1. */
  readonly exponential: () => number
  /** One of the list, all equally likely. */
  readonly pick: <T>(list: readonly T[]) => T
}

const rotate = (x: number, k: number): number => (x << k) | (x >>> (32 - k))

export function seededRandom(seed: number): Random {
  let state = seed | 0
  const split = (): number => {
    state = (state + 0x9e3779b9) | 0
    let z = state
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b)
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35)
    return z ^ (z >>> 16)
  }
  let a = split(), b = split(), c = split(), d = split()
  const bits = (): number => {
    const answer = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0
    const t = b << 9
    c ^= a; d ^= b; b ^= c; a ^= d; c ^= t
    d = rotate(d, 11)
    return answer
  }
  const next = (): number => (bits() * 2 ** 21 + (bits() >>> 11)) / 2 ** 53
  const normal = (): number => {
    for (;;) {
      const u = 2 * next() - 1
      const v = 2 * next() - 1
      const s = u * u + v * v
      if (s > 0 && s < 1) return u * Math.sqrt((-2 * Math.log(s)) / s)
    }
  }
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * (1 - next()) ** (1 / shape)
    const d0 = shape - 1 / 3
    const c0 = 1 / Math.sqrt(9 * d0)
    for (;;) {
      const x = normal()
      const v = (1 + c0 * x) ** 3
      if (v > 0 && Math.log(1 - next()) < 0.5 * x * x + d0 - d0 * v + d0 * Math.log(v)) return d0 * v
    }
  }
  const int = (n: number): number => Math.floor(next() * n)
  const pick = <T>(list: readonly T[]): T => {
    const chosen = list[int(list.length)]
    if (chosen === undefined) throw new RangeError('nothing to pick from')
    return chosen
  }
  return { next, int, normal, gamma, exponential: () => -Math.log(1 - next()), pick }
}
