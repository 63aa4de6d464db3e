import type { Sentence } from '#foundation/words.ts'

export const lifecyclePageWords = {
  title: { zh: '流失', en: 'Churn' },
  question: { zh: '谁正在流失？多大把握？', en: 'Who is slipping away? How sure is that?' },
  answerAll: {
    zh: '{atRisk} 位客户正在流失，未来 {window}可能因此少 {money} {basis}；{lapsed} 位已经流失。',
    en: '{atRisk} customers are slipping away, and with them {money} of {basis} over the next {window}; {lapsed} have lapsed.'
  },
  answerRepeat: {
    zh: '静默超过 {atRiskDays}的回头客有流失风险，超过 {lapsedDays}视为已流失：{horizon}内会回来的人，这时 {share} 都已回来。现在有 {atRisk} 位在风险中，{lapsed} 位已流失。',
    en: 'Repeaters are at risk after {atRiskDays} of silence and lapsed after {lapsedDays}: of those who come back within {horizon}, {share} are back by then. Now {atRisk} customers are at risk and {lapsed} have lapsed.'
  },
  answerOne: {
    zh: '只买过一次的人，静默超过 {atRiskDays}有流失风险，超过 {lapsedDays}视为已流失：{horizon}内会回来的人，这时 {share} 都已回来。现在有 {atRisk} 位在风险中，{lapsed} 位已流失。',
    en: 'One-time buyers are at risk after {atRiskDays} of silence and lapsed after {lapsedDays}: of those who come back within {horizon}, {share} are back by then. Now {atRisk} customers are at risk and {lapsed} have lapsed.'
  },
  answerUnknown: {
    zh: '还说不准谁在流失：数据里还没有足够多的人回来过。现在有 {customers} 位买过东西的客户。',
    en: 'It is too early to say who is slipping away: not enough people have come back yet. There are {customers} customers who bought.'
  },
  margin: { zh: '毛利', en: 'margin' },
  revenue: { zh: '收入', en: 'revenue' },
  mixed: { zh: '毛利（成本未知者按收入）', en: 'margin (revenue where cost is unknown)' },
  none: { zh: '收入', en: 'revenue' },
  basisMargin: { zh: '按毛利：每一单的成本都知道', en: 'by margin: the cost of every order is known' },
  basisRevenue: { zh: '按收入：没有成本数据，不是利润', en: 'by revenue: there is no cost in the data, so it is not profit' },
  basisMixed: { zh: '{margin} 位按毛利，{revenue} 位成本未知、按收入', en: '{margin} by margin, {revenue} by revenue because their cost is unknown' },
  year: { zh: '一年', en: 'a year' },
  all: { zh: '全部', en: 'All' },
  one: { zh: '一次客', en: 'One-time' },
  repeat: { zh: '回头客', en: 'Repeaters' },
  group: { zh: '看哪一群', en: 'Which group' },
  states: { zh: '客户现在在哪里', en: 'Where customers are now' },
  reactivatedWithin: { zh: '含回流 {n}', en: '{n} of them reactivated' },
  shareOf: { zh: '{share}', en: '{share}' },
  uncertain: { zh: '不确定', en: 'Uncertain' }
} satisfies Record<string, Sentence>

export const curveWords = {
  title: { zh: '会回来的人，多久回来', en: 'How soon those who return come back' },
  aside: { zh: '含未完间隔（删失）· {gaps} 个间隔 · 定义 {definition}', en: 'open gaps included (censored) · {gaps} gaps · definition {definition}' },
  axis: { zh: '静默天数', en: 'days of silence' },
  back: { zh: '已回来', en: 'back by then' },
  observed: { zh: '{n} 人在观察', en: '{n} observed' },
  threshold: { zh: '{days} · {share}', en: '{days} · {share}' },
  summary: {
    zh: '在一段观察期内会回来的人里，到第几天已有多少人回来。{lines}',
    en: 'Of those who return within the horizon, the share who are back by each day. {lines}'
  },
  summaryLine: { zh: '{series}：{atRisk}天时 {atRiskShare}，{lapsed}天时 {lapsedShare}。', en: '{series}: {atRiskShare} by day {atRisk}, {lapsedShare} by day {lapsed}.' },
  days: { zh: '天数', en: 'Days' },
  column: { zh: '{series}已回来', en: '{series}: back' },
  columnSilent: { zh: '{series}仍静默 S(d)', en: '{series}: still silent S(d)' },
  columnObserved: { zh: '{series}在观察', en: '{series}: observed' },
  noCurve: { zh: '还画不出曲线：没有人在第一次购买之后又回来过。', en: 'There is no curve yet: nobody has come back after a first purchase.' },
  fixed: { zh: '界线是固定天数，不来自曲线。', en: 'The thresholds are fixed days, not taken from the curve.' },
  parent: { zh: '这个品类人数太少，用的是上一级品类的曲线。', en: 'Too few people in this category: the curve of its parent is used.' },
  otherSeries: { zh: '这一群人太少，界线借用另一群的。', en: 'Too few people in this group: the thresholds of the other one are used.' },
  few: { zh: '{series}在界线处只有 {n} 人可观察，不到 {least} 人：界线不确定。', en: '{series}: only {n} people under observation at the threshold, fewer than {least}: uncertain.' }
} satisfies Record<string, Sentence>

