/** A thread of the M3 benchmark: takes the next series that nobody has, until there is none. */
import { isMainThread, parentPort, workerData } from 'node:worker_threads'
import { ets } from '#stats/ets.forecast.ts'
import { isForecast, type Forecaster } from '#stats/forecast.ts'
import { naiveScale, scoreForecast } from '#stats/forecastScoring.ts'
import { theta } from '#stats/theta.ts'
import type { M3Series } from '#test/m3.ts'

export interface M3Task { readonly series: readonly M3Series[], /** One shared number: the next series. */ readonly next: Int32Array }
export interface M3Score { readonly name: string, readonly method: 'theta' | 'ets', readonly smape: number, readonly mase: number, readonly coverage: number, readonly sameModel: boolean }

function* scores({ series, next }: M3Task): Generator<M3Score> {
  for (let i = Atomics.add(next, 0, 1); i < series.length; i = Atomics.add(next, 0, 1)) {
    const one = series[i]
    if (!one) continue
    const methods: readonly (readonly [M3Score['method'], Forecaster])[] = [['theta', theta], ['ets', ets]]
    for (const [method, forecaster] of methods) {
      const answer = forecaster(one.training, { period: one.period, horizon: one.after.length, level: 0.95 })
      if (!isForecast(answer)) throw new Error(`${one.name}: ${answer.failure}`)
      const { smape, mase, coverage } = scoreForecast(answer, one.after, naiveScale(one.training, one.period))
      yield { name: one.name, method, smape, mase, coverage, sameModel: answer.method === one.byR.model }
    }
  }
}

const isTask = (value: unknown): value is M3Task => typeof value === 'object' && value !== null && 'series' in value && 'next' in value
// The runner imports every file of this folder; only a thread has work.
if (!isMainThread && isTask(workerData)) parentPort?.postMessage([...scores(workerData)])
