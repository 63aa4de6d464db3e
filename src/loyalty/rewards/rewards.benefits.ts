/** Quotes, trade-ins and companions as they cross the wire. */
import type { Db } from '#foundation/db.ts'
import { say, type Sentence, type Values } from '#foundation/words.ts'
import type { BasketBody, CompanionShown, OffersQuoted, TradeInShown } from './rewards.benefits.schema.ts'
import { listCompanions, type CompanionUse } from './rewards.benefits.sql.ts'
import { quoteOffers } from './rewards.offers.ts'
import { listTradeIns, type TradeInRow } from './rewards.tradein.sql.ts'

export const filled = (sentence: Sentence, values: Values): Sentence => ({ zh: say(sentence, 'zh-CN', values), en: say(sentence, 'en', values) })

export async function quoteShown(db: Db, { customerId, source, number, at, storeId = null, channel = null, lines }: BasketBody, now: Date): Promise<OffersQuoted> {
  const basket = { customerId: customerId ?? '', source, number, at: at === undefined ? now : new Date(at), storeId, channel, lines: lines.map((line) => ({ ...line, amountMinor: BigInt(line.amountMinor) })) }
  const quoted = await quoteOffers(db, basket, now)
  return {
    totalMinor: quoted.totalMinor.toString(), lines: quoted.lines.map(({ lineNo, discountMinor }) => ({ lineNo, discountMinor: discountMinor.toString() })),
    reasons: quoted.reasons.map(({ definitionId, version, tradeInId, amountMinor, sentence, values }) => ({ definitionId, version, tradeInId, amountMinor: amountMinor.toString(), sentence: filled(sentence, values) })),
    next: quoted.next.map(({ definitionId, sentence, values }) => ({ definitionId, sentence: filled(sentence, values) }))
  }
}

export const tradeInShown = ({ customerId, tradeInId, definitionId, version, serial, item, grade, photo, creditMinor, usedMinor, state, day, expiresOn }: TradeInRow): TradeInShown =>
  ({ customerId, tradeInId, definitionId, version, serial, item, grade, photo, creditMinor: creditMinor.toString(), usedMinor: usedMinor.toString(), state, day, expiresOn })

/** The latest, for the page. */
export const tradeInsShown = async (db: Db): Promise<TradeInShown[]> => (await listTradeIns(db, 200)).map((row) => ({ ...tradeInShown(row), customerName: row.customerName }))

export const companionShown = (row: CompanionUse): CompanionShown => ({ ...row, at: row.at.toISOString() })

export const companionsShown = async (db: Db): Promise<CompanionShown[]> => (await listCompanions(db, 200)).map(companionShown)
