/**
 * Gradient-boosted histogram trees: the chance of a yes (log loss) or the mean of a number (squared error) from columns of numbers and categories, with missing
 * values. Friedman 2001 (Annals of Statistics 29, 1189–1232); second-order gain and leaf values as in XGBoost (Chen and Guestrin 2016, equations 5–7); histograms,
 * leaf-wise growth, subtraction and categorical splits as in LightGBM (Ke et al. 2017).
 *
 * Derivatives are whole numbers of a small unit, so that their sums are exact: rows in another order, or more threads, give the same trees to the last bit (without sampling).
 */
import type { Draw } from './draw.ts'
import { alone, groundOf, resetOrder, type Crew } from './trees.begin.ts'
import { growTree, type Bounds } from './trees.grow.ts'
import { close, fitCell, kindCell, lead, lossCell, type Ground } from './trees.ground.ts'
import { kernelOf } from './trees.kernel.ts'
import { addTree, emptyStore, storedTrees, type Trees } from './trees.store.ts'
import { addKind, logLossKind, slopeKind, squaredKind, stretch, workOn } from './trees.work.ts'

export interface TreeOptions {
  readonly loss: 'log' | 'squared'
  /** Most trees; default 100. */
  readonly trees?: number
  /** Most leaves of a tree; default 31. */
  readonly leaves?: number
  /** Most splits on the way to a leaf; default none. */
  readonly depth?: number
  /** Learning rate; default 0.1. */
  readonly rate?: number
  /** λ added to Σ second derivatives of a leaf; default 1. */
  readonly penalty?: number
  /** Fewest rows of a leaf; default 20. */
  readonly leastRows?: number
  /** Smallest Σ second derivatives of a leaf; default 0.001. */
  readonly leastBend?: number
  /** A split must gain more than this; default 0. */
  readonly leastGain?: number
  /** Most bins of a column, up to 255; default 255. */
  readonly bins?: number
  /** Columns of codes without order (0, 1, …; NaN or negative is missing). */
  readonly categorical?: readonly number[]
  /** Added to Σ second derivatives when categories are ordered; default 10. */
  readonly smoothing?: number
  /** Categories with fewer rows in a leaf go with the missing; default 10. */
  readonly leastCategory?: number
  /** How much a row counts; default 1. */
  readonly weights?: ArrayLike<number>
  /** Rows held out, on which growth stops when `patience` trees in a row bring nothing; the trees of the best moment are kept. None, or an empty list: no early end. */
  readonly heldOut?: ArrayLike<number>
  /** Default 20. */
  readonly patience?: number
  /** Share of rows, and of columns, that each tree sees; default 1. Less needs `draw`. */
  readonly rowShare?: number
  readonly columnShare?: number
  readonly draw?: Pick<Draw, 'next'>
  /** Who works; default this thread alone. */
  readonly crew?: Crew
}

/**
 * Fits trees to columns (each an array over the same rows) and a target: 1 and 0 for `log` (shares between are allowed), any number for `squared`.
 * How it ended is in `ended`: `one-class` where all answers are the same (then there is no tree, and the chance is (yes + 1) ÷ (n + 2)), `no-split` where no
 * split gains anything. Throws RangeError on columns of different lengths, a target that is not a number, or options out of range.
 */
