/** The orders that were, member by member in pages: what a replay needs of them in three statements a page. */
import { sql } from 'kysely'
import type { Birthday } from '#customers/record/record.ts'
import type { Db } from '#foundation/db.ts'
import type { ToldMember, ToldOrder } from './replay.member.ts'

interface HeadRow { readonly customerId: string, readonly createdAt: Date, readonly calendar: 'solar' | 'lunar' | null, readonly year: number | null, readonly month: number | null, readonly day: number | null, readonly leap: boolean | null, readonly merged: readonly string[] | null }
type OrderRow = Omit<ToldOrder, 'lines'> & { readonly customerId: string, readonly lines: readonly (readonly [number, string, string | null, string, string])[] | null }
interface GrantRow { readonly customerId: string, readonly grantId: string, readonly tier: string, readonly begins: Date, readonly until: string | null, readonly withdrawn: Date | null }

/** The next people after an id, each with all of their orders in the order of time: whoever was merged is the survivor, as for tiers and limits. */
export async function membersAfter(db: Db, after: string, currency: string, limit: number): Promise<readonly ToldMember[]> {
  const { rows: heads } = await sql<HeadRow>`
    select customer_id as "customerId", created_at as "createdAt", birth_calendar as calendar, birth_year as year, birth_month as month, birth_day as day, birth_leap as leap,
      (select array_agg(a.merged_id::text) from identity.alias a where a.survivor_id = c.customer_id) as merged
    from record.customer c where customer_id > ${after}::uuid and not exists (select from identity.alias a where a.merged_id = c.customer_id) order by customer_id limit ${limit}`.execute(db)
  if (heads.length === 0) return []
  const personOf = new Map(heads.flatMap(({ customerId, merged }) => [customerId, ...merged ?? []].map((id) => [id, customerId] as const)))
  const ids = [...personOf.keys()]
  const [{ rows: orders }, { rows: grants }] = await Promise.all([
    // Lines as one document an order: it is read in one go where rows of their own would be read field by field.
    sql<OrderRow>`
      select o.customer_id as "customerId", o.order_id as "orderId", o.kind, o.source, o.number, o.at, o.store_id as "storeId", o.channel, o.total_minor as "totalMinor", o.undoes_order_id as "undoesOrderId", l.lines
      from orders.order o left join lateral (
        select json_agg(json_build_array(l.line_no, l.product, l.category, l.quantity::text, l.amount_minor::text) order by l.line_no) as lines from orders.line l where l.order_id = o.order_id and l.customer_id = o.customer_id) l on true
      where o.customer_id = any(${ids}::uuid[]) and o.currency = ${currency} and not o.anonymous order by o.at, o.order_id`.execute(db),
    sql<GrantRow>`select customer_id as "customerId", grant_id as "grantId", tier, begins_at as begins, until, withdrawn_at as withdrawn from tiers.grant where customer_id = any(${ids}::uuid[])`.execute(db)
  ])
  const ordersOf = Map.groupBy(orders, ({ customerId }) => personOf.get(customerId))
  const grantsOf = Map.groupBy(grants, ({ customerId }) => personOf.get(customerId))
  return heads.map((head) => {
    const own = (ordersOf.get(head.customerId) ?? []).map((order): ToldOrder => ({
      ...order, lines: (order.lines ?? []).map(([lineNo, product, category, quantity, amount]) => ({ lineNo, product, category, quantity, amountMinor: BigInt(amount) }))
    }))
    return {
      customerId: head.customerId, joined: own.reduce((first, { at }) => Math.min(first, at.getTime()), head.createdAt.getTime()), birthday: birthdayOf(head), orders: own,
      grants: (grantsOf.get(head.customerId) ?? []).map(({ grantId, tier, begins, until, withdrawn }) => ({ grantId, tier, begins: begins.getTime(), until, withdrawn: withdrawn?.getTime() ?? null }))
    }
  })
}

const birthdayOf = ({ calendar, year, month, day, leap }: HeadRow): Birthday | null => (calendar === null || month === null || day === null ? null : { calendar, year, month, day, leap: leap ?? false })

export async function countGround(db: Db): Promise<{ readonly customers: number, readonly orders: number }> {
  const { rows } = await sql<{ customers: number, orders: number }>`select (select count(*)::int from record.customer c where not exists (select from identity.alias a where a.merged_id = c.customer_id)) as customers, (select count(*)::int from orders.order where not anonymous) as orders`.execute(db)
  return rows[0] ?? { customers: 0, orders: 0 }
}
