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
