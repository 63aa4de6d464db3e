import type { Db } from '#foundation/db.ts'
import { isSetAside } from '#foundation/indexes.ts'

/** Whether a first file is being written: orders that changed cannot be found by their index until all are there, and more keep coming anyway. Whoever follows them waits. */
export const areBeingFilled = (db: Db): Promise<boolean> => isSetAside(db, 'orders.order_changed')
