/** The raw lines of Online Retail as plain rows, for counting again what the product's SQL counted: sold lines of known customers, cleaned by the reference rule. */
import type { Engine } from '#foundation/engine.ts'

export interface RawLine { readonly customer: string, readonly number: string, readonly day: string, readonly hour: number, readonly product: string, readonly quantity: number, readonly minor: number }

export async function rawLines(engine: Engine): Promise<readonly RawLine[]> {
  const rows = await engine.all<{ customer: string | null, number: string, day: string, hour: bigint, product: string, quantity: number, price_minor: bigint }>(
    'select customer, number, cast(moment as date) as day, hour(moment) as hour, product, quantity, price_minor from memory.main.raw')
  return rows.flatMap(({ customer, number, day, hour, product, quantity, price_minor: price }) =>
    (customer === null || number.startsWith('C') || quantity <= 0 || price <= 0n ? [] : [{ customer, number, day, hour: Number(hour), product, quantity, minor: quantity * Number(price) }]))
}
