/**
 * Forecast: how much will be sold next, by day, week or month, for the whole, by store and by category, so that the parts add up. Every method competes with
 * seasonal naive on the business's own past, from many past days, knowing only what was known then; what wins is shipped, with intervals made of its own errors.
 */
import type { Engine } from '#foundation/engine.ts'
import type { House } from '#foundation/house.ts'
import { plainMoney } from '#foundation/money.ts'
import { Refusal } from '#foundation/refusal.ts'
import { say } from '#foundation/words.ts'
import { addDays } from '#foundation/zone.ts'
import { listStores } from '#settings/business/business.ts'
import { answerOf, both, defaultHorizon, horizonsOf, methodName, namedMarks, type Chosen, type Fitted } from './forecast.answer.ts'
import { fit } from './forecast.fit.ts'
import { groundOf, partsOf, seriesOf, taskOf, type ForecastInput, type Ground } from './forecast.gathering.ts'
import { inputOf } from './forecast.input.ts'
import { fitting } from './forecast.jobs.ts'
import { findRun, type KeptRun } from './forecast.runs.ts'
import type { Forecast, ForecastQuery } from './forecast.schema.ts'
import { forecastWords as words } from './forecast.words.ts'

export { jobs } from './forecast.jobs.ts'
export { addMark, listMarks, removeMark } from './forecast.marks.ts'

type Asked = Pick<ForecastQuery, 'cut' | 'part' | 'horizon'>

/** The forecast as it stands; where none was made of this data yet, one begins, and the newest of the same days is shown meanwhile. */
export async function readForecast(house: House, query: ForecastQuery): Promise<Forecast> {
  const input = await inputOf(house, query)
  const { items } = await listStores(house.db)
  const stores = new Map(items.map(({ storeId, name }) => [storeId, name]))
  return house.engine.snapshot(async (engine) => {
    const ground = await groundOf(engine, input)
    if (ground.isEmpty || ground.gate.length > 0) return nothingYet(ground, query)
    const kept = await findRun(house.db, ground)
    const isStale = kept?.fingerprint !== ground.fingerprint
    const job = isStale ? await fitting(house, ground, query) : undefined
    const progress = job === undefined ? null : { jobId: job.id, done: job.done, total: job.total }
    if (kept === undefined) {
      const hasFailed = job?.state === 'failed' || job?.state === 'cancelled'
      return { ...nothingYet(ground, query), state: hasFailed ? 'failed' : 'fitting', sentence: hasFailed ? words.failed : words.fitting, fitting: progress }
    }
    return { ...await told(engine, ground, { outcome: kept.outcome, run: runOf(kept, isStale) }, query, stores, input.currency), fitting: progress }
  })
}

/** The same at once and without keeping it: for files and commands, where nobody waits for anything else. */
export const computeForecast = (engine: Engine, input: ForecastInput & Asked & { readonly currency?: string }, stores: ReadonlyMap<string, string> = new Map()): Promise<Forecast> =>
  engine.snapshot(async (snapshot) => {
    const ground = await groundOf(snapshot, input)
    if (ground.isEmpty || ground.gate.length > 0) return nothingYet(ground, input)
    const task = await taskOf(snapshot, ground)
    const outcome = fit(task, () => undefined)
    const { buckets: { edges, n }, question: { parameters: { level } } } = ground
    const run = runOf({ version: 0, fingerprint: ground.fingerprint, from: edges[0] ?? '', to: addDays(edges.at(-1) ?? '', -1), n, level, createdAt: new Date(0), outcome, period: task.period, scored: task.scored }, false)
    return told(snapshot, ground, { outcome, run }, input, stores, input.currency ?? '')
  })

async function told(engine: Engine, ground: Ground, fitted: Fitted, asked: Asked, stores: ReadonlyMap<string, string>, currency: string): Promise<Forecast> {
  const chosen = chosenOf(ground, asked)
  const whole = (await seriesOf(engine, ground, 'whole')).get(null) ?? []
  const parts = chosen.cut === 'whole' ? new Map<string, readonly bigint[]>() : partsOf(whole, await seriesOf(engine, ground, chosen.cut))
  if (chosen.part !== null && !fitted.outcome.nodes.some(({ cut, part }) => cut === chosen.cut && part === chosen.part)) throw new Refusal('forecast.unknown_part', 404, words.unknownPart, { part: chosen.part })
  const answer = answerOf(ground, fitted, { shown: chosen.part === null ? whole : parts.get(chosen.part) ?? [], parts }, chosen, stores)
  return { ...answer, stamp: ground.question.stamp(ground.customers), state: 'ready', gate: [], fitting: null, horizons: horizonsOf(ground), sentence: sentenceOf(ground, answer.headline, currency) }
}

function chosenOf(ground: Ground, { cut = 'whole', part, horizon }: Asked): Chosen {
  const allowed = horizonsOf(ground)
  const most = allowed.at(-1) ?? 1
  return { cut, part: cut === 'whole' ? null : part ?? null, horizon: Math.min(horizon ?? defaultHorizon[ground.grain], most) }
}

function nothingYet(ground: Ground, asked: Asked): Forecast {
  const { cut, part, horizon } = chosenOf(ground, asked)
  const { question: { scope, stamp }, grain, gate, isEmpty, customers } = ground
  return {
    stamp: stamp(isEmpty ? 0 : customers), state: isEmpty ? 'empty' : 'gated', gate: [...gate], fitting: null, run: null, grain, cut, part, horizon, horizons: horizonsOf(ground), headline: null,
    history: [], expected: [], parts: [], partNames: [], scores: [], shipped: null, effects: [], bands: [], marks: namedMarks(ground, new Map()),
    sentence: isEmpty ? both(words.empty, { asOf: scope.asOf }) : { zh: say(words.gated, 'zh-CN', { missing: gate.map(({ zh }) => zh).join('') }), en: say(words.gated, 'en', { missing: gate.map(({ en }) => en).join(' ') }) }
  }
}

function runOf({ version, createdAt, from, to, n, level, outcome, period, scored }: KeptRun, isStale: boolean): Forecast['run'] {
  return {
    version, createdAt: createdAt.toISOString(), from, to, n, level, method: methodName(outcome.nodes[0]?.method ?? 'average'), reconciliation: outcome.reconciliation, origins: outcome.origins.length,
    scored, period, converged: outcome.nodes.every(({ converged }) => converged), isStale
  }
}

function sentenceOf({ grain, question }: Ground, headline: Forecast['headline'], currency: string): Forecast['sentence'] {
  if (headline === null) return words.failed
  const { next, last, yearBefore, steps } = headline
  const money = (minor: string): string => `${plainMoney(BigInt(minor))}${currency === '' ? '' : ` ${currency}`}`
  const values = { from: next.from, to: next.to, next: money(next.moneyMinor), low: money(next.lowMinor), high: money(next.highMinor), last: money(last.moneyMinor), level: Math.round(100 * question.parameters.level) }
  const length = both(words.steps[grain], { n: steps })
  const year = yearBefore === null ? undefined : both(words.yearBefore, { money: money(yearBefore.moneyMinor) })
  return {
    zh: `${say(words.headline, 'zh-CN', { ...values, steps: length.zh })}${year?.zh ?? ''}`,
    en: `${say(words.headline, 'en', { ...values, steps: length.en })}${year === undefined ? '' : ` ${year.en}`}`
  }
}
