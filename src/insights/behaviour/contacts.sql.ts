/** What the log knows of customers looking before they bought. The log is the record's, so these are asked of it, and not of the warehouse. */
import { sql } from 'kysely'
import type { Db } from '#foundation/db.ts'
import type { Day } from '#foundation/zone.ts'

/** Something that a customer did before deciding, whatever capability records it: `web.viewed`, `store.visited`, `contacts.inquired`. */
const looking = '\\.(viewed|browsed|visited|inquired|asked)$'
/** A look further back than this is another decision. */
export const lookedDays = 90

export interface Decisions { readonly orders: number, readonly q25: number | null, readonly q50: number | null, readonly q75: number | null, readonly contacts: number }

/** Orders of a span of days that some look went before: days from the first look after the order before (at most 90 days back) to the order. */
export async function decisionsOf(db: Db, { after, until }: { readonly after: Day, readonly until: Day }): Promise<Decisions> {
  const { rows } = await sql<Decisions>`
    with looked as (select customer_id, at from events.event where kind ~ ${looking}),
    bought as (
      select customer_id, at, day, lag(at) over (partition by customer_id order by at) as before from orders.order
      where kind = 'sale' and not anonymous and day <= ${until}::date and customer_id in (select customer_id from looked)
    ), decided as (
      select extract(epoch from b.at - min(l.at))::double precision / 86400 as days from bought b
      join looked l on l.customer_id = b.customer_id and l.at < b.at and l.at > b.at - make_interval(days => ${lookedDays}) and (b.before is null or l.at > b.before)
      where b.day > ${after}::date group by b.customer_id, b.at
    )
    select count(*)::int as orders, percentile_cont(0.25) within group (order by days) as q25, percentile_cont(0.5) within group (order by days) as q50,
      percentile_cont(0.75) within group (order by days) as q75, (select count(*)::int from looked) as contacts
    from decided`.execute(db)
  return rows[0] ?? { orders: 0, q25: null, q50: null, q75: null, contacts: 0 }
}
