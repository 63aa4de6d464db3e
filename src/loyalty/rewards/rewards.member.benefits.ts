/** What of gifts, trade-ins, mileage and companion benefits one member has, and what can be entered for them today. It reads what the member has, never whole tables. */
import type { Db } from '#foundation/db.ts'
import type { Sentence } from '#foundation/words.ts'
import { addDays, dayOf, type Day } from '#foundation/zone.ts'
import { readBusiness } from '#settings/business/business.ts'
import { readWallets } from '../points/points.ts'
import { companionShown, filled, tradeInShown } from './rewards.benefits.ts'
import type { BenefitOffered, MemberBenefits } from './rewards.benefits.schema.ts'
import { companionsOf, findLevels } from './rewards.benefits.sql.ts'
import { isOf, listDefinitions } from './rewards.definitions.ts'
import { faultOf, limitFault, periodOf, type Fault, type Member } from './rewards.eligible.ts'
import { birthdayFault, birthdayNear } from './rewards.gifts.ts'
import { findUses } from './rewards.members.sql.ts'
import { requireMember } from './rewards.members.ts'
import { totalOf } from './rewards.mileage.ts'
import type { Limit } from './rewards.parameters.schema.ts'
import type { Definition } from './rewards.schema.ts'
import { openTradeIns } from './rewards.tradein.sql.ts'

/** What is known of the member when a benefit is looked at. */
interface Seen {
  readonly customerId: string, readonly member: Member, readonly today: Day, readonly zone: string
  readonly used: (definitionId: string, period: string) => number
  readonly total: (currency: string) => bigint
  readonly reward: (rewardId: string) => Sentence
}

export async function readBenefits(db: Db, customerId: string, now: Date): Promise<MemberBenefits> {
  const { zone } = await readBusiness(db)
  const today = dayOf(now, zone)
  const [member, definitions, wallets, uses, tradeIns, companions] = await Promise.all([
    requireMember(db, customerId, zone), listDefinitions(db), readWallets(db, customerId, now), findUses(db, customerId), openTradeIns(db, customerId, today), companionsOf(db, customerId, 3)
  ])
  const titles = new Map(definitions.filter(isOf('reward')).map(({ definitionId, title }) => [definitionId, title]))
  const seen: Seen = {
    customerId, member, today, zone, used: (definitionId, period) => uses.get(`${definitionId} ${period}`) ?? 0, total: (currency) => totalOf(wallets.find((one) => one.currency === currency)?.balance),
    reward: (rewardId) => titles.get(rewardId) ?? { zh: '–', en: '–' }
  }
  const offered = await Promise.all(definitions.filter(({ active }) => active).map((one) => offeredOf(db, one, seen)))
  return { offered: offered.filter((one) => one !== undefined), tradeIns: tradeIns.map(tradeInShown), companions: companions.map(companionShown) }
}

/** A gift that comes with a purchase is given by the purchase, and by nobody else. */
async function offeredOf(db: Db, definition: Definition, seen: Seen): Promise<BenefitOffered | undefined> {
  const { definitionId, title, parameters: { eligibility } } = definition
  const { customerId, today, zone, reward } = seen
  const told = (...faults: readonly (Fault | undefined)[]) => {
    const fault = [faultOf(eligibility, seen.member, today), ...faults].find((one) => one !== undefined)
    return { definitionId, title, because: fault === undefined ? null : filled(fault.sentence, { titleZh: title.zh, titleEn: title.en, ...fault.detail }) }
  }
  const left = (limit: Limit | null): number | null => (limit === null ? null : Math.max(0, limit.count - seen.used(definitionId, periodOf(limit.per, today))))
  const bound = (limit: Limit | null): Fault | undefined => (limit !== null && left(limit) === 0 ? limitFault(title, limit) : undefined)
  if (definition.kind === 'trade_in') {
    const { grades, ttlDays } = definition.parameters
    return { kind: 'trade_in', ...told(), grades, expiresOn: ttlDays === null ? null : addDays(today, ttlDays) }
  }
  if (definition.kind === 'companion') {
    const { benefit, isNamed, limit, rewardId } = definition.parameters
    return { kind: 'companion', ...told(bound(limit)), benefit, isNamed, left: left(limit), per: limit?.per ?? null, reward: rewardId === null ? null : reward(rewardId) }
  }
  if (definition.kind === 'mileage') {
    const { unit, currency, levels } = definition.parameters
    const given = new Set((await findLevels(db, customerId, definitionId)).map(({ level }) => level))
    return { kind: 'mileage', ...told(), unit, total: seen.total(currency).toString(), levels: levels.map(({ at, rewardId }) => ({ at, reward: reward(rewardId), given: given.has(BigInt(at)) })) }
  }
  if (definition.kind !== 'gift' || definition.parameters.occasion.on !== 'birthday') return undefined
  const { occasion, limit, rewardId } = definition.parameters
  const birthday = await birthdayNear(db, customerId, today, occasion.afterDays, zone)
  const isHad = birthday !== null && seen.used(definitionId, `birthday ${birthday}`) > 0
  return { kind: 'gift', ...told(birthdayFault(title, occasion, birthday, today), isHad ? limitFault(title, { count: 1, per: 'year' }) : undefined, bound(limit)), reward: reward(rewardId) }
}
