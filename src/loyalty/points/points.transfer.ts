/** Points given by one member to another, within the limits of the policy. */
import { unionOf } from '#customers/identity/identity.ts'
import type { Trx } from '#foundation/db.ts'
import { newId } from '#foundation/ids.ts'
import { Refusal } from '#foundation/refusal.ts'
import { bookedOf, bookOf, keepBooks, lockTable, told, tried, type AcrossParts } from './points.across.ts'
import { transfer } from './points.moves.ts'
import { moveKinds, movesWords as words } from './points.moves.words.ts'
import { sumTransferred } from './points.moves.sql.ts'
import { amountOf, inUnits, policyOf } from './points.rules.ts'
import type { Moved, Transfer } from './points.moves.schema.ts'
import { noBasis } from './points.state.ts'

/** Refuses: points.to_oneself, points.transfer_off, points.transfer_limit, points.insufficient. */
export function transferPoints(trx: Trx, parts: AcrossParts, { fromId, toId, currency, amount, note, dryRun = false }: Transfer, now: Date): Promise<Moved> {
  return tried(trx, dryRun, async () => {
    const wanted = amountOf(amount)
    const table = await lockTable(trx, [{ customerId: fromId, currency }, { customerId: toId, currency }], now)
    const [giver = '', taker = ''] = table.owners
    if (giver === taker || table.people.pools.size > 0) throw new Refusal('points.to_oneself', 422, words.toOneself)
    const linkId = newId(now)
    const from = bookOf(table, { customerId: giver, currency }, { ...noBasis, memberId: taker, linkId })
    const to = bookOf(table, { customerId: taker, currency }, { ...noBasis, memberId: giver, linkId })
    const limits = policyOf(from).transfer
    if (limits === undefined || limits === null) throw new Refusal('points.transfer_off', 409, words.transferOff, { currency })
    const { today, startOf } = table.moment
    const gone = await sumTransferred(trx, await unionOf(trx, giver), currency, startOf(`${today.slice(0, 7)}-01`))
    const left = BigInt(limits.monthly) - gone
    if (wanted < BigInt(limits.least) || wanted > BigInt(limits.most) || wanted > left) throw new Refusal('points.transfer_limit', 409, words.transferLimit, { least: inUnits(from, BigInt(limits.least)), most: inUnits(from, BigInt(limits.most)), monthly: inUnits(from, BigInt(limits.monthly)), left: inUnits(from, left > 0n ? left : 0n) })
    transfer(from, to, wanted)
    await keepBooks(trx, parts, table, [from, to], [
      { customerId: giver, kind: moveKinds.transfer, body: told(from, wanted, { linkId, to: taker }) }, { customerId: taker, kind: moveKinds.transfer, body: told(to, wanted, { linkId, from: giver }) }
    ], now, note ?? null)
    return { linkId, items: [bookedOf(from), bookedOf(to)] }
  })
}
