/** What the report asks of the staged facts beside the questions of insight. */
import type { Engine } from '#foundation/engine.ts'

export interface Facts {
  readonly sales: number
  readonly refunds: number
  readonly anonymous: number
  readonly sales_minor: bigint
  readonly refunds_minor: bigint
  readonly first_day: string | null
  readonly last_day: string | null
}

export async function readFacts(engine: Engine): Promise<Facts> {
  const [facts] = await engine.all<{ [K in keyof Facts]: Facts[K] }>(`select cast(count(*) filter (where kind = 'sale') as integer) as sales, cast(count(*) filter (where kind <> 'sale') as integer) as refunds,
    cast(count(*) filter (where kind = 'sale' and anonymous) as integer) as anonymous, cast(coalesce(sum(gross_minor) filter (where kind = 'sale'), 0) as bigint) as sales_minor,
    cast(coalesce(sum(gross_minor) filter (where kind <> 'sale'), 0) as bigint) as refunds_minor, min(day) as first_day, max(day) as last_day from warehouse.purchase`)
  if (facts === undefined) throw new Error('a count answers one row')
  return facts
}
