/** The page's figures, summed from at most 125 score triples. Pure. */
import { majorOf } from '#foundation/money.ts'
import type { Edges } from './rfm.sql.ts'
import { boxes, segmentOf } from './rfm.rules.ts'
import type { Rfm, SegmentId } from './rfm.schema.ts'
import { segmentAdvice, segmentNames } from './rfm.words.ts'

export interface Triple {
  readonly r: number
  readonly f: number
  readonly m: number
  readonly customers: number
  readonly orders: bigint
  readonly money_minor: bigint
  readonly recency_days: bigint
}

const sum = (triples: readonly Triple[]) => triples.reduce(
  (total, one) => ({
    customers: total.customers + one.customers, orders: total.orders + one.orders, money: total.money + one.money_minor, recency: total.recency + one.recency_days,
    monetaryScore: total.monetaryScore + one.m * one.customers
  }),
  { customers: 0, orders: 0n, money: 0n, recency: 0n, monetaryScore: 0 })

const share = (part: bigint, whole: bigint): number => (whole === 0n ? 0 : Number(part) / Number(whole))

export function summarise(triples: readonly Triple[], edges: Edges, own: Readonly<Record<keyof Edges, boolean>>, topFifthMinor: bigint): Omit<Rfm, 'stamp' | 'sentence'> {
  const all = sum(triples)
  const counts = (key: 'r' | 'f' | 'm'): number[] => [1, 2, 3, 4, 5].map((score) => sum(triples.filter((one) => one[key] === score)).customers)
  const ids: readonly SegmentId[] = [...boxes.map(({ id }) => id), 'others']
  const segments = ids.map((id) => {
    const part = sum(triples.filter(({ r, f, m }) => segmentOf(r, f, m) === id))
    return {
      id, name: segmentNames[id], advice: segmentAdvice[id], customers: part.customers, share: all.customers === 0 ? 0 : part.customers / all.customers,
      orders: Number(part.orders), moneyMinor: part.money.toString(), moneyShare: share(part.money, all.money),
      averageRecencyDays: part.customers === 0 ? 0 : Number(part.recency) / part.customers
    }
  })
  const cells = [1, 2, 3, 4, 5].flatMap((r) => [1, 2, 3, 4, 5].flatMap((f) => {
    const part = sum(triples.filter((one) => one.r === r && one.f === f))
    return part.customers === 0 ? [] : [{ r, f, customers: part.customers, moneyMinor: part.money.toString(), averageMonetaryScore: part.monetaryScore / part.customers }]
  }))
  const triple = (score: number): number => triples.find(({ r, f, m }) => r === score && f === score && m === score)?.customers ?? 0
  return {
    orders: Number(all.orders), moneyMinor: all.money.toString(),
    measures: {
      recency: { edges: [...edges.recency.at], own: own.recency, counts: counts('r') },
      frequency: { edges: [...edges.frequency.at], own: own.frequency, counts: counts('f') },
      monetary: { edges: edges.monetary.at.map((edge) => edge / majorUnit), own: own.monetary, counts: counts('m') }
    },
    segments, cells,
    triples: { used: triples.length, best: triple(5), worst: triple(1) },
    topFifthMoneyShare: share(topFifthMinor, all.money)
  }
}

/** Minor units of one main unit. */
export const majorUnit = 1 / majorOf(1n)
