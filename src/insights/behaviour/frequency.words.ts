import type { Sentence } from '#foundation/words.ts'

export const frequencyWords = {
  each: { zh: '每人下多少单', en: 'Orders per customer' },
  eachAside: { zh: '中位 {median} 单，四分位 {q1} – {q3}，平均 {mean}', en: 'median {median}, quartiles {q1} – {q3}, mean {mean}' },
  band: { zh: '单数', en: 'Orders' },
  upwards: { zh: '{from} 及以上', en: '{from} or more' },
  customers: { zh: '客户', en: 'Customers' },
  share: { zh: '占客户', en: 'Of customers' },
  money: { zh: '金额', en: 'Money' },
  moneyShare: { zh: '占金额', en: 'Of money' },
  once: { zh: '只买过一次：{share}，{n} 位中的 {count} 位（95% 区间 {low} – {high}）。', en: 'Ordered once only: {share}, {count} of {n} (95 % interval {low} – {high}).' },
  gaps: { zh: '多久再来', en: 'How soon they come again' },
  gapsAside: { zh: '{ended} 段间隔已结束，{open} 段还没有（按删失计）', en: '{ended} gaps ended, {open} still open (censored)' },
  curve: { zh: '来过一次之后，多少天内再来', en: 'Share of visits followed by another, by days' },
  curveSummary: { zh: '再来的比例：{points}', en: 'Followed by another visit: {points}' },
  curvePoint: { zh: '{days} 天内 {share}', en: '{share} within {days} days' },
  days: { zh: '天', en: 'Days' },
  back: { zh: '已再来的比例', en: 'Share that came again' },
  quartile: { zh: '{share} 再来，用了', en: '{share} came again within' },
  beyond: { zh: '超过 {days} 天', en: 'more than {days} days' },
  endedOnly: {
    zh: '只看已结束的间隔，中位是 {days}：这个数偏短，因为长的间隔还开着。',
    en: 'Of ended gaps alone the median is {days}: that is too short, since the long ones are still open.'
  },
  when: { zh: '星期几、几点', en: 'Days of the week and hours' },
  whenAside: { zh: '格中是订单数，颜色越深越多；按企业所在时区', en: 'orders; the darker, the more; by the clock of the business' },
  weekday: { zh: '星期', en: 'Day' },
  orders: { zh: '订单', en: 'Orders' },
  hour: { zh: '{hour} 点', en: '{hour}:00' },
  cell: { zh: '{day} {hour} 点：{orders} 单', en: '{day} {hour}:00: {orders} orders' },
  noHours: {
    zh: '数据还不够：订单只有日期、没有时刻，几点买的无从知道。导入带时刻的下单时间即可。',
    en: 'Not enough data: the orders carry days and no times of day, so the hours cannot be known. Import order times and they are here.'
  },
  season: { zh: '一年里的淡旺季', en: 'Through the year' },
  seasonAside: { zh: '该月日均订单 ÷ 全程日均订单；1 为平均', en: 'orders a day in the month ÷ orders a day overall; 1 is average' },
  seasonShort: {
    zh: '数据只有 {days} 天，不足两年：生意本身的涨跌和季节还分不开。',
    en: 'The data covers {days} days, less than two years: growth and season cannot be told apart yet.'
  },
  seasonSummary: { zh: '最旺的是 {best} 月（{bestIndex} 倍），最淡的是 {worst} 月（{worstIndex} 倍）。', en: 'Month {best} is the strongest ({bestIndex} × average), month {worst} the weakest ({worstIndex} ×).' },
  month: { zh: '月份', en: 'Month' },
  index: { zh: '相对平均', en: 'Against average' },
  average: { zh: '平均', en: 'average' }
} satisfies Record<string, Sentence>
