import { expect, it } from 'vitest'
import { seededRandom } from '#foundation/random.ts'
import { plainTrees } from '#stats/trees.store.ts'
import { fitTrees } from '#stats/trees.ts'
import { openCrew } from './crew.ts'

it('two threads grow the trees of one, to the last bit, fit after fit', async () => {
  const random = seededRandom(21)
  const columns = Array.from({ length: 12 }, (_, j) => Float64Array.from({ length: 20_000 }, () => (j === 3 ? random.int(9) : random.next() < 0.1 ? Number.NaN : random.normal())))
  const target = Float64Array.from({ length: 20_000 }, (_, i) => Number(random.next() < 1 / (1 + Math.exp(-(columns[0]?.[i] || 0) - ((columns[3]?.[i] ?? 0) % 2)))))
  await using crew = openCrew(2)
  // Enough time for the helper to come: before that the leader does all alone.
  await new Promise((resolve) => { setTimeout(resolve, 300) })
  for (const loss of ['log', 'squared'] as const) {
    const options = { loss, trees: 30, categorical: [3], heldOut: Array.from({ length: 2_000 }, (_, i) => 10 * i) }
    expect(plainTrees(fitTrees(columns, target, { ...options, crew }))).toEqual(plainTrees(fitTrees(columns, target, options)))
  }
})
