/** Counting: orders and events in, points in the ledger and accruals beside them, in the caller's transaction. One path for tills, imports and the past. */
import type { Trx } from '#foundation/db.ts'
import type { Listener } from '#foundation/house.ts'
import { idMaker } from '#foundation/ids.ts'
import { addDays, type Day } from '#foundation/zone.ts'
import { book, lockWallets } from '#loyalty/points/points.ts'
import { readBusiness } from '#settings/business/business.ts'
import type { Basket } from './earning.basket.ts'
import { asksFirst, asksTier, factsOf, type KeptFacts } from './earning.facts.ts'
import { asksBefore, grant } from './earning.limits.ts'
import type { Facts } from './earning.match.ts'
import { accrue, accrueEvent, type Part, type Rooms } from './earning.rules.ts'
import type { Programme, Rule } from './earning.schema.ts'
import * as sql from './earning.sql.ts'
import { loadProgrammes, type InForce } from './earning.versions.ts'

export interface CountParts { readonly listeners: readonly Listener[], readonly actor: string }

/** Something that may earn: a sale with what was paid for its lines, or an event. */
export interface Earning {
  readonly customerId: string, readonly source: string, readonly number: string, readonly at: Date
  readonly of: { readonly kind: 'order', readonly orderId: string, readonly basket: Basket, readonly paid?: Readonly<Record<string, string>> } | { readonly kind: 'event', readonly event: string, readonly body: Readonly<Record<string, unknown>> }
}
export interface Counted { readonly orders: number, readonly points: ReadonlyMap<string, bigint> }

type Due = Earning & { readonly version: number, readonly programme: Programme }

/**
 * Counts what is not counted yet, in order of time, so that each sees what the one before it changed. Who turns listeners off for speed settles what they would have changed before a
 * member comes again.
 */
export async function count(trx: Trx, parts: CountParts, earnings: readonly Earning[], now: Date, settle?: (customerIds: readonly string[]) => Promise<unknown>): Promise<Counted> {
  const points = new Map<string, bigint>()
  let orders = 0
  const programmes = await loadProgrammes(trx)
  const due = await uncounted(trx, earnings.flatMap((earning): Due[] => {
    const found = programmes(earning.at)
    return found === undefined || !mayEarn(found, earning) ? [] : [{ ...earning, ...found }]
  }))
  const all = waves(due)
  for (const [place, wave] of all.entries()) {
    for (const { currency, amount } of await countWave(trx, parts, wave, now)) points.set(currency, (points.get(currency) ?? 0n) + amount)
    orders += wave.length
    const next = new Set(all[place + 1]?.map(({ customerId }) => customerId))
    if (settle !== undefined && next.size > 0) await settle([...next])
  }
  return { orders, points }
}

const mayEarn = ({ programme }: InForce, { source, of }: Earning): boolean => (of.kind === 'order' ? programme.sources?.includes(source) !== false : programme.rules.some(({ give }) => give.kind === 'event' && give.event === of.event))

async function uncounted(trx: Trx, due: readonly Due[]): Promise<readonly Due[]> {
  if (due.length === 0) return []
  const nameOf = ({ customerId, source, number }: sql.Name): string => `${customerId} ${source} ${number}`
  const known = new Set((await sql.findAccruals(trx, due)).map(nameOf))
  return due.filter((one) => !known.has(nameOf(one)))
}

/** In order of time; where a rule asks for the tier nobody stands twice in a wave, since what was earned before may have changed it. */
function waves(due: readonly Due[]): readonly (readonly Due[])[] {
  if (due.length > 0 && !due.some(({ programme }) => asksTier(programme))) return [due.toSorted((a, b) => a.at.getTime() - b.at.getTime())]
  const seen = new Map<string, number>()
  const found: Due[][] = []
  for (const one of due.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    const at = seen.get(one.customerId) ?? 0
    seen.set(one.customerId, at + 1)
    const wave = found[at]
    if (wave === undefined) found.push([one])
    else wave.push(one)
  }
  return found
}

