/** What a simulation draws from; `foundation/random.ts` gives one that is seeded. */
export interface Draw {
  /** Uniform in [0, 1). */
  readonly next: () => number
  /** Gamma with the given shape and scale 1. */
  readonly gamma: (shape: number) => number
  /** Exponential with rate 1. */
  readonly exponential: () => number
}
