/** The list of customers as rows of a file, page after page. */
import type { Cell } from '#foundation/download.ts'
import type { Engine } from '#foundation/engine.ts'
import { plainMoney } from '#foundation/money.ts'
import { say, type Locale } from '#foundation/words.ts'
import { listRfmCustomers, type RfmCustomersInput } from './rfm.ts'
import { rfmColumns, segmentNames } from './rfm.words.ts'

const pageSize = 20_000

export async function* rfmRows(engine: Engine, input: RfmCustomersInput, locale: Locale): AsyncGenerator<readonly Cell[]> {
  yield Object.values(rfmColumns).map((column) => say(column, locale))
  for (let after: string | undefined; ;) {
    const page = await listRfmCustomers(engine, { ...input, ...(after === undefined ? {} : { after }), limit: pageSize })
    for (const one of page.items) {
      yield [one.customerId, one.name, one.lastDay, one.recencyDays, one.frequency, Number(plainMoney(BigInt(one.moneyMinor))), one.r, one.f, one.m, say(segmentNames[one.segment], locale)]
    }
    if (page.next === null) return
    after = page.next
  }
}
