/**
 * The score interval of a share of counts: inside [0, 1], sensible for small counts and for shares near 0 and 1.
 * Source: Wilson, E. B. (1927), Probable inference, the law of succession, and statistical inference, JASA 22, 209–212.
 */
const z95 = 1.959963984540054

export function wilson(count: number, of: number, z = z95): { readonly rate: number, readonly low: number, readonly high: number } {
  if (of <= 0) return { rate: 0, low: 0, high: 1 }
  const rate = count / of
  const centre = (rate + (z * z) / (2 * of)) / (1 + (z * z) / of)
  const half = (z / (1 + (z * z) / of)) * Math.sqrt((rate * (1 - rate)) / of + (z * z) / (4 * of * of))
  return { rate, low: count === 0 ? 0 : Math.max(0, centre - half), high: count === of ? 1 : Math.min(1, centre + half) }
}
