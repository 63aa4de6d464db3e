/** Plain rows of a block by their order number: each group goes to the quick reader, and row by row to the long way where that does not know. */
import type { TakePlain } from './blocks.ts'
import type { FileOrders } from './facts.ts'
import type { Group, QuickReader } from './quick.ts'
import { createRowScanner, sameBytes } from './spans.ts'

export interface Grouping {
  /** Whether the order of this number may be built at once: no row of it went another way. */
  readonly mayBuild: (number: () => string) => boolean
  readonly onOrders: (orders: FileOrders, rows: number) => void
  readonly onRow: (cells: string[], line: number) => void
}

/** A group that is still open at the end of a block begins the next one, unless it is longer than this. */
const mostKept = 2_000

export function takeGroups(delimiter: string, width: number, numberAt: number, reader: QuickReader, { mayBuild, onOrders, onRow }: Grouping): TakePlain {
  const { scan, stride } = createRowScanner(delimiter, width)
  let spans = new Int32Array(64 * stride)

  const apart = (group: Group): void => { for (let row = 0; row < group.rows; row++) onRow(reader.cellsOf(group, row), group.line + row) }
  const give = (group: Group): void => {
    if (group.rows === 0) return
    const number = (): string => group.block.toString('utf8', spans[numberAt] ?? 0, (spans[numberAt + 1] ?? 0) - 1).trim()
    const built = mayBuild(number) ? reader.build(group) : undefined
    if (built) onOrders(built, group.rows)
    else apart(group)
  }

  return (block, begin, end, line, last) => {
    let at = begin
    let groupAt = begin
    let groupLine = line
    let rows = 0
    const group = (): Group => ({ block, spans, rows, line: groupLine })
    while (at < end) {
      const base = rows * stride
      if (base + stride > spans.length) {
        const wider = new Int32Array(spans.length * 2)
        wider.set(spans)
        spans = wider
      }
      const next = scan(block, at, spans, base)
      if (next < 0) {
        // The odd row may be of the same order.
        apart(group())
        return { at, lines: groupLine + rows - line, odd: true }
      }
      const start = spans[base + numberAt] ?? 0
      const stop = spans[base + numberAt + 1] ?? 0
      const first = spans[numberAt] ?? 0
      if (rows > 0 && !(stop - start === (spans[numberAt + 1] ?? 0) - first && sameBytes(block, start, stop - 1, block, first))) {
        give(group())
        spans.copyWithin(0, base, base + stride)
        groupAt = at
        groupLine += rows
        rows = 0
      }
      rows++
      at = next
    }
    if (last) {
      give(group())
      return { at: end, lines: groupLine + rows - line, odd: false }
    }
    if (rows > mostKept) {
      apart(group())
      return { at: end, lines: groupLine + rows - line, odd: false }
    }
    return { at: groupAt, lines: groupLine - line, odd: false }
  }
}
