/**
 * Liability: what the points that members hold owe. This file is the door.
 *
 * Law: it adds nothing to the ledger and never disagrees with it: opening and movements give the closing, and the closing is the ledger's own balance at that
 * instant, in either of the journal's two times. Read from daily sums that can be made again from the journal at any time.
 */
import type { Db } from '#foundation/db.ts'
import type { House } from '#foundation/house.ts'
import { findRun, hasEnded } from '#foundation/runs.ts'
import { dayOf, type Day } from '#foundation/zone.ts'
import { inOrder, readPolicy } from '#loyalty/points/points.ts'
import { readBusiness } from '#settings/business/business.ts'
import { answerOf } from './liability.answer.ts'
import { booksOf, unitsOf, type BookMonth } from './liability.books.ts'
import { countHolders } from './liability.holders.sql.ts'
import { summing } from './liability.jobs.ts'
import { findFits, findPrices } from './liability.kept.sql.ts'
import type { ByTime, Liability, LiabilityQuery } from './liability.schema.ts'
import { findMark, findMovements, findOutstanding } from './liability.sql.ts'

export { jobs, keepSummed } from './liability.jobs.ts'

/** What is owed at the end of a day; of today: so far. Where the sums are older than a minute, bringing them up begins and the answer says so. */
export async function readLiability(house: House, { asOf, by = 'effective' }: LiabilityQuery): Promise<Liability> {
  const { db } = house
  const { zone, currency: money } = await readBusiness(db)
  const now = house.clock()
  const today = dayOf(now, zone)
  const day = asOf === undefined || asOf > today ? today : asOf
  const mark = await findMark(db)
  const jobId = mark === undefined || mark.zone !== zone || now.getTime() - mark.at.getTime() > 60_000 ? await summing(house) : null
  const run = jobId === null ? undefined : await findRun(db, jobId)
  const [{ parameters }, cells, fits, prices, holders] = await Promise.all([readPolicy(db, now), findOutstanding(db, by, day), findFits(db, day), findPrices(db), day === today ? countHolders(db) : undefined])
  const currencies = [...new Set([...inOrder(parameters).map(([currency]) => currency), ...cells.map(({ currency }) => currency)])]
  return {
    asOf: day, today, by, zone, money, summedAt: mark?.at.toISOString() ?? null, isSumming: run !== undefined && !hasEnded(run), jobId,
    currencies: currencies.map((currency) => answerOf({
      currency, spendable: parameters[currency]?.spendable === true, asOf: day, cells: cells.filter((cell) => cell.currency === currency), fit: fits.find((fit) => fit.currency === currency),
      prices, members: holders === undefined ? null : holders.get(currency) ?? 0
    })).filter(({ spendable, outstanding, debt }) => spendable || outstanding !== '0' || debt !== '0')
  }
}

/** The books month by month up to a day, of one currency or of all. */
export async function readBooks(db: Db, { asOf, by = 'effective', currency }: { readonly asOf?: Day | undefined, readonly by?: ByTime | undefined, readonly currency?: string | undefined }, now: Date): Promise<readonly BookMonth[]> {
  const { zone } = await readBusiness(db)
  const today = dayOf(now, zone)
  const until = asOf === undefined || asOf > today ? today : asOf
  const [movements, prices] = await Promise.all([findMovements(db, by, until), findPrices(db)])
  return [...Map.groupBy(movements, (one) => one.currency)].filter(([name]) => currency === undefined || name === currency).flatMap(([name, moved]) => booksOf(name, moved, unitsOf(prices, name), until))
}
