/** The list as rows of a file: read page by page, so that ten million orders need no more memory than ten. */
import type { Db } from '#foundation/db.ts'
import type { Cell } from '#foundation/download.ts'
import { plainMoney } from '#foundation/money.ts'
import { say, type Locale } from '#foundation/words.ts'
import { listOrders } from './orders.list.ts'
import type { OrderQuery } from './orders.schema.ts'
import { orderColumns, orderKindWords } from './orders.words.ts'

const pageSize = 2000

export async function* orderRows(db: Db, filter: OrderQuery, locale: Locale): AsyncGenerator<readonly Cell[]> {
  yield Object.values(orderColumns).map((column) => say(column, locale))
  const money = (minor: string): number => Number(plainMoney(BigInt(minor)))
  for (let after: string | undefined; ;) {
    const page = await listOrders(db, { ...filter, ...(after === undefined ? {} : { after }), limit: pageSize })
    for (const one of page.items) {
      yield [
        one.source, one.number, say(orderKindWords[one.kind], locale), one.day, one.at, one.customerId, one.customerName, one.storeName, one.channel, one.goods, one.lineCount,
        money(one.totalMinor), one.costMinor === null ? null : money(one.costMinor), one.currency, one.undoesNumber
      ]
    }
    if (page.next === null) return
    after = page.next
  }
}
