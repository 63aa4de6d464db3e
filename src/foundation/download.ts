/** Rows as a file: CSV that Excel reads as UTF-8, or XLSX; written as they come, so that a long list needs no more memory than a short one. */
import { PassThrough, Readable } from 'node:stream'

export type Cell = string | number | null
export type Rows = AsyncIterable<readonly Cell[]>

/** A text that a spreadsheet would run as a formula is made plain by an apostrophe (OWASP, CSV injection). Numbers are numbers. */
const formulaSafe = (text: string): string => (/^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text)

const csvCell = (cell: Cell): string => {
  if (cell === null) return ''
  if (typeof cell === 'number') return `${cell}`
  const safe = formulaSafe(cell)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function csvOf(rows: Rows): Readable {
  return Readable.from((async function* () {
    let piece = '\ufeff'
    for await (const row of rows) {
      piece += `${row.map(csvCell).join(',')}\r\n`
      if (piece.length > 65_536) { yield piece; piece = '' }
    }
    if (piece !== '') yield piece
  })(), { objectMode: false })
}

/** Texts are written as text cells, which a spreadsheet never runs. */
function xlsxOf(rows: Rows, sheetName: string): Readable {
  const stream = new PassThrough()
  const write = async (): Promise<void> => {
    // Loaded when somebody asks for a sheet: it costs a quarter of a second and 40 MB, which every start would pay.
    const { default: exceljs } = await import('exceljs')
    const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: false, useSharedStrings: false })
    const sheet = workbook.addWorksheet(sheetName)
    for await (const row of rows) sheet.addRow([...row]).commit()
    sheet.commit()
    await workbook.commit()
  }
  write().catch((error: unknown) => stream.destroy(error instanceof Error ? error : new Error(String(error))))
  return stream
}

export type FileFormat = 'csv' | 'xlsx'

/** The headers and the body of a file to download. */
export function download(format: FileFormat, name: string, rows: Rows): { readonly headers: Readonly<Record<string, string>>, readonly body: Readable } {
  return {
    headers: {
      'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="${name.replace(/[^\w.-]+/g, '-')}.${format}"`, 'cache-control': 'no-store'
    },
    body: format === 'csv' ? csvOf(rows) : xlsxOf(rows, name.slice(0, 31))
  }
}
