/** Hillstrom's e-mail experiment: 64,000 customers, a third each to a men's mail, a women's mail and none. One row a customer, as the published recipes code it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

export interface Mailed {
  readonly arm: 'Mens E-Mail' | 'Womens E-Mail' | 'No E-Mail'
  readonly visit: number
  readonly conversion: number
  readonly spend: number
  /** recency, ln history, mens, womens, newbie, rural, urban, phone, multichannel. */
  readonly features: readonly number[]
}

export function hillstrom(folder: string): readonly Mailed[] {
  const [, ...lines] = gunzipSync(readFileSync(join(folder, 'hillstrom', 'hillstrom.csv.gz'))).toString('utf8').trim().split(/\r?\n/)
  return lines.map((line) => {
    // The second column holds bounds with commas, quoted.
    const [recency = '', , history = '', mens = '', womens = '', zip = '', newbie = '', channel = '', segment = '', visit = '', conversion = '', spend = ''] = line.replace(/"[^"]*"/, '').split(',')
    const arm = segment === 'Mens E-Mail' || segment === 'Womens E-Mail' ? segment : 'No E-Mail'
    return {
      arm, visit: Number(visit), conversion: Number(conversion), spend: Number(spend),
      features: [Number(recency), Math.log(Number(history)), Number(mens), Number(womens), Number(newbie), Number(zip === 'Rural'), Number(zip === 'Urban'), Number(channel === 'Phone'), Number(channel === 'Multichannel')]
    }
  })
}
