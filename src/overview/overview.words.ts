import type { Sentence } from '#foundation/words.ts'

export const overviewWords = {
  title: { zh: '总览', en: 'Overview' },
  question: { zh: '谁正在流失，值多少钱？', en: 'Who is slipping away, and what is it worth?' },
  answer: {
    zh: '{n} 位老客户正在流失，他们至今花了 {spent}；今后 {days} 天里，约 {worth} 可能不再回来。先联系下面 {k} 位。',
    en: '{n} customers are slipping away. They have spent {spent} so far; about {worth} may not come back within the next {days} days. Call the {k} below first.'
  },
  answerFew: {
    zh: '{n} 位老客户正在流失，他们至今花了 {spent}；今后 {days} 天里，约 {worth} 可能不再回来。',
    en: '{n} {count|customer is|customers are} slipping away, having spent {spent} so far; about {worth} may not come back within the next {days} days.'
  },
  answerNone: { zh: '现在没有老客户处在流失风险里：{n} 位客户里，{active} 位活跃。', en: 'Nobody is slipping away right now: of {n} customers, {active} are active.' },
  waiting: { zh: '正在计算…', en: 'Counting…' },
  callFirst: { zh: '先联系谁', en: 'Whom to call first' },
  all: { zh: '全部 {n} 位', en: 'All {n}' },
  customer: { zh: '客户', en: 'Customer' },
  nameless: { zh: '未具名', en: 'No name' },
  purchases: { zh: '购买', en: 'Purchases' },
  times: { zh: '{n} 次', en: '{n}' },
  silent: { zh: '已静默', en: 'Silent for' },
  usually: { zh: '（通常 {days}）', en: ' (usually {days})' },
  spent: { zh: '累计', en: 'Spent' },
  back: { zh: '{days} 天内回来', en: 'Back in {days} days' },
  backSays: { zh: '与这位客户静默同样久的人里，{days} 天内再次购买的比例；来自含未完间隔的回购曲线。', en: 'Of those who have been silent for as long, the share who buy again within {days} days; from the return curve with open gaps.' },
  countedBy: { zh: '风险金额{basis}', en: 'Money at risk {basis}' },
  margin: { zh: '按毛利计', en: 'by margin' },
  revenue: { zh: '按收入计（未录成本）', en: 'by revenue (no costs recorded)' },
  mixed: { zh: '有成本的按毛利，其余按收入', en: 'by margin where costs are known, by revenue otherwise' },
  nobody: { zh: '没有人在流失风险里。', en: 'Nobody is at risk.' },
  where: { zh: '客户现在在哪里', en: 'Where customers are now' },
  counted: { zh: '{n} 位买过的客户', en: '{n} {n|customer|customers} who bought' },
  lifecycle: { zh: '生命周期', en: 'Lifecycle' },
  lifecycleSays: { zh: '静默超过“会回来的人里 {risk} 已回来”的天数为流失风险，超过 {lapsed} 为已流失。', en: 'At risk once {risk} of those who return have returned, lapsed once {lapsed} have.' },
  window: { zh: '{days} 天内的回购', en: 'returns within {days} days' },
  falseLapse: { zh: '误判率 {rate}', en: '{rate} false' },
  falseLapseSays: { zh: '在 {day} 会被判为“已流失”的 {n} 位里，{rate} 在随后 {days} 天内又买了；95% 区间 {low} 至 {high}。', en: 'Of the {n} who would have been called lapsed on {day}, {rate} bought again within {days} days; 95 % interval {low} to {high}.' },
  againstMonth: { zh: '{change} 较上月', en: '{change} on the month' },
  same: { zh: '与上月相同', en: 'same as last month' },
  within: { zh: '其中回流 {n} 位', en: '{n} of them reactivated' },
  changed: { zh: '一个月来变了什么', en: 'What changed in a month' },
  since: { zh: '与 {day} 相比', en: 'compared with {day}' },
  noMonth: { zh: '一个月前还没有数据，无从比较。', en: 'There was no data a month ago to compare with.' },
  lapseRate: { zh: '流失率', en: 'Churn rate' },
  lapseRateSays: { zh: '期初活跃与有风险的客户里，这段时间变成“已流失”的比例。', en: 'Of those active or at risk at the start, the share who crossed into lapsed.' },
  repeatRate: { zh: '回购率', en: 'Repeat rate' },
  repeatSays: { zh: '上一期的买家里，这一期又买的比例。', en: 'Of the buyers of the period before, the share who bought again in this one.' },
  worth: { zh: '风险金额', en: 'Money at risk' },
  customersAll: { zh: '买过的客户', en: 'Customers who bought' },
  interval: { zh: '{low} 至 {high}，{n} 位', en: '{low} to {high}, n {n}' },
  before: { zh: '上月 {value}', en: 'a month ago {value}' },
  beforePoints: { zh: '上月 {value}（{low} 至 {high}）', en: 'a month ago {value} ({low} to {high})' },
  fresh: { zh: '数据有多新', en: 'How fresh the data is' },
  span: { zh: '订单覆盖', en: 'Orders cover' },
  to: { zh: '{from} 至 {until}', en: '{from} to {until}' },
  orders: { zh: '订单', en: 'Orders' },
  refreshed: { zh: '洞察刷新于', en: 'Insight refreshed' },
  refreshing: { zh: '正在刷新', en: 'refreshing now' },
  live: { zh: '直接读账', en: 'read live' },
  asOfLast: { zh: '最新的订单已是旧的，所以按最后一单的次日计算，而不是今天。', en: 'The newest order is old, so figures are as of the day after it, not today.' },
  emptyTitle: { zh: '从一份订单开始', en: 'Start with a file of orders' },
  emptyWhy: {
    zh: '导入后，这里会回答：谁正在流失、值多少钱、先联系谁。CSV 或 Excel 都行，淘宝、京东、有赞、Shopify 的导出可直接用；一百万行也只要几分钟。',
    en: 'Once it is in, this page answers who is slipping away, what it is worth and whom to call first. CSV or Excel; exports of Taobao, JD, Youzan and Shopify are understood as they are; a million rows take minutes.'
  },
  import: { zh: '导入订单', en: 'Import orders' },
  sampleLoading: { zh: '正在装入示例数据：虚构的茶铺连锁，两年，2 万会员', en: 'Loading the sample: a made-up tea chain, two years, 20,000 members' },
  lookAround: { zh: '先用示例数据看看', en: 'Look around with sample data' },
  sampleNote: { zh: '示例是一家虚构的茶铺连锁：两年、2 万会员，每一页都会注明。真实数据请放进另一个数据文件夹。', en: 'The sample is a made-up tea chain: two years, 20,000 members, and every page says so. Real data belongs into another data folder.' },
  counting: { zh: '订单已收到，正在计算洞察。通常只要几秒，这一页会自己更新。', en: 'Orders are in; insight is being computed. It usually takes seconds, and this page updates itself.' }
} satisfies Record<string, Sentence>

export const stateWords = {
  new: { zh: '新客', en: 'New' },
  active: { zh: '活跃', en: 'Active' },
  at_risk: { zh: '流失风险', en: 'At risk' },
  lapsed: { zh: '已流失', en: 'Lapsed' }
} satisfies Record<string, Sentence>
