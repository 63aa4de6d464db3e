/** M3's 3,003 series, each forecast by Theta and by ETS with selection, on two threads; and how near the accuracy of the whole comes to R's. */
import { Worker } from 'node:worker_threads'
import { m3 } from '#test/m3.ts'
import { sharedData } from '#test/sharedData.ts'
import { timed, type Row, type Setting } from './bench.ts'
import type { M3Score, M3Task } from './m3.worker.ts'

const threads = 2
/** R 4.2.2, forecast 8.20: mean sMAPE and MASE on all 3,003 (references/m3_r_ets_theta.json). */
const byR = { theta: { smape: 12.789749, mase: 1.419238 }, ets: { smape: 13.066687, mase: 1.425249 } } as const

export async function forecasts(setting: Setting): Promise<readonly Row[]> {
  const what = 'M3: 3,003 series by Theta and ETS on two threads'
  const folder = sharedData()
  if (folder === undefined) return [{ what, unit: 's', skipped: 'no shared/data' }]
  const all = m3(folder)
  const stride = Math.max(1, Math.round(1 / setting.scale))
  const task: M3Task = { series: all.filter((_, i) => i % stride === 0), next: new Int32Array(new SharedArrayBuffer(4)) }
  const { seconds, answer } = await timed(() => Promise.all(Array.from({ length: threads }, () => thread(task))))
  const scores = answer.flat()
  const mean = (method: M3Score['method'], of: (score: M3Score) => number): number => { const own = scores.filter((score) => score.method === method); return own.reduce((sum, score) => sum + of(score), 0) / own.length }
  setting.say(`${task.series.length} series; ETS chose R's model for ${(100 * mean('ets', ({ sameModel }) => Number(sameModel))).toFixed(2)} %; intervals of 95 % held ${mean('theta', ({ coverage }) => coverage).toFixed(1)} % (Theta) and ${mean('ets', ({ coverage }) => coverage).toFixed(1)} % (ETS)`)
  // A part of the series has another mean than the whole: only the whole is compared.
  const accuracy = (['theta', 'ets'] as const).flatMap((method): Row[] => (['smape', 'mase'] as const).map((score) => ({
    what: `M3: mean ${score === 'smape' ? 'sMAPE' : 'MASE'} of ${method === 'theta' ? 'Theta' : 'ETS'}, against R's`, unit: score === 'smape' ? '%' : 'MASE', ours: mean(method, (one) => one[score]),
    ...(stride === 1 && { theirs: byR[method][score], limit: { of: 'ratio', atMost: 1.01 } as const })
  })))
  return [{ what, unit: 's', ours: seconds, limit: { of: 'ours', atMost: 180 } }, ...accuracy]
}

const thread = (task: M3Task): Promise<readonly M3Score[]> => new Promise((settle, fail) => {
  const worker = new Worker(new URL('m3.worker.ts', import.meta.url), { workerData: task })
  worker.once('message', (scores: readonly M3Score[]) => { settle(scores) })
  worker.once('error', fail)
})
