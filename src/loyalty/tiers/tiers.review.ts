/** Writes what the rules say of some members: spells that changed, the trait, and what the log is told. A set costs a few statements. */
import { record, type NewEvent } from '#activity/events/events.ts'
import { setTraits } from '#customers/record/record.ts'
import type { Trx } from '#foundation/db.ts'
import type { Listener } from '#foundation/house.ts'
import { idMaker } from '#foundation/ids.ts'
import type { Spell, Standing } from './tiers.rules.ts'
import { groundOf, policyAt, standingsOf, tierOf, whoTheyAre, type Ground } from './tiers.standing.ts'
import * as sql from './tiers.sql.ts'
import { reasonWords } from './tiers.words.ts'

export interface TiersParts { readonly listeners: readonly Listener[], readonly actor: string }

const dayMs = 86_400_000

/** Holds where these customers stand until the transaction ends: for work that looks at them several times and must not meet others in a ring. Wallets are held first. */
export const holdMembers = async (trx: Trx, customerIds: readonly string[]): Promise<readonly string[]> => sql.lockMembers(trx, await whoTheyAre(trx, customerIds))

/** Looks at these customers again, under a lock for each. Answers how many tiers changed. */
export async function review(trx: Trx, parts: TiersParts, customerIds: readonly string[], now: Date): Promise<number> {
  if (customerIds.length === 0) return 0
  const ids = await holdMembers(trx, customerIds)
  if (ids.length === 0) return 0
  const ground = await groundOf(trx)
  const members = await sql.findMembers(trx, ids)
  const [standings, rows] = [await standingsOf(trx, ground, members, now), await sql.findSpells(trx, ids)]
  const before = Map.groupBy(rows, ({ customerId }) => customerId)
  const nextId = idMaker(now)
  const changes = members.map(({ customerId, reviewedAt }) => {
    const standing = standings.get(customerId)
    if (standing === undefined) throw new Error('every member has a standing')
    return { customerId, standing, wasReviewed: reviewedAt !== null, last: before.get(customerId)?.at(-1), ...difference(customerId, before.get(customerId) ?? [], standing.spells, nextId) }
  })
  await sql.replaceSpells(trx, changes.flatMap(({ replaced }) => replaced), now)
  await sql.closeSpells(trx, changes.flatMap(({ closed }) => closed))
  await sql.insertSpells(trx, changes.flatMap(({ added }) => added), now)
  await sql.saveMembers(trx, changes.map(({ customerId, standing: { dueAt, losesOn } }) => ({ customerId, dueAt, losesOn })), now)
  const moved = changes.filter(({ added, replaced, closed }) => added.length + replaced.length + closed.length > 0)
  await setTraits(trx, moved.map(({ customerId, standing }) => ({ customerId, key: 'tiers.tier', value: standing.spells.at(-1)?.tier ?? '', source: 'tiers' })), now)
  await record(trx, parts.listeners, moved.flatMap((change) => told(ground, change, parts.actor, now)), now)
  return moved.length
}

/** A spell that only ended is closed; one that is otherwise than it was told is replaced, so that both can be read. */
function difference(customerId: string, before: readonly sql.SpellRow[], after: readonly Spell[], nextId: () => string) {
  const keyOf = ({ tier, since, until, version, reason }: Omit<Spell, 'rank' | 'begins' | 'ends'>, begins: number): string => [tier, since, begins, until, version, reason].join(' ')
  const known = new Map(before.map((row) => [keyOf(row, row.begins.getTime()), row]))
  const [added, closed]: [sql.SpellRow[], sql.SpellRow[]] = [[], []]
  for (const { rank: _, ...spell } of after) {
    const key = keyOf(spell, spell.begins)
    const row = known.get(key)
    const whole = { ...spell, customerId, begins: new Date(spell.begins), ends: spell.ends === null ? null : new Date(spell.ends) }
    if (row === undefined || row.ends !== null && row.ends.getTime() !== spell.ends) { added.push({ ...whole, spellId: nextId() }); continue }
    known.delete(key)
    if (row.ends === null && spell.ends !== null) closed.push({ ...whole, spellId: row.spellId })
  }
  return { added, closed, replaced: [...known.values()] }
}

/** What the log is told: where the member stands now against where they stood. A past that was only just loaded is no news. */
function told(ground: Ground, { customerId, standing, wasReviewed, last }: { readonly customerId: string, readonly standing: Standing, readonly wasReviewed: boolean, readonly last: sql.SpellRow | undefined }, actor: string, now: Date): NewEvent[] {
  const spell = standing.spells.at(-1)
  if (spell === undefined) return []
  const isNews = wasReviewed ? last?.tier !== spell.tier || spell.reason === 'kept' && last.begins.getTime() !== spell.begins : (spell.reason === 'upgraded' || spell.reason === 'granted') && now.getTime() - spell.begins < 2 * dayMs
  if (!isNews) return []
  const policy = policyAt(ground, now)
  const [from, to] = [tierOf(policy, last?.tier ?? standing.spells.at(-2)?.tier ?? ''), tierOf(policy, spell.tier)]
  const kind = to.rank > from.rank ? 'tiers.upgraded' : to.rank < from.rank ? 'tiers.downgraded' : 'tiers.kept'
  const why = reasonWords[spell.reason]
  return [{
    customerId, kind, actor, source: 'tiers',
    body: { from: from.tier.id, to: to.tier.id, fromZh: from.tier.name.zh, fromEn: from.tier.name.en, toZh: to.tier.name.zh, toEn: to.tier.name.en, reason: spell.reason, whyZh: why.zh, whyEn: why.en, since: spell.since, until: spell.until, policyVersion: spell.version }
  }]
}
