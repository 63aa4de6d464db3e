/** What the command line says. */
import type { Sentence } from '#foundation/words.ts'

export const commandWords = {
  meaning: { zh: '导入订单文件（CSV、XLSX、gzip）', en: 'Import an order file (CSV, XLSX, gzip)' },
  dryRun: { zh: '只说会发生什么，不写入', en: 'Say what would happen and write nothing' },
  map: { zh: '指定列的含义，如 phone=联系电话,amount=7', en: 'Say what columns mean, as in phone=Mobile,amount=7' },
  source: { zh: '订单号属于哪个来源（默认按文件识别）', en: 'Whose order numbers these are (guessed from the file)' },
  json: { zh: '以 JSON 输出', en: 'Print JSON' },
  lang: { zh: '语言', en: 'The language' },
  progress: { zh: '{percent}%（{rows} 行）', en: '{percent}% ({rows} rows)' },
  would: { zh: '试运行：{rows} 行，会写入 {orders} 个新订单（{lines} 行明细）和 {customers} 位新客户', en: 'Dry run: {rows} rows would bring {orders} new orders ({lines} lines) and {customers} new customers' },
  did: { zh: '已导入：{rows} 行，{orders} 个新订单（{lines} 行明细），{customers} 位新客户', en: 'Imported: {rows} rows, {orders} new orders ({lines} lines), {customers} new customers' },
  known: { zh: '{known} 个订单早已存在，内容相同，跳过', en: '{known} orders were there already with the same content and were skipped' },
  conflicts: { zh: '{conflicts} 个订单早已存在而内容不同，未改动', en: '{conflicts} orders are known with another content and were left alone' },
  rejected: { zh: '{rejected} 行被拒：', en: '{rejected} rows were rejected:' },
  noColumn: { zh: '没有“{column}”这一列。文件的列：{headers}', en: 'There is no column “{column}”. The file has: {headers}' }
} as const satisfies Readonly<Record<string, Sentence>>
