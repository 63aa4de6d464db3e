/** Order files that real people send, and some that nobody should: made in a folder, never kept. Each must end in a clear answer and no damage. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'

const head = '订单编号,下单时间,会员手机,商品名称,数量,实付金额\n'
const row = (i: number, amount = '88.00', at = '2026-03-01 10:00:00'): string => `D${i},${at},1380000${String(i % 10_000).padStart(4, '0')},茉莉花茶,1,${amount}\n`

/** 订单编号,下单时间,金额 and one row, in GBK. */
const gbk = Buffer.from('b6a9b5a5b1e0bac52ccfc2b5a5cab1bce42cbdf0b6ee0a42312c323032362d30332d30312c31322e35300a', 'hex')

export const hostileFiles: Readonly<Record<string, () => string | Buffer>> = {
  'empty.csv': () => '',
  'header-only.csv': () => head,
  'bom-crlf.csv': () => `\uFEFF${(head + row(1) + row(2)).replaceAll('\n', '\r\n')}`,
  'utf16le.csv': () => Buffer.from(`\uFEFF${head}${row(1)}`, 'utf16le'),
  'utf16be.csv': () => Buffer.from(`\uFEFF${head}${row(1)}`, 'utf16le').swap16(),
  'gbk.csv': () => gbk,
  'gbk-no-date.csv': () => Buffer.from([0xb6, 0xa9, 0xb5, 0xa5, 0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xbd, 0xf0, 0xb6, 0xee, 0x0a, 0xb2, 0xe8, 0x2c, 0x31, 0x32, 0x2e, 0x35, 0x30, 0x0a]),
  'late-gbk.csv': () => Buffer.concat([Buffer.from('order,date,customer,amount,note\n' + Array.from({ length: 12_000 }, (_, i) => `B${i},2026-03-01,k1,1.00,plain\n`).join('')), Buffer.from('A2,2026-03-01,k1,1.00,'), Buffer.from([0xb2, 0xe8, 0x0a])]),
  'latin1.csv': () => Buffer.from('order,date,customer,amount,note\nA1,2026-03-01,k1,1.00,caf\xe9 \xa3 5\n', 'latin1'),
  'semicolon-german.csv': () => 'Order;Date;Customer;Amount\n1;31.12.2025;a@example.com;1.234,56\n',
  'tabs.tsv': () => (head + row(1) + row(2)).replaceAll(',', '\t'),
  'pipes.txt': () => (head + row(1)).replaceAll(',', '|'),
  'mac.csv': () => (head + row(1) + row(2)).replaceAll('\n', '\r'),
  'sep.csv': () => `sep=;\n${(head + row(1)).replaceAll(',', ';')}`,
  'preamble.csv': () => `店铺,常客茶叶\n导出时间,2026-03-02\n\n${head}${row(1)}`,
  'amounts.csv': () => head + ['1,234.56', '"1,234.56"', '￥1，234.56', '１２３.４５', '-88', '(88.00)', '1e3', '', 'abc', '99999999999999999999', '0.005', '"1.234,56"', '88元'].map((a, i) => row(i, a)).join(''),
  'dates.csv': () => head + ['2026-02-31 00:00:00', '2026/3/1', '2026年3月1日', '03/04/2026', '45000', '2026-03-29T02:30:00+02:00', '1969-12-31', '2999-01-01', 'yesterday', ''].map((d, i) => row(i, '88', d)).join(''),
  'quotes.csv': () => `${head}D1,2026-03-01,13800000001,"茶 ""特级""\n第二行",1,88\nD2,2026-03-01,13800000002,"没有结束\n`,
  'open-quote.csv': () => `${head}D1,2026-03-01,13800000001,"没有结束,1,88\n${Array.from({ length: 5_000 }, (_, i) => row(i + 2)).join('')}`,
  'ragged.csv': () => `${head}D1,2026-03-01\nD2,2026-03-01,13800000002,茶,1,88,多,余\nD3,2026-03-01,13800000003,茶,1,88,,\n`,
  'formula.csv': () => `${head}D1,2026-03-01,13800000001,"=HYPERLINK(""http://127.0.0.1"",""x"")",1,88\nD2,2026-03-01,13800000002,+1+cmd|calc!A0,1,free\n`,
  'nul-and-control.csv': () => `${head}D1,2026-03-01,13800000001,茶\u0000\u0007\u202e,1,88\n`,
  'same-order-twice.csv': () => head + row(1, '88') + row(1, '88') + row(1, '99'),
  'scattered.csv': () => head + row(1, '88') + row(2, '10') + row(1, '99') + row(3, '5') + row(2, '20'),
  'two-customers.csv': () => `${head}D1,2026-03-01,13800000001,茶,1,88\nD1,2026-03-01,13800000002,茶,1,88\n${row(9)}`,
  'half-bad-order.csv': () => `${head}D1,2026-03-01,13800000001,茶,1,88\nD1,2026-03-01,13800000001,茶,1,abc\n${row(9)}`,
  'return-before-order.csv': () => 'InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice,CustomerID\nC900,TEA,-1,2026-02-01 10:00:00,12.5,77\n900,TEA,1,2026-03-01 10:00:00,12.5,77\n',
  'cancelled.csv': () => '订单编号,下单时间,手机号,商品名称,数量,金额,订单状态\nD1,2026-03-01,13800000001,茶,1,88,已取消\nD2,2026-03-01,13800000001,茶,1,88,待付款\nD3,2026-03-01,13800000001,茶,1,88,交易成功\n',
  'not-a-csv.csv': () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
  'old-excel.xls': () => Buffer.from('d0cf11e0a1b11ae10000', 'hex'),
  'noise.csv': () => Buffer.from(Array.from({ length: 4_096 }, (_, i) => (i * 7_919) % 251)),
  '..%2f..%2fname.csv': () => head + row(1),
  'bomb.xlsx': () => zip([...workbook, ['xl/worksheets/sheet1.xml', Buffer.alloc(300_000_000, ' ')]]),
  'lying-bomb.xlsx': () => lyingZip([...workbook, ['xl/worksheets/sheet1.xml', Buffer.alloc(300_000_000, ' ')]]),
  'broken.xlsx': () => zip(workbook).subarray(0, 200),
  'broken.csv.gz': () => Buffer.from('1f8b0800000000000003abcdef', 'hex')
}

