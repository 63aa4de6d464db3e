/** Stamp cards: sales give stamps in the transaction that records them, returns take them back, a full card gives its reward exactly once. */
import { record, type NewEvent } from '#activity/events/events.ts'
import type { Trx } from '#foundation/db.ts'
import type { Day } from '#foundation/zone.ts'
import { addDays } from '#foundation/zone.ts'
import type { Effect, Undone } from '../returns/returns.ts'
import { activeOf, definitionAt, isOf, type DefinitionOf } from './rewards.definitions.ts'
import { faultOf } from './rewards.eligible.ts'
import { readMembers } from './rewards.members.ts'
import { findGranted, type OrderRow } from './rewards.orders.sql.ts'
import { endOrder, grantReward, type RewardParts } from './rewards.orders.ts'
import { findOthers } from './rewards.people.sql.ts'
import type { Sale } from './rewards.sales.ts'
import * as sql from './rewards.stamps.sql.ts'
import { openCard, stamp, stampsOf, takeBack, type CardOutcome } from './rewards.stamps.rules.ts'
import { cardOf, countOf, type CardState } from './rewards.stamps.state.ts'
import { effectWords } from './rewards.words.ts'

type Card = DefinitionOf<'stamp_card'>
const keyText = ({ customerId, definitionId }: sql.CardKey): string => `${customerId} ${definitionId}`

/** Gives stamps for some sales at once: one lock and one reading for all their cards. */
export async function stampSales(trx: Trx, parts: RewardParts, sales: readonly Sale[], { zone, now, today }: { readonly zone: string, readonly now: Date, readonly today: Day }): Promise<void> {
  const cards = await activeOf(trx, 'stamp_card')
  if (cards.length === 0) return
  const members = await readMembers(trx, [...new Set(sales.map(({ customerId }) => customerId))], zone)
  const earned = sales.flatMap((sale) => cards.flatMap((card) => {
    const member = members.get(sale.customerId)
    const count = member === undefined || faultOf(card.parameters.eligibility, member, sale.day) !== undefined ? 0 : stampsOf(card.parameters, sale.lines)
    return count > 0 ? [{ sale, card, count, customerId: sale.customerId, definitionId: card.definitionId }] : []
  }))
  if (earned.length === 0) return
  const others = earned.some(({ card }) => card.parameters.dayCap !== null) ? await findOthers(trx, [...new Set(earned.map(({ customerId }) => customerId))]) : new Map<string, readonly string[]>()
  const cardsOf = ({ customerId, definitionId }: sql.CardKey): readonly sql.CardKey[] => [customerId, ...others.get(customerId) ?? []].map((id) => ({ customerId: id, definitionId }))
  const states = await lockedCards(trx, earned.flatMap(cardsOf))
  const outcomes: { readonly sale: Sale, readonly card: Card, readonly outcome: CardOutcome }[] = []
  for (const { sale, card, count, customerId, definitionId } of earned) {
    const key = keyText({ customerId, definitionId })
    const state = states.get(key) ?? cardOf([])
    const given = Math.min(count, roomOf(card, cardsOf({ customerId, definitionId }).flatMap((one) => states.get(keyText(one)) ?? []), sale.day))
    const expiresOn = card.parameters.ttlDays === null ? null : addDays(sale.day, card.parameters.ttlDays)
    const outcome = stamp(state, { count: given, source: sale.source, number: sale.number, day: sale.day, expiresOn, version: card.version }, card.parameters, today)
    states.set(key, outcome.card)
    outcomes.push({ sale, card, outcome })
  }
  await sql.insertEntries(trx, outcomes.flatMap(({ sale, card, outcome }) => outcome.entries.map((entry) => ({ ...entry, customerId: sale.customerId, definitionId: card.definitionId }))), parts.actor, now)
  await record(trx, parts.listeners, outcomes.flatMap(({ sale, card, outcome }) => toldOf(parts.actor, sale, card, outcome, today)), now)
  await grantFilled(trx, parts, outcomes, now)
}

/** What a day's cap still leaves, by the stamps of that day that were not taken back, on the cards of all records of a person. */
function roomOf({ parameters: { dayCap } }: Card, cards: readonly CardState[], day: Day): number {
  if (dayCap === null) return Number.MAX_SAFE_INTEGER
  return Math.max(0, dayCap - cards.flatMap(({ lots }) => [...lots.values()]).reduce((sum, lot) => sum + (lot.day === day ? lot.given - lot.taken - lot.owed : 0), 0))
}

async function lockedCards(trx: Trx, keys: readonly sql.CardKey[]): Promise<Map<string, CardState>> {
  const unique = [...new Map(keys.map(({ customerId, definitionId }) => [keyText({ customerId, definitionId }), { customerId, definitionId }])).values()]
  await sql.lockCards(trx, unique)
  const entries = Map.groupBy(await sql.findEntries(trx, unique), keyText)
  return new Map([...entries].map(([key, own]) => [key, cardOf(own)]))
}

