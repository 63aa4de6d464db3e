/** Fitting as work that can be seen, and the question whether it is due. */
import { Value } from 'typebox/value'
import type { House } from '#foundation/house.ts'
import type { Job } from '#foundation/queue.ts'
import { listRuns, type RunRecord } from '#foundation/runs.ts'
import { say } from '#foundation/words.ts'
import { groundOf, taskOf, type Ground } from './forecast.gathering.ts'
import { inputOf } from './forecast.input.ts'
import { findRun, keepRun } from './forecast.runs.ts'
import { ForecastQuery } from './forecast.schema.ts'
import { fitInThread } from './forecast.thread.ts'
import { forecastWords as words, methodNames } from './forecast.words.ts'

const name = 'forecast.fit'
const steps = 100

export const jobs: readonly Job[] = [{
  name, title: words.jobTitle, retries: 1,
  run: async (house, data, run) => {
    const input = await inputOf(house, Value.Parse(ForecastQuery, data['query']))
    const { ground, task } = await house.engine.snapshot(async (engine) => { const found = await groundOf(engine, input); return { ground: found, task: found.isEmpty || found.gate.length > 0 ? undefined : await taskOf(engine, found) } })
    if (task === undefined || (await findRun(house.db, ground))?.fingerprint === ground.fingerprint) return
    run.report(0, steps, words.jobProgress)
    const outcome = await fitInThread(task, run.signal, (share) => run.report(Math.floor(share * steps), steps, words.jobProgress))
    await keepRun(house.db, ground, task, outcome, house.clock())
    const method = methodNames[outcome.nodes[0]?.method ?? 'average'] ?? words.jobTitle
    run.report(steps, steps, words.jobDone, { method: `${say(method, 'zh-CN')} · ${say(method, 'en')}`, n: ground.buckets.n })
  }
}]

/** The job that works on this ground, or the newest one that did; sends one where there is none. */
export async function fitting(house: House, ground: Ground, query: ForecastQuery): Promise<RunRecord | undefined> {
  const ofThis = ({ data }: RunRecord): boolean => data['fingerprint'] === ground.fingerprint
  const found = (await listRuns(house.db, { name, limit: 50 })).find(ofThis)
  if (found !== undefined && found.state !== 'done') return found
  const { grain, asOf, cleaning, version } = query
  const asked = Object.fromEntries(Object.entries({ grain, asOf, cleaning, version }).filter(([, value]) => value !== undefined))
  const id = await house.queue.send(house.db, name, { query: asked, fingerprint: ground.fingerprint }, { key: ground.fingerprint })
  return (await listRuns(house.db, { name, limit: 50 })).find((run) => run.id === id)
}
