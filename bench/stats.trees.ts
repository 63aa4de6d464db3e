/** Boosted trees on 100,000 rows of 30 columns, against scikit-learn's HistGradientBoostingClassifier with equal settings and as many threads. */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { seededRandom } from '#foundation/random.ts'
import { areaUnderCurve } from '#stats/scoring.ts'
import { predictTrees } from '#stats/trees.predict.ts'
import { fitTrees } from '#stats/trees.ts'
import { openCrew } from '#insights/prediction/crew.ts'
import { pythonWith, referenceOf } from './python.ts'
import type { Part } from './stats.ts'

const [columns, count, rounds, threads] = [30, 200, 3, 2]

/** Standard normal columns; the answer hangs on ten of them by a product, a wave, a step, a kink and straight lines; some cells are missing. */
function data(rows: number): { readonly table: readonly Float64Array[], readonly answers: Float64Array } {
  const random = seededRandom(20_261_121)
  const table = Array.from({ length: columns }, () => Float64Array.from({ length: rows }, () => random.normal()))
  const answers = Float64Array.from({ length: rows }, (_, i) => {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, k = 0, l = 0] = table.slice(0, 10).map((column) => column[i] ?? 0)
    const score = 0.6 * a + 0.5 * a * b + Math.sin(3 * c) + (d > 0.5 ? e : -0.3 * e) + 0.5 * Math.abs(f) - 0.4 + 0.3 * g - 0.2 * h * k * l
    return Number(random.next() < 1 / (1 + Math.exp(-score)))
  })
  for (const column of table.slice(5, 12)) for (let i = 0; i < rows; i += 1) if (random.next() < 0.05) column[i] = Number.NaN
  return { table, answers }
}

interface Theirs { readonly seconds: number, readonly auc: number }
const isTheirs = (answer: unknown): answer is Theirs => typeof answer === 'object' && answer !== null && 'seconds' in answer && 'auc' in answer

/** Ours and theirs in turns, and the best of each: a busy moment then hits neither alone. */
export const trees: Part = async (setting) => {
  const what = `${count} trees on 100,000 × ${columns}, against scikit-learn on as many threads`
  const python = pythonWith(['sklearn'])
  if (python === undefined) return [{ what, unit: 's', skipped: 'no python3 with scikit-learn' }]
  const half = Math.round(100_000 * setting.scale)
  const { table, answers } = data(2 * half)
  const path = join(setting.cache, 'trees.doubles')
  writeFileSync(path, Buffer.concat([...table, answers].map((column) => Buffer.from(column.buffer))))
  const [learn, judge] = [table.map((column) => column.slice(0, half)), table.map((column) => column.slice(half))]
  await using crew = openCrew(threads)
  const [ours, theirs]: [number[], Theirs[]] = [[], []]
  let auc = 0
  for (let round = 0; round < rounds; round += 1) {
    const from = performance.now()
    const fit = fitTrees(learn, answers.slice(0, half), { loss: 'log', trees: count, leaves: 31, rate: 0.1, penalty: 0, leastRows: 20, crew })
    ours.push((performance.now() - from) / 1_000)
    auc = areaUnderCurve(predictTrees(fit, judge), answers.slice(half))
    const answer = await referenceOf(python, 'trees.reference.py', [path, `${2 * half}`, `${columns}`, `${count}`], threads)
    if (!isTheirs(answer)) throw new Error('the reference script says something else')
    theirs.push(answer)
    setting.say(`trees, round ${round + 1}: ours ${ours.at(-1)?.toFixed(2)} s, theirs ${answer.seconds.toFixed(2)} s; AUC ${auc.toFixed(4)} and ${answer.auc.toFixed(4)}`)
  }
  rmSync(path)
  const theirAuc = theirs[0]?.auc ?? Number.NaN
  return [
    { what, unit: 's', ours: Math.min(...ours), theirs: Math.min(...theirs.map(({ seconds }) => seconds)), limit: { of: 'ratio', atMost: 1.5 } },
    { what: `AUC on the other half is theirs (${theirAuc.toFixed(4)}) but for`, unit: 'AUC', ours: Math.abs(auc - theirAuc), limit: { of: 'ours', atMost: 0.002 } }
  ]
}
