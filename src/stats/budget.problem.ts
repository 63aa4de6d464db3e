/**
 * A budget with what marginal returns alone cannot do: responses that begin with an S, channels that are either off or at least so much, rules over several channels.
 * Written as a mixed-integer problem in CPLEX's LP format (responses by straight pieces between breakpoints, the pieces' order by binaries: Williams 2013, Model Building in
 * Mathematical Programming, section 9.3), for a solver that the caller has, such as HiGHS; stats itself runs none.
 */
import type { Response } from './budget.ts'

export interface PiecewiseChannel {
  readonly response: Pick<Response, 'value'>
  readonly least: number
  readonly most: number
  /** May be left out altogether: spends 0, or between `least` and `most`. */
  readonly optional?: boolean
}

/** At most (or at least) so much over these channels together. */
export interface BudgetRule { readonly channels: readonly number[], readonly atMost?: number, readonly atLeast?: number }

export interface BudgetProblem {
  readonly text: string
  /** The spend of each channel from the solver's values by column name. */
  readonly spendOf: (values: Readonly<Record<string, number>>) => readonly number[]
}

/** `pieces` straight pieces a channel. Throws RangeError on bounds that cross. */
export function budgetProblem(channels: readonly PiecewiseChannel[], total: number, { pieces = 40, rules = [] }: { readonly pieces?: number, readonly rules?: readonly BudgetRule[] } = {}): BudgetProblem {
  for (const { least, most } of channels) if (!(least >= 0 && most >= least)) throw new RangeError(`no channel spends between ${least} and ${most}`)
  const points = channels.map(({ least, most }) => Array.from({ length: pieces + 1 }, (_, k) => least + ((most - least) * k) / pieces))
  const sum = (terms: readonly (readonly [number, string])[]): string => terms.filter(([factor]) => factor !== 0).map(([factor, name]) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${name}`).join(' ') || '0 on0'
  const spent = (list: readonly number[]): readonly (readonly [number, string])[] => list.flatMap((c) => (points[c] ?? []).map((at, k) => [at, `w${c}_${k}`] as const))
  const lines = [
    'Maximize', ` value: ${sum(channels.flatMap(({ response }, c) => (points[c] ?? []).map((at, k) => [response.value(at), `w${c}_${k}`] as const)))}`,
    'Subject To', ` budget: ${sum(spent([...channels.keys()]))} <= ${total}`
  ]
  for (const [i, { channels: of, atMost, atLeast }] of rules.entries()) {
    if (atMost !== undefined) lines.push(` most${i}: ${sum(spent(of))} <= ${atMost}`)
    if (atLeast !== undefined) lines.push(` least${i}: ${sum(spent(of))} >= ${atLeast}`)
  }
  for (const [c, { optional = false }] of channels.entries()) {
    const weights = (points[c] ?? []).map((_, k) => [1, `w${c}_${k}`] as const)
    const used = Array.from({ length: pieces }, (_, k) => [1, `z${c}_${k}`] as const)
    lines.push(` all${c}: ${sum([...weights, [-1, `on${c}`]])} = 0`, ` one${c}: ${sum([...used, [-1, `on${c}`]])} = 0`)
    if (!optional) lines.push(` must${c}: on${c} = 1`)
    // A breakpoint counts only beside the piece in use.
    for (let k = 0; k <= pieces; k += 1) lines.push(` by${c}_${k}: ${sum([[1, `w${c}_${k}`], ...[k - 1, k].filter((one) => one >= 0 && one < pieces).map((one) => [-1, `z${c}_${one}`] as const)])} <= 0`)
  }
  lines.push('Binary', ...channels.map((_, c) => ` on${c} ${Array.from({ length: pieces }, (_unused, k) => `z${c}_${k}`).join(' ')}`), 'End')
  return { text: lines.join('\n'), spendOf: (values) => channels.map((_, c) => (points[c] ?? []).reduce((all, at, k) => all + at * (values[`w${c}_${k}`] ?? 0), 0)) }
}
