/**
 * CUPED: what a customer did before the experiment predicts part of what he does in it; that part is chance, not effect, and is taken out.
 * Source: Deng, Xu, Kohavi, Walker 2013, "Improving the Sensitivity of Online Controlled Experiments by Utilizing Pre-Experiment Data", WSDM, equations 3–5.
 *
 * The earlier value must be from before the assignment: one that the treatment could have moved takes effect away with the noise.
 */
import { differenceOfMeans, type Difference, type Moments } from './difference.ts'

/** A customer's value in the experiment, and before it. */
export interface Measured { readonly value: number, readonly before: number }

export interface Adjusted extends Difference {
  /** How much of a unit before is taken off: cov ÷ var, over both groups about their own means. */
  readonly theta: number
  /** 1 − variance with ÷ without: the share of noise that was taken out. */
  readonly reduction: number
  readonly unadjusted: Difference
}

interface Sums { readonly n: number, readonly value: number, readonly before: number, readonly vv: number, readonly bb: number, readonly vb: number }

function sumsOf(units: Iterable<Measured>): Sums {
  let [n, v, b, vv, bb, vb] = [0, 0, 0, 0, 0, 0]
  for (const { value, before } of units) {
    n += 1
    const [dv, db] = [value - v, before - b]
    v += dv / n
    b += db / n
    vv += dv * (value - v)
    bb += db * (before - b)
    vb += dv * (before - b)
  }
  return { n, value: v, before: b, vv, bb, vb }
}

/** The adjusted difference of means, treated − control. Where the earlier value does not vary, nothing is adjusted. Throws RangeError on a group of fewer than two. */
export function cuped(treated: Iterable<Measured>, control: Iterable<Measured>, level = 0.95): Adjusted {
  const [t, c] = [sumsOf(treated), sumsOf(control)]
  const spread = t.bb + c.bb
  const theta = spread > 0 ? (t.vb + c.vb) / spread : 0
  const everybody = (t.before * t.n + c.before * c.n) / (t.n + c.n)
  const moments = ({ n, value, before, vv, bb, vb }: Sums, by: number): Moments => ({
    n, mean: value - by * (before - everybody), variance: Math.max(0, (vv - 2 * by * vb + by * by * bb) / (n - 1))
  })
  const unadjusted = differenceOfMeans(moments(t, 0), moments(c, 0), level)
  const adjusted = differenceOfMeans(moments(t, theta), moments(c, theta), level)
  return { ...adjusted, theta, reduction: unadjusted.standardError > 0 ? 1 - (adjusted.standardError / unadjusted.standardError) ** 2 : 0, unadjusted }
}
