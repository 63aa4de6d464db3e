/**
 * Time to decide. From looking to buying, where the log records looks; from registration to the first order, where customers register before they buy; from the first
 * order to the second. What the log does not hold is said, and nothing is guessed in its place.
 */
import type { Db } from '#foundation/db.ts'
import type { Engine } from '#foundation/engine.ts'
import { addDays, daysBetween } from '#foundation/zone.ts'
import { kaplanMeier, type DayCount } from '#stats/kaplanMeier.ts'
import { ask, saleSource } from '../warehouse/warehouse.ts'
import { inBoth, prepare, type BehaviourInput, type Ready } from './behaviour.question.ts'
import { behaviourWords as words } from './behaviour.words.ts'
import { decisionsOf, lookedDays, type Decisions } from './contacts.sql.ts'
import { dayReached } from './frequency.ts'
import type { Timing } from './timing.schema.ts'
import { registrations, secondOrders, type WaitRow } from './timing.sql.ts'

const horizonMost = 365
/** Where fewer than a tenth waited at all, registration is part of the first order (a till, an import), and says nothing of deciding. */
const leastWaiting = 0.1

/** `db` is the record, whose log knows of looks; without it nothing is known of them. */
export const readTiming = (engine: Engine, db: Db | undefined, input: BehaviourInput): Promise<Timing> => engine.snapshot(async (snapshot) => {
  const ready = await prepare(snapshot, input)
  const { question, parameters, scope, whole } = ready
  const since = sinceOf(ready)
  const span = question.firstDay === undefined ? 0 : daysBetween(since < question.firstDay ? question.firstDay : since, scope.asOf)
  const sale = saleSource(whole)
  const registered = waitOf(await ask(snapshot, registrations(sale, since)), span)
  const second = waitOf(await ask(snapshot, secondOrders(sale, since)), span)
  const looked = db === undefined ? undefined : await decisionsOf(db, { after: since, until: scope.asOf })
  const { leastCustomers: least } = parameters
  const waited = registered.ended - registered.atOnce
  const people = second.people
  return {
    stamp: question.stamp(people), contact: contactOf(looked, least),
    registration: { ...registered, missing: waited < Math.max(least, registered.ended * leastWaiting) ? inBoth(words.noRegistration, { waited, atOnce: registered.atOnce, before: registered.before, least }) : null },
    second: { ...second, missing: people < least ? inBoth(words.few, { n: people, least }) : null }
  }
})

export const sinceOf = ({ scope }: Pick<Ready, 'scope'>): string => (scope.windowDays === undefined ? '0001-01-01' : addDays(scope.asOf, -scope.windowDays))

/** Looks before buying, or what is missing. */
export function contactOf(found: Decisions | undefined, least: number): Timing['contact'] {
  const { orders, contacts, q25, q50, q75 } = found ?? { orders: 0, contacts: 0, q25: null, q50: null, q75: null }
  const missing = contacts === 0 ? words.noContacts : orders < least ? inBoth(words.fewContacts, { contacts, orders, least }) : null
  return { missing, contacts, orders, quartiles: missing === null ? [q25, q50, q75] : [null, null, null], withinDays: lookedDays }
}

function waitOf(rows: readonly WaitRow[], spanDays: number): Omit<Timing['second'], 'missing'> {
  const horizonDays = Math.max(0, Math.min(horizonMost, spanDays))
  const later = rows.filter(({ days }) => days >= 0)
  const counts = (ended: boolean): readonly DayCount[] => later.flatMap((row) => (row.ended === ended ? [{ days: row.days, count: row.n }] : []))
  const survival = kaplanMeier(counts(true), counts(false), horizonDays)
  return {
    people: survival.gaps, ended: survival.events, open: survival.gaps - survival.events, atOnce: later.filter(({ ended, days }) => ended && days === 0).reduce((sum, { n }) => sum + n, 0),
    before: rows.filter(({ days }) => days < 0).reduce((sum, { n }) => sum + n, 0), horizonDays, quartiles: [0.25, 0.5, 0.75].map((share) => dayReached(survival, share)),
    curve: survival.s.map((s) => 1 - s)
  }
}
