/**
 * RFM: how recently, how often and for how much each customer bought, scored 1 to 5 against all the others, and the named segments that follow.
 * Quintiles by type-7 quantiles with ties kept together, or the business's own cut-offs; as of any day.
 */
import type { Engine } from '#foundation/engine.ts'
import { formatMoney } from '#foundation/money.ts'
import { say } from '#foundation/words.ts'
import type { RfmParameters } from '../definitions/definitions.schema.ts'
import { rfmRule, type Rule } from '../definitions/definitions.ts'
import { ask, cursorOf, readCursor, readState, settle, type Asked, type Question, type Source } from '../warehouse/warehouse.ts'
import { segmentOf, triplesOf } from './rfm.rules.ts'
import type { Rfm, RfmCustomer, RfmCustomers, RfmCustomersQuery } from './rfm.schema.ts'
import { customers, quintileEdges, topFifth, triples, type Edge, type Edges } from './rfm.sql.ts'
import { majorUnit, summarise } from './rfm.summary.ts'
import { rfmEmpty, rfmSentence } from './rfm.words.ts'

export interface RfmInput extends Asked {
  readonly currency: string
  readonly rule?: Rule<RfmParameters>
}

interface Ready { readonly question: Question<RfmParameters>, readonly source: Source, readonly edges: Edges, readonly n: number }

export const readRfm = (engine: Engine, input: RfmInput): Promise<Rfm> => engine.snapshot(async (snapshot) => {
  const { question, source, edges, n } = await prepare(snapshot, input)
  const rows = n === 0 ? [] : await ask(snapshot, triples(source, question.parameters.frequency, edges))
  const [top] = await ask(snapshot, topFifth(source, n))
  const { cutOffs } = question.parameters
  const summary = summarise(rows, edges, { recency: cutOffs.recency !== null, frequency: cutOffs.frequency !== null, monetary: cutOffs.monetary !== null }, top?.money_minor ?? 0n)
  return { stamp: question.stamp(n), sentence: sentenceOf(summary, n, question.scope.asOf, input.currency), ...summary }
})

export type RfmCustomersInput = RfmInput & Pick<RfmCustomersQuery, 'segment' | 'customer' | 'r' | 'f' | 'm' | 'sort' | 'after' | 'limit'>

export const listRfmCustomers = (engine: Engine, input: RfmCustomersInput): Promise<RfmCustomers> => engine.snapshot(async (snapshot) => {
  const { question, source, edges, n } = await prepare(snapshot, input)
  const limit = input.limit ?? 50
  const sort = input.sort ?? 'money'
  const rows = n === 0 ? [] : await ask(snapshot, customers(source, question.parameters.frequency, edges, {
    sort, triples: input.segment === undefined ? undefined : triplesOf(input.segment), customer: input.customer, r: input.r, f: input.f, m: input.m,
    after: input.after === undefined ? undefined : readCursor(input.after), limit: limit + 1
  }))
  const items = rows.slice(0, limit).map((row): RfmCustomer => ({
    customerId: row.customer_id, name: row.name, lastDay: row.last_day, recencyDays: row.recency_days, frequency: row.frequency, moneyMinor: row.money_minor.toString(),
    r: row.r, f: row.f, m: row.m, segment: segmentOf(row.r, row.f, row.m)
  }))
  const last = rows[limit - 1]
  return { stamp: question.stamp(n), items, next: rows.length > limit && last ? cursorOf({ rank: last.rank, customerId: last.customer_id }) : null }
})

async function prepare(engine: Engine, input: RfmInput): Promise<Ready> {
  const question = await settle(engine, input.rule ?? rfmRule, input)
  const { frequency, cutOffs, windowDays, quintiles } = question.parameters
  const source = await readState(engine, { ...question.scope, windowDays: windowDays ?? undefined })
  const [row] = await ask(engine, quintileEdges(source, frequency))
  const edge = (name: 'r' | 'f' | 'm', own: readonly number[] | null, unit: number): Edge => {
    if (own !== null) return { at: own.map((value) => value * unit), inclusive: true }
    const found = ([1, 2, 3, 4] as const).map((k) => row?.[`${name}${k}`] ?? 0)
    return quintiles === 'r_rfm' ? { at: found.map((value) => value + unit), inclusive: true } : { at: found, inclusive: false }
  }
  const edges: Edges = { recency: edge('r', cutOffs.recency, 1), frequency: edge('f', cutOffs.frequency, 1), monetary: edge('m', cutOffs.monetary, majorUnit) }
  return { question, source, edges, n: Number(row?.n ?? 0n) }
}

function sentenceOf(summary: Omit<Rfm, 'stamp' | 'sentence'>, n: number, asOf: string, currency: string): Rfm['sentence'] {
  if (n === 0) return { zh: say(rfmEmpty, 'zh-CN', { asOf }), en: say(rfmEmpty, 'en', { asOf }) }
  const segment = (id: string) => summary.segments.find((one) => one.id === id)
  const losing = ['cannot_lose_them', 'at_risk'].map(segment)
  const money = losing.reduce((total, one) => total + BigInt(one?.moneyMinor ?? '0'), 0n)
  const percent = (value: number): string => (100 * value).toFixed(1)
  const values = {
    customers: n, champions: segment('champions')?.customers ?? 0, championsShare: percent(segment('champions')?.moneyShare ?? 0),
    topShare: percent(summary.topFifthMoneyShare), losing: losing.reduce((total, one) => total + (one?.customers ?? 0), 0)
  }
  return {
    zh: say(rfmSentence, 'zh-CN', { ...values, losingMoney: formatMoney(money, currency, 'zh-CN', 0) }),
    en: say(rfmSentence, 'en', { ...values, losingMoney: formatMoney(money, currency, 'en', 0) })
  }
}
