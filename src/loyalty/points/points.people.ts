/** Whose wallet a command means: the member's, the survivor's where they were merged, or one that several share. */
import type { Trx } from '#foundation/db.ts'
import { Overtaken } from '#foundation/again.ts'
import { Refusal } from '#foundation/refusal.ts'
import * as sql from './points.people.sql.ts'
import { leadBack } from './points.past.ts'
import type { Command, Order } from './points.schema.ts'
import { poolWords as words } from './points.pool.words.ts'

export interface People {
  /** Ids that nobody has. */
  readonly strangers: ReadonlySet<string>
  readonly pools: ReadonlySet<string>
  /** Who may spend from a shared wallet, by `pool member`. */
  readonly rights: ReadonlyMap<string, boolean>
}

const mostTries = 4

/** Everybody whom orders name. */
const idsOf = (orders: readonly Order[]): readonly string[] => [...new Set(orders.flatMap(({ customerId, member }) => (member === undefined ? [customerId] : [customerId, member])))]

/**
 * Leads every order to its owner and lets `lock` lock their wallets. Owners are looked up behind the lock: a merge locks the same wallets, so nobody is merged
 * into another between the answer and the booking. Whoever was merged before is led on, and the survivor's wallets are locked in their turn.
 */
export async function reach(trx: Trx, orders: readonly Order[], lock: (led: readonly Order[]) => Promise<unknown>): Promise<{ readonly people: People, readonly led: readonly Order[] }> {
  const asked = idsOf(orders)
  let led = orders
  for (let tries = 0; tries < mostTries; tries += 1) {
    // On one connection statements run in the order in which they are sent.
    const [, others] = await Promise.all([lock(led), sql.findOthers(trx, asked)])
    const owners = new Map(others.map(({ askedId, ownerId }) => [askedId, ownerId ?? askedId]))
    const now = await leadBack(trx, owners.size === 0 ? orders : orders.map((order) => leadOf(order, owners)))
    if (now.every(({ customerId }, place) => customerId === led[place]?.customerId)) {
      const pools = new Set(others.flatMap(({ askedId, isPool }) => (isPool ? [askedId] : [])))
      const rights = pools.size === 0 ? [] : await sql.findPoolRights(trx, [...pools])
      const strangers = new Set(others.flatMap(({ askedId, ownerId }) => (ownerId === null ? [askedId] : [])))
      return { people: { strangers, pools, rights: new Map(rights.map(({ poolId, memberId, maySpend }) => [`${poolId} ${memberId}`, maySpend])) }, led: now }
    }
    led = now
  }
  throw new Overtaken()
}

function leadOf(order: Order, owners: ReadonlyMap<string, string>): Order {
  const customerId = owners.get(order.customerId) ?? order.customerId
  const member = order.member === undefined ? undefined : owners.get(order.member) ?? order.member
  return customerId === order.customerId && member === order.member ? order : { ...order, customerId, ...(member === undefined ? {} : { member }) }
}

const spending: ReadonlySet<Command['do']> = new Set(['redeem', 'hold', 'capture', 'release'])

/** Refuses: points.member_missing, points.not_in_pool, points.may_not_spend. Only time and the books act for nobody. */
export function requirePoolRight({ pools, rights }: Pick<People, 'pools' | 'rights'>, { customerId, member, command }: Pick<Order, 'customerId' | 'member' | 'command'>): void {
  if (!pools.has(customerId) || command.do === 'settle' || command.do === 'adjust') return
  if (member === undefined) throw new Refusal('points.member_missing', 422, words.memberMissing)
  const right = rights.get(`${customerId} ${member}`)
  if (right === undefined) throw new Refusal('points.not_in_pool', 409, words.notInPool, { member })
  if (!right && spending.has(command.do)) throw new Refusal('points.may_not_spend', 409, words.mayNotSpend, { member })
}
