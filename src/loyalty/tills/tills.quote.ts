/** What a basket comes to for this member, now: what comes off, what points may pay, what it earns. */
import type { Db, Trx } from '#foundation/db.ts'
import { Refusal } from '#foundation/refusal.ts'
import { quoteEarn } from '#loyalty/earning/earning.ts'
import { readWallets } from '#loyalty/points/points.ts'
import { splitBy } from '#loyalty/returns/returns.ts'
import { listStores, readBusiness } from '#settings/business/business.ts'
import { payable, requirePayable, share, valueOf } from './tills.rules.ts'
import type { Quote, QuoteBody, Reduction } from './tills.schema.ts'
import { centOf, readSetting } from './tills.settings.ts'
import { tillsWords as words } from './tills.words.ts'
import type { SaleLine } from './tills.sql.ts'

export interface Worked { readonly quote: Quote, readonly lines: readonly SaleLine[], readonly points: bigint, readonly currency: string }

/** Refuses: tills.empty_basket, tills.no_member, tills.above_most, tills.below_least, tills.off_step. */
export async function workOutQuote(db: Db | Trx, body: QuoteBody, now: Date): Promise<Worked> {
  const [{ parameters, version }, business] = await Promise.all([readSetting(db), readBusiness(db)])
  const customerId = body.customerId ?? null
  const gross = body.lines.map(({ amountMinor }) => BigInt(amountMinor))
  const grossMinor = total(gross)
  if (grossMinor <= 0n || gross.some((amount) => amount < 0n)) throw new Refusal('tills.empty_basket', 422, words.emptyBasket)
  const points = BigInt(body.points ?? '0')
  if (customerId === null && points > 0n) throw new Refusal('tills.no_member', 422, words.noMember)
  const cent = centOf(business.currency)
  const net = gross
  const wallet = customerId === null ? undefined : (await readWallets(db, customerId, now)).find((one) => one.currency === parameters.currency)
  const available = BigInt(wallet?.balance.available ?? '0')
  const may = payable(available, total(net), parameters)
  requirePayable(points, may)
  const byPoints = valueOf(points, parameters)
  const moneyOfPoints = share(byPoints, net, cent, splitBy)
  const pointsOf = splitBy(points, moneyOfPoints)
  const reductions: Reduction[] = points === 0n ? [] : [{ kind: 'points', code: points.toString(), title: words.paidByPoints, amountMinor: byPoints.toString() }]
  const lines = body.lines.map(({ product, quantity }, index): SaleLine => ({
    lineNo: index + 1, product, quantity, grossMinor: (gross[index] ?? 0n).toString(), paidMinor: ((net[index] ?? 0n) - (moneyOfPoints[index] ?? 0n)).toString(), points: (pointsOf[index] ?? 0n).toString()
  }))
  const earns = customerId === null ? [] : await earnedBy(db, customerId, body, lines, now)
  return {
    lines, points, currency: parameters.currency,
    quote: {
      grossMinor: grossMinor.toString(), payMinor: (total(net) - byPoints).toString(), reductions, vouchers: [], earns, settingVersion: version,
      points: {
        used: points.toString(), available: available.toString(), least: may.least.toString(), most: may.most.toString(), step: may.step.toString(), stepMinor: valueOf(may.step, parameters).toString(),
        because: customerId === null ? null : may.because
      }
    }
  }
}

/** What the money paid would earn by the rules in force. */
async function earnedBy(db: Db | Trx, customerId: string, { store, channel, source = 'till', lines: rung }: QuoteBody, lines: readonly SaleLine[], at: Date): Promise<Quote['earns']> {
  const storeId = store === undefined || store === null ? null : (await listStores(db)).items.find(({ code }) => code === store)?.storeId ?? null
  const { totals } = await quoteEarn(db, {
    customerId, source, number: '', at, storeId, channel: channel ?? null,
    lines: lines.map(({ lineNo, product, quantity, paidMinor }, index) => ({ lineNo, product, category: rung[index]?.category ?? null, quantity, amountMinor: BigInt(paidMinor) }))
  }, at)
  return [...totals].filter(([, amount]) => amount > 0n).map(([currency, amount]) => ({ currency, amount: amount.toString() }))
}

const total = (amounts: readonly bigint[]): bigint => amounts.reduce((sum, amount) => sum + amount, 0n)