function toldOf(actor: string, { customerId, source, number }: Sale, { title, definitionId, parameters: { size } }: Card, { entries, card, filled }: CardOutcome, today: Day): NewEvent[] {
  const given = entries.find(({ kind }) => kind === 'given')
  const body = { titleZh: title.zh, titleEn: title.en, definitionId, source, number, count: given?.amount ?? 0, has: countOf(card, today), size, owed: card.debt }
  return [
    ...(given === undefined ? [] : [{ customerId, kind: 'rewards.stamped', actor, source: 'rewards', body }]),
    ...filled.map((fullNo) => ({ customerId, kind: 'rewards.card_filled', actor, source: 'rewards', body: { ...body, fullNo } }))
  ]
}

async function grantFilled(trx: Trx, parts: RewardParts, outcomes: readonly { readonly sale: Pick<Sale, 'customerId' | 'storeId'>, readonly card: Card, readonly outcome: CardOutcome }[], now: Date): Promise<void> {
  for (const { sale, card, outcome } of outcomes) {
    for (const fullNo of outcome.filled) {
      await grantReward(trx, parts, card.parameters.rewardId, { customerId: sale.customerId, storeId: sale.storeId, origin: 'stamps', originId: card.definitionId, originKey: String(fullNo), period: null }, now)
    }
  }
}

const isHere = ({ state }: OrderRow): boolean => state === 'waiting' || state === 'placed' || state === 'ready'

/** A return takes back what the kept basket would not have given, by the version under which it was given. */
export async function returnStamps(trx: Trx, parts: RewardParts, { customerId, source, number, kept }: Undone, today: Day, now: Date): Promise<readonly Effect[]> {
  const effects: Effect[] = []
  const definitionIds = [...new Set((await sql.cardsOf(trx, customerId)).filter((one) => one.source === source && one.number === number).map(({ definitionId }) => definitionId))].toSorted()
  for (const definitionId of definitionIds) {
    const state = (await lockedCards(trx, [{ customerId, definitionId }])).get(keyText({ customerId, definitionId })) ?? cardOf([])
    const lot = [...state.lots.values()].find((one) => one.source === source && one.number === number)
    const card = lot === undefined ? undefined : await definitionAt(trx, definitionId, lot.version)
    if (lot === undefined || card === undefined || !isOf('stamp_card')(card)) continue
    const orders = new Map((await findGranted(trx, customerId, definitionId)).map((order) => [order.originKey ?? '', order]))
    const over = lot.given - lot.taken - lot.owed - Math.min(lot.given, stampsOf(card.parameters, kept))
    if (over <= 0) continue
    const isOpen = (fullNo: number): boolean => { const order = orders.get(String(fullNo)); return order !== undefined && isHere(order) }
    const outcome = takeBack(state, { source, number, count: over }, card.parameters, today, isOpen)
    await sql.insertEntries(trx, outcome.entries.map((entry) => ({ ...entry, customerId, definitionId })), parts.actor, now)
    for (const fullNo of outcome.opened) {
      const order = orders.get(String(fullNo))
      if (order !== undefined) await endOrder(trx, parts, order, null, now)
    }
    await grantFilled(trx, parts, [{ sale: { customerId, storeId: null }, card, outcome }], now)
    const detail = { titleZh: card.title.zh, titleEn: card.title.en, count: String(over), cards: String(outcome.opened.length), owed: String(outcome.card.debt), has: String(countOf(outcome.card, today)) }
    effects.push({ capability: 'rewards', code: 'rewards.stamps_taken_back', sentence: outcome.opened.length > 0 ? effectWords.cardOpened : outcome.card.debt > 0 ? effectWords.stampsOwed : effectWords.stampsTaken, detail })
    await record(trx, parts.listeners, [{ customerId, kind: 'rewards.stamps_taken_back', actor: parts.actor, source: 'rewards', body: { ...detail, definitionId, source, number } }], now)
  }
  return effects
}

/** The reward of a full card was cancelled by a person: its stamps are on the card again, and the next stamp fills it anew. */
export async function reopenCard(trx: Trx, { actor }: RewardParts, { customerId, originId, originKey }: OrderRow, today: Day, now: Date): Promise<void> {
  if (originId === null) return
  const key = { customerId, definitionId: originId }
  const state = (await lockedCards(trx, [key])).get(keyText(key)) ?? cardOf([])
  await sql.insertEntries(trx, openCard(state, Number(originKey), today).entries.map((entry) => ({ ...entry, ...key })), actor, now)
}
