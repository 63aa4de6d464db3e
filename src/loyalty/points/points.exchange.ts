/** Exchange between currencies: rates are versions with ids; both legs are booked, or none. */
import type { Db, Trx } from '#foundation/db.ts'
import { newId } from '#foundation/ids.ts'
import { Refusal } from '#foundation/refusal.ts'
import { bookedOf, bookOf, keepBooks, lockTable, told, tried, type AcrossParts } from './points.across.ts'
import { exchange } from './points.moves.ts'
import type { Exchange, Exchanged, NewRate, Rate } from './points.moves.schema.ts'
import { findRates, insertRate, type RateRow } from './points.moves.sql.ts'
import { moveKinds, movesWords as words } from './points.moves.words.ts'
import { loadPolicies } from './points.policy.ts'
import { amountOf } from './points.rules.ts'
import { noBasis } from './points.state.ts'
import { pointsWords } from './points.words.ts'

/** The rate in force between two currencies. */
const inForce = (rates: readonly RateRow[], { from, to }: Pick<RateRow, 'from' | 'to'>, now: Date): RateRow | undefined => rates.findLast((rate) => rate.from === from && rate.to === to && rate.validFrom <= now)

const shown = (rate: RateRow, isInForce: boolean): Rate => ({ ...rate, give: rate.give.toString(), get: rate.get.toString(), validFrom: rate.validFrom.toISOString(), at: rate.at.toISOString(), isInForce })

export async function listRates(db: Db, now: Date): Promise<Rate[]> {
  const rates = await findRates(db)
  return rates.map((rate) => shown(rate, inForce(rates, rate, now)?.rateId === rate.rateId)).toReversed()
}

/** Refuses: points.unknown_currency, points.policy_in_past. */
export async function saveRate(trx: Trx, { from, to, give, get, validFrom, note = '' }: NewRate, author: string, now: Date): Promise<Rate> {
  const { versionAt, policyOf } = await loadPolicies(trx)
  const unknown = [from, to].find((currency) => policyOf(versionAt(now), currency) === undefined)
  if (unknown !== undefined || from === to) throw new Refusal('points.unknown_currency', 422, pointsWords.unknownCurrency, { currency: unknown ?? to })
  const begins = validFrom === undefined ? now : new Date(validFrom)
  if (begins < now) throw new Refusal('points.policy_in_past', 422, pointsWords.policyInPast, { validFrom: begins.toISOString() })
  const row = { rateId: newId(now), from, to, give: amountOf(give), get: amountOf(get), validFrom: begins, author, note, at: now }
  await insertRate(trx, row)
  return shown(row, begins <= now)
}

/** Refuses: points.unknown_rate, points.rate_replaced, points.too_little, points.insufficient, points.not_spendable. */
export function exchangePoints(trx: Trx, parts: AcrossParts, { customerId, rateId, amount, dryRun = false }: Exchange, now: Date): Promise<Exchanged> {
  return tried(trx, dryRun, async () => {
    const rates = await findRates(trx)
    const rate = rates.find((one) => one.rateId === rateId && one.validFrom <= now)
    if (rate === undefined) throw new Refusal('points.unknown_rate', 404, words.unknownRate, { rateId })
    const current = inForce(rates, rate, now)
    if (current !== undefined && current.rateId !== rateId) throw new Refusal('points.rate_replaced', 409, words.rateReplaced, { rateId: current.rateId })
    const table = await lockTable(trx, [{ customerId, currency: rate.from }, { customerId, currency: rate.to }], now)
    const [owner = ''] = table.owners
    const linkId = newId(now)
    const basis = { ...noBasis, linkId, rateId }
    const [from, to] = [bookOf(table, { customerId: owner, currency: rate.from }, basis), bookOf(table, { customerId: owner, currency: rate.to }, basis)]
    const { taken, got } = exchange(from, to, amountOf(amount), rate)
    await keepBooks(trx, parts, table, [from, to], [{ customerId: owner, kind: moveKinds.exchange, body: told(from, taken, { linkId, rateId, to: rate.to, got: got.toString() }) }], now)
    return { linkId, taken: taken.toString(), got: got.toString(), items: [bookedOf(from), bookedOf(to)] }
  })
}
