/** Members as the rules see them, and the uses that limits count. */
import type { Db, Trx } from '#foundation/db.ts'
import { Refusal } from '#foundation/refusal.ts'
import { dayOf, type Day } from '#foundation/zone.ts'
import { faultOf, limitFault, periodOf, type Fault, type Member } from './rewards.eligible.ts'
import { countUse, findMembers } from './rewards.members.sql.ts'
import type { Eligibility, Limit } from './rewards.parameters.schema.ts'
import type { Definition } from './rewards.schema.ts'
import { refusalWords as words } from './rewards.words.ts'

/** The members by id; who is not a customer is not in it. */
export async function readMembers(db: Db | Trx, customerIds: readonly string[], zone: string): Promise<ReadonlyMap<string, Member>> {
  if (customerIds.length === 0) return new Map()
  const text = (values: Readonly<Record<string, unknown>>) => new Map(Object.entries(values).map(([key, value]) => [key, String(value)]))
  return new Map((await findMembers(db, customerIds)).map((row) => [row.customerId, { joinedOn: dayOf(row.createdAt, zone), traits: text(row.traits ?? {}), fields: text(row.custom) }]))
}

export async function requireMember(db: Db | Trx, customerId: string, zone: string): Promise<Member> {
  const member = (await readMembers(db, [customerId], zone)).get(customerId)
  if (member === undefined) throw new Refusal('rewards.unknown_customer', 404, words.unknownCustomer, { customer: customerId })
  return member
}

type Named = Pick<Definition, 'definitionId' | 'title'> & { readonly parameters: { readonly eligibility: Eligibility } }
const titles = ({ title }: Pick<Definition, 'title'>) => ({ titleZh: title.zh, titleEn: title.en })

export const refusalOf = ({ code, sentence, detail }: Fault): Refusal => new Refusal(`rewards.${code}`, 409, sentence, detail)

/** Refuses with the first reason why this member may not have it today. */
export function requireEligible(definition: Named, member: Member, today: Day): void {
  const fault = faultOf(definition.parameters.eligibility, member, today)
  if (fault !== undefined) throw refusalOf({ ...fault, detail: { ...titles(definition), ...fault.detail } })
}

/** Counts the use; answers the period it counts in, or null where nothing is limited. Refuses rewards.limit_reached. */
export async function requireUse(trx: Trx, definition: Pick<Definition, 'definitionId' | 'title'> & { readonly parameters: { readonly limit: Limit | null } }, customerId: string, count: number, today: Day): Promise<string | null> {
  const { limit } = definition.parameters
  if (limit === null) return null
  const period = periodOf(limit.per, today)
  if (await countUse(trx, customerId, definition.definitionId, period, count, limit.count)) return period
  throw refusalOf(limitFault(definition.title, limit))
}
