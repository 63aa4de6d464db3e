/** Customers by what is expected of them, with the reasons, which are worked out for those shown. */
import type { Cell } from '#foundation/download.ts'
import type { House } from '#foundation/house.ts'
import { plainMoney } from '#foundation/money.ts'
import { say, type Locale } from '#foundation/words.ts'
import type { Engine } from '#foundation/engine.ts'
import { ask, cursorOf, readCursor } from '../warehouse/warehouse.ts'
import { candidateOf } from './prediction.candidates.ts'
import { current } from './prediction.current.ts'
import { tableOf } from './prediction.gather.ts'
import { groundOf, type PredictionInput } from './prediction.ground.ts'
import type { Cleaning } from '../definitions/definitions.schema.ts'
import type { Model } from './prediction.candidate.ts'
import type { Backtest, Reason, Scored, ScoredList, ScoredQuery } from './prediction.schema.ts'
import { features, scores, type ScoreRow } from './prediction.sql.ts'
import { scoredColumns } from './prediction.words.ts'

export async function listScored(house: House, input: PredictionInput & ScoredQuery): Promise<ScoredList> {
  const { question } = await groundOf(house.engine, input)
  const found = await current(house)
  if (found === undefined) return { stamp: question.stamp(0), model: null, asOf: null, items: [], next: null }
  const limit = input.limit ?? 50
  const after = input.after === undefined ? undefined : readCursor(input.after)
  const rows = await ask(house.engine, scores({ number: found.scoring.number, sort: input.sort ?? 'chance', bought: input.bought, least: input.least, most: input.most, customer: input.customer, after, limit: limit + 1 }))
  const shown = rows.slice(0, limit)
  const model = candidateOf(found.kept.using.candidate).recall(found.kept.using.parameters)
  const reasons = await reasonsOf(house.engine, { model, asOf: found.scoring.as_of, cleaning: question.parameters.cleaning }, shown.map(({ customer_id }) => customer_id))
  const last = shown.at(-1)
  return {
    stamp: question.stamp(found.scoring.n), model: found.model, asOf: found.scoring.as_of,
    items: shown.map((row) => scoredOf(row, found.backtest, reasons.get(row.customer_id) ?? [])),
    next: rows.length > limit && last !== undefined ? cursorOf({ rank: last.rank, customerId: last.customer_id }) : null
  }
}

interface Reasoning { readonly model: Model, readonly asOf: string, readonly cleaning: Cleaning }

export async function reasonsOf(engine: Engine, { model, asOf, cleaning }: Reasoning, customers: readonly string[]): Promise<ReadonlyMap<string, readonly Reason[]>> {
  const found = new Map<string, readonly Reason[]>()
  if (customers.length === 0) return found
  const { sql, params } = features({ asOf, cleaning }, { later: undefined, below: undefined, customers })
  await engine.columns(sql, params, ({ keys, numbers }) => {
    const table = tableOf([numbers], new Int32Array(keys.length), { span: 0, month: Number(asOf.slice(5, 7)) })
    for (const [row, id] of keys.entries()) found.set(id, model.reasons(table, row))
  })
  return found
}

function scoredOf(row: ScoreRow, backtest: Backtest, reasons: readonly Reason[]): Scored {
  const { low, high } = rangeOf(Number(row.spend_minor), backtest.spread)
  return {
    customerId: row.customer_id, name: row.name, chance: row.chance, churn: 1 - row.chance, purchases: row.purchases, spendMinor: row.spend_minor.toString(), spendLowMinor: low, spendHighMinor: high,
    valueMinor: row.value_minor.toString(), ...worthRange(Number(row.value_minor), backtest), doubtMinor: row.doubt_minor.toString(), basis: row.on_margin ? 'margin' : 'revenue', purchaseDays: row.visits, silentDays: row.silent, reasons: [...reasons]
  }
}

/** Between which amounts the middle 80 % of customers with such an expectation spent in the last closed period. */
export function rangeOf(spendMinor: number, spread: Backtest['spread']): { readonly low: string, readonly high: string } {
  const group = spread.findLast(({ from }) => from * 10_000 <= spendMinor) ?? spread[0]
  const at = (times: number | undefined): string => BigInt(Math.round(spendMinor * (times ?? 1))).toString()
  return { low: at(group?.low), high: at(group?.high) }
}

/** The same for the value, by what those with such a value spent in the longest time that could be tried. */
export function worthRange(valueMinor: number, { worth }: Pick<Backtest, 'worth'>): Pick<Scored, 'valueLowMinor' | 'valueHighMinor'> {
  if (worth === undefined) return { valueLowMinor: null, valueHighMinor: null }
  const { low, high } = rangeOf(valueMinor, worth.spread)
  return { valueLowMinor: low, valueHighMinor: high }
}

const pageSize = 2_000

/** The list as rows of a file. */
export async function* scoredRows(house: House, input: PredictionInput & ScoredQuery, locale: Locale): AsyncGenerator<readonly Cell[]> {
  yield Object.values(scoredColumns).map((column) => say(column, locale))
  for (let after: string | undefined; ;) {
    const page = await listScored(house, { ...input, ...(after === undefined ? {} : { after }), limit: pageSize })
    for (const one of page.items) {
      const money = (minor: string): number => Number(plainMoney(BigInt(minor)))
      yield [one.customerId, one.name, one.chance, one.churn, one.purchases, money(one.spendMinor), money(one.spendLowMinor), money(one.spendHighMinor), money(one.valueMinor), ...[one.valueLowMinor, one.valueHighMinor].map((minor) => (minor === null ? null : money(minor))), money(one.doubtMinor), one.basis,
        one.purchaseDays, one.silentDays, one.reasons.map((reason) => (locale === 'zh-CN' ? reason.sentence.zh : reason.sentence.en)).join('; ')]
    }
    if (page.next === null) return
    after = page.next
  }
}
