/** Pareto/NBD where α and β lie far apart: the integral must say what the series says where both can, and go on where the series cannot. */
import { expect, it } from 'vitest'
import { logAdd } from './gamma.ts'
import { logHypergeometric } from './hypergeometric.ts'
import { logLikelihoodPareto, probabilityAlivePareto, type ParetoParameters } from './paretonbd.ts'
import { groupHistories, type History } from './histories.ts'

/** P(alive) by the series alone (Fader and Hardie, note 009). */
function bySeries({ r, alpha, s, beta }: ParetoParameters, { x, lastAt, watched }: History): number {
  const alive = -(r + x) * Math.log(alpha + watched) - s * Math.log(beta + watched)
  const [large, z, second] = alpha >= beta ? [alpha, alpha - beta, s + 1] : [beta, beta - alpha, r + x]
  const order = r + s + x
  const at = (time: number): number => logHypergeometric(order, second, order + 1, z / (large + time)) - order * Math.log(large + time)
  const [from, to] = [at(lastAt), at(watched)]
  return Math.exp(alive - logAdd(alive, Math.log(s / order) + from + Math.log(-Math.expm1(to - from))))
}

it('agrees with the series to ten digits', () => {
  for (const alpha of [2, 9, 30]) for (const far of [40, 150, 600]) for (const x of [0, 1, 5, 40, 200]) {
    for (const [a, b] of [[alpha, alpha * far], [alpha * far, alpha]] as const) {
      const parameters = { r: 0.7, alpha: a, s: 0.6, beta: b }
      const history = { x, lastAt: x === 0 ? 0 : 3, watched: 40 }
      const expected = bySeries(parameters, history)
      expect(Math.abs(probabilityAlivePareto(parameters, history) - expected)).toBeLessThan(1e-9 * Math.max(1e-3, expected))
    }
  }
})

it('has a likelihood where the series gives up', () => {
  const histories = groupHistories([{ x: 3, lastAt: 10, watched: 40 }, { x: 0, lastAt: 0, watched: 20 }])
  const near = logLikelihoodPareto(histories, { r: 0.8, alpha: 9, s: 1, beta: 1e5 })
  expect(Number.isFinite(near)).toBe(true)
  expect(logLikelihoodPareto(histories, { r: 0.8, alpha: 9, s: 1e-3, beta: 1e2 })).toBeCloseTo(near, 1)
})
