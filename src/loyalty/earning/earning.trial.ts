/** Rules that nobody has published yet, held against real orders: one of them line by line, or all since a day. Nothing is written. */
import type { Db } from '#foundation/db.ts'
import { say, type Locale } from '#foundation/words.ts'
import { dayOf } from '#foundation/zone.ts'
import { lifeOf, readPolicy } from '#loyalty/points/points.ts'
import { readBusiness } from '#settings/business/business.ts'
import { faultsOf } from './earning.check.ts'
import { endOf, type Earning } from './earning.count.ts'
import { factsOf } from './earning.facts.ts'
import { earningOf } from './earning.orders.ts'
import * as past from './earning.past.sql.ts'
import { totalsOf } from './earning.quote.ts'
import { accrue } from './earning.rules.ts'
import type { Checked, Preview, Programme } from './earning.schema.ts'
import * as sql from './earning.sql.ts'

/** The problems of a programme, and what it would give for one order: the one named, or the newest of a member. */
export async function checkProgramme(db: Db, { programme, order }: { readonly programme: Programme, readonly order?: { readonly source: string, readonly number: string } }, locale: Locale): Promise<Checked> {
  const faults = faultsOf(programme).map(({ path, sentence, values }) => ({ path, sentence: say(sentence, locale, values) }))
  const keys = order === undefined ? await past.newestSale(db) : await past.salesNamed(db, [order])
  const [sale] = keys.length === 0 ? [] : await sql.findOrders(db, keys)
  if (sale === undefined || sale.kind !== 'sale') return { faults, example: null }
  const lines = await sql.findLines(db, [sale])
  const { of } = earningOf(sale, lines)
  if (of.kind !== 'order') return { faults, example: null }
  const { zone } = await readBusiness(db)
  const [facts] = await factsOf(db, zone, [{ customerId: sale.customerId, orderId: sale.orderId, at: sale.at, programme }], { again: true })
  if (facts === undefined) throw new Error('one question has one answer')
  const parts = accrue(of.basket, facts, programme)
  const paid = new Map(of.basket.lines.map((line) => [line.lineNo, line.amountMinor]))
  return {
    faults,
    example: {
      source: sale.source, number: sale.number, at: sale.at.toISOString(), customerId: sale.customerId, tier: facts.tier, isFirst: facts.isFirst, birthday: [...facts.birthday], storeId: sale.storeId, channel: sale.channel,
      lines: lines.map(({ lineNo, product, name, category, quantity, amountMinor }) => ({ lineNo, product, name, category, quantity, amountMinor: amountMinor.toString(), paidMinor: (paid.get(lineNo) ?? 0n).toString() })),
      parts: parts.map(({ amount, ...part }) => ({ ...part, amount: amount.toString() })), totals: texts(totalsOf(parts))
    }
  }
}

const texts = (amounts: ReadonlyMap<string, bigint>): Record<string, string> => Object.fromEntries([...amounts].map(([key, amount]) => [key, amount.toString()]))

const pageSize = 5_000
const most = 100_000

/** What counting from an instant on would give, before returns and limits of members and campaigns; of very many orders the first hundred thousand, and it says so. */
export async function previewCount(db: Db, { programme, from }: { readonly programme: Programme, readonly from: Date }, now: Date): Promise<Preview> {
  const of = { fromAt: from, importId: null }
  const { zone } = await readBusiness(db)
  const policy = await readPolicy(db, now)
  const today = dayOf(now, zone)
  const [members, points, living, rules] = [new Set<string>(), new Map<string, bigint>(), new Map<string, bigint>(), new Map<string, bigint>()]
  const add = (to: Map<string, bigint>, key: string, amount: bigint): unknown => to.set(key, (to.get(key) ?? 0n) + amount)
  let counted = 0
  for (let after: { readonly at: Date, readonly orderId: string } | undefined; counted < most;) {
    const page = await past.nextOrders(db, of, after, pageSize, true)
    const last = page.at(-1)
    if (last === undefined) break
    after = last
    const lines = Map.groupBy(await sql.findLines(db, page), ({ orderId }) => orderId)
    const earnings = page.map((sale): Earning => earningOf(sale, lines.get(sale.orderId) ?? []))
    const facts = await factsOf(db, zone, page.map(({ customerId, orderId, at }) => ({ customerId, orderId, at, programme })), { again: true })
    earnings.forEach(({ customerId, of: sale }, place) => {
      const own = facts[place]
      if (sale.kind !== 'order' || own === undefined) return
      members.add(customerId)
      for (const { currency, rule, amount } of accrue(sale.basket, own, programme)) {
        add(points, currency, amount)
        add(rules, rule, amount)
        const terms = policy.parameters[currency]
        const end = endOf(programme.rules.find(({ key }) => key === rule), own.day) ?? (terms === undefined ? null : lifeOf(own.day, terms).expiresOn)
        if (end === null || end >= today) add(living, currency, amount)
      }
    })
    counted += page.length
  }
  return {
    orders: await past.countSales(db, of), counted, members: members.size, rules: texts(rules),
    currencies: Object.fromEntries([...points].map(([currency, amount]) => [currency, { points: amount.toString(), living: (living.get(currency) ?? 0n).toString() }]))
  }
}
