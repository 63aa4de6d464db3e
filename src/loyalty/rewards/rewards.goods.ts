/** Goods of a basket: what counts, and how many whole pieces. Pure. */
import type { BasketLine } from '../returns/returns.ts'
import type { Scope } from './rewards.parameters.schema.ts'

/** Both lists empty: everything. Otherwise what one of them names. */
export const isInScope = ({ products, categories }: Scope, { product, category }: Pick<BasketLine, 'product' | 'category'>): boolean =>
  (products.length === 0 && categories.length === 0) || products.includes(product) || (category !== null && categories.includes(category))

/** Whole pieces only: one and a half are one. Below zero there are none. */
export const piecesOf = (quantity: string): number => Math.max(0, Number(/^-?\d+/.exec(quantity)?.[0] ?? '0'))

const scale = 1_000_000n
/** A quantity in millionths, exact to the six decimals that an order can have. */
export function millionths(quantity: string): bigint {
  const [whole = '0', decimals = ''] = quantity.replace('-', '').split('.')
  const size = BigInt(whole) * scale + BigInt(decimals.slice(0, 6).padEnd(6, '0'))
  return quantity.startsWith('-') ? -size : size
}
