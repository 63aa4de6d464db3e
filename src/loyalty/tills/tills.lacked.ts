/** What sales without network took beyond a balance. It follows from the journal of each sale, whatever its member owes or has earned since. */
import { survivorsOf, unionOf } from '#customers/identity/identity.ts'
import type { Trx } from '#foundation/db.ts'
import { lockWallets } from '#loyalty/points/points.ts'
import { findAllowance } from './tills.offline.sql.ts'
import * as sql from './tills.sql.ts'

/** What of the sale's points was taken from lots and is not given back. */
export const takenOf = async (trx: Trx, sale: sql.SaleFound): Promise<bigint> => sql.takenOf(trx, await unionOf(trx, sale.customerId), sale)

/**
 * What the sales of an allowance took of each member beyond their balance, less what came back. Wallets are locked first: a return behind the lock is counted, one
 * before it finds the allowance settled.
 */
export async function lackedBy(trx: Trx, allowanceId: string): Promise<readonly { readonly customerId: string, readonly currency: string, readonly points: bigint }[]> {
  await lockOwners(trx, await sql.salesBy(trx, allowanceId))
  const lacked = new Map<string, { readonly customerId: string, readonly currency: string, readonly points: bigint }>()
  for (const sale of await sql.salesBy(trx, allowanceId)) {
    const { customerId, currency } = sale
    const key = `${customerId} ${currency}`
    lacked.set(key, { customerId, currency, points: (lacked.get(key)?.points ?? 0n) + sale.points - sale.pointsBack - await takenOf(trx, sale) })
  }
  return [...lacked.values()].filter(({ points }) => points > 0n)
}

/** Answers, behind the wallet's lock, whether the store bore what the sale lacked: then nobody else is owed it. */
export async function lockLacked(trx: Trx, sale: sql.SaleFound): Promise<boolean> {
  if (sale.allowanceId === null) return false
  await lockOwners(trx, [sale])
  return sale.overspend === 'store' && ((await findAllowance(trx, sale.allowanceId))?.closedAt ?? null) !== null
}

async function lockOwners(trx: Trx, sales: readonly sql.SaleFound[]): Promise<void> {
  const owners = await survivorsOf(trx, sales.map(({ customerId }) => customerId))
  await lockWallets(trx, sales.map(({ customerId, currency }) => ({ customerId: owners.get(customerId) ?? customerId, currency })))
}
