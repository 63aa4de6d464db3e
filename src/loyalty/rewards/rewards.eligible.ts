/** Who may, and in which period a limit counts. Pure. */
import type { Sentence, Values } from '#foundation/words.ts'
import { addDays, type Day } from '#foundation/zone.ts'
import type { Eligibility, Limit } from './rewards.parameters.schema.ts'
import { perWords, refusalWords as words } from './rewards.words.ts'

/** What is known of a member: values as text, so that a tier's name, a number and a yes compare alike. */
export interface Member { readonly joinedOn: Day, readonly traits: ReadonlyMap<string, string>, readonly fields: ReadonlyMap<string, string> }

export interface Fault { readonly code: string, readonly sentence: Sentence, readonly detail: Values }

/** Why a member may not have it today, or undefined. The first reason that holds is told. */
export function faultOf({ from, to, newWithinDays, traits, fields }: Eligibility, member: Member, today: Day): Fault | undefined {
  if (from !== null && today < from) return { code: 'not_yet', sentence: words.notYet, detail: { from } }
  if (to !== null && today > to) return { code: 'over', sentence: words.over, detail: { to } }
  if (newWithinDays !== null && addDays(member.joinedOn, newWithinDays) < today) return { code: 'not_new', sentence: words.notNew, detail: { days: newWithinDays } }
  const lacking = [...traits.map((one) => ({ ...one, has: member.traits })), ...fields.map((one) => ({ ...one, has: member.fields }))].find(({ key, values, has }) => !values.includes(has.get(key) ?? ''))
  return lacking === undefined ? undefined : { code: 'not_entitled', sentence: words.notEntitled, detail: { key: lacking.key, values: lacking.values.join(', ') } }
}

/** Why not: a limit is used up. */
export const limitFault = ({ zh, en }: Sentence, { count, per }: Limit): Fault => ({ code: 'limit_reached', sentence: words.limitReached, detail: { titleZh: zh, titleEn: en, count, perZh: perWords[per].zh, perEn: perWords[per].en } })

/** The name of the period that a day lies in. */
export const periodOf = (per: Limit['per'], today: Day): string => (per === 'ever' ? 'ever' : per === 'day' ? today : per === 'month' ? today.slice(0, 7) : today.slice(0, 4))
