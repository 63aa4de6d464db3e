/**
 * Signs of satisfaction in what customers do (a period against the one before): they come back, decide soon, ask less after the price, stay, speak well, complain little,
 * buy more. Each with its interval; what nothing records yet is said by name, with what would record it.
 */
import type { Db } from '#foundation/db.ts'
import type { Engine } from '#foundation/engine.ts'
import { addDays } from '#foundation/zone.ts'
import { differenceOfMeans, intervalOf, type Difference } from '#stats/difference.ts'
import { differenceOfShares, type Share } from '#stats/proportions.ts'
import { differenceOfRatios, ratioOfSums, type Ratio } from '#stats/ratio.ts'
import { wilson } from '#stats/wilson.ts'
import { ask, saleSource } from '../warehouse/warehouse.ts'
import { inBoth, prepare, type BehaviourInput } from './behaviour.question.ts'
import { behaviourWords as words } from './behaviour.words.ts'
import { decisionsOf } from './contacts.sql.ts'
import type { Indicator, Indicators } from './indicators.schema.ts'
import { belowInPeriods, boughtInPeriods, buyersThen } from './indicators.sql.ts'
import { pricedSource } from './prices.source.ts'
import { contactOf } from './timing.ts'

interface Bought { readonly buyers: number, readonly again: number, readonly kept: number, readonly money_minor: bigint, readonly mean: number, readonly variance: number | null }
interface Below { readonly n: number, readonly y: number, readonly x: number, readonly yy: number, readonly xy: number, readonly xx: number }

export const readIndicators = (engine: Engine, db: Db | undefined, input: BehaviourInput): Promise<Indicators> => engine.snapshot(async (snapshot) => {
  const { question, parameters, whole } = await prepare(snapshot, input)
  const { periodDays: days, leastCustomers: least } = parameters
  const { asOf } = whole
  const sale = saleSource({ ...whole, windowDays: 3 * days })
  const bought = await ask(snapshot, boughtInPeriods(sale, days))
  const [then] = await ask(snapshot, buyersThen(sale, days))
  const below = await ask(snapshot, belowInPeriods(pricedSource({ ...whole, windowDays: 2 * days }, parameters), days))
  const begins = (back: number): string => addDays(asOf, 1 - back * days)
  // Only a period that the data covers from its first day can be compared with.
  const covers = (back: number): boolean => question.firstDay !== undefined && question.firstDay <= begins(back)
  const [now, before] = [bought.find((row) => row.period === 'now'), covers(2) ? bought.find((row) => row.period === 'before') : undefined]
  const decided = db === undefined ? [undefined, undefined] : [await decisionsOf(db, { after: addDays(begins(1), -1), until: asOf }), await decisionsOf(db, { after: addDays(begins(2), -1), until: addDays(begins(1), -1) })]
  const share = (count: number | undefined, of: number | undefined): Share | undefined => (count === undefined || of === undefined || of < least ? undefined : { count, of })
  return {
    stamp: question.stamp(now?.buyers ?? 0), periodDays: days, now: { from: begins(1), to: asOf }, before: { from: begins(2), to: addDays(begins(1), -1) }, totalMinor: (now?.money_minor ?? 0n).toString(),
    items: [
      ofShares('repeat', share(now?.again, now?.buyers), share(before?.again, before?.buyers), inBoth(words.few, { n: now?.buyers ?? 0, least })),
      decideOf(decided.map((found) => contactOf(found, least))),
      ofRatios(below.find((row) => row.period === 'now'), covers(2) ? below.find((row) => row.period === 'before') : undefined, least),
      ofShares('retention', share(covers(2) ? now?.kept ?? 0 : undefined, before?.buyers), share(covers(3) ? before?.kept : undefined, then?.customers), inBoth(words.shortSpan, { days: 2 * days })),
      nothing('reputation', 'up', words.noReputation), nothing('complaints', 'down', words.noComplaints),
      amountOf(now, before, least)
    ]
  }
})

const nothing = (id: Indicator['id'], better: Indicator['better'], missing: Indicator['missing'], unit: Indicator['unit'] = 'share'): Indicator => ({ id, unit, better, now: null, before: null, change: null, missing })
const changeOf = ({ difference, low, high }: Pick<Difference, 'difference' | 'low' | 'high'>): Indicator['change'] => ({ value: difference, low, high, proven: low > 0 || high < 0 })

function ofShares(id: 'repeat' | 'retention', now: Share | undefined, before: Share | undefined, why: Indicator['missing']): Indicator {
  if (now === undefined) return nothing(id, 'up', why)
  const value = ({ count, of }: Share): Indicator['now'] => { const { rate, low, high } = wilson(count, of); return { value: rate, low, high, n: of } }
  const { newcombe: [low, high], difference } = before === undefined ? { newcombe: [0, 0], difference: 0 } : differenceOfShares(now, before)
  return { id, unit: 'share', better: 'up', now: value(now), before: before === undefined ? null : value(before), change: before === undefined ? null : changeOf({ difference, low, high }), missing: null }
}

/** Units bought below the usual price; units of one customer hang together, so customers are what is counted over. */
function ofRatios(now: Below | undefined, before: Below | undefined, least: number): Indicator {
  const ratio = (row: Below | undefined): Ratio | undefined => (row === undefined || row.n < least || !(row.x > 0) ? undefined : ratioOfSums({ n: row.n, above: row.y, below: row.x, aboveSquared: row.yy, product: row.xy, belowSquared: row.xx }))
  const [a, b] = [ratio(now), ratio(before)]
  if (a === undefined) return nothing('price', 'down', words.noUsual)
  const value = ({ value: rate, standardError, n }: Ratio): Indicator['now'] => { const { low, high } = intervalOf(rate, standardError, Infinity, 0.95); return { value: rate, low: Math.max(0, low), high: Math.min(1, high), n } }
  return { id: 'price', unit: 'share', better: 'down', now: value(a), before: b === undefined ? null : value(b), change: b === undefined ? null : changeOf(differenceOfRatios(a, b)), missing: null }
}

function decideOf([now, before]: readonly (ReturnType<typeof contactOf> | undefined)[]): Indicator {
  const value = (found: ReturnType<typeof contactOf> | undefined): Indicator['now'] => (typeof found?.quartiles[1] === 'number' ? { value: found.quartiles[1], low: null, high: null, n: found.orders } : null)
  return { id: 'decide', unit: 'days', better: 'down', now: value(now), before: value(before), change: null, missing: now?.missing ?? null }
}

/** Money a buyer; Student's interval of a mean, Welch's of the change. */
function amountOf(now: Bought | undefined, before: Bought | undefined, least: number): Indicator {
  const enough = (row: Bought | undefined): Bought | undefined => (row !== undefined && row.buyers >= least ? row : undefined)
  const [a, b] = [enough(now), enough(before)]
  if (a === undefined) return nothing('amount', 'up', inBoth(words.few, { n: now?.buyers ?? 0, least }), 'money')
  const moments = ({ buyers, mean, variance }: Bought) => ({ n: buyers, mean, variance: variance ?? 0 })
  const value = (row: Bought): Indicator['now'] => { const { low, high } = intervalOf(row.mean, Math.sqrt((row.variance ?? 0) / row.buyers), row.buyers - 1, 0.95); return { value: row.mean, low, high, n: row.buyers } }
  return { id: 'amount', unit: 'money', better: 'up', now: value(a), before: b === undefined ? null : value(b), change: b === undefined ? null : changeOf(differenceOfMeans(moments(a), moments(b))), missing: null }
}
