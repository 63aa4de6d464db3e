import { DownloadOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { useWords } from './locale.tsx'
import { Overlay } from './overlay.tsx'
import { saveCsv, saveXlsx, type Sheet } from './sheet.ts'
import type { Column } from './table.tsx'
import { tableWords } from './table.words.ts'

interface ExportProps {
  /** Builds the file from what is loaded. */
  readonly sheet?: () => Sheet
  /** Where the server writes the whole list; a long list is exported there, not from what happens to be loaded. */
  readonly hrefs?: { readonly csv: string, readonly xlsx?: string }
}

/** The export button of a table: CSV and XLSX. */
export function ExportMenu({ sheet, hrefs }: ExportProps) {
  const { say } = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <Overlay isOpen={isOpen} onOpen={setOpen} isFaceText label={say(tableWords.export)} className="ck-plain" face={<><DownloadOutlined aria-hidden /> {say(tableWords.export)}</>}>
      {hrefs && <a className="ck-item" href={hrefs.csv} download onClick={() => setOpen(false)}>{say(tableWords.csv)}</a>}
      {hrefs?.xlsx !== undefined && <a className="ck-item" href={hrefs.xlsx} download onClick={() => setOpen(false)}>{say(tableWords.xlsx)}</a>}
      {sheet && !hrefs && <button type="button" className="ck-item" onClick={() => { setOpen(false); saveCsv(sheet()) }}>{say(tableWords.csv)}</button>}
      {sheet && hrefs?.xlsx === undefined && <button type="button" className="ck-item" onClick={() => { setOpen(false); void saveXlsx(sheet()) }}>{say(tableWords.xlsx)}</button>}
    </Overlay>
  )
}

/** A table's columns and rows as a sheet. */
export function sheetOf<Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]): Sheet {
  const kept = columns.flatMap(({ title, value }) => value === undefined ? [] : [{ title, value }])
  return { name, header: kept.map(({ title }) => title), rows: rows.map((row) => kept.map(({ value }) => value(row))) }
}
