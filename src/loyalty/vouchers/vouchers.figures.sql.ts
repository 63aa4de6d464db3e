/** The sums behind the page. */
import { sql } from 'kysely'
import type { Db } from '#foundation/db.ts'
import type { Day } from '#foundation/zone.ts'
import { stateAt } from './vouchers.sql.ts'

export interface FigureRow {
  /** Null: all of them. */
  readonly templateId: string | null
  readonly issued: bigint, readonly usable: bigint, readonly expiring: bigint, readonly reserved: bigint, readonly redeemed: bigint, readonly expired: bigint, readonly voided: bigint
  readonly codes: bigint, readonly discountMinor: bigint, readonly orders: bigint, readonly salesMinor: bigint, readonly customers: bigint
}

/** Uses that were given back do not count. Sales are what the orders were paid with in the record, where the order is known there. */
export async function figuresOf(db: Db, today: Day, now: Date, soon: Day): Promise<readonly FigureRow[]> {
  const { rows } = await sql<FigureRow>`with held as (
      select v.template_id, v.customer_id, v.used, v.valid_to, ${stateAt(today, now)} as state from vouchers.voucher v),
    counted as (
      select template_id, count(*) as issued, count(*) filter (where state in ('usable', 'waiting')) as usable, count(*) filter (where state = 'usable' and valid_to <= ${soon}::date) as expiring,
        count(*) filter (where state = 'reserved') as reserved, count(*) filter (where used > 0) as redeemed, count(*) filter (where state = 'expired') as expired, count(*) filter (where state = 'voided') as voided,
        count(distinct customer_id) as customers
      from held group by grouping sets ((template_id), ())),
    use as (
      select v.template_id, m.customer_id, m.source, m.number, sum(m.discount_minor) as discount
      from vouchers.movement m join vouchers.voucher v on v.customer_id = m.customer_id and v.voucher_id = m.voucher_id
      where m.kind in ('redeem', 'give_back') group by 1, 2, 3, 4 having sum(case when m.kind = 'redeem' then m.units else -m.units end) > 0),
    paid as (select u.template_id, u.customer_id, u.source, u.number, u.discount, o.total_minor from use u
      left join orders.receipt r on r.source = u.source and r.number = u.number left join orders.order o on o.customer_id = r.customer_id and o.order_id = r.order_id),
    each as (select template_id, sum(discount) as discount, count(*) as orders, coalesce(sum(total_minor), 0) as sales from paid group by template_id
      union all select null, sum(discount), count(*), coalesce(sum(total), 0) from (select sum(discount) as discount, max(total_minor) as total from paid group by customer_id, source, number) one),
    waiting as (select template_id, count(*) as codes from vouchers.code where voucher_id is null and not shared group by grouping sets ((template_id), ()))
    select k.template_id as "templateId", coalesce(c.issued, 0) as issued, coalesce(c.usable, 0) as usable, coalesce(c.expiring, 0) as expiring, coalesce(c.reserved, 0) as reserved, coalesce(c.redeemed, 0) as redeemed,
      coalesce(c.expired, 0) as expired, coalesce(c.voided, 0) as voided, coalesce(w.codes, 0) as codes, cast(coalesce(e.discount, 0) as bigint) as "discountMinor", coalesce(e.orders, 0) as orders,
      cast(coalesce(e.sales, 0) as bigint) as "salesMinor", coalesce(c.customers, 0) as customers
    from (select template_id from vouchers.account union all select null) k
    left join counted c on c.template_id is not distinct from k.template_id left join each e on e.template_id is not distinct from k.template_id left join waiting w on w.template_id is not distinct from k.template_id`.execute(db)
  return rows
}
