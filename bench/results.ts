/** How results are written, on the screen and in RESULTS.md. */
import { holds, ratioOf, type Limit, type Row } from './bench.ts'

export interface Outcome {
  readonly name: string
  readonly title: string
  readonly skipped?: string
  readonly failed?: string
  readonly rows: readonly Row[]
}

export interface Circumstances { readonly day: string, readonly commit: string, readonly machine: string, readonly scale: number }

const number = (value: number): string => value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(2) : value.toPrecision(2)
const amount = (value: number | undefined, unit: Row['unit']): string => value === undefined ? '–' : `${number(value)} ${unit}`
const limitText = (limit: Limit | undefined, unit: Row['unit']): string => {
  if (limit === undefined) return '–'
  const bound = 'atMost' in limit ? `≤ ${limit.atMost}` : `≥ ${limit.atLeast}`
  return limit.of === 'ours' ? `${bound} ${unit}` : `${bound} ×`
}

export function tableOf(outcomes: readonly Outcome[]): string {
  const lines = ['| | what | ours | theirs | ratio | limit | |', '|---|---|---:|---:|---:|---:|---|']
  for (const { name, rows, skipped, failed } of outcomes) {
    if (skipped !== undefined) lines.push(`| ${name} | skipped: ${skipped} | | | | | |`)
    if (failed !== undefined) lines.push(`| ${name} | failed: ${failed.split('\n')[0] ?? ''} | | | | | missed |`)
    for (const row of rows) {
      if (row.skipped !== undefined) { lines.push(`| ${name} | ${row.what} | skipped: ${row.skipped} | | | | |`); continue }
      const ratio = ratioOf(row)
      const verdict = { true: 'holds', false: '**missed**', undefined: '' }[`${holds(row)}`] ?? ''
      lines.push(`| ${name} | ${row.what} | ${amount(row.ours, row.unit)} | ${amount(row.theirs, row.unit)} | ${ratio === undefined ? '–' : `${number(ratio)} ×`} | ${limitText(row.limit, row.unit)} | ${verdict} |`)
    }
  }
  return lines.join('\n')
}

export const resultsOf = (outcomes: readonly Outcome[], { day, commit, machine, scale }: Circumstances): string => `# Results

Written by \`npm run bench -- --write\`, not by hand. ${day}, commit ${commit}, ${machine}${scale === 1 ? '' : `, **at scale ${scale}: limits are meant for scale 1**`}.
One run each; "theirs" is the plain alternative on the same data in the same run, so the ratio means more than the seconds.

${tableOf(outcomes)}
`
