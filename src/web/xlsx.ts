import { strToU8, zipSync } from 'fflate'
import type { Cell, Sheet } from './sheet.ts'

/** The smallest workbook that Excel, WPS and LibreOffice open: one sheet, inline strings, numbers as numbers. Loaded only when somebody exports. */
export function xlsxOf({ name, header, rows }: Sheet): Uint8Array<ArrayBuffer> {
  const title = escaped(name.replace(/[\\/:*?[\]]/g, ' ').slice(0, 31))
  const lines = [header, ...rows].map((row, index) => `<row r="${String(index + 1)}">${row.map(cellOf).join('')}</row>`).join('')
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const parts = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${relation}"><sheets><sheet name="${title}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>${lines}</sheetData></worksheet>`
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])))
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

function cellOf(cell: Cell): string {
  if (cell === null || cell === undefined || cell === '') return '<c/>'
  return typeof cell === 'number' && Number.isFinite(cell) ? `<c><v>${String(cell)}</v></c>` : `<c t="inlineStr"><is><t xml:space="preserve">${escaped(String(cell))}</t></is></c>`
}

// Control characters are not allowed in XML at all: a name with one would make the whole file unreadable.
const escaped = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