export const qualityWords = {
  title: { zh: '这个定义有多可靠', en: 'How good is this definition' },
  falseLapse: { zh: '“已流失”者 {days} 天内又买', en: '"Lapsed" who bought again within {days} days' },
  falseLapseNote: { zh: '误判率 [{low}, {high}] · {day} 判的 {of} 位', en: 'false-lapse rate [{low}, {high}] · {of} called lapsed on {day}' },
  laterMoney: { zh: '他们占随后收入', en: 'Their share of later revenue' },
  laterMoneyNote: { zh: '误判的代价 · {money}', en: 'what the mistake costs · {money}' },
  lapse: { zh: '流失率', en: 'Churn rate' },
  period: { zh: '{from} 至 {to} · [{low}, {high}]', en: '{from} to {to} · [{low}, {high}]' },
  lapseSays: { zh: '本期跨过流失线的客户 ÷ 期初在册（活跃与风险）的客户。', en: 'Customers who crossed into lapsed ÷ active and at risk at the start.' },
  simple: { zh: '简单口径（上期买、本期未买）', en: 'Simple rate (bought last period, not in this)' },
  simpleNote: { zh: '不可与上行比较 · {of} 位', en: 'not comparable with the line above · {of} buyers' },
  repeat: { zh: '复购率（上期买、本期又买）', en: 'Repeat rate (bought in both periods)' },
  revenueRetention: { zh: '金额留存', en: 'Revenue retention' },
  revenueRetentionNote: { zh: '上期买家本期的金额 ÷ 上期的金额', en: 'money this period of the buyers of the last ÷ theirs then' },
  least: { zh: '可观察人数最少处', en: 'Fewest under observation' },
  enough: { zh: '≥ {least}，足够', en: '≥ {least}: enough' },
  tooFew: { zh: '< {least}，界线不确定', en: '< {least}: the threshold is uncertain' },
  moneyAtRisk: { zh: '风险金额（{days} 天）', en: 'Money at risk ({days} days)' },
  moneyAtRiskSays: { zh: '不回来的概率 × 同样天数里预期带来的金额，逐人相加。', en: 'P(does not return) × what they would bring over the same days, summed over customers.' },
  missing: { zh: '数据不够，算不出来', en: 'not enough data' },
  missingQuality: { zh: '要验证，得把今天的定义放到过去，再看之后 {days} 天谁回来了；数据还不够长。', en: 'To check, the definition is tried on the past and the {days} days after it; the data does not reach that far yet.' },
  missingChurn: { zh: '要算一期的流失率，期初之前也要有数据。', en: 'The rate of a period needs data from before it began.' },
  returned: { zh: '各状态 {days} 天内又买', en: 'Bought again within {days} days, by state' }
} satisfies Record<string, Sentence>

export const callWords = {
  title: { zh: '先联系谁', en: 'Who to contact first' },
  titleOf: { zh: '{state}的客户', en: 'Customers: {state}' },
  aside: { zh: '按{order}排序 · {n} 位', en: 'by {order} · {n} customers' },
  byRisk: { zh: '风险金额', en: 'money at risk' },
  byMoney: { zh: '累计金额', en: 'money so far' },
  bySilent: { zh: '静默天数', en: 'days of silence' },
  state: { zh: '看哪种状态', en: 'Which state' },
  customer: { zh: '客户', en: 'Customer' },
  purchases: { zh: '购买', en: 'Orders' },
  times: { zh: '{n} 次', en: '{n}' },
  silent: { zh: '已静默', en: 'Silent for' },
  usual: { zh: '（通常 {days}）', en: '(usually {days})' },
  money: { zh: '累计', en: 'So far' },
  back: { zh: '{days} 天内回来', en: 'Back within {days} days' },
  backSays: { zh: '同一条曲线给出的概率：已经静默了这么久的人，接下来 {days} 天内再买的可能。它不是分类的依据。', en: 'From the same curve: how likely somebody silent for so long is to buy within the next {days} days. It is not what the state is decided by.' },
  atRisk: { zh: '风险金额', en: 'At risk' },
  clue: { zh: '线索', en: 'Why' },
  last: { zh: '最近一次', en: 'Last order' },
  nobody: { zh: '没有人处在这个状态。', en: 'Nobody is in this state.' },
  label: { zh: '{state}的客户名单', en: 'List of customers: {state}' }
} satisfies Record<string, Sentence>

export const stateWords = {
  prospect: { zh: '潜在', en: 'Prospect' },
  new: { zh: '新客', en: 'New' },
  active: { zh: '活跃', en: 'Active' },
  reactivated: { zh: '回流', en: 'Reactivated' },
  at_risk: { zh: '流失风险', en: 'At risk' },
  lapsed: { zh: '已流失', en: 'Lapsed' }
} satisfies Record<string, Sentence>
