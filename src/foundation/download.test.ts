import { buffer, text } from 'node:stream/consumers'
import exceljs from 'exceljs'
import { expect, it } from 'vitest'
import { download } from './download.ts'

async function* rows() {
  yield ['姓名', 'n']
  yield ['=1+1', -5]
  yield ['a "b", c', null]
  yield ['＝SUM(A1)', 0.5]
}

it('writes CSV that Excel reads and no spreadsheet runs', async () => {
  const { headers, body } = download('csv', 'at risk', rows())
  expect(headers['content-disposition']).toBe('attachment; filename="at-risk.csv"')
  expect((await buffer(body)).toString()).toBe("\ufeff姓名,n\r\n'=1+1,-5\r\n\"a \"\"b\"\", c\",\r\n'＝SUM(A1),0.5\r\n")
})

it('writes XLSX with texts as texts and numbers as numbers', async () => {
  const workbook = new exceljs.Workbook()
  const file = await buffer(download('xlsx', 'x', rows()).body)
  await workbook.xlsx.load(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer)
  const sheet = workbook.worksheets[0]
  expect([sheet?.getCell('A2').value, sheet?.getCell('B2').value, sheet?.getCell('A1').value]).toEqual(['=1+1', -5, '姓名'])
})

it('ends with the error of its rows', async () => {
  async function* broken() { yield ['a']; throw new Error('no more') }
  await expect(text(download('csv', 'x', broken()).body)).rejects.toThrow('no more')
  await expect(buffer(download('xlsx', 'x', broken()).body)).rejects.toThrow('no more')
})
