/** A file of orders becomes a report: staged in a DuckDB file of its own, asked the questions of insight, and thrown away. No set-up, no record, nothing kept. */
import { basename } from 'node:path'
import { noCurrency } from '#foundation/money.ts'
import { Refusal } from '#foundation/refusal.ts'
import { say, type Values, type Sentence } from '#foundation/words.ts'
import { addDays, dayOf, daysBetween, type Day } from '#foundation/zone.ts'
import { faultWords, noteWords, stageFile, type Mapping, type StagedOrders } from '#activity/imports/imports.ts'
import { readCohorts } from '#insights/cohorts/cohorts.ts'
import type { Cleaning } from '#insights/definitions/definitions.schema.ts'
import { readLifecycle } from '#insights/lifecycle/lifecycle.ts'
import { predictOnce } from '#insights/prediction/prediction.ts'
import { readRfm } from '#insights/rfm/rfm.ts'
import { createTables } from '#insights/warehouse/warehouse.ts'
import { predictionRule } from '#insights/definitions/definitions.ts'
import type { FileReading, Report } from './reports.schema.ts'
import { readFacts, type Facts } from './reports.sql.ts'

export interface AnalyseOptions {
  readonly now: Date
  readonly version: string
  /** A folder that may be written for as long as it takes. */
  readonly scratch: string
  readonly zone: string
  readonly country: string
  /** Undefined: the file's own, or none. */
  readonly currency: string | undefined
  readonly asOf: Day | undefined
  readonly cleaning: Cleaning
  /** Changes what the columns were taken for. */
  readonly correct?: (guess: Mapping, headers: readonly string[]) => Mapping
  readonly calls?: number
  readonly signal?: AbortSignal
  readonly onProgress?: (rows: number, of: number) => void
}

const mostExamples = 20
/** DuckDB spills to the scratch folder beyond this: a large file costs time, not memory. */
const memoryLimit = '400MB'
/** Where a file spans less than this, months say too little and weeks are looked at. */
const shortDays = 70

export async function analyseFile(path: string, options: AnalyseOptions): Promise<Report> {
  const { now, scratch, zone, country, correct, signal, onProgress } = options
  const staged = await stageFile(path, {
    now, scratch, zone, country, schema: 'warehouse', memoryLimit, currency: options.currency ?? noCurrency,
    ...(correct === undefined ? {} : { correct }), ...(signal === undefined ? {} : { signal }), ...(onProgress === undefined ? {} : { onProgress })
  })
  try {
    await createTables(staged.engine)
    return await reportOf(staged, basename(path), options)
  } finally {
    await staged.close()
  }
}

async function reportOf(staged: StagedOrders, name: string, { now, version, zone, asOf: chosen, cleaning, calls = 20, signal }: AnalyseOptions): Promise<Report> {
  const facts = await readFacts(staged.engine)
  const currency = oneCurrency(staged.currencies)
  const today = dayOf(now, zone)
  const asOf = chosen ?? (facts.last_day === null ? today : addDays(facts.last_day, 1))
  if (facts.first_day !== null && asOf < facts.first_day) {
    throw new Refusal('reports.before_first', 422, { zh: '{asOf} 早于文件里的第一笔订单（{first}）。', en: '{asOf} is before the first order in the file ({first}).' }, { asOf, first: facts.first_day })
  }
  signal?.throwIfAborted()
  const asked = { today, asOf, cleaning, currency }
  const rfm = await readRfm(staged.engine, asked)
  const isEmpty = rfm.stamp.n === 0
  signal?.throwIfAborted()
  const lifecycle = isEmpty ? null : await readLifecycle(staged.engine, { ...asked, callFirst: calls })
  signal?.throwIfAborted()
  const cohorts = isEmpty ? null : await readCohorts(staged.engine, { ...asked, by: daysBetween(facts.first_day ?? asOf, asOf) < shortDays ? 'week' : 'month' })
  signal?.throwIfAborted()
  const prediction = isEmpty ? null : await predictOnce(staged.engine, {
    today, asOf, currency, rule: { ...predictionRule, parameters: { ...predictionRule.parameters, cleaning } }, signal,
    ...(lifecycle === null || lifecycle.callFirst.length === 0 ? {} : { customers: lifecycle.callFirst.map(({ customerId }) => customerId) })
  })
  return {
    format: 'changke.analyse/1', version, asOf, zone, currency, cleaning, file: fileOf(staged, name), totals: totalsOf(facts, rfm.stamp.n, rfm.orders, rfm.moneyMinor),
    lifecycle, rfm: isEmpty ? null : rfm, cohorts, callFirst: lifecycle?.callFirst ?? [], prediction
  }
}

const totalsOf = (facts: Facts, customers: number, orders: number, moneyMinor: string): Report['totals'] => ({
  sales: facts.sales, refunds: facts.refunds, salesMinor: facts.sales_minor.toString(), refundsMinor: facts.refunds_minor.toString(), anonymousSales: facts.anonymous,
  firstDay: facts.first_day, lastDay: facts.last_day, customers, orders, moneyMinor
})

/** Amounts in different currencies cannot be added up. */
function oneCurrency(currencies: readonly string[]): string {
  const [first = noCurrency, ...others] = currencies
  if (others.length === 0) return first
  throw new Refusal('reports.several_currencies', 422, {
    zh: '文件里有多种币种（{currencies}），金额不能相加。请按币种分成几个文件，逐个分析。',
    en: 'The file has amounts in several currencies ({currencies}), which cannot be added up. Split it by currency and look into each.'
  }, { currencies: currencies.join(', ') })
}

const inBoth = (sentence: Sentence, values: Values) => ({ zh: say(sentence, 'zh-CN', values), en: say(sentence, 'en', values) })

function fileOf(staged: StagedOrders, name: string): FileReading {
  const fieldAt = new Map(Object.entries(staged.mapping.columns).map(([field, column]) => [column, field]))
  const examples = staged.examples.slice(0, mostExamples).map(({ line, code, detail }) => ({ line, code, sentence: inBoth(faultWords[code], detail) }))
  return {
    name, kind: staged.kind, encoding: staged.encoding, delimiter: staged.delimiter, preset: staged.mapping.preset,
    columns: staged.headers.map((header, column) => ({ header, field: fieldAt.get(column) ?? null })),
    rows: staged.rows, lines: staged.lines, rejected: staged.rejected,
    reasons: entriesOf(staged.rejectedBy).map(([code, rows]) => ({ code, rows, sentence: plain(faultWords[code]) })).sort((a, b) => b.rows - a.rows),
    examples, notes: entriesOf(staged.notes).map(([code, count]) => inBoth(noteWords[code], { count, order: staged.mapping.dateOrder ?? '' }))
  }
}

/** A reason without its example: what the row said in particular is left open. */
const plain = (sentence: Sentence) => ({ zh: sentence.zh.replace(/“?\{\w+\}”?/g, '…'), en: sentence.en.replace(/“?\{\w+\}”?/g, '…') })

const entriesOf = <Key extends string>(counts: Readonly<Partial<Record<Key, number>>>): readonly (readonly [Key, number])[] => {
  const keys: Key[] = []
  for (const key in counts) keys.push(key)
  return keys.flatMap((key) => { const count = counts[key]; return count === undefined ? [] : [[key, count] as const] })
}