export function fitTrees(columns: readonly ArrayLike<number>[], target: ArrayLike<number>, options: TreeOptions): Trees {
  const { loss, trees: most = 100, rate = 0.1, patience = 20, rowShare = 1, columnShare = 1, draw, crew = alone } = options
  const heldOut = options.heldOut && options.heldOut.length > 0 ? options.heldOut : undefined
  const bounds: Bounds = { leaves: options.leaves ?? 31, depth: options.depth ?? Infinity, leastRows: options.leastRows ?? 20, leastGain: options.leastGain ?? 0, rate }
  refuse(columns, target, options, bounds)
  const { ground, binned, train, base, isOneClass } = groundOf(columns, target, options, bounds)
  const store = emptyStore(binned, loss, base)
  if (isOneClass) return storedTrees(store, 0, 'one-class', [])
  const { control, rows } = ground
  control[lossCell] = loss === 'log' ? logLossKind : squaredKind
  const kernel = kernelOf(ground.memory)
  const work = workOn(ground, kernel)
  const losses: number[] = []
  let [best, grown, ended]: [number, number, Trees['ended']] = [0, 0, 'all']
  crew.begin(ground)
  try {
    const overRows = (kind: number): void => { control[kindCell] = kind; lead(ground, work, Math.ceil(rows / stretch)) }
    overRows(slopeKind)
    let least = heldOut ? meanLoss(ground, heldOut, loss) : 0
    for (let round = 0; round < most; round += 1) {
      const fitted = resetOrder(ground, train, rowShare, columnShare, draw)
      control[fitCell] = fitted
      const growth = growTree(ground, kernel, work, fitted, bounds)
      if (growth.nodes === 1 && rowShare === 1 && columnShare === 1) { ended = 'no-split'; break }
      addTree(store, ground, growth)
      grown += 1
      if (round + 1 === most && !heldOut) break
      overRows(addKind)
      overRows(slopeKind)
      if (!heldOut) continue
      const now = meanLoss(ground, heldOut, loss)
      losses.push(now)
      if (now < least) { least = now; best = grown }
      if (grown - best >= patience) { ended = 'patience'; break }
    }
  } finally { close(ground) }
  return storedTrees(store, heldOut ? best : grown, ended, losses)
}

function refuse(columns: readonly ArrayLike<number>[], target: ArrayLike<number>, options: TreeOptions, bounds: Bounds): void {
  const { rowShare = 1, columnShare = 1 } = options
  if (target.length === 0 || columns[0]?.length !== target.length) throw new RangeError('every answer needs a row')
  for (let i = 0; i < target.length; i += 1) {
    const one = target[i] ?? Number.NaN
    if (!Number.isFinite(one) || (options.loss === 'log' && (one < 0 || one > 1))) throw new RangeError('an answer is no number, or no chance between 0 and 1')
    if (options.weights && !((options.weights[i] ?? -1) >= 0 && (options.weights[i] ?? 0) < Infinity)) throw new RangeError('a weight is missing, negative or infinite')
  }
  if (!Number.isInteger(bounds.leaves) || bounds.leaves < 2 || !(bounds.rate > 0) || !(bounds.leastRows >= 1)) throw new RangeError('at least two leaves, one row and a positive rate')
  const { penalty = 1, leastBend = 0.001, heldOut = [] } = options
  if (!(penalty >= 0 && leastBend >= 0 && penalty + leastBend > 0)) throw new RangeError('penalty and least second derivative are not negative, and not both 0')
  for (let i = 0; i < heldOut.length; i += 1) if (!(Number(heldOut[i]) < target.length)) throw new RangeError('a row is held out that is not there')
  if (!(rowShare > 0 && rowShare <= 1 && columnShare > 0 && columnShare <= 1)) throw new RangeError('shares lie above 0 and up to 1')
  if ((rowShare < 1 || columnShare < 1) && !options.draw) throw new RangeError('sampling needs a generator to draw from')
}

/** Mean loss of scores on the rows named, by their weights: −ln of the chance given to what happened, or the squared error. */
function meanLoss({ score, target, weight }: Ground, rows: ArrayLike<number>, loss: 'log' | 'squared'): number {
  let [sum, whole] = [0, 0]
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] ?? 0
    const [s, y, w] = [score[row] ?? 0, target[row] ?? 0, weight[row] ?? 0]
    sum += w * (loss === 'squared' ? (s - y) ** 2 : Math.max(s, 0) - s * y + Math.log1p(Math.exp(-Math.abs(s))))
    whole += w
  }
  if (whole === 0) throw new RangeError('no row that is held out has any weight')
  return sum / whole
}
