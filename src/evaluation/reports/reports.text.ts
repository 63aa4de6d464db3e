/** The report on a terminal. */
import { inColumns, plainText, wrapped } from '#foundation/columns.ts'
import type { Document, Section, Table } from './reports.document.ts'

export function textOf({ title, answer, subtitle, sections, footer }: Document, columns: number): string {
  const width = Math.max(60, Math.min(columns, 120))
  const rule = '─'.repeat(width)
  return [
    '', ...wrapped(title, width), ...wrapped(plainText(subtitle), width), rule, ...wrapped(answer, width), '',
    ...sections.flatMap((section) => linesOf(section, width)), rule, ...wrapped(footer, width), ''
  ].join('\n')
}

const linesOf = ({ title, paragraphs, tables, remarks }: Section, width: number): readonly string[] => [
  `■ ${title}`, ...paragraphs.flatMap((text) => wrapped(plainText(text), width, 2)), ...tables.flatMap((table) => ['', ...rowsOf(table, width)]),
  ...(remarks.length > 0 ? ['', ...remarks.flatMap((text) => wrapped(plainText(text), width, 2))] : []), ''
]

function rowsOf({ head, rows, aligns, hasProse }: Table, width: number): readonly string[] {
  if (rows.length === 0) return []
  const plain = rows.map((row) => row.map(plainText))
  // A sentence beside numbers would be cut: it goes on a line of its own below them.
  const [first = '', ...rest] = inColumns([head, ...plain].map((row) => (hasProse === true ? row.slice(0, -1) : row)), aligns, { columns: width })
  const below = (place: number) => (hasProse === true ? wrapped(plain[place]?.at(-1) ?? '', width, 6) : [])
  return [first, `  ${'·'.repeat(Math.max(0, width - 2))}`, ...rest.flatMap((line, place) => [line, ...below(place)])]
}
