import type { Sentence } from '#foundation/words.ts'

export const behaviourAdjustWords = {
  title: { zh: '调整购买行为的定义', en: 'Adjust the definition of purchase behaviour' },
  windowDays: { zh: '看最近多少天（留空看全部）', en: 'Look at the last so many days (empty: everything)' },
  periodDays: { zh: '满意指标：一段时间多少天', en: 'Signs of satisfaction: days of a period' },
  usualMonths: { zh: '平时价：看几个月', en: 'Usual price: so many months' },
  usualLines: { zh: '平时价：至少多少行', en: 'Usual price: at least so many lines' },
  promotionShare: { zh: '低于平时价多少算促销（%）', en: 'A promotion is so much below it (%)' },
  belowShare: { zh: '低于平时价多少算低价（%）', en: 'Lower is so much below it (%)' },
  leastPairOrders: { zh: '组合：至少同现多少单', en: 'Pairs: in at least so many orders' },
  topProducts: { zh: '组合：看最常见的多少种', en: 'Pairs: of the most ordered' },
  falseDiscovery: { zh: '组合：容许的错误发现率（%）', en: 'Pairs: false discovery rate allowed (%)' },
  leastPriceWeeks: { zh: '价格：至少多少周', en: 'Prices: at least so many weeks' },
  leastCustomers: { zh: '少于多少位客户时不下结论', en: 'Say nothing below so many customers' },
  customers: { zh: '客户', en: 'Customers' },
  orders: { zh: '订单', en: 'Orders' },
  once: { zh: '只买过一次', en: 'Ordered once only' },
  half: { zh: '一半再来用了', en: 'Half came again within' },
  beyond: { zh: '超过 {days} 天', en: 'more than {days} days' },
  notYet: { zh: '价格、组合和满意指标的变化，存成新版本后在各栏里看。', en: 'What changes for prices, pairs and periods is seen in their sections once the version is saved.' }
} satisfies Record<string, Sentence>
