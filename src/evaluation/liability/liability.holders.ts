/** From the figures to the members behind them. */
import type { Cell } from '#foundation/download.ts'
import type { Db } from '#foundation/db.ts'
import { say, type Locale } from '#foundation/words.ts'
import { addDays, dayOf } from '#foundation/zone.ts'
import { cursorOf, readCursor } from '#insights/warehouse/warehouse.ts'
import { readBusiness } from '#settings/business/business.ts'
import { findHolders } from './liability.holders.sql.ts'
import type { Holders, HoldersQuery } from './liability.schema.ts'
import { holderColumns } from './liability.words.ts'

export async function listHolders(db: Db, { currency, order = 'balance', withinDays = 30, after, limit = 50 }: HoldersQuery, now: Date): Promise<Holders> {
  const { zone } = await readBusiness(db)
  const today = dayOf(now, zone)
  const rows = await findHolders(db, { currency, today, until: addDays(today, withinDays - 1), order, after: after === undefined ? undefined : readCursor(after), limit: limit + 1 })
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    items: rows.slice(0, limit).map(({ customerId, name, outstanding, debt, ending, firstEnd }) => ({ customerId, name, outstanding: outstanding.toString(), debt: debt.toString(), ending: ending.toString(), firstEnd })),
    next: last === undefined ? null : cursorOf(last)
  }
}

const pageSize = 10_000

export async function* holderRows(db: Db, query: HoldersQuery, now: Date, locale: Locale): AsyncGenerator<readonly Cell[]> {
  yield Object.values(holderColumns).map((column) => say(column, locale))
  for (let after: string | undefined; ;) {
    const page: Holders = await listHolders(db, { ...query, limit: pageSize, ...(after === undefined ? {} : { after }) }, now)
    for (const one of page.items) yield [one.customerId, one.name, Number(one.outstanding), Number(one.debt), Number(one.ending), one.firstEnd]
    if (page.next === null) return
    after = page.next
  }
}
