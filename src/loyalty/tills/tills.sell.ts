/** A sale at a till, whole or not at all: points taken, order recorded, and whatever hears of it, in one transaction. */
import { record } from '#activity/events/events.ts'
import { submitOrders } from '#activity/orders/orders.ts'
import { survivorOf } from '#customers/identity/identity.ts'
import type { Trx } from '#foundation/db.ts'
import { plainMoney } from '#foundation/money.ts'
import { Refusal } from '#foundation/refusal.ts'
import { currenciesAt } from '#loyalty/earning/earning.ts'
import { book, lockWallets, readWallets } from '#loyalty/points/points.ts'
import { readMember } from '#loyalty/tiers/tiers.ts'
import { workOut } from './tills.quote.ts'
import { numberOf, once, tillSource, type TillParts } from './tills.receipt.ts'
import { businessTime, maskName } from './tills.rules.ts'
import type { Answer, SaleBody, Sold } from './tills.schema.ts'
import { readSetting } from './tills.settings.ts'
import * as sql from './tills.sql.ts'
import { soldKind, tillsWords as words } from './tills.words.ts'

/** Refuses: tills.clock_wrong, tills.quote_changed, points.insufficient, and what the quote refuses. */
export async function sell(trx: Trx, parts: TillParts, body: SaleBody, now: Date): Promise<Answer> {
  const { at: toldAt, sentAt = toldAt, expectMinor, ...content } = body
  return once(trx, body, 'sale', content, now, async () => {
    const { parameters } = await readSetting(trx)
    const tillAt = new Date(toldAt)
    return { receipt: body.receipt, kind: 'sale', undone: null, sold: await settle(trx, parts, body, { tillAt, at: businessTime({ at: tillAt, sentAt: new Date(sentAt) }, now, parameters), expectMinor }, now) }
  })
}

interface When { readonly tillAt: Date, readonly at: Date, readonly expectMinor: string | undefined, readonly offline?: { readonly allowanceId: string, readonly overspend: string } }

/** Points are taken before the order is recorded, so that what it earns cannot pay for it. */
export async function settle(trx: Trx, parts: TillParts, body: Omit<SaleBody, 'at' | 'sentAt' | 'expectMinor'>, { tillAt, at, expectMinor, offline }: When, now: Date): Promise<Sold> {
  if (body.customerId !== undefined && body.customerId !== null) await lockPurse(trx, body.customerId, at)
  const { quote, lines, points, currency } = await workOut(trx, parts, body, now, offline === undefined ? 'sale' : 'offline')
  if (expectMinor !== undefined && expectMinor !== quote.payMinor) {
    throw new Refusal('tills.quote_changed', 409, words.quoteChanged, { expected: plainMoney(BigInt(expectMinor)), now: plainMoney(BigInt(quote.payMinor)) })
  }
  const [source, number, customerId] = [body.source ?? tillSource, numberOf(body), body.customerId ?? null]
  if (customerId !== null && points > 0n) await book(trx, parts, [{ customerId, currency, command: { do: 'redeem', amount: points.toString(), source, number, ...(offline === undefined ? {} : { overdraw: true }) } }], now)
  const { recorded: [order] } = await submitOrders(trx, parts, [{
    source, number, kind: 'sale', at: at.toISOString(), customer: customerId === null ? null : { customerId }, channel: body.channel ?? null, store: body.store ?? null,
    lines: body.lines.map((line, index) => ({ ...line, amountMinor: lines[index]?.paidMinor ?? line.amountMinor }))
  }], now)
  if (order === undefined) throw new Refusal('tills.other_content', 409, words.otherContent, { receipt: body.receipt })
  await sql.insertSale(trx, {
    customerId: order.customerId, orderId: order.orderId, source, number, store: body.store ?? null, till: body.till ?? null, tillAt, at, lines, grossMinor: BigInt(quote.grossMinor), paidMinor: BigInt(quote.payMinor), points,
    currency, settingVersion: quote.settingVersion, overspend: offline?.overspend ?? null, allowanceId: offline?.allowanceId ?? null, actor: parts.actor
  }, now)
  const earned = customerId === null ? [] : (await sql.earnedOf(trx, customerId, source, number)).map((one) => ({ currency: one.currency, amount: one.amount.toString() }))
  if (customerId !== null) {
    const ours = earned.find((one) => one.currency === currency)?.amount ?? '0'
    await record(trx, parts.listeners, [{ customerId, kind: soldKind, at, actor: parts.actor, source: 'tills', body: { source, number, store: body.store ?? null, points: points.toString(), earned: ours, currency } }], now)
  }
  const wallet = customerId === null ? undefined : (await readWallets(trx, customerId, now)).find((one) => one.currency === currency)
  const standing = customerId === null ? undefined : await readMember(trx, customerId, now)
  return {
    receipt: body.receipt, source, number, orderId: order.orderId, customerId, name: customerId === null ? null : maskName((await sql.findNames(trx, [customerId])).get(customerId) ?? null),
    at: at.toISOString(), tillAt: tillAt.toISOString(), recordedAt: now.toISOString(), grossMinor: quote.grossMinor, payMinor: quote.payMinor, reductions: quote.reductions, used: points.toString(), earned,
    available: customerId === null ? null : wallet?.balance.available ?? '0', tier: standing?.name ?? null,
    progress: standing?.progress.next?.sentence ?? standing?.progress.keep?.sentence ?? null
  }
}

/** All wallets that a sale may touch, at once: who pays with points and earns growth value waits for nobody who earns both. */
async function lockPurse(trx: Trx, customerId: string, at: Date): Promise<void> {
  const [owner, { parameters }, earned] = [await survivorOf(trx, customerId), await readSetting(trx), await currenciesAt(trx, at)]
  await lockWallets(trx, [parameters.currency, ...earned].map((currency) => ({ customerId: owner, currency })))
}
