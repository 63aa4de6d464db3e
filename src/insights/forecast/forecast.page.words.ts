import type { Sentence } from '#foundation/words.ts'

export const forecastPageWords = {
  title: { zh: '销售预测', en: 'Forecast' },
  question: { zh: '接下来会卖多少？', en: 'How much will be sold next?' },
  answer: {
    zh: '接下来 {steps}预计{part}卖 {next}，{level} 的可能在 {low} 到 {high} 之间：比刚过去的 {steps}（{last}）{change}。',
    en: 'In the next {steps}, {part} is expected to sell {next}, between {low} and {high} with {level} probability: {change} than in the {steps} just past ({last}).'
  },
  answerYear: { zh: '去年同期卖了 {money}，预计{change}。', en: ' The same time a year before sold {money}: {change} is expected.' },
  more: { zh: '多 {share}', en: '{share} more' },
  less: { zh: '少 {share}', en: '{share} less' },
  equal: { zh: '差不多', en: 'no more and no less' },
  everything: { zh: '整体', en: 'the whole' },
  waiting: { zh: '正在比较各种方法在过去的误差，几秒到一分钟。', en: 'The methods are being compared on the past: seconds, at most a minute.' },
  waitingTitle: { zh: '正在计算预测', en: 'Working out the forecast' },
  stale: { zh: '数据、标记或节假日有变化，正在重新计算；下面是上一次的结果。', en: 'Data, marks or holidays have changed: a new forecast is being made, below is the one before.' },
  failed: { zh: '这次预测没有算成。', en: 'The forecast could not be made.' },
  failedWhy: { zh: '原因见后台任务，在那里可以重试。', en: 'The background job says why, and can be tried again there.' },
  toJobs: { zh: '查看后台任务', en: 'See the background jobs' },
  gated: { zh: '数据还不够，暂不预测', en: 'Not enough data for a forecast yet' },
  toImport: { zh: '导入更早的订单', en: 'Import earlier orders' },
  by: { zh: '时间单位', en: 'Steps of time' },
  day: { zh: '按天', en: 'Days' },
  week: { zh: '按周', en: 'Weeks' },
  month: { zh: '按月', en: 'Months' },
  cut: { zh: '看哪一层', en: 'Show' },
  whole: { zh: '整体', en: 'Whole' },
  store: { zh: '门店', en: 'Stores' },
  category: { zh: '品类', en: 'Categories' },
  horizon: { zh: '往前看多远', en: 'How far ahead' },
  dayN: { zh: '{n} 天', en: '{n} days' },
  weekN: { zh: '{n} 周', en: '{n} weeks' },
  monthN: { zh: '{n} 个月', en: '{n} months' },
  part: { zh: '哪一个', en: 'Which one' },
  allParts: { zh: '全部（整体）', en: 'All of them (the whole)' },
  chart: { zh: '历史与预测', en: 'History and forecast' },
  sold: { zh: '净销售额', en: 'Net sales' },
  expected: { zh: '预测', en: 'Forecast' },
  interval: { zh: '{level} 区间', en: '{level} interval' },
  low: { zh: '下限', en: 'Low' },
  high: { zh: '上限', en: 'High' },
  from: { zh: '开始', en: 'From' },
  to: { zh: '结束', en: 'To' },
  chartSummary: {
    zh: '从 {first} 到 {last} 的销售，和到 {end} 的预测：合计 {next}，{level} 区间 {low} 到 {high}。{bands}',
    en: 'Sales from {first} to {last} and the forecast to {end}: {next} in all, {level} interval {low} to {high}. {bands}'
  },
  bandsSummary: { zh: '标出的日子：{bands}。', en: 'Days marked: {bands}.' },
  bandOne: { zh: '{name} {from}', en: '{name} {from}' },
  bandInterval: { zh: '浅色带：{level} 区间。', en: 'Pale band: {level} interval.' },
  bandKeys: { zh: '灰色：节假日；橙色：促销；紫红：缺货，不计入拟合。', en: 'Grey: holidays; orange: promotions; purple: sold out, left out of the fit.' },
  expectedLaw: { zh: '有的年份还没有放假通知，只按法定日期计，没有调休。', en: 'Some years have no holiday notice yet: only the days fixed by law are counted, without days moved.' },
  stockOut: { zh: '缺货', en: 'sold out' },
  promotion: { zh: '促销', en: 'promotion' }
} as const satisfies Record<string, Sentence>

