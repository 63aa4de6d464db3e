/** What a point costs, version by version: each counts from its day on. */
import type { Db, Trx } from '#foundation/db.ts'
import { Refusal } from '#foundation/refusal.ts'
import { holdClosedMonth, readPolicy } from '#loyalty/points/points.ts'
import { findPrices, insertPrice, type PriceRow } from './liability.kept.sql.ts'
import type { NewPrice, Price, PriceList } from './liability.schema.ts'
import { liabilityWords as words } from './liability.words.ts'

const shown = ({ at, ...row }: PriceRow): Price => ({ ...row, at: at.toISOString() })

export async function listPrices(db: Db | Trx): Promise<PriceList> {
  const rows = await findPrices(db)
  const last = rows.at(-1)
  return { current: last === undefined ? { version: 0, parameters: {}, validFrom: null, note: '', author: '', at: null } : shown(last), items: rows.map(shown).toReversed() }
}

/** A new version. It may begin on a past day, but not before the one it follows, nor in a closed month: books are revalued forward, never rewritten. The first values what had no price. */
export async function savePrice(trx: Trx, { version, parameters, validFrom, note = '' }: NewPrice, author: string, now: Date): Promise<PriceList> {
  const last = (await findPrices(trx)).at(-1)
  const { parameters: currencies } = await readPolicy(trx, now)
  const unknown = Object.keys(parameters).find((currency) => !(currency in currencies))
  if (unknown !== undefined) throw new Refusal('liability.unknown_currency', 422, words.unknownCurrency, { currency: unknown })
  if (last !== undefined && validFrom < last.validFrom) throw new Refusal('liability.before_last', 422, words.beforeLast, { day: last.validFrom })
  const closed = last === undefined ? undefined : await holdClosedMonth(trx)
  if (closed !== undefined && validFrom.slice(0, 7) <= closed) throw new Refusal('liability.month_closed', 409, words.monthClosed, { month: closed })
  if ((last?.version ?? 0) !== version || !(await insertPrice(trx, { version: version + 1, parameters, validFrom, note, author }, now))) throw new Refusal('liability.price_changed', 409, words.priceChanged, { version: last?.version ?? 0 })
  return listPrices(trx)
}
