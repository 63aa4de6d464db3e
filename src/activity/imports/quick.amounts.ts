/** `-12.5` from its bytes: what nine cells in ten hold, in ten-thousandths. NaN for anything else, which amounts.ts reads. */
const scales = [10_000, 1_000, 100, 10, 1]

export function quickAmount(bytes: Uint8Array, from: number, to: number, commas: boolean): number {
  const negative = bytes[from] === 45
  const start = negative ? from + 1 : from
  if (start === to || to - from > 14) return Number.NaN
  let whole = 0
  let decimals = -1
  for (let at = start; at < to; at++) {
    const byte = bytes[at] ?? 0
    if (byte >= 48 && byte <= 57) {
      whole = whole * 10 + byte - 48
      if (decimals >= 0) decimals++
    } else if (byte === 46 && decimals < 0 && at > start) decimals = 0
    else return Number.NaN
  }
  // Three decimals may be a thousand in a column of decimal commas.
  if (decimals === 0 || decimals > 4 || (decimals === 3 && commas)) return Number.NaN
  const minor = whole * (scales[Math.max(decimals, 0)] ?? 1)
  if (minor > 1_000_000_000_000_000) return Number.NaN
  return negative && minor !== 0 ? -minor : minor
}
