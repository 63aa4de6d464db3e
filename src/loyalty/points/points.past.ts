/** What orders did so far, in whichever wallet it was booked: for commands that undo a part of it, and for those who are about to ask for one. */
import { survivorsOf } from '#customers/identity/identity.ts'
import type { Db, Trx } from '#foundation/db.ts'
import { pastOf } from './points.rules.ts'
import type { Order } from './points.schema.ts'
import * as sql from './points.sql.ts'

/** Commands that ask nothing of what an order did before. */
const forward: ReadonlySet<string> = new Set(['earn', 'redeem', 'hold', 'capture', 'release', 'adjust', 'settle', 'open'])

/** The order whose past a command goes by, if there is one. */
export const lookedBackAt = ({ customerId, command }: Pick<Order, 'customerId' | 'command'>): sql.OrderKey[] =>
  !forward.has(command.do) && 'number' in command && command.number !== undefined && command.source !== undefined ? [{ customerId, source: command.source, number: command.number }] : []

const nameOf = ({ customerId, source, number }: sql.OrderKey, currency: string): string => JSON.stringify([customerId, source, number, currency])

/** Leads what undoes an order to the wallet in which that was booked, where it is not the customer's own any more. Customers are led to their survivors already. */
export async function leadBack(db: Db | Trx, orders: readonly Order[]): Promise<readonly Order[]> {
  const asked = orders.flatMap(lookedBackAt)
  if (asked.length === 0) return orders
  const owners = new Map((await sql.findElsewhere(db, asked)).map((one) => [nameOf(one, one.currency), one.ownerId]))
  if (owners.size === 0) return orders
  return orders.map((order) => {
    const [key] = lookedBackAt(order)
    const ownerId = key === undefined ? undefined : owners.get(nameOf(key, order.currency))
    return ownerId === undefined ? order : { ...order, customerId: ownerId }
  })
}

export interface OpenEarn extends sql.OrderKey { readonly currency: string, readonly open: bigint }

/** What the ledger can still take back of orders, by currency: what it gave less what was taken back or is owed for it. Named as they were asked for. */
export async function openOf(trx: Trx, orders: readonly sql.OrderKey[]): Promise<readonly OpenEarn[]> {
  const survivors = await survivorsOf(trx, orders.map(({ customerId }) => customerId))
  const led = orders.map((order) => ({ asked: order, key: { ...order, customerId: survivors.get(order.customerId) ?? order.customerId } }))
  const elsewhere = await sql.findElsewhere(trx, led.map(({ key }) => key))
  const moved = Map.groupBy(elsewhere, (one) => nameOf(one, ''))
  const places = led.flatMap(({ asked, key }) => [{ asked, key, currency: undefined }, ...(moved.get(nameOf(key, '')) ?? []).map(({ ownerId, currency }) => ({ asked, key: { ...key, customerId: ownerId }, currency }))])
  const entries = Map.groupBy(await sql.findOrderEntries(trx, places.map(({ key }) => key)), ({ customerId, source, number }) => JSON.stringify([customerId, source, number]))
  return places.flatMap(({ asked, key, currency: only }) =>
    [...Map.groupBy(entries.get(JSON.stringify([key.customerId, key.source, key.number])) ?? [], ({ currency }) => currency)].flatMap(([currency, some]) => {
      const { earned, reversed } = pastOf(some, key.source, key.number)
      return earned === 0n || (only !== undefined && only !== currency) ? [] : [{ customerId: asked.customerId, source: asked.source, number: asked.number, currency, open: earned - reversed }]
    }))
}
