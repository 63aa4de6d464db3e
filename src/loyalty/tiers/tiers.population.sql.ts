/** Statements behind the page: how many are in which tier, what they bought, who is about to lose theirs. */
import { sql } from 'kysely'
import type { Db } from '#foundation/db.ts'
import type { Day } from '#foundation/zone.ts'

export interface TierCount { readonly tier: string | null, readonly members: number, readonly losing: number, readonly spentMinor: bigint, readonly buyers: number }

/** Customers without a spell (`tier` null) have bought nothing that counts: they stand at the foot. Whoever was merged is the survivor, with what they bought. */
export async function countTiers(db: Db, { currency, since, losesBy }: { readonly currency: string, readonly since: Date, readonly losesBy: Day }): Promise<readonly TierCount[]> {
  const { rows } = await sql<TierCount>`
    with spent as (select coalesce(a.survivor_id, o.customer_id) as customer_id, sum(o.total_minor) as minor from orders.order o left join identity.alias a on a.merged_id = o.customer_id
      where o.at >= ${since.toISOString()}::timestamptz and not o.anonymous and o.currency = ${currency} group by 1)
    select s.tier, count(*)::int as members, (count(*) filter (where m.loses_on <= ${losesBy}::date))::int as losing, coalesce(sum(p.minor), 0)::bigint as "spentMinor", count(p.minor)::int as buyers
    from record.customer c left join tiers.spell s on s.customer_id = c.customer_id and s.replaced_at is null and s.ends_at is null
    left join tiers.member m on m.customer_id = c.customer_id left join spent p on p.customer_id = c.customer_id where c.customer_id not in (select merged_id from identity.alias) group by 1`.execute(db)
  return rows
}

export interface ListedRow { readonly customerId: string, readonly name: string | null, readonly tier: string, readonly since: Day, readonly until: Day | null, readonly losesOn: Day | null, readonly spentMinor: bigint }
export interface ListPlace { readonly key: string, readonly customerId: string }

const listed = (since: Date, currency: string) => sql`select s.customer_id as "customerId", c.name, s.tier, s.since, s.until, m.loses_on as "losesOn", coalesce(p.minor, 0)::bigint as "spentMinor"
  from chosen s join record.customer c on c.customer_id = s.customer_id left join tiers.member m on m.customer_id = s.customer_id
  left join lateral (select sum(o.total_minor) as minor
    from (select s.customer_id as id union all select a.merged_id from identity.alias a where a.survivor_id = s.customer_id) person join orders.order o on o.customer_id = person.id where o.at >= ${since.toISOString()}::timestamptz and o.currency = ${currency}) p on true`

/** Who loses the present tier by a day if nothing more is bought, the first to lose it first. */
export async function listLosing(db: Db, { today, by, tier, since, currency }: { readonly today: Day, readonly by: Day, readonly tier: string | undefined, readonly since: Date, readonly currency: string }, after: ListPlace | undefined, limit: number): Promise<readonly ListedRow[]> {
  const { rows } = await sql<ListedRow>`
    with chosen as (select s.customer_id, s.tier, s.since, s.until, l.loses_on from tiers.member l join tiers.spell s on s.customer_id = l.customer_id and s.replaced_at is null and s.ends_at is null
      where l.loses_on > ${today}::date and l.loses_on <= ${by}::date ${tier === undefined ? sql`` : sql`and s.tier = ${tier}`}
        ${after === undefined ? sql`` : sql`and (l.loses_on, l.customer_id) > (${after.key}::date, ${after.customerId}::uuid)`}
      order by l.loses_on, l.customer_id limit ${limit})
    ${listed(since, currency)} order by s.loses_on, s.customer_id`.execute(db)
  return rows
}

/** The members of a tier, whoever came into it last first. */
export async function listTier(db: Db, { tier, since, currency }: { readonly tier: string, readonly since: Date, readonly currency: string }, after: ListPlace | undefined, limit: number): Promise<readonly ListedRow[]> {
  const { rows } = await sql<ListedRow>`
    with chosen as (select customer_id, tier, since, until from tiers.spell where tier = ${tier} and replaced_at is null and ends_at is null
      ${after === undefined ? sql`` : sql`and (since, customer_id) < (${after.key}::date, ${after.customerId}::uuid)`} order by since desc, customer_id desc limit ${limit})
    ${listed(since, currency)} order by s.since desc, s.customer_id desc`.execute(db)
  return rows
}

/** Members for a preview, each person once: all of them, or so many drawn evenly by a hash of their ids, the same ones every time. */
export async function drawMembers(db: Db, limit: number): Promise<readonly string[]> {
  return (await sql<{ id: string }>`select customer_id as id from record.customer where customer_id not in (select merged_id from identity.alias) order by hashtextextended(customer_id::text, 0) limit ${limit}`.execute(db)).rows.map(({ id }) => id)
}
export const countCustomers = async (db: Db): Promise<number> => Number((await sql<{ n: bigint }>`select count(*) as n from record.customer where customer_id not in (select merged_id from identity.alias)`.execute(db)).rows[0]?.n ?? 0)
