/**
 * Ratio metrics (revenue per order, clicks per view) where what is assigned, the customer, is not what is counted: orders of one customer are not independent, so the
 * error comes by the delta method from the customers' sums. Source: Deng, Knoblich, Lu 2018, "Applying the Delta Method in Metric Analytics", KDD, section 3, equation 4.
 */
import { intervalOf, type Difference } from './difference.ts'

/** A customer's numerator and denominator. */
export interface Counted { readonly above: number, readonly below: number }

export interface Ratio { readonly n: number, readonly value: number, readonly standardError: number }

/** Σ above ÷ Σ below with its error. Throws RangeError on fewer than two customers, or denominators that sum to nothing. */
export function ratioOf(units: Iterable<Counted>): Ratio {
  let [n, x, y, xx, yy, xy] = [0, 0, 0, 0, 0, 0]
  for (const { above, below } of units) {
    n += 1
    const [dx, dy] = [above - x, below - y]
    x += dx / n
    y += dy / n
    xx += dx * (above - x)
    yy += dy * (below - y)
    xy += dx * (below - y)
  }
  if (n < 2 || !(y > 0)) throw new RangeError('a ratio needs at least two customers and something to divide by')
  const value = x / y
  const variance = (xx - 2 * value * xy + value * value * yy) / (n - 1) / (y * y)
  return { n, value, standardError: Math.sqrt(Math.max(0, variance) / n) }
}

/** What the customers' numerators and denominators come down to, where they were summed elsewhere. */
export interface Sums { readonly n: number, readonly above: number, readonly below: number, readonly aboveSquared: number, readonly product: number, readonly belowSquared: number }

/** The same from sums: since Σ (above − ratio · below) is 0, the squares need no means taken off. Throws as `ratioOf` does. */
export function ratioOfSums({ n, above, below, aboveSquared, product, belowSquared }: Sums): Ratio {
  if (n < 2 || !(below > 0)) throw new RangeError('a ratio needs at least two customers and something to divide by')
  const value = above / below
  const squares = aboveSquared - 2 * value * product + value * value * belowSquared
  return { n, value, standardError: Math.sqrt((Math.max(0, squares) / (n - 1)) * n) / below }
}

/** Treated − control, in the ratio's unit; the normal interval, for a few hundred customers or more. */
export const differenceOfRatios = (treated: Ratio, control: Ratio, level = 0.95): Difference =>
  intervalOf(treated.value - control.value, Math.hypot(treated.standardError, control.standardError), Infinity, level)

/** Treated ÷ control − 1: the relative change, its error by the same method (section 3.1). Throws RangeError where the control is 0. */
export function relativeChange(treated: Pick<Ratio, 'value' | 'standardError'>, control: Pick<Ratio, 'value' | 'standardError'>, level = 0.95): Difference {
  if (control.value === 0) throw new RangeError('there is nothing to compare with: the control is 0')
  const change = treated.value / control.value
  return intervalOf(change - 1, Math.hypot(treated.standardError, change * control.standardError) / Math.abs(control.value), Infinity, level)
}
