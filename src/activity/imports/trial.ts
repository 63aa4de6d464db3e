/** The dry run of a batch: what writing it would do, read from the record and from what the file itself brought before. Nothing is written. */
import { foreseeOrders } from '#activity/orders/orders.ts'
import { keyText, resolveMany } from '#customers/identity/identity.ts'
import type { Db } from '#foundation/db.ts'
import { idMaker } from '#foundation/ids.ts'
import { countLines, settle, type Batch } from './batch.ts'
import { createWall } from './clockwork.ts'
import { createTally } from './tally.ts'
import type { Written } from './writing.ts'

export interface Foreseeing { readonly db: Db, readonly zone: string, readonly now: () => Date }

export function createForeseer({ db, zone, now }: Foreseeing): (batch: Batch) => Promise<Written> {
  const wall = createWall(zone)
  const met = createTally()
  return async ({ orders }) => {
    const keys = orders.flatMap(({ buyer }) => buyer.keys)
    const owners = await resolveMany(db, [...new Map(keys.map((key) => [keyText(key), key])).values()])
    let customers = 0
    const nextId = idMaker(now())
    for (const order of orders) {
      const texts = order.buyer.keys.map(keyText)
      const owner = texts.map((text) => owners.get(text)).find((id) => id !== undefined)
      const fresh = texts.filter((text) => met.add(text) === 1).length
      if (owner === undefined && fresh > 0 && fresh === texts.length) customers++
      // Somebody unknown is somebody new: any id that is not the order's own says so.
      settle(order, { customerId: texts.length === 0 ? null : owner ?? nextId(), storeId: null, day: wall.dayOf(order.at) })
    }
    const seen = await foreseeOrders(db, orders)
    return {
      orders: seen.fresh.length, lines: countLines(seen.fresh), known: seen.identical, customers,
      clashes: seen.clashes.map(({ index, number, because, theirsMinor, oursMinor }) => ({ entry: index, number, because, knownMinor: theirsMinor.toString(), givenMinor: oursMinor.toString() }))
    }
  }
}
