import type { Sentence } from '#foundation/words.ts'

export const undoneKind = 'returns.undone'

/** What the timeline says. */
export const returnsKinds = [
  { kind: undoneKind, group: 'points' as const, sentence: { zh: '退货 {returnNumber}（原单 {number}）：连带处理 {effects} 项', en: 'Return {returnNumber} (of {number}): {effects} {effects|consequence|consequences}' } }
]

export const returnsWords = {
  beyondSold: { zh: '“{product}”只剩 {left} 可退，这里要退 {asked}。', en: 'Of "{product}" only {left} can still come back; {asked} was asked.' },
  nothingLeft: { zh: '订单 {number} 已全部退完。', en: 'All of order {number} has come back already.' },
  unknownOrder: { zh: '来源“{source}”没有订单 {number}。', en: 'The source "{source}" has no order {number}.' },
  notSale: { zh: '{number} 不是销售单，不能退。', en: '{number} is not a sale: it cannot be returned.' },
  unknownLine: { zh: '订单 {number} 没有第 {line} 行。', en: 'Order {number} has no line {line}.' },
  wrongQuantity: { zh: '第 {line} 行的退货数量须大于 0。', en: 'What comes back of line {line} must be more than nothing.' },
  refused: { zh: '没能处理：{why}', en: 'Could not be done: {why}' },
  dueBack: { zh: '此前扣回的优惠 {amount} 一并退还', en: 'The {amount} withheld before is paid back' },
  numberTaken: { zh: '单号 {number} 已用于另一张单据。', en: 'The number {number} stands for something else already.' }
} satisfies Record<string, Sentence>
