/**
 * Always-valid intervals: they hold at every look at once, so an experiment may be watched every day and stopped when it has shown enough.
 *
 * The normal mixture (Robbins 1970, Annals of Mathematical Statistics 41; Howard, Ramdas, McAuliffe, Sekhon 2021, "Time-uniform, nonparametric, nonasymptotic confidence
 * sequences", Annals of Statistics 49, equation 14), which is the mixture sequential probability ratio test of Johari, Koomen, Pekelis, Walsh 2022, "Always Valid
 * Inference", Operations Research 70, with mixing variance 1/ρ. The estimate's information V = 1 ÷ error² is the clock; estimate × V then moves like Brownian motion
 * with drift, so for large groups the miss rate over all looks is at most α (Waudby-Smith, Arbour, Sinha, Kennedy, Ramdas 2021, "Time-uniform central limit theory"). Begin to
 * look when each group has some hundred people.
 */
export interface Looked { readonly difference: number, readonly standardError: number }

export interface AlwaysValid {
  readonly low: number
  readonly high: number
  /** The smallest α at which this look alone excludes "no difference"; keep the least over the looks. */
  readonly p: number
}

/** ρ that makes the interval tightest when the error has come down to `standardError`: where the experiment is planned to end (Howard et al., proposition 3). */
export const tunedTo = (standardError: number, alpha = 0.05): number => 1 / (standardError ** 2 * (-lowerLambert(-(alpha ** 2) / Math.E) - 1))

/** The interval at this look. `rho` is chosen before the first look and never after. Throws RangeError where it or the error is not positive. */
export function alwaysValid({ difference, standardError }: Looked, rho: number, alpha = 0.05): AlwaysValid {
  if (!(rho > 0 && standardError > 0 && alpha > 0 && alpha < 1)) throw new RangeError('ρ and the error must be positive, α between 0 and 1')
  const information = 1 / standardError ** 2
  const half = Math.sqrt((information + rho) * Math.log((information + rho) / (rho * alpha ** 2))) / information
  // 1 ÷ the mixture likelihood ratio of "some effect" to "none".
  const logRatio = 0.5 * Math.log(rho / (rho + information)) + (difference * information) ** 2 / (2 * (information + rho))
  return { low: difference - half, high: difference + half, p: Math.min(1, Math.exp(-logRatio)) }
}

/** The lower branch of Lambert's W on [−1/e, 0), by Newton's steps on w + ln(−w) = ln(−x). */
function lowerLambert(x: number): number {
  const target = Math.log(-x)
  let w = target - Math.log(-target)
  for (let i = 0; i < 50; i += 1) {
    const next = w - (w + Math.log(-w) - target) / (1 + 1 / w)
    if (Math.abs(next - w) <= 1e-15 * Math.abs(w)) return next
    w = next
  }
  return w
}
