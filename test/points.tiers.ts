/** Where members stand on the ladder, again from nothing but the journal and the policy. */
import pg from 'pg'
import { calendarOf, evaluate, factsOf } from '#loyalty/tiers/tiers.ts'
import type { PolicyParameters } from '../src/loyalty/tiers/tiers.schema.ts'
import { zone } from './points.moves.ts'

/** Three steps by growth value within so many months, near enough for members to rise, stay and fall. */
export const ladder = (() => {
  const benefits = { ratePermille: 1000, birthdayGift: null, freeDeliveryFromMinor: null, warrantyMonths: 0, invitations: 0, service: 'standard', more: [] }
  const growth = (atLeast: string, window: object) => ({ anyOf: [{ allOf: [{ measure: 'growth', atLeast, window }] }] })
  const step = (id: string, rise: string, keep: string) => ({ id, name: { zh: id, en: id }, upgrade: growth(rise, { kind: 'rolling', months: 1 }), keep: growth(keep, { kind: 'term' }), benefits })
  return {
    growthCurrency: 'growth', expiry: { anchor: 'tier', months: 1, from: null, leastMonths: 0, graceDays: 0 }, downgrade: 'earned', onReturn: 'withdraw', protection: { afterUpgradeDays: 0, afterReturnDays: 2 },
    tiers: [{ id: 'one', name: { zh: 'one', en: 'one' }, upgrade: null, keep: null, benefits }, step('two', '150', '60'), step('three', '500', '300')]
  }
})()

interface Stored { readonly tier: string, readonly since: string, readonly begins: Date, readonly ends: Date | null, readonly until: string | null, readonly version: number, readonly reason: string }

/** Everybody's spells, worked out from the journal as of when they were last looked at, are the stored ones byte for byte. Answers how many spells that were. `since`: what counts was
 * booked for all of them then, so that nobody may have been looked at before. */
export async function requireTiers(client: pg.Client, ids?: readonly string[], since?: Date): Promise<number> {
  const { rows: policies } = await client.query<{ version: number, validFrom: Date, parameters: PolicyParameters }>('select version, valid_from as "validFrom", parameters from tiers.policy where withdrawn_at is null')
  const { rows: members } = await client.query<{ id: string, createdAt: Date, reviewedAt: Date }>(`select c.customer_id as id, c.created_at as "createdAt", m.reviewed_at as "reviewedAt" from record.customer c join tiers.member m using (customer_id)
    where m.reviewed_at is not null and ($1::uuid[] is null or customer_id = any($1::uuid[]))`, [ids ?? null])
  const { rows: late } = since === undefined ? { rows: [] } : await client.query<{ id: string }>(`select c.customer_id as id from record.customer c left join tiers.member m using (customer_id) where c.customer_id = any($1::uuid[])
    and not exists (select from identity.alias a where a.merged_id = c.customer_id) and coalesce(m.reviewed_at, '1970-01-01') < $2`, [ids, since])
  if (late.length > 0) throw new Error(`something counted and these were not looked at: ${late.map(({ id }) => id).join(' ')}`)
  const calendar = calendarOf(zone)
  let count = 0
  for (const { id, createdAt, reviewedAt } of members) {
    const { rows } = await client.query<{ at: Date, amount: string, source: string | null, number: string | null }>(`select effective_at as at, (case when from_account in ('issued', 'adjusted', 'opening') then amount else -amount end)::text as amount, source, number from points.entry
      where customer_id = any(array(select $1::uuid union all select merged_id from identity.alias where survivor_id = $1)) and currency = 'growth'
        and (from_account in ('issued', 'adjusted', 'opening')) <> (to_account in ('issued', 'adjusted', 'opening')) order by effective_at, sequence`, [id])
    const facts = factsOf([], rows.map((row) => ({ ...row, customerId: id, amount: BigInt(row.amount) })))
    const joined = facts.reduce((first, { at }) => Math.min(first, at), createdAt.getTime())
    const { spells } = evaluate({ joined, facts, grants: [] }, policies.map((one) => ({ ...one, validFrom: one.validFrom.getTime() })), reviewedAt.getTime(), calendar)
    const { rows: stored } = await client.query<Stored>('select tier, since::text, begins_at as begins, ends_at as ends, until::text, policy_version as version, reason from tiers.spell where customer_id = $1 and replaced_at is null order by begins_at', [id])
    const [again, kept] = [
      spells.map(({ tier, since, begins, ends, until, version, reason }) => [tier, since, begins, ends, until, version, reason].join(' ')),
      stored.map(({ tier, since, begins, ends, until, version, reason }) => [tier, since, begins.getTime(), ends?.getTime() ?? null, until, version, reason].join(' '))
    ]
    if (JSON.stringify(again) !== JSON.stringify(kept)) throw new Error(`replay gives other tiers of ${id} as of ${reviewedAt.toISOString()}:\n${again.join('\n')}\nstored:\n${kept.join('\n')}`)
    count += kept.length
  }
  return count
}
