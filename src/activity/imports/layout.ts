/** What was found in a file, kept beside it: enough to show the columns and the first rows again without opening it. */
import type { Table } from './table.ts'

export interface Layout {
  readonly kind: 'csv' | 'xlsx'
  readonly encoding: string
  readonly delimiter: string
  readonly headerLine: number
  readonly headers: readonly string[]
  /** The first rows as they stand. */
  readonly sample: readonly (readonly string[])[]
}

const shownRows = 20
const shownCharacters = 200

export const layoutOf = ({ kind, encoding, delimiter, headerLine, headers, sample }: Table): Layout => ({
  kind, encoding, delimiter, headerLine, headers: headers.map((header) => header.slice(0, shownCharacters)),
  sample: sample.slice(0, shownRows).map((cells) => cells.slice(0, headers.length).map((cell) => cell.slice(0, shownCharacters)))
})
