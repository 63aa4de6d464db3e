/** The words of the page and of the list of customers behind its numbers. */
import type { Sentence } from '#foundation/words.ts'

export const behaviourPageWords = {
  title: { zh: '购买行为', en: 'Purchase behaviour' },
  question: { zh: '他们怎么买？', en: 'How do they buy?' },
  answer: {
    zh: '{window}，{customers} 位客户下了 {orders} 单：{once} 只买过一次；{gap}；{weekday}最旺{favourite}。',
    en: '{window}, {customers} customers placed {orders} orders: {once} ordered once only; {gap}; {weekday} is the busiest day{favourite}.'
  },
  inDays: { zh: '最近 {days} 天', en: 'In the last {days} days' },
  inAll: { zh: '到这一天为止', en: 'Up to this day' },
  gapHalf: { zh: '每来一次，一半的人在 {days} 内再来', en: 'half of all visits are followed by another within {days}' },
  gapSome: { zh: '每来一次，{share} 的人在 {days} 内再来', en: '{share} of all visits are followed by another within {days}' },
  favourite: { zh: '；买的人最多的是{category}', en: '; most customers buy {category}' },
  section: { zh: '看哪一面', en: 'Which side' },
  frequency: { zh: '频率', en: 'Frequency' },
  preference: { zh: '偏好', en: 'Preference' },
  baskets: { zh: '购物篮', en: 'Baskets' },
  price: { zh: '价格', en: 'Price' },
  promotion: { zh: '促销', en: 'Promotion' },
  timing: { zh: '挑选时间', en: 'Time to decide' },
  indicators: { zh: '满意的行为指标', en: 'Signs of satisfaction' },
  channel: { zh: '渠道', en: 'Channel' },
  allChannels: { zh: '全部渠道', en: 'All channels' },
  allCustomers: { zh: '看全部客户', en: 'All customers' },
  by: { zh: '按什么看', en: 'By' },
  byCategory: { zh: '品类', en: 'Category' },
  byProduct: { zh: '商品', en: 'Product' },
  fold: { zh: '收起', en: 'Show less' },
  unfold: { zh: '看全部 {n} 行', en: 'Show all {n} rows' }
} satisfies Record<string, Sentence>

export const weekdayWords: Readonly<Record<number, Sentence>> = {
  1: { zh: '周一', en: 'Monday' }, 2: { zh: '周二', en: 'Tuesday' }, 3: { zh: '周三', en: 'Wednesday' }, 4: { zh: '周四', en: 'Thursday' }, 5: { zh: '周五', en: 'Friday' },
  6: { zh: '周六', en: 'Saturday' }, 7: { zh: '周日', en: 'Sunday' }
}

export const listWords = {
  title: { zh: '背后的客户', en: 'The customers behind it' },
  all: { zh: '这段时间下过单的全部客户', en: 'Everybody who ordered in this time' },
  orders: { zh: '下过 {range} 单的客户', en: 'Customers with {range} orders' },
  upwards: { zh: '{from} 及以上', en: '{from} or more' },
  weekday: { zh: '{day}买过的客户', en: 'Customers who bought on a {day}' },
  hour: { zh: '{from} 点到 {to} 点之间买过的客户', en: 'Customers who bought between {from}:00 and {to}:00' },
  weekdayHour: { zh: '{day}买过、且在 {from} 点到 {to} 点之间买过的客户', en: 'Customers who bought on a {day} and between {from}:00 and {to}:00' },
  month: { zh: '{month} 月买过的客户', en: 'Customers who bought in month {month}' },
  bought: { zh: '买过“{key}”的客户', en: 'Customers who bought "{key}"' },
  again: { zh: '“{key}”买过至少两单的客户', en: 'Customers who bought "{key}" in two orders or more' },
  together: { zh: '同一单里买过“{key}”和“{beside}”的客户', en: 'Customers who bought "{key}" and "{beside}" in one order' },
  promotion: { zh: '促销金额占比：{band}', en: 'Share of money on promotion: {band}' },
  promotionOnly: { zh: '下过两单以上、只在促销时买的客户', en: 'Customers with two orders or more who buy on promotion only' },
  below: { zh: '低于平时价买入的件数占比：{band}', en: 'Share of units bought below the usual price: {band}' },
  promotionShare: { zh: '促销占比', en: 'On promotion' },
  belowShare: { zh: '低价占比', en: 'Below usual' },
  close: { zh: '收起', en: 'Close' },
  sort: { zh: '排序', en: 'Order' },
  byMoney: { zh: '金额从高到低', en: 'Most money first' },
  byOrders: { zh: '单数从多到少', en: 'Most orders first' },
  byRecent: { zh: '最近的先', en: 'Most recent first' },
  customer: { zh: '客户', en: 'Customer' },
  ordersColumn: { zh: '订单', en: 'Orders' },
  usual: { zh: '平时间隔', en: 'Usual gap' },
  last: { zh: '最近一单', en: 'Last order' },
  money: { zh: '金额', en: 'Money' }
} satisfies Record<string, Sentence>
