/** The first rows of a file as they would be understood: what a person checks before anything is written. */
import type { Business } from '#settings/business/business.ts'
import { createWall } from './clockwork.ts'
import { faultWords, type FaultCode } from './faults.words.ts'
import type { PreviewRow } from './imports.schema.ts'
import type { Layout } from './layout.ts'
import { gapsOf, type Mapping } from './mapping.ts'
import { createRowReader, isFault } from './rows.ts'

export function previewRows({ headers, sample, headerLine }: Layout, mapping: Mapping, { zone, country, currency }: Business, now: Date): PreviewRow[] {
  if (gapsOf(mapping).length > 0) return sample.map((cells, index) => ({ line: headerLine + 1 + index, cells: [...cells], understood: null, fault: null }))
  const read = createRowReader(mapping, headers.length, { zone, country, currency, now, onNote: () => undefined })
  const wall = createWall(zone)
  return sample.map((cells, index) => {
    const facts = read(cells)
    const line = headerLine + 1 + index
    if (isFault(facts)) return { line, cells: [...cells], understood: null, fault: faultOf(facts.code, facts.detail) }
    const amount = facts.amount === undefined ? undefined : facts.amount - Math.sign(facts.amount) * Math.min(facts.discount, Math.abs(facts.amount))
    return {
      line, cells: [...cells], fault: null,
      understood: {
        number: facts.number === '' ? null : facts.number, at: new Date(facts.at).toISOString(), day: wall.dayOf(facts.at), customer: facts.keys.map(({ kind, value }) => ({ kind, value })), name: facts.name,
        product: facts.productName ?? (facts.product === '' ? null : facts.product), category: facts.category, quantity: facts.quantity,
        amountMinor: amount === undefined ? null : `${amount}`, totalMinor: facts.total === undefined ? null : `${facts.total}`, currency: facts.currency, phase: facts.phase, store: facts.store, channel: facts.channel
      }
    }
  })
}

export const faultOf = (code: FaultCode, detail: Readonly<Record<string, string | number>>) => ({ code, sentence: faultWords[code], values: { ...detail } })
