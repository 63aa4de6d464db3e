/** Writes a chain into the record, through the doors of those who keep it, in batches: memory stays flat however large the chain. */
import { prepareOrder, recordPrepared, type PreparedOrder } from '#activity/orders/orders.ts'
import { createMany, type NewCustomer } from '#customers/record/record.ts'
import type { Trx } from '#foundation/db.ts'
import { dayIn } from '#foundation/zone.ts'
import { markSynthetic, readBusiness, saveBusiness, saveStore, settleBusiness } from '#settings/business/business.ts'
import { chainName, type SampleChain, type SampleCustomer } from './chain.ts'
import type { SampleOrder } from './purchases.ts'

export interface Loaded { readonly customers: number, readonly orders: number }

/** Where to: one transaction. The signal ends it between two batches. */
export interface Target { readonly trx: Trx, readonly signal?: AbortSignal | undefined }

const source = 'sample'
const zone = 'Asia/Shanghai'
const currency = 'CNY'
const batchSize = 1_000

export async function writeChain({ trx, signal }: Target, chain: SampleChain, now: Date): Promise<Loaded> {
  const { version } = await readBusiness(trx)
  await saveBusiness(trx, { name: chainName, country: 'CN', zone, currency, version }, now)
  await markSynthetic(trx, true, now)
  await settleBusiness(trx, now)
  const stores = new Map<string, string>()
  for (const { code, name, region } of chain.stores) stores.set(code, (await saveStore(trx, { code, name, region }, now)).storeId)

  const dayOf = dayIn(zone)
  const prepare = (order: SampleOrder, customerId: string | null): PreparedOrder => prepareOrder({
    kind: order.kind, source, number: order.number, at: order.at, customerId, channel: order.channel, currency, undoesNumber: order.undoes,
    storeId: order.store === null ? null : stores.get(order.store) ?? null,
    lines: order.lines.map((line) => ({ ...line, quantity: String(line.quantity) }))
  }, order.id, dayOf)
  const write = async (orders: readonly PreparedOrder[]): Promise<number> =>
    (await recordPrepared(trx, { listeners: [], zone, actor: source }, orders, now)).recorded.length

  let customers = 0
  let orders = 0
  for (const batch of batches(chain.customers())) {
    signal?.throwIfAborted()
    const settled = await createMany(trx, batch.map(asCustomer), now)
    orders += await write(batch.flatMap(({ orders: own }, index) => own.map((order) => prepare(order, settled[index]?.customerId ?? null))))
    customers += batch.length
  }
  for (const batch of batches(chain.walkIns())) orders += await write(batch.map((order) => prepare(order, null)))
  return { customers, orders }
}

const asCustomer = ({ kind, name, gender, birthday, occupation, industry, region, address, identities, createdAt }: SampleCustomer): NewCustomer =>
  ({ kind, name, gender, birthday, occupation, industry, region, address, country: 'CN', source, keys: identities, since: createdAt })

function* batches<T>(all: Iterable<T>): Generator<readonly T[]> {
  let batch: T[] = []
  for (const one of all) {
    batch.push(one)
    if (batch.length === batchSize) { yield batch; batch = [] }
  }
  if (batch.length > 0) yield batch
}
