/**
 * The Kaplan–Meier product-limit estimator over whole days, from counts.
 *
 * S(d) = Π over t ≤ d of (1 − e_t ÷ n_t), with n_t the number whose gap, ended or still open, lasts at least t days. A gap that is open at t days is under
 * observation at t and not after: events precede censorings on the same day.
 * Source: Kaplan, E. L., Meier, P. (1958), Nonparametric estimation from incomplete observations, JASA 53, 457–481.
 */
export interface DayCount { readonly days: number, readonly count: number }

export interface Survival {
  /** `s[d]`: probability that the gap lasts longer than d days. */
  readonly s: readonly number[]
  /** `n[d]`: under observation at day d. */
  readonly n: readonly number[]
  readonly gaps: number
  readonly events: number
}

/** `ended` gaps and gaps still `open`, up to day `last` inclusive; what lies beyond counts as under observation throughout. */
export function kaplanMeier(ended: readonly DayCount[], open: readonly DayCount[], last: number): Survival {
  const endedAt = new Float64Array(last + 1)
  const openAt = new Float64Array(last + 1)
  let gaps = 0
  let events = 0
  for (const { days, count } of ended) { gaps += count; events += count; if (days <= last) endedAt[days] = (endedAt[days] ?? 0) + count }
  for (const { days, count } of open) { gaps += count; if (days <= last) openAt[days] = (openAt[days] ?? 0) + count }
  const s: number[] = []
  const n: number[] = []
  let alive = 1
  let observed = gaps
  for (let day = 0; day <= last; day += 1) {
    const ends = endedAt[day] ?? 0
    n.push(observed)
    if (observed > 0) alive *= 1 - ends / observed
    s.push(alive)
    observed -= ends + (openAt[day] ?? 0)
  }
  return { s, n, gaps, events }
}

/** F(d): of those who return within the horizon, the share who have returned by day d. Undefined where nobody returns. */
export function returnedShare(survival: Survival, horizon: number): ((days: number) => number) | undefined {
  const atHorizon = survival.s[Math.min(horizon, survival.s.length - 1)] ?? 1
  if (atHorizon >= 1) return undefined
  return (days) => Math.min(1, (1 - (survival.s[Math.min(days, survival.s.length - 1)] ?? 1)) / (1 - atHorizon))
}

/** The first day on which more than `share` of those who return within the horizon have returned. */
export function dayOfShare(survival: Survival, horizon: number, share: number): number | undefined {
  const returned = returnedShare(survival, horizon)
  if (!returned) return undefined
  for (let day = 0; day <= horizon; day += 1) if (returned(day) > share) return day
  return undefined
}

/**
 * P(the gap ends within `within` days | it has lasted `silent` days) = 1 − S(silent + within) ÷ S(silent). Beyond the end of the curve nobody has been observed,
 * so there it counts only the days that have: a lower bound.
 */
export function endsWithin(survival: Survival, silent: number, within: number): number {
  const last = survival.s.length - 1
  const now = survival.s[Math.min(silent, last)] ?? 1
  const then = survival.s[Math.min(silent + within, last)] ?? 1
  return now > 0 ? 1 - then / now : 0
}
