/** The list as a file: read page by page, written as it is read, so that a million customers need no more memory than a thousand. */
import { PassThrough, Readable } from 'node:stream'
import { keysOf, mask, type Key, type KeyKind } from '#customers/identity/identity.ts'
import type { Db } from '#foundation/db.ts'
import { say, type Locale } from '#foundation/words.ts'
import * as list from './record.list.sql.ts'
import { regionName } from './record.regions.ts'
import type { CustomerFilter } from './record.schema.ts'
import { basicWords, customerKindWords, genderWords } from './record.words.ts'

const pageSize = 2000
const headings = ['customerId', 'name', 'kind', 'gender', 'phone', 'email', 'card', 'region', 'source', 'createdAt'] as const

/** A cell that a spreadsheet would run as a formula is made text by an apostrophe (OWASP, CSV injection). */
export const formulaSafe = (text: string): string => (/^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text)

export const csvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => { const safe = formulaSafe(cell); return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe }).join(',')}\r\n`

async function* rowsOf(db: Db, filter: CustomerFilter, reveal: boolean, locale: Locale): AsyncGenerator<readonly string[]> {
  yield headings.map((name) => say(basicWords[name], locale))
  for (let after: string | undefined; ;) {
    const page = await list.listCustomers(db, filter, after, pageSize)
    const keys = await keysOf(db, page.map((row) => row.customerId), ['phone', 'email', 'card'])
    for (const row of page) {
      const own = keys.get(row.customerId) ?? []
      yield [
        row.customerId, row.name ?? '', say(customerKindWords[row.kind], locale), row.gender === null ? '' : say(genderWords[row.gender], locale),
        written(own, 'phone', reveal), written(own, 'email', reveal), written(own, 'card', reveal), regionName(row.region) ?? '', row.source, row.createdAt.toISOString()
      ]
    }
    after = page.at(-1)?.customerId
    if (page.length < pageSize) return
  }
}

/** Mainland numbers without the country code, as people write them; a leading plus would read as a formula. */
const written = (keys: readonly Key[], kind: KeyKind, reveal: boolean): string =>
  keys.filter((key) => key.kind === kind).map((key) => (reveal ? key.value.replace(/^\+86(?=1\d{10}$)/, '') : mask(key))).join(' / ')

/** UTF-8 with the mark that lets Excel read Chinese. */
export function exportCsv(db: Db, filter: CustomerFilter, reveal: boolean, locale: Locale): Readable {
  return Readable.from((async function* () {
    yield '\ufeff'
    let piece = ''
    for await (const row of rowsOf(db, filter, reveal, locale)) {
      piece += csvLine(row)
      if (piece.length > 65_536) { yield piece; piece = '' }
    }
    if (piece !== '') yield piece
  })(), { objectMode: false })
}

/** Cells are written as text, which a spreadsheet never runs. */
export function exportXlsx(db: Db, filter: CustomerFilter, reveal: boolean, locale: Locale): Readable {
  const stream = new PassThrough()
  const write = async (): Promise<void> => {
    // Loaded when somebody asks for a sheet: it costs a quarter of a second and 40 MB, which every start would pay.
    const { default: exceljs } = await import('exceljs')
    const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: false, useSharedStrings: false })
    const sheet = workbook.addWorksheet(locale === 'en' ? 'Customers' : '客户')
    for await (const row of rowsOf(db, filter, reveal, locale)) sheet.addRow([...row]).commit()
    sheet.commit()
    await workbook.commit()
  }
  write().catch((error: unknown) => stream.destroy(error instanceof Error ? error : new Error(String(error))))
  return stream
}
