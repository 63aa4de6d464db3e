/** What an order's status means for its money, from the words of the usual platforms. What is not known counts as done: a shop's own words are mostly steps of delivery. */
export type Phase = 'done' | 'unpaid' | 'cancelled' | 'refunded' | 'return' | 'cancellation'

const unpaid = /待付款|待支付|未付款|未支付|等待买家付款|unpaid|awaiting payment|pending payment|^pending$|on[- ]hold|draft|failed|expired|wait_buyer_pay/i
const cancelled = /取消|交易关闭|已关闭|作废|cancel|void|trade_closed/i
const refunded = /部分退款|partial/i
const wholeRefund = /退款成功|已退款|全额退款|退货完成|已退货|refunded|returned/i
const returnKind = /退货|退款单|退单|return|refund|credit/i

export function phaseOf(status: string | null, kind: string | null): Phase {
  if (kind !== null && returnKind.test(kind)) return 'return'
  if (status === null) return 'done'
  if (unpaid.test(status)) return 'unpaid'
  if (cancelled.test(status)) return 'cancelled'
  if (refunded.test(status)) return 'done'
  return wholeRefund.test(status) ? 'refunded' : 'done'
}
