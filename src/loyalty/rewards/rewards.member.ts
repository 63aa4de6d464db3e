/** What one member has here: cards, orders to collect, and what the points of today would buy. */
import type { Db } from '#foundation/db.ts'
import { dayOf } from '#foundation/zone.ts'
import { readBusiness } from '#settings/business/business.ts'
import { readWallets } from '../points/points.ts'
import { isOf, listDefinitions, type DefinitionOf } from './rewards.definitions.ts'
import { faultOf, periodOf } from './rewards.eligible.ts'
import { findUses } from './rewards.members.sql.ts'
import { requireMember } from './rewards.members.ts'
import { listRewardOrders } from './rewards.overview.ts'
import type { MemberRewards } from './rewards.schema.ts'
import { cardsOfPerson } from './rewards.stamps.sql.ts'
import { cardOf, countOf, inOrder, isOver } from './rewards.stamps.state.ts'
import { listStock } from './rewards.stock.ts'

export async function readMember(db: Db, customerId: string, now: Date): Promise<MemberRewards> {
  const { zone } = await readBusiness(db)
  const today = dayOf(now, zone)
  const [member, definitions, wallets, uses, stock, entries, recent] = await Promise.all([
    requireMember(db, customerId, zone), listDefinitions(db), readWallets(db, customerId, now), findUses(db, customerId), listStock(db), cardsOfPerson(db, customerId), listRewardOrders(db, { customer: customerId, limit: 100 })
  ])
  const points = new Map(wallets.map(({ currency, balance }) => [currency, BigInt(balance.available)]))
  const rewards = definitions.filter(isOf('reward')).filter(({ active }) => active)
  const usesLeft = ({ definitionId, parameters: { limit } }: DefinitionOf<'reward'>): number | null => (limit === null ? null : limit.count - (uses.get(`${definitionId} ${periodOf(limit.per, today)}`) ?? 0))
  const byCard = Map.groupBy(entries, ({ definitionId }) => definitionId)
  return {
    cards: definitions.filter(isOf('stamp_card')).flatMap((card) => {
      const own = byCard.get(card.definitionId)
      if (own === undefined && (!card.active || faultOf(card.parameters.eligibility, member, today) !== undefined)) return []
      // Of merged records each keeps its card: it is a journal of its own, and fills by itself.
      const states = own === undefined ? [cardOf([])] : [...Map.groupBy(own, (entry) => entry.customerId).values()].map(cardOf)
      return states.map((state) => {
        const next = [...state.lots.values()].filter((lot) => lot.left > 0 && !isOver(lot, today)).toSorted(inOrder)[0]
        return {
          definitionId: card.definitionId, title: card.title, size: card.parameters.size, has: countOf(state, today), owed: state.debt, filled: state.fulls.size, endsOn: next?.expiresOn ?? null, ending: next?.expiresOn === null || next === undefined ? 0 : next.left,
          rewardTitle: rewards.find(({ definitionId }) => definitionId === card.parameters.rewardId)?.title ?? card.title
        }
      })
    }),
    orders: recent.items.filter(({ state, owed }) => owed || state === 'waiting' || state === 'placed' || state === 'ready'),
    choices: rewards.flatMap((reward) => {
      const remaining = reward.parameters.stock === 'none' ? null : stock.filter(({ rewardId }) => rewardId === reward.definitionId).reduce((sum, one) => sum + one.remaining, 0)
      const left = usesLeft(reward)
      const fault = faultOf(reward.parameters.eligibility, member, today)
      return reward.parameters.options.map((option, place) => {
        const missing = BigInt(option.points) - (points.get(option.currency) ?? 0n)
        return {
          rewardId: reward.definitionId, title: reward.title, option: place, currency: option.currency, points: option.points, moneyMinor: option.moneyMinor, remaining, stores: reward.parameters.stock === 'stores',
          missing: (missing > 0n ? missing : 0n).toString(), because: fault !== undefined ? 'entitled' as const : left !== null && left <= 0 ? 'limit' as const : remaining === 0 ? 'stock' as const : missing > 0n ? 'points' as const : null
        }
      })
    }).toSorted((a, b) => Number(BigInt(a.missing) - BigInt(b.missing)) || Number(BigInt(b.points) - BigInt(a.points)))
  }
}