export const methodsWords = {
  title: { zh: '各方法在过去的误差', en: 'What each method got wrong in the past' },
  aside: { zh: '{origins} 次回看，每次看后面 {scored}', en: '{origins} looks back, {scored} ahead each time' },
  why: { zh: '用“{method}”：在 {origins} 次回看里平均误差最小，比季节性朴素低 {gain}。', en: 'Shipped: {method}. Over {origins} looks back its mean error is the smallest, {gain} below that of seasonal naive.' },
  whyNaive: { zh: '没有方法胜过季节性朴素，所以就用它。', en: 'Nothing beats seasonal naive here, so that is what is shipped.' },
  whyShort: { zh: '历史太短，各方法还比不出高下，用近期平均。', en: 'The history is too short to compare methods: the recent mean is shipped.' },
  noSeason: { zh: '历史还不到两个周期，看不出一年里的季节，“季节性朴素”这里等于沿用最后一期。', en: 'There are not two whole years yet, so no yearly season can be seen: seasonal naive is the last value here.' },
  mint: { zh: '各部分加起来等于整体：最小迹调和（MinT，对角权重取各序列回看的误差方差），余数按最大余数法分到元。', en: 'Parts add up to the whole: MinT with the error variance of each series as diagonal weights (WLSv); what rounding leaves goes by largest remainder.' },
  wholeFirst: { zh: '各部分加起来等于整体：整体自己的预测更准，保持不动，差额按各部分的误差方差分摊，余数按最大余数法。', en: 'Parts add up to the whole: the whole does better on its own and stays, the gap is shared out by the error variance of the parts, what rounding leaves by largest remainder.' },
  afterwards: { zh: '调和之后，整体的 WAPE 为 {wape}，{level} 区间在过去实际盖住了 {coverage}。', en: 'As shipped, made to add up: WAPE {wape}; the {level} interval really held {coverage} of what came.' },
  coverageNone: { zh: '还不够多次，没法检验', en: 'not yet enough to tell' },
  method: { zh: '方法', en: 'Method' },
  shipped: { zh: '采用', en: 'shipped' },
  benchmark: { zh: '参照', en: 'yardstick' },
  wape: { zh: 'WAPE', en: 'WAPE' },
  wapeSays: { zh: '误差的绝对值之和 ÷ 实际之和。', en: 'The sum of absolute errors over the sum of what came.' },
  mase: { zh: 'MASE', en: 'MASE' },
  maseSays: { zh: '平均误差 ÷ 季节性朴素在历史内的平均误差；小于 1 更好。', en: 'The mean error over that of seasonal naive within the history; below 1 is better.' },
  smape: { zh: 'sMAPE', en: 'sMAPE' },
  smapeSays: { zh: '200 ×｜误差｜÷（｜实际｜+｜预测｜）的平均；有零的日子会偏大。', en: 'The mean of 200 × |error| ÷ (|what came| + |forecast|); days of nothing make it large.' },
  pinball: { zh: 'Pinball', en: 'Pinball' },
  pinballSays: { zh: '区间两端与中点的分位数损失 ÷ 实际的平均；越小越好，同时看准不准和宽不宽。', en: 'Quantile loss of the ends and the middle over the mean of what came: smaller is better, it punishes both error and width.' },
  coverage: { zh: '区间盖住', en: 'Coverage' },
  coverageSays: { zh: '只用当时已知的误差画区间，实际有多少落在里面；应接近 {level}。', en: 'How much of what came lay inside intervals made only of errors known by then; should be near {level}.' },
  latest: { zh: '最近一次 WAPE', en: 'Latest WAPE' },
  latestSays: { zh: '只看最后一段（{scored}）。', en: 'On the last window alone ({scored}).' },
  incomplete: { zh: '有的时候给不出', en: 'not always possible' }
} as const satisfies Record<string, Sentence>

export const partsWords = {
  stores: { zh: '各门店', en: 'By store' },
  categories: { zh: '各品类', en: 'By category' },
  part: { zh: '名称', en: 'Name' },
  last: { zh: '刚过去的 {steps}', en: 'Last {steps}' },
  next: { zh: '接下来 {steps}', en: 'Next {steps}' },
  change: { zh: '变化', en: 'Change' },
  interval: { zh: '区间', en: 'Interval' },
  method: { zh: '方法', en: 'Method' },
  total: { zh: '合计', en: 'Sum' },
  addsUp: { zh: '各部分之和正好等于整体：{sum}。', en: 'The parts add up to the whole exactly: {sum}.' },
  none: { zh: '只有一个，分不出部分。', en: 'There is only one, so there are no parts.' }
} as const satisfies Record<string, Sentence>

export const marksWords = {
  title: { zh: '缺货与促销', en: 'Sold out, and promotions' },
  why: { zh: '有些日子卖得少是因为没货，卖得多是因为促销。标出来，预测就不会把它们当成平常。', en: 'Some days sold little because there was nothing to sell, or much because of a promotion. Marked, they are not taken for ordinary.' },
  kind: { zh: '是什么', en: 'What it was' },
  where: { zh: '哪里', en: 'Where' },
  note: { zh: '备注', en: 'Note' },
  add: { zh: '标记', en: 'Mark' },
  added: { zh: '已标记，正在重新预测。', en: 'Marked; the forecast is being made again.' },
  remove: { zh: '删除', en: 'Remove' },
  removeOne: { zh: '删除标记：{kind} {from}', en: 'Remove the mark: {kind} {from}' },
  undo: { zh: '撤销删除', en: 'Undo' },
  removed: { zh: '已删除 {kind} {from}。', en: 'Removed {kind} {from}.' },
  none: { zh: '还没有标记。', en: 'Nothing is marked yet.' },
  planned: { zh: '也可以标记将来的促销：效果见过两次以上，就会算进预测。', en: 'Coming promotions can be marked too: once the effect was seen twice, the forecast counts it.' },
  readOnly: { zh: '标记需要负责人或经理。', en: 'Marking takes an owner or a manager.' },
  stock_out: { zh: '缺货', en: 'Sold out' },
  promotion: { zh: '促销', en: 'Promotion' },
  span: { zh: '{from} 至 {to}', en: '{from} to {to}' }
} as const satisfies Record<string, Sentence>

export const effectsWords = {
  title: { zh: '节假日与促销的影响', en: 'What holidays and promotions do' },
  aside: { zh: '与平常日子相比', en: 'against an ordinary day' },
  name: { zh: '日子', en: 'Days' },
  ratio: { zh: '平常的', en: 'Times ordinary' },
  interval: { zh: '95% 区间', en: '95 % interval' },
  none: { zh: '这个国家还没有节假日表；在设置里加上，预测就会考虑。', en: 'There is no table of holidays for this country yet: add one in the settings and the forecast counts it.' },
  settings: { zh: '节假日表在设置里', en: 'The table of holidays, in the settings' }
} as const satisfies Record<string, Sentence>
