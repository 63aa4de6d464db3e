/** How the file was read: what a person checks first when a figure looks wrong. */
import type { Section, Table } from './reports.document.ts'
import type { Figures } from './reports.figures.ts'
import type { FileReading, Report } from './reports.schema.ts'
import { fileWords as words, reportWords } from './reports.words.ts'

const delimiterWords = { '\t': words.tab, ',': words.comma, ';': words.semicolon, '|': words.bar } as const

export function fileSection({ file, totals }: Report, figures: Figures): Section {
  const { tell, num, percent, money } = figures
  const preset = file.preset === null ? '' : tell(words.preset, { preset: file.preset })
  const used = file.columns.filter((column) => column.field !== null)
  const unused = file.columns.filter((column) => column.field === null)
  const sure = (count: number, minor: string) => tell(words.sure, { n: num(count), money: money(minor) })
  return {
    id: 'file', title: tell(words.title),
    paragraphs: [
      file.kind === 'xlsx' ? tell(words.readSheet, { rows: num(file.rows), preset }) : tell(words.read, { rows: num(file.rows), kind: 'CSV', encoding: file.encoding, delimiter: delimiterOf(file, figures), preset }),
      tell(words.columns, { columns: used.map(({ header, field }) => tell(words.column, { header, field: field ?? '' })).join('; ') }),
      ...(unused.length > 0 ? [tell(words.unused, { columns: unused.map(({ header }) => header).join(', ') })] : []),
      file.rejected === 0 ? tell(words.rejectedNone) : tell(words.rejected, { rows: num(file.rejected), share: percent(file.rejected / Math.max(1, file.rows), 1) })
    ],
    tables: [
      ...(file.reasons.length > 0 ? [reasonsOf(file, figures)] : []),
      {
        caption: tell(words.title), head: [tell(words.figure), tell(words.value)], aligns: ['left', 'left'],
        rows: [
          [tell(words.span), totals.firstDay === null ? tell(reportWords.dash) : `${totals.firstDay} – ${totals.lastDay ?? ''}`],
          [tell(words.sales), sure(totals.sales, totals.salesMinor)],
          [tell(words.refunds), sure(totals.refunds, totals.refundsMinor)],
          ...(totals.anonymousSales > 0 ? [[tell(words.anonymous), num(totals.anonymousSales)]] : []),
          [tell(words.customers), num(totals.customers)], [tell(words.orders), num(totals.orders)], [tell(words.money), money(totals.moneyMinor)]
        ]
      }
    ],
    remarks: file.notes.map((note) => tell(note))
  }
}

function delimiterOf(file: FileReading, { tell }: Figures): string {
  const word = Object.entries(delimiterWords).find(([sign]) => sign === file.delimiter)?.[1]
  return word === undefined ? file.delimiter : tell(word)
}

function reasonsOf(file: FileReading, { tell, num }: Figures): Table {
  const exampleOf = (code: string) => file.examples.find((one) => one.code === code)
  return {
    caption: tell(words.reason), head: [tell(words.rows), tell(words.example), tell(words.reason)], aligns: ['right', 'right', 'left'],
    rows: file.reasons.map((reason) => { const example = exampleOf(reason.code); return [num(reason.rows), example === undefined ? tell(reportWords.dash) : num(example.line), tell(example?.sentence ?? reason.sentence)] })
  }
}
