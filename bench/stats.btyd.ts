/** BG/NBD: the CDNOW sample against SciPy on the same grouped, vectorised likelihood; and a million simulated customers, grouped and fitted. */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { seededRandom } from '#foundation/random.ts'
import { drawBg, fitBg } from '#stats/bgnbd.ts'
import { groupHistories, type History } from '#stats/histories.ts'
import { publishedSummary } from '#test/cdnow.ts'
import { sharedData } from '#test/sharedData.ts'
import type { Row, Setting } from './bench.ts'
import { pythonWith, referenceOf } from './python.ts'

const truth = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }

export const btyd = async (setting: Setting): Promise<readonly Row[]> => [...await sample(setting), ...million(setting)]

interface Theirs { readonly seconds: number, readonly logLikelihood: number }
const isTheirs = (answer: unknown): answer is Theirs => typeof answer === 'object' && answer !== null && 'seconds' in answer && 'logLikelihood' in answer

/** Rounds in turns, and the best of each: a busy moment then hits neither alone. The first rounds of ours warm the compiler up. */
async function sample(setting: Setting): Promise<readonly Row[]> {
  const what = 'BG/NBD on the CDNOW sample, against the faster of SciPy’s Nelder–Mead and L-BFGS-B'
  const folder = sharedData()
  const python = pythonWith(['numpy', 'scipy'])
  if (folder === undefined || python === undefined) return [{ what, unit: 'ms', skipped: folder === undefined ? 'no shared/data' : 'no python3 with SciPy' }]
  const histories = groupHistories(publishedSummary(folder))
  const path = join(setting.cache, 'histories.csv')
  writeFileSync(path, Array.from(histories.x, (x, i) => [x, histories.lastAt[i], histories.watched[i], histories.count[i]].join(',')).join('\n'))
  const [ours, theirs]: [number[], number[]] = [[], []]
  let fit = fitBg(histories, 'bg')
  for (let round = 0; round < 5; round += 1) {
    for (let i = 0; i < 60; i += 1) {
      const from = performance.now()
      fit = fitBg(histories, 'bg')
      ours.push(performance.now() - from)
    }
    const answer = await referenceOf(python, 'btyd.reference.py', [path, '12'], 1)
    if (typeof answer !== 'object' || answer === null) throw new Error('the reference script says nothing')
    for (const [method, found] of Object.entries(answer)) {
      if (!isTheirs(found) || Math.abs(found.logLikelihood - fit.logLikelihood) > 1e-3) throw new Error(`${method} found another optimum`)
      theirs.push(found.seconds * 1_000)
    }
  }
  rmSync(path)
  const [best, bestOfTheirs] = [Math.min(...ours), Math.min(...theirs)]
  setting.say(`CDNOW: ours ${best.toFixed(2)} ms with standard errors, theirs ${bestOfTheirs.toFixed(2)} ms without; log-likelihood ${fit.logLikelihood.toFixed(6)}`)
  return [{ what, unit: 'ms', ours: best, theirs: bestOfTheirs, ratio: bestOfTheirs / best, limit: { of: 'ratio', atLeast: 5 } }]
}

/** Days in weeks, watched for nine to thirteen months, as a shop's own data would be. */
function million(setting: Setting): readonly Row[] {
  const random = seededRandom(20_261_121)
  const n = Math.round(1_000_000 * setting.scale)
  const customers = Array.from({ length: n }, (): History => {
    const days = 270 + random.int(120)
    const { x, lastAt } = drawBg('bg', { ...truth, alpha: truth.alpha * 7 }, days, random)
    return { x, lastAt: x === 0 ? 0 : Math.floor(lastAt) / 7, watched: days / 7 }
  })
  const from = performance.now()
  const histories = groupHistories(customers)
  const grouped = performance.now()
  const fit = fitBg(histories, 'bg')
  const seconds = (performance.now() - from) / 1_000
  setting.say(`${n} customers: grouped to ${histories.x.length} in ${((grouped - from) / 1_000).toFixed(2)} s, fitted in ${((performance.now() - grouped) / 1_000).toFixed(2)} s; r ${fit.parameters.r.toFixed(4)}, ${fit.ending}`)
  return [{ what: 'BG/NBD on 1,000,000 simulated customers, grouping included', unit: 's', ours: fit.converged ? seconds : Number.NaN, limit: { of: 'ours', atMost: 10 } }]
}
