/** What of a sale is kept after its returns. Pure: quantities are exact decimals, amounts whole ten-thousandths; what is split is split by largest remainder. */

export interface BasketLine { readonly lineNo: number, readonly product: string, readonly category: string | null, readonly quantity: string, readonly amountMinor: bigint }

/** A line that comes back, its sign as the record has it or not: sizes count. `ofLine` where a person pointed at the line of the receipt. */
export interface BackLine { readonly product: string, readonly quantity: string, readonly amountMinor: bigint, readonly ofLine?: number | null }

export interface Beyond { readonly product: string, readonly quantity: string, readonly amountMinor: bigint }
export interface Kept { readonly kept: readonly BasketLine[], readonly beyond: readonly Beyond[] }

interface Held { readonly line: BasketLine, units: bigint, amount: bigint, isTaken: boolean }

/**
 * The lines of a sale that are kept after a return. A line that comes back is the one that was pointed at; where nobody did, it is matched by product: first
 * with lines of exactly its unit price, then in the order of the receipt. A line whose goods have all come back is not kept, whatever was paid back for it; a return of quantity 0 lowers the price only.
 */
export function keepAfter(sold: readonly BasketLine[], back: readonly BackLine[]): Kept {
  const scale = Math.max(0, ...[...sold, ...back].map(({ quantity }) => decimalsOf(quantity)))
  const held = sold.map((line): Held => ({ line, units: size(unitsOf(line.quantity, scale)), amount: size(line.amountMinor), isTaken: false }))
  const beyond = back.flatMap((line) => take(held.filter((one) => one.line.product === line.product), line, scale))
  const kept = held.filter(({ units, amount, line, isTaken }) => units > 0n || (!isTaken && (amount > 0n || isNothing(line.quantity))))
  return { kept: kept.map(({ line, units, amount }) => ({ ...line, quantity: textOf(line.quantity.startsWith('-') ? -units : units, scale), amountMinor: line.amountMinor < 0n ? -amount : amount })), beyond }
}

function take(held: readonly Held[], { product, quantity, amountMinor, ofLine = null }: BackLine, scale: number): readonly Beyond[] {
  const [asked, money] = [size(unitsOf(quantity, scale)), size(amountMinor)]
  const rank = ({ line, units, amount }: Held): number => (line.lineNo === ofLine ? 0 : units > 0n && amount * asked === money * units ? 1 : 2)
  const inOrder = held.filter(({ units, amount }) => units > 0n || amount > 0n).toSorted((a, b) => rank(a) - rank(b))
  let open = asked
  const parts = inOrder.flatMap((one) => {
    const units = one.units < open ? one.units : open
    open -= units
    // A return without a quantity lowers the price of all that is there; a line of quantity 0 (a fee) goes with the money.
    return units > 0n || (asked === 0n && (ofLine === null || one.line.lineNo === ofLine)) || (one.units === 0n && ofLine === null) ? [{ one, units, worth: one.units === 0n || asked === 0n ? one.amount : one.amount * units / one.units }] : []
  })
  const left = pay(parts, money)
  for (const { one, units } of parts) {
    one.isTaken = units > 0n || one.amount === 0n
    one.units -= units
    if (one.units === 0n && units > 0n) one.amount = 0n
  }
  return open === 0n && left === 0n ? [] : [{ product, quantity: textOf(open, scale), amountMinor: left }]
}

/** Takes money off the lines, each by its worth and never below zero; answers what no line could bear. */
function pay(parts: readonly { readonly one: Held, readonly worth: bigint }[], money: bigint): bigint {
  const shares = splitBy(money, parts.map(({ worth }) => worth))
  let left = parts.length === 0 ? money : 0n
  parts.forEach(({ one }, index) => {
    const share = shares[index] ?? 0n
    const paid = share < one.amount ? share : one.amount
    one.amount -= paid
    left += share - paid
  })
  for (const { one } of parts) {
    const paid = left < one.amount ? left : one.amount
    one.amount -= paid
    left -= paid
  }
  return left
}

/** A whole number in whole parts by weight; what rounding leaves goes to the largest remainders, the earlier first. All weights zero: to the first. */
export function splitBy(whole: bigint, weights: readonly bigint[]): readonly bigint[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0n)
  if (all === 0n) return weights.map((_, index) => (index === 0 ? whole : 0n))
  const parts = weights.map((weight) => whole * weight / all)
  let left = whole - parts.reduce((sum, part) => sum + part, 0n)
  const remainders = weights.map((weight, index) => ({ index, rest: whole * weight % all })).toSorted((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1))
  for (const { index } of remainders) {
    if (left === 0n) break
    parts[index] = (parts[index] ?? 0n) + 1n
    left -= 1n
  }
  return parts
}

/**
 * The money that goes back for a quantity of a line as it is kept now: its part, rounded down to what can be paid (`step` ten-thousandths: 100 for the cent);
 * the last piece takes the rest, so that however a line comes back, the sum is what was paid.
 */
export function moneyBack(kept: BasketLine, quantity: string, step: bigint): bigint {
  const scale = Math.max(decimalsOf(kept.quantity), decimalsOf(quantity))
  const [units, asked] = [size(unitsOf(kept.quantity, scale)), size(unitsOf(quantity, scale))]
  if (asked >= units) return kept.amountMinor
  const part = kept.amountMinor * asked / units
  return part - part % step
}

/** The part of what was withheld that lies on goods which are still kept, by what was paid for them. */
export function staysOf(before: bigint, keptBefore: readonly BasketLine[], kept: readonly BasketLine[]): bigint {
  const [all, left] = [keptBefore, kept].map((lines) => lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0n))
  return kept.length === 0 || all === undefined || left === undefined ? 0n : all === 0n ? before : before * left / all
}

/**
 * What a return withholds: what it newly makes due, less the part of what was withheld before that belonged to goods which come back now. Once nothing is kept
 * nothing is withheld any more, so the money back of any row of returns adds up to what was paid.
 */
export function dueNow(fresh: bigint, before: bigint, keptBefore: readonly BasketLine[], kept: readonly BasketLine[]): bigint {
  return fresh - (before - staysOf(before, keptBefore, kept))
}

/** Whether a quantity is more than another. */
export function isMore(a: string, b: string): boolean {
  const scale = Math.max(decimalsOf(a), decimalsOf(b))
  return unitsOf(a, scale) > unitsOf(b, scale)
}

const decimalsOf = (quantity: string): number => (quantity.split('.')[1] ?? '').replace(/0+$/, '').length
const unitsOf = (quantity: string, scale: number): bigint => {
  const [whole = '0', decimals = ''] = quantity.split('.')
  const units = BigInt(whole.replace('-', '') + decimals.replace(/0+$/, '').padEnd(scale, '0'))
  return quantity.startsWith('-') ? -units : units
}
const textOf = (units: bigint, scale: number): string => {
  const digits = size(units).toString().padStart(scale + 1, '0')
  const decimals = scale === 0 ? '' : digits.slice(-scale).replace(/0+$/, '')
  return `${units < 0n ? '-' : ''}${digits.slice(0, digits.length - scale)}${decimals === '' ? '' : `.${decimals}`}`
}
const isNothing = (quantity: string): boolean => /^-?0*(\.0*)?$/.test(quantity)
const size = (amount: bigint): bigint => (amount < 0n ? -amount : amount)
