import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { csvCell } from './sheet.ts'
import { xlsxOf } from './xlsx.ts'

it('never lets a spreadsheet run a customer’s name', () => {
  expect(csvCell('=HYPERLINK("http://evil")')).toBe(`"'=HYPERLINK(""http://evil"")"`)
  expect(['+1', '-1', '@x', '\tx'].map(csvCell)).toEqual(["'+1", "'-1", "'@x", "'\tx"])
  expect([csvCell(-12.5), csvCell('陈静怡'), csvCell('a,b'), csvCell(null), csvCell(undefined)]).toEqual(['-12.5', '陈静怡', '"a,b"', '', ''])
})

it('writes a workbook whose numbers are numbers and whose text is only text', () => {
  const parts = unzipSync(xlsxOf({ name: '先联系谁/2011', header: ['客户', '金额'], rows: [['<陈> & "怡"\u0001', 12.5], [null, Number.NaN]] }))
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  expect(sheet).toContain('<row r="2"><c t="inlineStr"><is><t xml:space="preserve">&lt;陈&gt; &amp; &quot;怡&quot;</t></is></c><c><v>12.5</v></c></row>')
  expect(sheet).toContain('<row r="3"><c/><c t="inlineStr">')
  expect(strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array())).toContain('sheet name="先联系谁 2011"')
})
