/** What the warehouse knows of itself. */
import type { Engine } from '#foundation/engine.ts'

export interface LastRefresh { readonly orders: number, readonly customers: number, readonly milliseconds: number }

export interface Meta {
  readonly stateCleaning: string | undefined
  /** Rises with every change of the data. */
  readonly generation: bigint
  /** The record was read up to this transaction: rows changed by it or later ones are taken next. */
  readonly seenXid: bigint | undefined
  /** The database that this file was made from. */
  readonly origin: string | undefined
  readonly refreshedAt: string | undefined
  readonly rebuiltAt: string | undefined
  readonly lastRefresh: LastRefresh | undefined
}

const keys = ['stateCleaning', 'generation', 'seenXid', 'origin', 'refreshedAt', 'rebuiltAt', 'lastRefresh'] as const

export async function readMeta(engine: Engine): Promise<Meta> {
  const rows = engine.dialect === 'postgres' ? [] : await engine.all<{ key: string, value: string }>('select key, value from warehouse.meta')
  const found = new Map(rows.map((row) => [row.key, row.value]))
  const seen = found.get('seenXid')
  return {
    stateCleaning: found.get('stateCleaning'), generation: BigInt(found.get('generation') ?? '0'), seenXid: seen === undefined ? undefined : BigInt(seen),
    origin: found.get('origin'), refreshedAt: found.get('refreshedAt'), rebuiltAt: found.get('rebuiltAt'), lastRefresh: readLast(found.get('lastRefresh'))
  }
}

export async function writeMeta(engine: Engine, meta: Partial<Meta>): Promise<void> {
  const given = keys.flatMap((key) => {
    const value = meta[key]
    return value === undefined ? [] : [[key, typeof value === 'object' ? writeLast(value) : value.toString()] as const]
  })
  const params = Object.fromEntries(given)
  await engine.run(`delete from warehouse.meta where key in (${given.map(([key]) => `'${key}'`).join(', ')})`)
  await engine.run(`insert into warehouse.meta values ${given.map(([key]) => `('${key}', $${key})`).join(', ')}`, params)
}

const writeLast = ({ orders, customers, milliseconds }: LastRefresh): string => [orders, customers, milliseconds].join(' ')
function readLast(text: string | undefined): LastRefresh | undefined {
  if (text === undefined) return undefined
  const [orders = 0, customers = 0, milliseconds = 0] = text.split(' ').map(Number)
  return { orders, customers, milliseconds }
}
