/** The list of customers as rows of a file, page after page. */
import type { Cell } from '#foundation/download.ts'
import type { Engine } from '#foundation/engine.ts'
import { plainMoney } from '#foundation/money.ts'
import { say, type Locale } from '#foundation/words.ts'
import { listLifecycleCustomers, type LifecycleCustomersInput } from './lifecycle.ts'
import { lifecycleColumns, lifecycleWords, stateNames } from './lifecycle.words.ts'

const pageSize = 20_000

export async function* lifecycleRows(engine: Engine, input: LifecycleCustomersInput, locale: Locale): AsyncGenerator<readonly Cell[]> {
  yield Object.values(lifecycleColumns).map((column) => say(column, locale))
  const money = (minor: string): number => Number(plainMoney(BigInt(minor)))
  for (let after: string | undefined; ;) {
    const page = await listLifecycleCustomers(engine, { ...input, ...(after === undefined ? {} : { after }), limit: pageSize })
    for (const one of page.items) {
      yield [
        one.customerId, one.name, say(stateNames[one.state], locale), one.firstDay, one.lastDay, one.silentDays, one.usualGapDays, one.purchaseDays, one.orders, money(one.moneyMinor),
        one.pReturn === null ? null : Number(one.pReturn.toFixed(4)), money(one.atRiskMinor), say(lifecycleWords[one.basis], locale), one.category, say(one.reason, locale)
      ]
    }
    if (page.next === null) return
    after = page.next
  }
}
