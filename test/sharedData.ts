/** The real data of shared/data, where this machine has it: tests on it are skipped by name elsewhere. Loads it straight into a DuckDB warehouse. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { openDuckEngine, type Engine } from '#foundation/engine.ts'
import { createTables } from '#insights/warehouse/warehouse.ts'

/** `SHARED_DATA`, or `shared/data` in a folder above. */
export function sharedData(): string | undefined {
  const named = process.env['SHARED_DATA']
  if (named !== undefined) return existsSync(named) ? named : undefined
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const found = join(folder, 'shared', 'data')
    if (existsSync(found)) return found
    if (dirname(folder) === folder) return undefined
  }
}

export const reference = (folder: string, name: string): unknown => JSON.parse(readFileSync(join(folder, 'references', name), 'utf8'))

const uuid = (text: string): string => `cast(md5(${text}) as uuid)`

async function withTables(fill: (engine: Engine) => Promise<void>): Promise<Engine> {
  const engine = await openDuckEngine(':memory:')
  await createTables(engine)
  await fill(engine)
  return engine
}

/** UCI Online Retail: one order an invoice, cancellations as refunds that name no order. The customer's name is the CustomerID. */
export const onlineRetail = (folder: string): Promise<Engine> => withTables(async (engine) => {
  await engine.run(`create table memory.main.raw as select InvoiceNo as number, StockCode as product, cast(Quantity as integer) as quantity,
    cast(InvoiceDate as timestamp) as moment, cast(cast(UnitPrice as decimal(18, 4)) * 10000 as bigint) as price_minor, CustomerID as customer, Country as country
    from read_csv($path, all_varchar = true, header = true)`, { path: join(folder, 'online_retail_uci', 'online_retail.csv.gz') })
  const customer = `case when customer is null then ${uuid("'order ' || number")} else ${uuid("'customer ' || customer")} end`
  await engine.run(`insert into warehouse.purchase
    select ${customer}, ${uuid("'order ' || number || coalesce(customer, '')")}, cast(min(moment) as date), cast(min(moment) as timestamptz),
      case when number like 'C%' then 'refund' else 'sale' end, customer is null,
      case when number like 'C%' then -abs(sum(quantity * price_minor)) else sum(quantity * price_minor) end,
      coalesce(sum(quantity * price_minor) filter (number not like 'C%' and quantity > 0 and price_minor > 0), 0), 0, null, null, null, null, null
    from memory.main.raw group by number, customer`)
  await engine.run(`insert into warehouse.customer select ${uuid("'customer ' || customer")}, customer, min(country), cast(min(moment) as date)
    from memory.main.raw where customer is not null group by customer`)
})

/** The lines of Online Retail beside its orders, for who asks what was bought. */
export const withLines = async (engine: Engine): Promise<Engine> => {
  await engine.run(`insert into warehouse.line
    select p.customer_id, p.order_id, cast(row_number() over (partition by p.order_id) as integer), p.day, p.kind, p.anonymous, r.product, null, r.quantity,
      case when p.kind = 'refund' then -abs(r.quantity * r.price_minor) else r.quantity * r.price_minor end, null
    from memory.main.raw r join warehouse.purchase p on p.order_id = ${uuid("'order ' || r.number || coalesce(r.customer, '')")}`)
  return engine
}

/** CDNOW, all 23,570 customers: every row a sale, those of nothing among them. */
export const cdnow = (folder: string): Promise<Engine> => withTables((engine) => engine.run(`insert into warehouse.purchase
  select ${uuid("'c' || customer_id")}, ${uuid("'o' || row_number() over ()")}, cast(date as date), cast(date as timestamptz), 'sale', false,
    cast(cast(value as decimal(18, 4)) * 10000 as bigint), cast(cast(value as decimal(18, 4)) * 10000 as bigint), 0, null, null, null, null, null
  from read_csv($path, all_varchar = true, header = true)`, { path: join(folder, 'cdnow', 'cdnow_master.csv.gz') }))

/** The 1/10 sample of CDNOW on which the buy-till-you-die papers report: 2,357 customers. */
export const cdnowSample = (folder: string): Promise<Engine> => withTables((engine) => engine.run(`insert into warehouse.purchase
  select ${uuid("'c' || sample_id")}, ${uuid("'o' || row_number() over ()")}, cast(date as date), cast(date as timestamptz), 'sale', false,
    cast(cast(value as decimal(18, 4)) * 10000 as bigint), cast(cast(value as decimal(18, 4)) * 10000 as bigint), 0, null, null, null, null, null
  from read_csv($path, all_varchar = true, header = true)`, { path: join(folder, 'cdnow', 'cdnow_sample.csv') }))

/** The orders of the R package rfm. */
export const rfmPackage = (folder: string): Promise<Engine> => withTables(async (engine) => {
  const path = join(folder, 'rfm_pkg', 'rfm_data_orders.csv.gz')
  await engine.run(`insert into warehouse.purchase
    select ${uuid('customer_id')}, ${uuid("'o' || row_number() over ()")}, cast(order_date as date), cast(order_date as timestamptz), 'sale', false,
      cast(cast(revenue as decimal(18, 4)) * 10000 as bigint), cast(cast(revenue as decimal(18, 4)) * 10000 as bigint), 0, null, null, null, null, null
    from read_csv($path, all_varchar = true, header = true)`, { path })
  await engine.run(`insert into warehouse.customer select distinct ${uuid('customer_id')}, customer_id, null, cast('2004-01-01' as date) from read_csv($path, all_varchar = true, header = true)`, { path })
})
