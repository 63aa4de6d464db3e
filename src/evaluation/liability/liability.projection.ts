/** Keeps the daily sums of the journal up to date, with work in proportion to what was booked since, and fits how long points last once a day. */
import { transact, type Db, type Trx } from '#foundation/db.ts'
import type { House } from '#foundation/house.ts'
import type { Run } from '#foundation/queue.ts'
import { daysBetween, dayOf } from '#foundation/zone.ts'
import { settleDue, readPolicy } from '#loyalty/points/points.ts'
import { readBusiness } from '#settings/business/business.ts'
import { findFits, insertFit } from './liability.kept.sql.ts'
import { fitLife } from './liability.life.ts'
import * as sql from './liability.sql.ts'
import { jobWords } from './liability.words.ts'

const atOnce = 100_000
const sweptAtOnce = 500

/** What time has done is booked first, so that what ended is not owed; then the new entries are summed; then the curve, if a day has passed. */
export async function bringUp(house: House, { report, signal }: Pick<Run, 'report' | 'signal'>, rebuild: boolean): Promise<void> {
  for (let swept = sweptAtOnce; swept === sweptAtOnce && !signal.aborted;) {
    swept = await transact(house.pool, (trx) => settleDue(trx, { listeners: house.listeners, actor: 'points' }, house.clock(), sweptAtOnce))
  }
  const { zone } = await readBusiness(house.db)
  const began = house.clock()
  await transact(house.pool, async (trx) => {
    const mark = await sql.lockMark(trx, zone, house.clock())
    if (!rebuild && mark.zone === zone) return
    await sql.forget(trx)
    await sql.saveMark(trx, zone, house.clock())
  })
  const total = await sql.countWallets(house.db)
  let done = 0
  for (let place: sql.WalletPlace | undefined = sql.firstPlace; place !== undefined;) {
    signal.throwIfAborted()
    const from: sql.WalletPlace = place
    const found = await transact(house.pool, async (trx) => {
      await sql.lockMark(trx, zone, house.clock())
      return sql.sumNext(trx, from, zone, atOnce)
    })
    done += found.wallets
    report(done, Math.max(done, total), jobWords.summing, { n: done })
    place = found.last
  }
  await sql.saveMark(house.db, zone, began)
  await fitIfDue(house, zone, rebuild)
}

async function fitIfDue(house: House, zone: string, always: boolean): Promise<void> {
  const now = house.clock()
  const today = dayOf(now, zone)
  const { parameters } = await readPolicy(house.db, now)
  const kept = new Map((await findFits(house.db, today)).map((fit) => [fit.currency, fit]))
  for (const [currency, { spendable }] of Object.entries(parameters)) {
    if (!spendable || (!always && kept.get(currency)?.asOf === today && kept.get(currency)?.model.missing.length === 0)) continue
    const model = await house.db.transaction().setIsolationLevel('repeatable read').execute((trx) => fitted(trx, currency, zone, today))
    if (model.missing.length > 0 && kept.get(currency)?.asOf === today && kept.get(currency)?.model.members === model.members) continue
    await insertFit(house.db, currency, today, model, now)
  }
}

async function fitted(db: Db | Trx, currency: string, zone: string, today: string) {
  const counts = await sql.countMembers(db, currency)
  const first = (await sql.findFirstDay(db, currency)) ?? today
  const days = daysBetween(first, today)
  return fitLife(await sql.findFlows(db, currency), await sql.findHoldings(db, currency, zone), { ...counts, days }, today)
}
