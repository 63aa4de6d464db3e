/** Tables as files. What a person exports opens in Excel as it should: CSV with a byte order mark, XLSX with real numbers. */
export type Cell = string | number | null | undefined
export interface Sheet { readonly name: string, readonly header: readonly string[], readonly rows: readonly (readonly Cell[])[] }

export function saveCsv(sheet: Sheet): void {
  const lines = [sheet.header, ...sheet.rows].map((row) => row.map(csvCell).join(','))
  save(new Blob(['\uFEFF', lines.join('\r\n'), '\r\n'], { type: 'text/csv;charset=utf-8' }), `${sheet.name}.csv`)
}

export async function saveXlsx(sheet: Sheet): Promise<void> {
  const { xlsxOf } = await import('./xlsx.ts')
  save(new Blob([xlsxOf(sheet)], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }), `${sheet.name}.xlsx`)
}

export function save(blob: Blob, fileName: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = fileName.replace(/[\\/:*?"<>|]/g, '-')
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** A text that a spreadsheet would run as a formula (a customer may be named `=HYPERLINK(…)`) is made text by an apostrophe. */
export function csvCell(cell: Cell): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number') return String(cell)
  const harmless = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
