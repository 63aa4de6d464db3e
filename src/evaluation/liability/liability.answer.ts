/** One currency's answer: by age, by end, what will be used, what it costs. Pure. */
import { addDays, daysBetween, type Day } from '#foundation/zone.ts'
import { unitOn, unitsOf, worth } from './liability.books.ts'
import type { FitRow, PriceRow } from './liability.kept.sql.ts'
import { chanceOfUse, gate } from './liability.life.ts'
import type { LiabilityOf } from './liability.schema.ts'
import type { Cell } from './liability.sql.ts'
import { gateWords } from './liability.words.ts'

export interface Known {
  readonly currency: string
  readonly spendable: boolean
  readonly asOf: Day
  readonly cells: readonly Cell[]
  readonly fit: FitRow | undefined
  readonly prices: readonly PriceRow[]
  readonly members: number | null
}

const ageEdges = [0, 30, 90, 180, 365, 730] as const
const calendarDays = 60

export function answerOf({ currency, spendable, asOf, cells, fit, prices, members }: Known): LiabilityOf {
  const sum = (of: (cell: Cell) => bigint, from: readonly Cell[] = cells): bigint => from.reduce((all, cell) => all + of(cell), 0n)
  const inWallet = ({ pending, available, held }: Cell): bigint => pending + available + held
  const isOver = ({ expiresOn }: Cell): boolean => expiresOn !== null && expiresOn < asOf
  // What is held for a basket still counts when its last day has passed; what is free does not.
  const ended = sum(({ available }) => available, cells.filter(isOver))
  const live = cells.filter((cell) => !isOver(cell) || cell.held > 0n).map((cell) => (isOver(cell) ? { ...cell, pending: 0n, available: 0n } : cell))
  const outstanding = sum(inWallet, live)
  const debt = sum((cell) => cell.debt)
  const endingWithin = (from: Day, to: Day): bigint => sum(inWallet, live.filter(({ expiresOn }) => expiresOn !== null && expiresOn >= from && expiresOn <= to))
  const unit = unitOn(unitsOf(prices, currency), asOf)
  const price = prices.find(({ version }) => version === unit?.version)
  const parameters = price?.parameters[currency]
  const months = Map.groupBy(live.filter(({ expiresOn }) => expiresOn !== null), ({ expiresOn }) => expiresOn?.slice(0, 7) ?? '')
  return {
    currency, spendable, members,
    pending: sum(({ pending }) => pending, live).toString(), available: sum(({ available }) => available, live).toString(), held: sum(({ held }) => held).toString(), debt: debt.toString(),
    outstanding: outstanding.toString(), ended: ended.toString(),
    ages: ageEdges.map((from, at) => ageOf(live.filter(({ earnedOn }) => earnedOn !== null && within(daysBetween(earnedOn, asOf), from, ageEdges[at + 1])), from, ageEdges[at + 1], asOf, fit)),
    months: [...months].map(([month, of]) => ({ month, points: sum(inWallet, of).toString() })).toSorted((a, b) => (a.month < b.month ? -1 : 1)),
    days: Array.from({ length: calendarDays }, (_, i) => addDays(asOf, i)).map((day) => ({ day, points: endingWithin(day, day).toString() })),
    never: sum(inWallet, live.filter(({ expiresOn }) => expiresOn === null)).toString(),
    next30: endingWithin(asOf, addDays(asOf, 29)).toString(),
    life: lifeOf(fit),
    price: price === undefined || parameters === undefined ? null : { version: price.version, validFrom: price.validFrom, ...parameters },
    money: unit === undefined || parameters === undefined ? null : moneyOf(outstanding, debt, unit.value, parameters, fit)
  }
}

const within = (age: number, from: number, to: number | undefined): boolean => (age >= from || from === 0) && (to === undefined || age < to)

function ageOf(cells: readonly Cell[], from: number, to: number | undefined, asOf: Day, fit: FitRow | undefined): LiabilityOf['ages'][number] {
  const points = cells.reduce((all, { pending, available, held }) => all + pending + available + held, 0n)
  let [known, used] = [0, 0]
  for (const { earnedOn, expiresOn, pending, available, held } of cells) {
    if (earnedOn === null || fit === undefined) continue
    const chance = chanceOfUse(fit.model, Math.max(0, daysBetween(earnedOn, asOf)), expiresOn === null ? null : daysBetween(earnedOn, expiresOn))
    const amount = Number(pending + available + held)
    if (chance !== undefined) { known += amount; used += amount * chance }
  }
  // Where little of it is known, no share is better than a wrong one.
  return { from, to: to === undefined ? null : to - 1, points: points.toString(), usedShare: points > 0n && known >= 0.9 * Number(points) ? used / known : null }
}

function lifeOf(fit: FitRow | undefined): LiabilityOf['life'] {
  if (fit === undefined) return null
  const { model: { missing, members, spenders, days, since, until, held, curve }, asOf, version } = fit
  const counts = { members, spenders, days, curve: Math.max(0, until - since) }
  return {
    asOf, version, members, spenders, days, since, until, curve: [...curve],
    missing: missing.map((name) => ({ zh: gateWords[name].zh.replace('{has}', String(counts[name])).replace('{least}', String(name === 'curve' ? gate.bunches : gate[name])), en: gateWords[name].en.replace('{has}', String(counts[name])).replace('{least}', String(name === 'curve' ? gate.bunches : gate[name])) })),
    used: missing.length > 0 || held.amount <= 0 ? null : { share: held.used / held.amount, low: held.low / held.amount, high: held.high / held.amount, beyond: held.beyond / held.amount }
  }
}

function moneyOf(outstanding: bigint, debt: bigint, booked: bigint, { perThousandMinor, costPermille }: { readonly perThousandMinor: string, readonly costPermille: number }, fit: FitRow | undefined): LiabilityOf['money'] {
  const face = BigInt(perThousandMinor) * 1_000_000n
  const cost = BigInt(perThousandMinor) * BigInt(costPermille) * 1000n
  const of = (share: number): string => worth(BigInt(Math.round(Number(outstanding) * Math.min(1, share))), cost).toString()
  const held = fit === undefined || fit.model.missing.length > 0 || fit.model.held.amount <= 0 ? undefined : fit.model.held
  return {
    faceMinor: worth(outstanding, face).toString(), costMinor: worth(outstanding, cost).toString(), bookedMinor: worth(outstanding, booked).toString(), debtMinor: worth(debt, booked).toString(),
    // Nothing is known of what lives on beyond the curve: it is not expected to be used, and it may all be.
    expected: held === undefined ? null : { expectedMinor: of(held.used / held.amount), lowMinor: of(held.low / held.amount), highMinor: of((held.high + held.beyond) / held.amount) }
  }
}