const workbook: readonly (readonly [string, string])[] = [
  ['xl/workbook.xml', '<workbook><sheets><sheet name="Orders" sheetId="1" r:id="rId1"/></sheets></workbook>'],
  ['xl/_rels/workbook.xml.rels', '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>']
]

/** A workbook of one sheet, of the cells given: text inline, numbers as they are, `Date` as a styled serial number. */
export function sheetFile(rows: readonly (readonly (string | number | Date)[])[]): Buffer {
  const letter = (column: number): string => String.fromCharCode(65 + column)
  const cell = (value: string | number | Date, at: string): string =>
    typeof value === 'string' ? `<c r="${at}" t="inlineStr"><is><t>${value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`
      : value instanceof Date ? `<c r="${at}" s="1"><v>${value.getTime() / 86_400_000 + 25_569}</v></c>` : `<c r="${at}"><v>${value}</v></c>`
  const sheet = rows.map((cells, index) => `<row r="${index + 1}">${cells.map((value, column) => cell(value, `${letter(column)}${index + 1}`)).join('')}</row>`).join('')
  return zip([...workbook,
    ['xl/styles.xml', '<styleSheet><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>'],
    ['xl/worksheets/sheet1.xml', `<worksheet><sheetData>${sheet}</sheetData></worksheet>`]])
}

type Content = readonly (readonly [name: string, data: string | Buffer])[]

export function zip(content: Content, declared = (size: number): number => size): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, data] of content) {
    const bytes = Buffer.from(data)
    const packed = deflateRawSync(bytes)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(20, 4)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(crc32(bytes), 14)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(declared(bytes.length), 22)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(crc32(bytes), 16)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(declared(bytes.length), 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(offset, 42)
    parts.push(local, Buffer.from(name), packed)
    directory.push(entry, Buffer.from(name))
    offset += 30 + name.length + packed.length
  }
  const index = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(content.length, 8)
  end.writeUInt16LE(content.length, 10)
  end.writeUInt32LE(index.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, index, end])
}

/** Declares a size that is not true. */
const lyingZip = (content: Content): Buffer => zip(content, (size) => Math.min(size, 1_000))

export function writeHostile(folder: string, name: string): string {
  const path = join(folder, encodeURIComponent(name))
  writeFileSync(path, hostileFiles[name]?.() ?? '')
  return path
}
