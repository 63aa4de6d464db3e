/**
 * Orders: sales, returns and cancellations, each a fact of its own. This file is the door.
 *
 * A number of a source is one order, whoever sends it and however often. The same content again is skipped; other content under the same number is
 * refused by name with both totals. A return names the order that it undoes and finds it in whichever sequence the two arrive.
 */
export { foreseeOrders, recordOrders, recordPrepared, recordedKind, type Clash, type OrderParts, type OrdersOutcome } from './orders.record.ts'
export type { RawLines } from './orders.lines.ts'
export { idAt, openOrderStore, type OrderStore, type StoredOrder } from './orders.stored.ts'
export { contentHash, prepareOrder, rawHasher, type LineInput, type OrderInput, type OrderKind, type PreparedOrder } from './orders.rules.ts'
export { areBeingFilled } from './orders.filling.ts'
export { listOrders, orderTimeline, readOrder, sumOrders } from './orders.list.ts'
export { submitOrders, submitReturn, type Submission } from './orders.submit.ts'
