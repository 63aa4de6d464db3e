/** What can be wrong with a row, and what was noticed without being wrong. Each says what to do about it where that is not plain. */
import type { Sentence } from '#foundation/words.ts'

export const faultWords = {
  ragged: { zh: '这一行有 {cells} 格，表头有 {columns} 格', en: 'the row has {cells} cells, the header {columns}' },
  quote_open: { zh: '引号没有结束', en: 'a quote is never closed' },
  number_missing: { zh: '缺订单号', en: 'the order number is missing' },
  number_long: { zh: '订单号超过 200 个字符', en: 'the order number is longer than 200 characters' },
  time_missing: { zh: '缺日期', en: 'the date is missing' },
  time_wrong: { zh: '看不懂日期“{value}”', en: 'the date “{value}” is not understood' },
  time_impossible: { zh: '日期“{value}”不存在', en: 'the date “{value}” does not exist' },
  time_early: { zh: '日期“{value}”早于 1970 年', en: 'the date “{value}” is before 1970' },
  time_late: { zh: '日期“{value}”在未来', en: 'the date “{value}” lies in the future' },
  amount_missing: { zh: '缺金额', en: 'the amount is missing' },
  amount_wrong: { zh: '看不懂金额“{value}”', en: 'the amount “{value}” is not understood' },
  amount_large: { zh: '金额“{value}”太大', en: 'the amount “{value}” is too large' },
  quantity_wrong: { zh: '看不懂数量“{value}”', en: 'the quantity “{value}” is not understood' },
  currency_wrong: { zh: '币种“{value}”不是三个字母的代码', en: 'the currency “{value}” is not a three-letter code' },
  unpaid: { zh: '订单未付款（状态“{value}”），不算成交', en: 'the order was not paid (status “{value}”), so it is no sale' },
  order_incomplete: { zh: '同一订单的第 {line} 行有误；订单要么整单导入，要么不导入', en: 'line {line} of the same order is wrong; an order is imported whole or not at all' },
  two_customers: { zh: '同一订单号下有两位客户：“{first}”和“{second}”', en: 'one order number, two customers: “{first}” and “{second}”' },
  two_totals: { zh: '同一订单号下有两个总额：{first} 和 {second}', en: 'one order number, two totals: {first} and {second}' },
  too_many_lines: { zh: '一个订单超过 {limit} 行', en: 'one order has more than {limit} lines' },
  conflict_customer: { zh: '订单 {number} 已经存在，属于另一位客户。原订单未改动', en: 'order {number} is known under another customer. The record was not changed' },
  conflict: { zh: '订单 {number} 已经存在，内容不同：已有 {known}，文件中 {given}。原订单未改动', en: 'order {number} is known with another content: {known} on record, {given} in the file. The record was not changed' }
} as const satisfies Readonly<Record<string, Sentence>>
export type FaultCode = keyof typeof faultWords

export const noteWords = {
  dirt: { zh: '{count} 个控制字符或方向符已去除', en: '{count} control or direction characters were taken out' },
  rounded: { zh: '{count} 个金额多于四位小数，已四舍五入到四位', en: '{count} amounts had more than four decimals and were rounded to four' },
  phone: { zh: '{count} 个手机号看不懂或被打码，未用来认人', en: '{count} phone numbers were masked or not understood and name nobody' },
  email: { zh: '{count} 个邮箱看不懂或被打码，未用来认人', en: '{count} e-mail addresses were masked or not understood and name nobody' },
  anonymous: { zh: '{count} 个订单没有客户，计入销售但不计入客户分析', en: '{count} orders name no customer: they count as sales, not as customers' },
  repeated: { zh: '{count} 行与同一订单的另一行完全相同，已保留', en: '{count} rows repeat another row of the same order exactly; they were kept' },
  dates_open: { zh: '日期可以读作“日/月”也可以读作“月/日”；按{order}读取', en: 'the dates may be day/month or month/day; they were read as {order}' },
  scattered: { zh: '订单的行分散在文件各处，先按订单归拢再导入', en: 'the lines of orders are scattered over the file; they were gathered first' },
  spread: { zh: '{count} 个订单的行金额之和与订单总额不同，差额已按比例分摊到各行', en: 'in {count} orders the lines did not add up to the total; the difference was spread over the lines' }
} as const satisfies Readonly<Record<string, Sentence>>
export type NoteCode = keyof typeof noteWords
