/** What a basket comes to for this member, now: what comes off, what points may pay, what it earns. A quote takes the way of a sale and leaves nothing. */
import type { Trx } from '#foundation/db.ts'
import { Refusal } from '#foundation/refusal.ts'
import { quoteEarn } from '#loyalty/earning/earning.ts'
import { readWallets } from '#loyalty/points/points.ts'
import { splitBy, type Basket } from '#loyalty/returns/returns.ts'
import { listStores, readBusiness } from '#settings/business/business.ts'
import { offersOn, type Offered } from './tills.offers.ts'
import { payable, requirePayable, share, valueOf, type Payable } from './tills.rules.ts'
import type { Quote, QuoteBody, Reduction } from './tills.schema.ts'
import { numberOf, tillSource, type TillParts } from './tills.receipt.ts'
import { centOf, readSetting } from './tills.settings.ts'
import * as sql from './tills.sql.ts'
import { tillsWords as words } from './tills.words.ts'
import { takeVouchers, vouchersOf } from './tills.vouchers.ts'

export interface Worked { readonly quote: Quote, readonly lines: readonly sql.SaleLine[], readonly points: bigint, readonly currency: string }

/** For the page: everything is worked out and undone again, and the vouchers that would apply are listed. */
export async function quoteBasket(trx: Trx, parts: TillParts, body: QuoteBody, now: Date): Promise<Quote> {
  const asked = { ...body, receipt: 'quote' }
  const rung = await ringUp(trx, parts, asked, now, 'quote')
  const { basket } = rung
  const isMember = basket.customerId !== ''
  const vouchers = isMember ? await vouchersOf(trx, basket, body.vouchers ?? [], now) : []
  await sql.beginQuote(trx)
  try {
    const { quote, lines } = await workOut(trx, parts, asked, now, 'quote', rung)
    return { ...quote, vouchers, earns: isMember ? await earnedBy(trx, basket, lines, now) : [] }
  } finally {
    await sql.undoQuote(trx)
  }
}

/** The basket as rung up, and what the offers leave of it. Refuses: tills.empty_basket, tills.no_member. */
async function ringUp(trx: Trx, parts: TillParts, body: QuoteBody & { readonly receipt: string }, now: Date, how: 'sale' | 'quote' | 'offline'): Promise<Offered> {
  const gross = body.lines.map(({ amountMinor }) => BigInt(amountMinor))
  if (total(gross) <= 0n || gross.some((amount) => amount < 0n)) throw new Refusal('tills.empty_basket', 422, words.emptyBasket)
  const basket = await basketOf(trx, body, now)
  if (basket.customerId === '' && (BigInt(body.points ?? '0') > 0n || (body.vouchers ?? []).length > 0)) throw new Refusal('tills.no_member', 422, words.noMember)
  return offersOn(trx, parts, basket, now, how)
}

/** Offers are given first, vouchers are used on what they leave; points are only worked out. Refuses: tills.empty_basket, tills.no_member, tills.above_most, tills.below_least, tills.off_step, and what vouchers refuse. */
export async function workOut(trx: Trx, parts: TillParts, body: QuoteBody & { readonly receipt: string }, now: Date, how: 'sale' | 'quote' | 'offline' = 'sale', rung?: Offered): Promise<Worked> {
  const [{ parameters, version }, business] = await Promise.all([readSetting(trx), readBusiness(trx)])
  const customerId = body.customerId ?? null
  const gross = body.lines.map(({ amountMinor }) => BigInt(amountMinor))
  const wished = BigInt(body.points ?? '0')
  const { basket, shown, reductions: offers } = rung ?? await ringUp(trx, parts, body, now, how)
  const taken = customerId === null ? undefined : await takeVouchers(trx, parts, basket, body.vouchers ?? [], now)
  const cent = centOf(business.currency)
  const net = basket.lines.map(({ lineNo, amountMinor }) => amountMinor - (taken?.lines.get(lineNo) ?? 0n))
  const wallet = customerId === null ? undefined : (await readWallets(trx, customerId, now)).find((one) => one.currency === parameters.currency)
  // Without network nobody knew the balance; whoever asks for a quote is told the most, not refused.
  const available = how === 'offline' ? wished : BigInt(wallet?.balance.available ?? '0')
  const may: Payable = taken?.withPoints === false ? { ...payable(0n, 0n, parameters), because: 'vouchers' } : payable(available, total(net), parameters)
  const points = how !== 'quote' || wished <= may.most ? wished : may.most
  if (may.because === 'vouchers' && points > 0n) throw new Refusal('tills.no_points_with_vouchers', 409, words.noPointsWithVouchers)
  requirePayable(points, may)
  const byPoints = valueOf(points, parameters)
  const moneyOfPoints = share(byPoints, net, cent, splitBy)
  const pointsOf = splitBy(points, moneyOfPoints)
  const reductions: readonly Reduction[] = [...offers, ...taken?.reductions ?? [], ...(points === 0n ? [] : [{ kind: 'points' as const, code: points.toString(), title: words.paidByPoints, amountMinor: byPoints.toString() }])]
  return {
    points, currency: parameters.currency,
    lines: body.lines.map(({ product, quantity, category }, index): sql.SaleLine => ({
      lineNo: index + 1, product, category: category ?? null, quantity, grossMinor: (gross[index] ?? 0n).toString(), paidMinor: ((net[index] ?? 0n) - (moneyOfPoints[index] ?? 0n)).toString(), points: (pointsOf[index] ?? 0n).toString()
    })),
    quote: {
      grossMinor: total(gross).toString(), payMinor: (total(net) - byPoints).toString(), reductions: [...reductions], offers: shown, vouchers: [], earns: [], settingVersion: version,
      points: {
        used: points.toString(), available: available.toString(), least: may.least.toString(), most: may.most.toString(), step: may.step.toString(), stepMinor: valueOf(may.step, parameters).toString(),
        because: customerId === null ? null : may.because
      }
    }
  }
}

/** The basket as rung up, in the one shape of all quotes; of nobody: without an id. */
async function basketOf(trx: Trx, body: QuoteBody & { readonly receipt: string }, at: Date): Promise<Basket> {
  const { customerId = null, store = null, source = tillSource } = body
  return {
    customerId: customerId ?? '', source, number: numberOf(body), at, storeId: store === null ? null : (await listStores(trx)).items.find(({ code }) => code === store)?.storeId ?? null, channel: body.channel ?? null,
    lines: body.lines.map(({ product, category, quantity, amountMinor }, index) => ({ lineNo: index + 1, product, category: category ?? null, quantity, amountMinor: BigInt(amountMinor) }))
  }
}

/** What the money paid would earn by the rules in force. */
async function earnedBy(trx: Trx, basket: Basket, lines: readonly sql.SaleLine[], now: Date): Promise<Quote['earns']> {
  const { totals } = await quoteEarn(trx, { ...basket, lines: lines.map((line) => ({ ...line, amountMinor: BigInt(line.paidMinor) })) }, now)
  return [...totals].filter(([, amount]) => amount > 0n).map(([currency, amount]) => ({ currency, amount: amount.toString() }))
}

const total = (amounts: readonly bigint[]): bigint => amounts.reduce((sum, amount) => sum + amount, 0n)