async function countWave(trx: Trx, parts: CountParts, wave: readonly Due[], now: Date): Promise<readonly { readonly currency: string, readonly amount: bigint }[]> {
  // Whoever is limited, or may be here for the first time, is held: the same member at two tills is counted one after the other.
  const held = wave.filter(({ programme }) => asksFirst(programme) || asksBefore(programme))
  if (held.length > 0) await lockWallets(trx, held.flatMap(({ customerId, programme }) => Object.keys(programme.currencies).map((currency) => ({ customerId, currency }))))
  const { zone } = await readBusiness(trx)
  const facts = await factsOf(trx, zone, wave.map(({ customerId, at, of, programme }) => ({ customerId, at, orderId: of.kind === 'order' ? of.orderId : null, programme })))
  const asked = wave.map((one, at): Asked => ({ ...one, facts: requireAt(facts, at) }))
  const granted = await grant(trx, asked.map((one) => ({ ...one, day: one.facts.day, wanted: (room?: Rooms) => partsOf(one, room) })))
  const newId = idMaker(now)
  const accruals: sql.AccrualRow[] = []
  const given: Omit<sql.PartRow, 'kept'>[] = []
  const commands: Parameters<typeof book>[2][number][] = []
  asked.forEach((one, at) => {
    const { customerId, source, number, version, programme, of } = one
    const earned = Map.groupBy(granted[at] ?? [], ({ currency }) => currency)
    for (const currency of of.kind === 'order' ? Object.keys(programme.currencies) : earned.keys()) {
      const own = earned.get(currency) ?? []
      const accrualId = newId()
      accruals.push({
        customerId, source, number, currency, accrualId, kind: of.kind === 'order' ? 'order' : of.event, orderId: of.kind === 'order' ? of.orderId : null, at: one.at, day: one.facts.day, version,
        facts: keptFacts(one), earned: own.reduce((sum, { amount }) => sum + amount, 0n), reversed: 0n, insertedAt: now
      })
      for (const { lineNo, rule, amount } of own) given.push({ customerId, accrualId, lineNo, rule, amount })
      for (const [expiresOn, lot] of Map.groupBy(own, ({ rule }) => endOf(programme.rules.find(({ key }) => key === rule), one.facts.day))) {
        const amount = lot.reduce((sum, part) => sum + part.amount, 0n).toString()
        commands.push({ customerId, currency, command: { do: 'earn', amount, at: (one.at < now ? one.at : now).toISOString(), source, number, ...(expiresOn === undefined ? {} : { expiresOn }) } })
      }
    }
  })
  await sql.insertAccruals(trx, accruals)
  await sql.insertParts(trx, given)
  // An order of a closed month is a fact all the same: it earns by the rules of its day, and counts from the first open instant on.
  if (commands.length > 0) await book(trx, { ...parts, carries: true }, commands, now)
  return accruals.map(({ currency, earned }) => ({ currency, amount: earned }))
}

type Asked = Due & { readonly facts: Facts }

const partsOf = ({ of, programme, facts, source }: Asked, rooms?: Rooms): readonly Part[] =>
  of.kind === 'order' ? accrue(of.basket, facts, programme, rooms) : accrueEvent({ kind: of.event, source, body: of.body }, facts, programme, rooms)

const keptFacts = ({ of, facts }: Asked): KeptFacts =>
  of.kind === 'order' ? { ...facts, storeId: of.basket.storeId, channel: of.basket.channel, ...(of.paid === undefined ? {} : { paid: of.paid }) } : { ...facts, storeId: null, channel: null }

/** The last day of points with an end of their own. */
export function endOf(rule: Rule | undefined, day: Day): Day | undefined {
  if (rule?.expires === undefined) return undefined
  return 'on' in rule.expires ? rule.expires.on : addDays(day, rule.expires.days)
}

function requireAt<T>(items: readonly T[], at: number): T {
  const found = items[at]
  if (found === undefined) throw new Error('as many answers as questions')
  return found
}
