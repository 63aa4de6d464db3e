import type { Sentence } from '#foundation/words.ts'
import type { OrderSummary } from './orders.schema.ts'

type OrderKind = OrderSummary['kind']

/** The timeline's sentences; the page fills {amount} from the total and the currency. */
export const orderSentences: Readonly<Record<OrderKind, Sentence>> = {
  sale: { zh: '购买 {amount} · {goods}', en: 'Bought for {amount} · {goods}' },
  return: { zh: '退货 {amount} · {goods}', en: 'Returned {amount} · {goods}' },
  cancellation: { zh: '取消 {amount} · {goods}', en: 'Cancelled {amount} · {goods}' }
}

export const orderKindWords: Readonly<Record<OrderKind, Sentence>> = {
  sale: { zh: '销售', en: 'Sale' },
  return: { zh: '退货', en: 'Return' },
  cancellation: { zh: '取消', en: 'Cancellation' }
}

/** The columns of an exported list, in their order. */
export const orderColumns = {
  source: { zh: '来源', en: 'Source' },
  number: { zh: '单号', en: 'Number' },
  kind: { zh: '种类', en: 'Kind' },
  day: { zh: '日期', en: 'Day' },
  at: { zh: '时间（UTC）', en: 'Time (UTC)' },
  customerId: { zh: '客户编号', en: 'Customer id' },
  customer: { zh: '客户', en: 'Customer' },
  store: { zh: '门店', en: 'Store' },
  channel: { zh: '渠道', en: 'Channel' },
  goods: { zh: '商品', en: 'Goods' },
  lines: { zh: '行数', en: 'Lines' },
  total: { zh: '金额', en: 'Amount' },
  cost: { zh: '成本', en: 'Cost' },
  currency: { zh: '货币', en: 'Currency' },
  undoes: { zh: '原单', en: 'Undoes' }
} as const satisfies Readonly<Record<string, Sentence>>
