/** A question of this room made definite: which day, which rule, over which purchases, and how fresh the data is that answers. */
import type { Engine, Params } from '#foundation/engine.ts'
import { Refusal } from '#foundation/refusal.ts'
import { addDays, isDay, type Day } from '#foundation/zone.ts'
import type { Cleaning, Freshness, Stamp } from '../definitions/definitions.schema.ts'
import type { Rule } from '../definitions/definitions.ts'
import { readMeta } from './warehouse.meta.ts'
import type { Scope } from './warehouse.source.ts'

/** One statement of analytical SQL, ready to run on either engine. `Row` is what it answers. */
export interface Statement<Row> { readonly name: string, readonly sql: string, readonly params: Params, readonly row?: Row }

export const ask = <Row extends Record<string, unknown>>(engine: Engine, { sql, params }: Statement<Row>): Promise<Row[]> => engine.all<Row>(sql, params)

export interface Asked {
  /** Today in the business's zone. */
  readonly today: Day
  readonly asOf?: Day | undefined
  readonly cleaning?: Cleaning | undefined
  readonly category?: string | undefined
  readonly store?: string | undefined
  /** Facts were written that the warehouse is still to take. */
  readonly isBehind?: boolean | undefined
}

export interface Question<P> {
  readonly rule: Rule<P>
  readonly parameters: P
  readonly scope: Scope
  readonly firstDay: Day | undefined
  readonly stamp: (n: number) => Stamp
}

/** After so many days without an order the data is taken for history, and the day after its end for today. */
const staleDays = 31

/** The first and last day of known buyers' purchases, and of any fact. */
export const daysOfData = (): Statement<{ first_day: Day | null, last_day: Day | null, last_fact: Day | null }> => ({
  name: 'warehouse.days', params: {},
  sql: `select min(case when kind = 'sale' then day end) as first_day, max(case when kind = 'sale' then day end) as last_day, max(day) as last_fact
    from warehouse.purchase where not anonymous`
})

export async function settle<P extends { readonly cleaning: Cleaning }>(engine: Engine, rule: Rule<P>, asked: Asked): Promise<Question<P>> {
  if (asked.asOf !== undefined && !isDay(asked.asOf)) {
    throw new Refusal('insights.no_such_day', 400, { zh: '没有“{asOf}”这一天，日期应写作 2026-01-31。', en: 'There is no day "{asOf}"; write one like 2026-01-31.' }, { asOf: asked.asOf })
  }
  const [days] = await ask(engine, daysOfData())
  const lastDay = days?.last_day ?? undefined
  const { asOf, chosen } = asked.asOf === undefined ? suggestAsOf(lastDay, asked.today) : { asOf: asked.asOf, chosen: 'given' as const }
  const overridden = asked.cleaning !== undefined && asked.cleaning !== rule.parameters.cleaning ? ['cleaning'] : []
  const parameters = { ...rule.parameters, cleaning: asked.cleaning ?? rule.parameters.cleaning }
  const meta = await readMeta(engine)
  const fresh: Freshness = { engine: engine.dialect, refreshedAt: meta.refreshedAt ?? null, firstDay: days?.first_day ?? null, lastDay: lastDay ?? null, ...(asked.isBehind === true ? { isBehind: true } : {}) }
  return {
    rule, parameters,
    scope: { asOf, cleaning: parameters.cleaning, category: asked.category, store: asked.store, latest: days === undefined || days.last_fact === null || days.last_fact <= asOf },
    firstDay: days?.first_day ?? undefined,
    stamp: (n) => ({ definition: { id: rule.id, version: rule.version, owner: rule.owner, parameters: { ...parameters }, overridden }, asOf, asOfChosen: chosen, n, fresh })
  }
}

/** Today, unless the newest order is so old that everybody would seem gone. */
export function suggestAsOf(lastDay: Day | undefined, today: Day): { readonly asOf: Day, readonly chosen: 'today' | 'after_last_order' } {
  return lastDay !== undefined && lastDay < addDays(today, -staleDays) ? { asOf: addDays(lastDay, 1), chosen: 'after_last_order' } : { asOf: today, chosen: 'today' }
}
