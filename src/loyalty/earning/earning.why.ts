/** Why this balance: every lot with the order line, the rule and the version that gave it, and where it went; tied to the ledger. */
import type { Db } from '#foundation/db.ts'
import { endOf } from './earning.count.ts'
import type { Programme, Why, WhyLot } from './earning.schema.ts'
import * as sql from './earning.sql.ts'
import { lotsOf, movementsOf, nameOf, placesOf, type LotRow } from './earning.why.sql.ts'

const most = 500

/** As it counted at an instant. The newest lots first; the sums are over all of them. */
export async function readWhy(db: Db, { customer, currency, at: asked }: { readonly customer: string, readonly currency: string, readonly at?: string }, now: Date): Promise<Why> {
  const at = asked === undefined ? now : new Date(asked)
  const key = { customerId: customer, currency, at }
  const [movements, places, lots, customerName] = await Promise.all([movementsOf(db, key), placesOf(db, key), lotsOf(db, key), nameOf(db, customer)])
  const place = (account: string): bigint => places.find((one) => one.account === account)?.amount ?? 0n
  const [pending, available, held, debt] = [place('pending'), place('available'), place('held'), -place('debt')]
  const whole = pending + available + held - debt
  const inLots = lots.reduce((sum, lot) => sum + lot.pending + lot.available + lot.held, 0n)
  const shown = lots.slice(0, most)
  const reasons = await reasonsOf(db, customer, currency, shown)
  return {
    customerName, currency, at: at.toISOString(), balance: { pending: pending.toString(), available: available.toString(), held: held.toString(), debt: debt.toString() },
    movements: movements.map(({ kind, entries, amount }) => ({ kind, entries, amount: amount.toString() })),
    ties: movements.reduce((sum, { amount }) => sum + amount, 0n) === whole && inLots - debt === whole,
    lots: shown.map((lot) => lotShown(lot, reasons.get(lot.lotId) ?? null)), lotCount: lots.length
  }
}

const lotShown = ({ earnedAt, earned, redeemed, reversed, expired, repaid, pending, available, held, ...lot }: LotRow, why: WhyLot['why']): WhyLot => ({
  ...lot, earnedAt: earnedAt.toISOString(), earned: earned.toString(), redeemed: redeemed.toString(), reversed: reversed.toString(), expired: expired.toString(), repaid: repaid.toString(), left: (pending + available + held).toString(),
  pending: pending.toString(), held: held.toString(), why
})

/** What was counted for each lot: the parts of its order whose points end when the lot does. */
async function reasonsOf(db: Db, customerId: string, currency: string, lots: readonly LotRow[]): Promise<ReadonlyMap<string, WhyLot['why']>> {
  const names = [...new Map(lots.flatMap(({ source, number }) => (source === null || number === null ? [] : [[`${source} ${number}`, { customerId, source, number }] as const]))).values()]
  const accruals = names.length === 0 ? [] : (await sql.findAccruals(db, names)).filter((accrual) => accrual.currency === currency)
  if (accruals.length === 0) return new Map()
  const [parts, versions, lines] = await Promise.all([sql.findParts(db, accruals), sql.findVersions(db), sql.findLines(db, accruals.flatMap(({ orderId }) => (orderId === null ? [] : [{ customerId, orderId }])))])
  return new Map(lots.flatMap((lot): [string, WhyLot['why']][] => {
    const accrual = accruals.find(({ source, number }) => source === lot.source && number === lot.number)
    if (accrual === undefined) return []
    const programme = versions.find(({ version }) => version === accrual.version)?.programme
    const siblings = lots.filter(({ source, number }) => source === lot.source && number === lot.number)
    const own = parts.filter(({ accrualId, rule }) => accrualId === accrual.accrualId && (siblings.length === 1 || isOf(programme, rule, accrual, lot)))
    const { kind, version, facts, orderId } = accrual
    return [[lot.lotId, {
      kind, version, tier: facts.tier, isFirst: facts.isFirst, birthday: [...facts.birthday], orderId,
      parts: own.map(({ lineNo, rule, amount, kept }) => {
        const line = lines.find((one) => one.orderId === orderId && one.lineNo === lineNo)
        return { lineNo, product: line?.name ?? line?.product ?? null, amountMinor: line?.amountMinor.toString() ?? null, rule, ruleName: ruleName(programme, rule), amount: amount.toString(), kept: kept.toString() }
      })
    }]]
  }))
}

function isOf(programme: Programme | undefined, rule: string, accrual: sql.AccrualRow, lot: LotRow): boolean {
  const end = endOf(programme?.rules.find(({ key }) => key === rule), accrual.day)
  const ends = (programme?.rules ?? []).map((one) => endOf(one, accrual.day))
  return end === undefined ? !ends.includes(lot.expiresOn ?? undefined) || lot.expiresOn === null : end === lot.expiresOn
}

const ruleName = (programme: Programme | undefined, rule: string): string => programme?.rules.find(({ key }) => key === rule)?.name ?? rule
