import type { Sentence } from '#foundation/words.ts'

export const basketsWords = {
  answer: {
    zh: '{single} 的订单只有一种商品；{enough} 对够数的组合里，{together} 对一起买的次数多于巧合。最显著的是{a}和{b}：买了前者的订单有 {aThenB} 也买后者，是巧合的 {lift} 倍。',
    en: '{single} of orders hold one product only; of {enough} pairs with orders enough, {together} are bought together more often than chance. The most striking: {a} and {b}. Of the orders with the first {aThenB} have the second too, {lift} times as many as by chance.'
  },
  answerNone: {
    zh: '{single} 的订单只有一种商品；{enough} 对够数的组合里，没有一对一起买的次数多于巧合。',
    en: '{single} of orders hold one product only; of {enough} pairs with orders enough, none is bought together more often than chance.'
  },
  pairs: { zh: '一起买的', en: 'Bought together' },
  pairsAside: { zh: '看最常见的 {keys} 个，{possible} 对里 {enough} 对在至少 {least} 单里同现；错误发现率 {fdr}', en: '{keys} most ordered, {enough} of {possible} pairs in {least} orders or more; false discovery rate {fdr}' },
  pair: { zh: '组合', en: 'Pair' },
  first: { zh: '前者', en: 'First' },
  second: { zh: '后者', en: 'Second' },
  both: { zh: '同单', en: 'Orders' },
  support: { zh: '占订单', en: 'Of orders' },
  supportSays: { zh: '支持度：同时有两者的订单 ÷ 全部订单。', en: 'Support: orders with both ÷ all orders.' },
  forward: { zh: '买前者→后者', en: 'First → second' },
  backward: { zh: '买后者→前者', en: 'Second → first' },
  confidenceSays: { zh: '置信度：有前者的订单里，也有后者的比例。', en: 'Confidence: of the orders with the one, the share that has the other too.' },
  lift: { zh: '提升度', en: 'Lift' },
  liftSays: { zh: '一起买的次数 ÷ 两者互不相干时该有的次数；1 为巧合。', en: 'Orders with both ÷ what there would be if the two had nothing to do with each other; 1 is chance.' },
  ratio: { zh: 'G²', en: 'G²' },
  ratioSays: { zh: '对数似然比（Dunning 1993）：越大越不像巧合。', en: 'Log-likelihood ratio (Dunning 1993): the larger, the less it looks like chance.' },
  q: { zh: 'q 值', en: 'q' },
  qSays: { zh: 'Fisher 精确检验的 p 值，对全部可能的组合作 Benjamini–Hochberg 校正。', en: 'p of Fisher’s exact test, adjusted after Benjamini–Hochberg over all possible pairs.' },
  tiny: { zh: '< 0.0001', en: '< 0.0001' },
  sizes: { zh: '一单有几种商品', en: 'Products in an order' },
  sizesAside: { zh: '中位 {median} 种', en: 'median {median}' },
  size: { zh: '种数', en: 'Products' },
  upwards: { zh: '{from} 及以上', en: '{from} or more' },
  orders: { zh: '订单', en: 'Orders' },
  share: { zh: '占订单', en: 'Of orders' },
  money: { zh: '金额', en: 'Money' },
  caution: {
    zh: '同一位客户的几单并不独立，所以 q 值偏乐观；一起买不等于一个带动另一个。不说“少在一起”：订单里商品种数少，本身就会把提升度压到 1 以下。',
    en: 'Several orders of one customer are not independent, so q is on the bright side; bought together does not mean that one brings the other. “Seldom together” is not said: small orders push every lift below 1 by themselves.'
  }
} satisfies Record<string, Sentence>
