/**
 * Boosted trees as base learner of `uplift.ts`, for effects that follow no line. One learner serves outcomes and effects: squared error has the conditional mean as its
 * answer for amounts and for yes/no alike, and takes the weights of the R-learner, which may have any base learner (Künzel et al. 2019, algorithms 1–3; Nie and Wager
 * 2021, section 4, with boosting).
 *
 * Effects are small beside the noise of outcomes, and a tree that follows noise ranks by it: leaves are large, trees slow, and growth stops on rows held out.
 */
import type { Draw } from './draw.ts'
import { goesLeft, readRow, readersOf } from './trees.predict.ts'
import { leafKind, type Trees } from './trees.store.ts'
import { fitTrees, type TreeOptions } from './trees.ts'
import type { Learner, Predict } from './uplift.ts'

export interface TreeLearnerOptions extends Pick<TreeOptions, 'trees' | 'leaves' | 'depth' | 'rate' | 'penalty' | 'leastRows' | 'bins' | 'categorical' | 'patience'> {
  /** `squared` (default): the mean of any number. `log`: the chance of a yes, for outcomes of 0 and 1; no learner of effects. */
  readonly loss?: TreeOptions['loss']
  /** Share of the rows on which growth is watched, drawn at random; default 0.2. 0: all trees are grown. */
  readonly heldOutShare?: number
  /** Draws who is held out: the same draws, the same trees. */
  readonly draw: Pick<Draw, 'next'>
}

/**
 * A learner whose models are boosted trees; NaN is missing. Weights count in the fit and in when it stops. Where the draw holds out nobody or everybody, all trees are grown
 * on all rows. Throws RangeError on a share outside [0, 1), and, when it learns, as `fitTrees` does.
 */
export function treeLearner({ heldOutShare = 0.2, draw, ...options }: TreeLearnerOptions): Learner {
  if (!(heldOutShare >= 0 && heldOutShare < 1)) throw new RangeError('the share held out is at least 0 and below 1')
  return (rows, values, weights) => {
    const columns = Array.from({ length: rows[0]?.length ?? 0 }, (_, j) => Float64Array.from(rows, (row) => row[j] ?? Number.NaN))
    const drawn = Uint32Array.from(rows.keys()).filter(() => draw.next() < heldOutShare)
    const heldOut = drawn.length < rows.length ? drawn : new Uint32Array()
    return asked(fitTrees(columns, values, { loss: 'squared', trees: 200, leaves: 8, rate: 0.05, leastRows: 40, bins: 64, ...options, heldOut, ...(weights && { weights }) }))
  }
}

/** Row by row, as the learners of uplift ask; columns at a time are `predictTrees`. */
function asked(trees: Trees): Predict {
  const readers = readersOf(trees)
  return (row) => {
    const values = readRow(readers, row)
    let score = trees.base
    for (const root of trees.roots) {
      let node = root
      while (trees.kind[node] !== leafKind) node = (trees.left[node] ?? 0) + (goesLeft(trees, node, values) ? 0 : 1)
      score += trees.value[node] ?? 0
    }
    return trees.loss === 'log' ? 1 / (1 + Math.exp(-score)) : score
  }
}
