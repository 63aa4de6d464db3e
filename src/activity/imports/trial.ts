/** The dry run of a batch: what writing it would do, read from the record and from what the file itself brought before. Nothing is written. */
import { foreseeOrders } from '#activity/orders/orders.ts'
import { keyText, resolveMany } from '#customers/identity/identity.ts'
import type { Db } from '#foundation/db.ts'
import { idMaker } from '#foundation/ids.ts'
import type { Batch } from './batches.ts'
import { createWall } from './clockwork.ts'
import { preparedFrom } from './prepared.ts'
import { createTally } from './tally.ts'
import type { Written } from './writing.ts'

export interface Foreseeing { readonly db: Db, readonly source: string, readonly zone: string, readonly now: () => Date }

export function createForeseer({ db, source, zone, now }: Foreseeing): (batch: Batch) => Promise<Written> {
  const wall = createWall(zone)
  const met = createTally()
  return async ({ entries }) => {
    const keys = entries.flatMap((entry) => entry.keys)
    const owners = await resolveMany(db, [...new Map(keys.map((key) => [keyText(key), key])).values()])
    let customers = 0
    const nextId = idMaker(now())
    const entryOf: number[] = []
    const prepared = entries.flatMap((entry, index) => {
      const texts = entry.keys.map(keyText)
      const owner = texts.map((text) => owners.get(text)).find((id) => id !== undefined)
      const fresh = texts.filter((text) => met.add(text) === 1).length
      if (owner === undefined && fresh > 0 && fresh === texts.length) customers++
      return entry.orders.map((order) => {
        entryOf.push(index)
        const orderId = nextId()
        // Somebody unknown is somebody new: any id that is not the order's own says so.
        const customerId = texts.length === 0 ? null : owner ?? nextId()
        return preparedFrom(order, { orderId, customerId, storeId: null, source, day: wall.dayOf(order.at) })
      })
    })
    const seen = await foreseeOrders(db, prepared)
    return {
      orders: seen.fresh.length, lines: seen.fresh.reduce((sum, order) => sum + order.lines.length, 0), known: seen.identical, customers,
      clashes: seen.clashes.map(({ index, number, because, theirsMinor, oursMinor }) => ({ entry: entryOf[index] ?? 0, number, because, knownMinor: theirsMinor.toString(), givenMinor: oursMinor.toString() }))
    }
  }
}
