/**
 * Do two things come together more often than chance would have it? From counts: `n` cases, `a` with the one, `b` with the other, `both` with both.
 *
 * Support both ÷ n; confidence both ÷ a and both ÷ b; lift n · both ÷ (a · b), 1 where they are independent (Agrawal, Imieliński, Swami 1993, "Mining association rules
 * between sets of items in large databases", SIGMOD; Brin, Motwani, Ullman, Tsur 1997, "Dynamic itemset counting and implication rules", SIGMOD, section 4).
 * `logLikelihoodRatio`: −2 ln λ of the fourfold table, χ² with one degree of freedom under independence, fit for small counts where Pearson's is not (Dunning 1993,
 * "Accurate methods for the statistics of surprise and coincidence", Computational Linguistics 19, section 4). `p`: Fisher's exact test given the margins, the smaller
 * tail doubled (Fisher 1935, "The logic of inductive inference", JRSS 98; doubling as in Agresti 2013, Categorical Data Analysis, section 3.5).
 */
import { logGamma } from './gamma.ts'

export interface Fourfold { readonly n: number, readonly a: number, readonly b: number, readonly both: number }

export interface Association {
  readonly support: number
  /** P(b | a) and P(a | b). */
  readonly confidence: readonly [number, number]
  readonly lift: number
  readonly logLikelihoodRatio: number
  /** Two-sided, of "independent". */
  readonly p: number
}

/** Throws RangeError on counts that cannot be, or where one of the two always or never happens: then there is nothing to ask. */
export function associationOf({ n, a, b, both }: Fourfold): Association {
  const cells = [both, a - both, b - both, n - a - b + both]
  if (!(a > 0 && b > 0 && a <= n && b <= n) || cells.some((cell) => !(cell >= 0))) throw new RangeError(`no fourfold table has ${both} of ${a} and ${b} among ${n}`)
  const due = [(a * b) / n, (a * (n - b)) / n, ((n - a) * b) / n, ((n - a) * (n - b)) / n]
  const ratio = 2 * cells.reduce((sum, cell, i) => sum + (cell > 0 ? cell * Math.log(cell / (due[i] ?? 1)) : 0), 0)
  return { support: both / n, confidence: [both / a, both / b], lift: (n * both) / (a * b), logLikelihoodRatio: Math.max(0, ratio), p: Math.min(1, 2 * smallerTail({ n, a, b, both })) }
}

const logChoose = (n: number, k: number): number => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1)

/** P(as many or more) or P(as many or fewer) of the hypergeometric distribution, whichever is smaller. */
function smallerTail({ n, a, b, both }: Fourfold): number {
  const [low, high] = [Math.max(0, a + b - n), Math.min(a, b)]
  const upwards = both * n >= a * b
  let term = Math.exp(logChoose(b, both) + logChoose(n - b, a - both) - logChoose(n, a))
  let sum = 0
  // Each term from the one before; they fall from here outwards, so the sum ends where they no longer count.
  for (let k = both; upwards ? k <= high : k >= low; k += upwards ? 1 : -1) {
    sum += term
    if (term < sum * 1e-17) break
    term *= upwards ? ((a - k) * (b - k)) / ((k + 1) * (n - a - b + k + 1)) : (k * (n - a - b + k)) / ((a - k + 1) * (b - k + 1))
  }
  return sum
}
