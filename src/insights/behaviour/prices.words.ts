import type { Sentence } from '#foundation/words.ts'

export const bandWords: readonly Sentence[] = [
  { zh: '没有', en: 'none' }, { zh: '不到四分之一', en: 'under a quarter' }, { zh: '四分之一到一半', en: 'a quarter to a half' }, { zh: '一半到四分之三', en: 'a half to three quarters' },
  { zh: '四分之三以上', en: 'over three quarters' }, { zh: '全部', en: 'all' }
]

export const pricesWords = {
  answerSlope: {
    zh: '同一商品的价格每低 1%，那一周的销量平均{direction} {slope}（95% 区间 {low} 至 {high}）；{below} 的件数是低于平时价买走的。',
    en: 'When a product was 1 % cheaper than it otherwise was, its week sold {slope} {direction} (95 % interval {low} to {high}); {below} of units were bought below the usual price.'
  },
  answerBelow: { zh: '{below} 的件数是低于平时价买走的。', en: '{below} of units were bought below the usual price.' },
  more: { zh: '多', en: 'more' },
  less: { zh: '少', en: 'less' },
  answerUnproven: {
    zh: '价格对销量的影响还未证实：每低 1%，销量的变化在 {low} 与 {high} 之间；{below} 的件数是低于平时价买走的。',
    en: 'That prices move sales is unproven: for 1 % cheaper, the change lies between {low} and {high}; {below} of units were bought below the usual price.'
  },
  slope: { zh: '销量随价格怎么变', en: 'How sales answered to prices' },
  slopeAside: { zh: '{n} 个商品周，{products} 种商品，{weeks} 周', en: '{n} product-weeks, {products} products, {weeks} weeks' },
  pooled: { zh: '价格弹性（商品固定效应）', en: 'Elasticity (product effects)' },
  withWeeks: { zh: '再扣除每周的共同涨落', en: 'with each week’s common move taken out' },
  proven: { zh: '单独看也成立的商品', en: 'Products where it holds by itself' },
  provenNote: { zh: '{n} 种可估计的商品里，按 Benjamini–Hochberg 校正', en: 'of {n} that can be estimated, after Benjamini–Hochberg' },
  interval: { zh: '95% 区间 {low} 至 {high}', en: '95 % interval {low} to {high}' },
  unproven: { zh: '未证实', en: 'unproven' },
  slopeSays: {
    zh: '每周件数的对数对每周中位单价的对数回归，同一商品自己和自己比；误差按商品和周双向聚类。',
    en: 'Log of weekly units on log of the weekly median unit price, each product compared with itself; errors clustered by product and by week.'
  },
  caution: {
    zh: '这是观察到的，不是试出来的：促销、旺季和降价常同时发生；没有卖出的周不在内。要知道降价本身的作用，得做对照试验。',
    en: 'This was observed, not tried: promotions, seasons and lower prices often come together, and weeks without a sale are not in it. What a price cut does by itself takes an experiment.'
  },
  products: { zh: '各商品', en: 'Product by product' },
  productsAside: { zh: '看了 {looked} 种，{estimated} 种的价格变动够多', en: '{looked} looked at, {estimated} with prices that moved enough' },
  product: { zh: '商品', en: 'Product' },
  weeks: { zh: '周数', en: 'Weeks' },
  range: { zh: '单价范围', en: 'Unit prices' },
  elasticity: { zh: '弹性', en: 'Elasticity' },
  intervalColumn: { zh: '95% 区间', en: '95 % interval' },
  q: { zh: 'q 值', en: 'q' },
  below: { zh: '有多少是低价买的', en: 'Bought below the usual price' },
  belowAside: { zh: '按件数；{n} 位客户有已知的平时价，中位 {median}', en: 'by units; usual price known for {n} customers, median {median}' },
  promoted: { zh: '有多少钱花在促销上', en: 'Money spent on promotion' },
  promotedAside: { zh: '{n} 位客户有已知的平时价，中位 {median}', en: 'usual price known for {n} customers, median {median}' },
  band: { zh: '占比', en: 'Share' },
  customers: { zh: '客户', en: 'Customers' },
  share: { zh: '占客户', en: 'Of customers' },
  moneyShare: { zh: '占金额', en: 'Of money' },
  money: { zh: '金额', en: 'Money' },
  usualSays: {
    zh: '平时价：商品当月和之前共 {months} 个月里各销售行单价的中位数，至少 {lines} 行。低于平时价 {below} 以上算低价，低 {promotion} 及以上算促销；订单里的负数行按比例摊到各行。',
    en: 'Usual price: the median unit price of the product’s lines in the month and those before, {months} in all, at least {lines} lines. More than {below} below it counts as lower, {promotion} or more as a promotion; negative lines of an order are taken off its other lines alike.'
  },
  known: { zh: '{share} 的金额有已知的平时价。', en: 'The usual price is known for {share} of the money.' },
  unknown: { zh: '{n} 位客户买的东西都没有已知的平时价，不在内。', en: '{n} {n|customer|customers} bought nothing with a known usual price and are left out.' },
  answerPromotion: {
    zh: '{orders} 的订单里有促销商品，{money} 的金额花在促销上；下过两单以上的客户里，{only} 位（{onlyShare}）只在促销时买。',
    en: '{orders} of orders hold something on promotion, {money} of the money was spent on it; of customers with two orders or more, {only} ({onlyShare}) buy on promotion only.'
  },
  figures: { zh: '促销依赖', en: 'Dependence on promotion' },
  ordersOn: { zh: '含促销商品的订单', en: 'Orders with something on promotion' },
  moneyOn: { zh: '花在促销上的金额', en: 'Money spent on promotion' },
  only: { zh: '只在促销时买的客户', en: 'Customers who buy on promotion only' },
  onlyNote: { zh: '下过两单以上的 {of} 位里；95% 区间 {low} – {high}', en: 'of {of} with two orders or more; 95 % interval {low} – {high}' },
  promotedProducts: { zh: '促销卖得最多的商品', en: 'Products with most money on promotion' },
  usual: { zh: '平时价', en: 'Usual price' },
  promotedMoney: { zh: '促销金额', en: 'On promotion' },
  promotedShare: { zh: '占该商品', en: 'Of the product' },
  belowShare: { zh: '低价件数', en: 'Units below' }
} satisfies Record<string, Sentence>
