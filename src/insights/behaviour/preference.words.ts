import type { Sentence } from '#foundation/words.ts'

export const preferenceWords = {
  answerCategory: {
    zh: '{top}拿走 {share} 的金额；一半的客户把至少 {median} 的钱花在一个品类上。',
    en: '{top} takes {share} of the money; half of the customers spend at least {median} of theirs on one category.'
  },
  answerProduct: {
    zh: '{keys} 种商品里，{top}最多，占金额 {share}；一半的客户把至少 {median} 的钱花在一种商品上。',
    en: 'Of {keys} products {top} takes most, {share} of the money; half of the customers spend at least {median} of theirs on one product.'
  },
  items: { zh: '买得最多的', en: 'What they buy most' },
  itemsAside: { zh: '{orders} 单 · {lines} 行 · {money}；列出金额最大的 {n} 个', en: '{orders} orders · {lines} lines · {money}; the {n} with most money' },
  category: { zh: '品类', en: 'Category' },
  product: { zh: '商品', en: 'Product' },
  customers: { zh: '客户', en: 'Customers' },
  orders: { zh: '订单', en: 'Orders' },
  quantity: { zh: '件数', en: 'Units' },
  money: { zh: '金额', en: 'Money' },
  moneyShare: { zh: '占金额', en: 'Of money' },
  repeat: { zh: '复购率', en: 'Bought again' },
  repeatSays: { zh: '买过的客户里，在两单或更多订单里买过它的比例。', en: 'Of its buyers, the share who bought it in two orders or more.' },
  wallet: { zh: '占买家钱包', en: 'Of buyers’ wallets' },
  walletSays: { zh: '买过它的客户这段时间花的全部金额里，花在它上面的部分。', en: 'Of all that its buyers spent in this time, the part that went to it.' },
  favourite: { zh: '钱包的集中度', en: 'How concentrated wallets are' },
  favouriteAside: { zh: '{n} 位客户', en: '{n} customers' },
  quartiles: { zh: '花在最爱的一个上的比例', en: 'Share spent on the favourite' },
  quartilesNote: { zh: '中位；四分位 {low} – {high}', en: 'median; quartiles {low} – {high}' },
  half: { zh: '至少一半花在一个上', en: 'At least half on one' },
  most: { zh: '至少八成花在一个上', en: 'At least four fifths on one' },
  single: { zh: '只买一个', en: 'One only' },
  interval: { zh: '95% 区间 {low} – {high}', en: '95 % interval {low} – {high}' },
  entries: { zh: '从哪里进来，下一单买什么', en: 'Where they come in, and what they buy next' },
  entriesAside: { zh: '这段时间首次下单的客户；按订单的主要品类', en: 'customers whose first order fell in this time; by the main category of the order' },
  entry: { zh: '首单品类', en: 'First category' },
  newcomers: { zh: '新客', en: 'Newcomers' },
  back: { zh: '再来下单', en: 'Ordered again' },
  next: { zh: '下一单的品类', en: 'Category of the next order' },
  uncategorised: { zh: '未分类', en: 'none recorded' },
  keyed: { zh: '{share} 的金额没有记录品类，不在内。', en: '{share} of the money names no category and is left out.' },
  lines: { zh: '只计数量和金额都大于零的明细；仍然算数的订单里退掉的个别商品不扣除：这里问的是选了什么。', en: 'Lines with quantity and amount above zero. A piece returned out of an order that still counts is not taken off: what was chosen is asked here.' }
} satisfies Record<string, Sentence>
