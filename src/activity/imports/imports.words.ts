/** Refusals of a whole file. What is wrong with single rows is in faults.words.ts, what the page says in page.words.ts. */
import type { Sentence } from '#foundation/words.ts'

export const importWords = {
  noFile: { zh: '找不到这个文件。', en: 'There is no such file.' },
  empty: { zh: '文件是空的，没有可读的行。', en: 'The file is empty: there is no row to read.' },
  noRows: { zh: '文件只有表头，没有数据行。', en: 'The file has a header and no rows below it.' },
  notATable: { zh: '这不是表格文件（看起来是 {kind}）。请上传 CSV 或 XLSX。', en: 'This is not a table (it looks like {kind}). Please choose a CSV or XLSX file.' },
  oldExcel: { zh: '这是旧版 Excel（.xls）或加密的文件。请另存为 .xlsx 或 CSV 后再上传。', en: 'This is an old Excel file (.xls) or an encrypted one. Save it as .xlsx or CSV and try again.' },
  encrypted: { zh: '压缩包有密码，无法读取。', en: 'The archive has a password and cannot be read.' },
  brokenArchive: { zh: '压缩文件已损坏，无法读取。', en: 'The compressed file is damaged and cannot be read.' },
  archiveUnclear: { zh: '压缩包里应当正好有一个 CSV 文件，这里有 {tables} 个。', en: 'The archive should hold exactly one CSV file; this one holds {tables}.' },
  bomb: { zh: '文件解压后大得不合理，已拒绝。', en: 'The file unpacks to an unreasonable size and was refused.' },
  lineTooLong: { zh: '第 {line} 行超过 100 万个字符，不像订单表，已停止读取。', en: 'Line {line} is longer than a million characters: this is not a table of orders, and reading stopped.' },
  endlessLine: { zh: '文件里有一行超过 400 万个字节还没有结束，不像订单表，已停止接收。', en: 'A line of the file goes on for more than four million bytes: this is not a table of orders, and it was stopped.' },
  gapTime: { zh: '没有找到日期列。请指定哪一列是下单或付款时间。', en: 'No date column was found. Say which column is the time of the order.' },
  gapAmount: { zh: '没有找到金额列。请指定金额、订单总额或单价所在的列。', en: 'No amount column was found. Say which column is the amount, the order total or the unit price.' },
  wrongColumn: { zh: '映射里的列 {column} 不存在：文件只有 {columns} 列。', en: 'The mapping names column {column}; the file has {columns}.' },
  wrongMap: { zh: '不认识字段“{field}”。可用的字段：{fields}', en: 'There is no field “{field}”. The fields are: {fields}' },
  unknownImport: { zh: '没有这次导入。', en: 'There is no such import.' },
  running: { zh: '这次导入正在进行。', en: 'This import is running.' },
  finished: { zh: '这次导入已经结束。', en: 'This import has ended.' },
  notStarted: { zh: '这次导入还没有开始。', en: 'This import has not been started.' },
  tooLarge: { zh: '文件超过 {limit} MB 的上限。', en: 'The file is larger than the limit of {limit} MB.' },
  fileGone: { zh: '上传的文件已不在数据文件夹中，请重新上传。', en: 'The uploaded file is no longer in the data folder; please upload it again.' },
  oneFile: { zh: '请上传一个文件。', en: 'Please send one file.' }
} as const satisfies Readonly<Record<string, Sentence>>
