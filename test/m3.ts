/** The 3,003 series of the M3 competition with the forecasts that R's `ets` and `thetaf` (forecast 8.20) made of each: shared/data/m3. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

export interface M3Series {
  readonly name: string
  /** YEARLY, QUARTERLY, MONTHLY or OTHER. */
  readonly kind: string
  readonly period: number
  readonly training: Float64Array
  readonly after: Float64Array
  readonly byR: { readonly model: string, readonly ets: Float64Array, readonly theta: Float64Array }
}

const linesOf = (text: string): string[] => text.trimEnd().split('\n').slice(1).map((line) => line.replaceAll('"', ''))
const opened = (path: string): string => gunzipSync(readFileSync(path)).toString('utf8')

export function m3(folder: string): M3Series[] {
  const at = (file: string): string => join(folder, 'm3', file)
  const all = new Map(linesOf(readFileSync(at('m3_meta.csv'), 'utf8')).map((line) => {
    const cells = line.split(',')
    const values: { train: number[], test: number[], ets: number[], theta: number[] } = { train: [], test: [], ets: [], theta: [] }
    return [cells[0] ?? '', { kind: cells[3] ?? '', period: Number(cells[6]), model: { text: '' }, values }]
  }))
  for (const line of linesOf(opened(at('m3_long.csv.gz')))) {
    const [name = '', set = '', , value] = line.split(',')
    all.get(name)?.values[set === 'train' ? 'train' : 'test'].push(Number(value))
  }
  for (const line of linesOf(opened(at('m3_r_ets_thetaf_forecasts.csv.gz')))) {
    // The model has commas of its own: ETS(M,Ad,M).
    const [, name = '', model = '', ets, theta] = /^(N\d+),(ETS\([^)]*\)),\d+,([^,]+),([^,]+)$/.exec(line) ?? []
    const one = all.get(name)
    if (!one) throw new Error(`cannot read ${line}`)
    one.model.text = model
    one.values.ets.push(Number(ets))
    one.values.theta.push(Number(theta))
  }
  return Array.from(all, ([name, { kind, period, model, values }]) => ({
    name, kind, period, training: Float64Array.from(values.train), after: Float64Array.from(values.test),
    byR: { model: model.text, ets: Float64Array.from(values.ets), theta: Float64Array.from(values.theta) }
  }))
}
