/** From a ground and what was fitted on it to the answer that a page shows. Pure. */
import { moneyUnit } from '#foundation/money.ts'
import { say, type Sentence, type Values } from '#foundation/words.ts'
import { addDays, type Day } from '#foundation/zone.ts'
import { benchmark } from './forecast.candidates.ts'
import { nonePart, restPart, type Ground } from './forecast.gathering.ts'
import { bandsOf } from './forecast.bands.ts'
import type { NodeResult, Outcome } from './forecast.outcome.ts'
import { horizons, type Cut, type Forecast } from './forecast.schema.ts'
import { occasionNames } from './forecast.occasions.words.ts'
import { forecastWords as words, methodNames } from './forecast.words.ts'

export interface Chosen { readonly cut: Cut, readonly part: string | null, readonly horizon: number }

export interface Fitted { readonly outcome: Outcome, readonly run: Forecast['run'] }

/** Sales of the shown series and of the parts of its cut, in ten-thousandths. */
export interface Sold { readonly shown: readonly bigint[], readonly parts: ReadonlyMap<string, readonly bigint[]> }

export const both = (sentence: Sentence, values: Values = {}): Sentence => ({ zh: say(sentence, 'zh-CN', values), en: say(sentence, 'en', values) })
export const methodName = (name: string): Sentence => methodNames[name] ?? { zh: name, en: name }

export function partName(cut: Cut, part: string, stores: ReadonlyMap<string, string>): Sentence {
  if (part === restPart) return words.rest
  if (part === nonePart) return cut === 'store' ? words.noStore : words.noCategory
  const name = cut === 'store' ? stores.get(part) ?? part : part
  return { zh: name, en: name }
}

export const namedMarks = ({ marks }: Ground, stores: ReadonlyMap<string, string>): Forecast['marks'] =>
  marks.map((mark) => ({ ...mark, name: mark.part === null ? words.whole : partName(mark.cut, mark.part, stores) }))

/** What is shown beside the figures: enough to see seasons, no more than a chart can hold. */
const shownHistory = { day: 182, week: 104, month: 48 } as const
const minorOf = (units: number): bigint => BigInt(Math.round(units)) * moneyUnit
const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n)

export function answerOf(ground: Ground, { outcome, run }: Fitted, sold: Sold, { cut, part, horizon }: Chosen, stores: ReadonlyMap<string, string>): Omit<Forecast, 'stamp' | 'sentence' | 'state' | 'gate' | 'fitting' | 'horizons'> {
  const { buckets, ahead, grain } = ground
  const node = outcome.nodes.find((one) => one.cut === (part === null ? 'whole' : cut) && one.part === part)
  const { n, edges } = buckets
  const from = Math.max(0, n - shownHistory[grain])
  const parts = outcome.nodes.filter((one) => cut !== 'whole' && one.cut === cut)
  return {
    run, grain, cut, part, horizon,
    headline: node === undefined ? null : headlineOf(ground, node, sold.shown, horizon),
    history: sold.shown.slice(from).map((minor, i) => ({ from: edges[from + i] ?? '', to: addDays(edges[from + i + 1] ?? '', -1), moneyMinor: minor.toString() })),
    expected: node === undefined ? [] : node.mean.slice(0, horizon).map((mean, s) => ({
      from: ahead[s] ?? '', to: addDays(ahead[s + 1] ?? '', -1), moneyMinor: minorOf(mean).toString(), lowMinor: minorOf(node.low[s] ?? 0).toString(), highMinor: minorOf(node.high[s] ?? 0).toString()
    })),
    parts: parts.map((one) => {
      const name = one.part ?? ''
      const next = one.mean.slice(0, horizon).reduce((total, value) => total + value, 0)
      const half = one.sumHalf[horizon - 1] ?? 0
      return {
        part: name, name: partName(cut, name, stores), lastMinor: sum((sold.parts.get(name) ?? []).slice(-horizon)).toString(), nextMinor: minorOf(next).toString(),
        lowMinor: minorOf(Math.max(0, next - half)).toString(), highMinor: minorOf(next + half).toString(), method: methodName(one.method), wape: one.shipped.wape
      }
    }),
    partNames: parts.map((one) => ({ part: one.part ?? '', name: partName(cut, one.part ?? '', stores) })),
    scores: (node?.scores ?? []).map((one) => ({
      method: one.method, name: methodName(one.method), ...errorsOf(one), pinball: one.pinball, coverage: one.coverage, latest: errorsOf(one.latest),
      isShipped: one.isShipped, isBenchmark: one.method === benchmark.name, isComplete: one.isComplete
    })),
    shipped: node === undefined ? null : { ...errorsOf(node.shipped), pinball: node.shipped.pinball, coverage: node.shipped.coverage, latest: errorsOf(node.shipped.latest) }, effects: node === undefined ? [] : effectsOf(ground, node),
    bands: bandsOf(ground, edges[from] ?? '', addDays(ahead[horizon] ?? ahead.at(-1) ?? '', -1), { cut: part === null ? 'whole' : cut, part }), marks: namedMarks(ground, stores)
  }
}

type Errors = Pick<NodeResult['shipped'], 'wape' | 'mase' | 'smape' | 'n'>
/** Without the error in money: shares compare, sums do not. */
const errorsOf = ({ wape, mase, smape, n }: Errors): Errors => ({ wape, mase, smape, n })

function headlineOf({ buckets: { edges, n }, ahead, grain }: Ground, node: NodeResult, history: readonly bigint[], horizon: number): NonNullable<Forecast['headline']> {
  const next = node.mean.slice(0, horizon).reduce((total, value) => total + value, 0)
  const half = node.sumHalf[horizon - 1] ?? 0
  const day = (place: number): Day => edges[place] ?? ''
  const span = (from: number, to: number) => ({ from: day(from), to: addDays(day(to), -1), moneyMinor: sum(history.slice(from, to)).toString() })
  // 52 whole weeks back, so that weekdays meet weekdays.
  const year = { day: 364, week: 52, month: 12 }[grain]
  const before = n - year
  return {
    steps: horizon,
    next: { from: ahead[0] ?? '', to: addDays(ahead[horizon] ?? '', -1), moneyMinor: minorOf(next).toString(), lowMinor: minorOf(Math.max(0, next - half)).toString(), highMinor: minorOf(next + half).toString() },
    last: span(Math.max(0, n - horizon), n), yearBefore: before >= 0 ? span(before, Math.min(n, before + horizon)) : null
  }
}

/** What happened before, and what of it lies ahead. */
function effectsOf(ground: Ground, node: NodeResult): Forecast['effects'] {
  const least = ground.question.parameters.leastOccurrences
  return node.effects.filter(({ key, occurrences }) => occurrences > 0 || (key !== 'promotion' && ground.occasions.some((one) => one.key === key && one.day >= (ground.ahead[0] ?? '')))).map(({ key, occurrences, ...effect }) => ({
    key, occurrences, ...effect, name: key === 'promotion' ? occasionNames.promotion : ground.occasions.find((one) => one.key === key)?.name ?? { zh: key, en: key },
    reason: both(occurrences === 0 ? words.effectNone : effect.isUsed ? words.effectUsed : occurrences < least ? words.effectSeldom : words.effectUnclear, { n: occurrences, least })
  })).toSorted((a, b) => Number(b.isUsed) - Number(a.isUsed))
}

export const defaultHorizon = { day: 28, week: 4, month: 3 } as const
/** The horizons that this history allows. */
export const horizonsOf = ({ ahead, grain }: Ground): number[] => horizons[grain].filter((steps) => steps < ahead.length)
