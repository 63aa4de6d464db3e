import type { Sentence } from '#foundation/words.ts'

export const predictionPageWords = {
  title: { zh: '预测', en: 'Prediction' },
  question: { zh: '谁会再来，会花多少？', en: 'Who will buy again, and how much?' },
  answer: {
    zh: '未来 {days} 天，{customers} 位客户中预计有 {buyers} 位会再来，一共买 {purchases} 次，消费 {spend}；{doubt} {basis}没有把握。',
    en: 'Over the next {days} days {buyers} of {customers} customers are expected to buy again: {purchases} purchases for {spend}. {doubt} of {basis} is in doubt.'
  },
  margin: { zh: '毛利', en: 'margin' }, revenue: { zh: '收入', en: 'revenue' }, mixed: { zh: '毛利（成本未知的按收入计）', en: 'margin (revenue where cost is unknown)' },
  gateTitle: { zh: '数据还不够做预测', en: 'There is not enough data to predict yet' },
  gateWhy: {
    zh: '预测要从自家的历史里学，并用另一段历史检验，数据太少就只是猜。现在：{missing}。',
    en: 'A prediction is learned from your own history and held against another part of it; with too little it would be a guess. So far: {missing}.'
  },
  import: { zh: '导入订单', en: 'Import orders' },
  waitingTitle: { zh: '还没有预测', en: 'Nothing is predicted yet' },
  waitingWhy: { zh: '数据已经够了。第一次预测会在一分钟内自动开始，也可以现在就开始；通常要几十秒。', en: 'There is enough data. The first prediction begins by itself within a minute, or now if you like; it usually takes less than a minute.' },
  begin: { zh: '现在开始', en: 'Begin now' },
  again: { zh: '重新比试模型', en: 'Let the models compete again' },
  working: { zh: '正在预测', en: 'Working out the prediction' },
  outdated: { zh: '有了新的订单或新的一天：分数是截至 {day} 的，很快会自动更新。', en: 'There are new orders or a new day: scores are as of {day} and will follow by themselves.' },
  stamp: {
    zh: '模型第 {version} 版（{name}，{n} 行，学习至 {asOf}，种子 {seed}）· 分数截至 {day}，{customers} 位客户 · 定义第 {definition} 版',
    en: 'Model v{version} ({name}, {n} rows, learned up to {asOf}, seed {seed}) · scores of {customers} customers as of {day} · definition v{definition}'
  },
  candidates: { zh: '哪个模型更准', en: 'Which model is more accurate' },
  candidatesAside: { zh: '{periods} 个留出的时期，每期 {days} 天', en: '{periods} held-out {periods|period|periods} of {days} days' },
  model: { zh: '模型', en: 'Model' },
  used: { zh: '采用', en: 'used' },
  auc: { zh: 'AUC', en: 'AUC' },
  aucSays: { zh: '随机取一位来了的和一位没来的，模型把来了的排在前面的概率；0.5 等于抛硬币。', en: 'The chance that of one who came and one who did not, the model ranks the one who came higher; 0.5 is a coin.' },
  brier: { zh: 'Brier 分', en: 'Brier' },
  brierSays: { zh: '概率与结果之差的平方的平均；越小越好。', en: 'Mean squared difference of chance and outcome; smaller is better.' },
  lift: { zh: '提升', en: 'Lift' },
  liftSays: { zh: '概率最高的十分之一里来的人，是平均的几倍。', en: 'How many times more came among the tenth with the best chances than among all.' },
  verdict: { zh: '结论', en: 'Verdict' },
  never: {
    zh: '对照：只按购买次数排，AUC {frequency}；按“还活着的概率”P(alive) 排，{model} 只有 {alive}。P(alive) 从不用来排序：在 BG/NBD 里，只买过一次的人永远“活着”。',
    en: 'For comparison: ranking by number of purchases has an AUC of {frequency}; ranking by P(alive) of {model} only {alive}. Nobody is ever ranked by P(alive): under BG/NBD every one-time buyer is alive for ever.'
  },
  calibration: { zh: '说的概率准不准', en: 'Are the chances right in size?' },
  calibrationAside: { zh: '{from} 到 {to}，{n} 位客户', en: '{from} to {to}, {n} customers' },
  calibrationSummary: {
    zh: '按概率从低到高分成十组：最低一组说 {lowSaid}，实际 {lowCame}；最高一组说 {highSaid}，实际 {highCame}。',
    en: 'In ten groups by rising chance: the lowest was given {lowSaid} and {lowCame} came; the highest {highSaid} and {highCame} came.'
  },
  said: { zh: '模型说的', en: 'Said' },
  came: { zh: '实际来的', en: 'Came' },
  group: { zh: '概率分组', en: 'Group by chance' },
  people: { zh: '人数', en: 'Customers' },
  backtest: { zh: '如果当时就用它', en: 'Had it been used then' },
  backtestAside: { zh: '留出的时期，模型没有见过', en: 'held-out periods that the model had not seen' },
  period: { zh: '时期', en: 'Period' },
  buyers: { zh: '来的人：预计 / 实际', en: 'Buyers: expected / came' },
  purchases: { zh: '购买次数：预计 / 实际', en: 'Purchases: expected / made' },
  spend: { zh: '消费：预计 / 实际', en: 'Spend: expected / real' },
  error: { zh: '合计误差', en: 'Error of the sum' },
  naive: { zh: '照旧外推的误差', en: 'Error of carrying on' },
  naiveSays: { zh: '假设每个人在这段时间花的和之前同样长的时间一样多。', en: 'As if everybody spent as much as in the same time before.' },
  worth: { zh: '客户价值准不准', en: 'Is the value right?' },
  worthAside: { zh: '{from} 到 {to}，{days} 天', en: '{from} to {to}, {days} days' },
  worthSum: { zh: '价值合计：预计 / 实际', en: 'Value of all: expected / real' },
  worthSumSays: { zh: '用 {from} 以前的数据学出的同类模型，推算其后 {days} 天的消费（按收入，不折现），与实际消费相比。', en: 'What the same kind of model, taught on data up to {from}, expected of the {days} days that followed (revenue, undiscounted), beside what was spent.' },
  worthCovered: { zh: '80% 区间实际包含', en: 'The 80 % interval held' },
  worthCoveredSays: {
    zh: '把客户分成两半，用一半算出的区间去套另一半，落在区间内的客户比例；两半是同一段时间的，所以它不说明以后的日子会不会变。',
    en: 'Customers were split in two halves; the share of each half within the interval that the other made. Both halves lived through the same time, so it does not tell whether coming times will differ.'
  },
  worthHow: {
    zh: '单个客户的区间：那时预计价值名次相近的客户，中间 80% 实际花的是预计的多少倍；区间总把预计数包含在内。毛利率、折现按已知计，并假定今后 {value} 天与测过的 {days} 天一样。',
    en: 'The interval of a customer: how many times the expected the middle 80 % of customers of about the same rank by expected value spent then; it always holds the expected figure itself. Margin and discount are taken as known, and the coming {value} days as like the {days} measured.'
  },
  worthNone: {
    zh: '历史还不够长，测不出客户价值的区间：至少要两个预测期（共 {least} 天）再加 60 天，所以只给数字，不给区间。',
    en: 'History is too short to measure an interval of the value: it takes two horizons ({least} days) and 60 days more, so the figure stands without one.'
  },
  each: { zh: '每人平均误差', en: 'Mean error each' },
  noBacktest: { zh: '历史太短，还没有一个时期可以用来检验金额。', en: 'History is too short to hold a period against the money.' },
  list: { zh: '客户', en: 'Customers' },
  listAside: { zh: '{order}', en: '{order}' },
  sort: { zh: '排序', en: 'Order' },
  byChance: { zh: '最可能再来的在前', en: 'most likely to come first' }, byChurn: { zh: '最可能流失的在前', en: 'most likely to be lost first' }, byValue: { zh: '价值最高的在前', en: 'most valuable first' },
  bySpend: { zh: '预计消费最多的在前', en: 'highest expected spend first' }, byDoubt: { zh: '没有把握的金额最多的在前', en: 'most money in doubt first' },
  who: { zh: '哪些客户', en: 'Which customers' },
  everybody: { zh: '所有买过的', en: 'everybody who bought' }, once: { zh: '只来过一次的', en: 'came once' }, regulars: { zh: '来过多次的', en: 'came again' },
  chances: { zh: '概率', en: 'Chance' }, anyChance: { zh: '任何概率', en: 'any chance' }, low: { zh: '低于 20%', en: 'below 20 %' }, middle: { zh: '20% 到 60%', en: '20 to 60 %' }, high: { zh: '60% 以上', en: 'above 60 %' },
  customer: { zh: '客户', en: 'Customer' },
  chance: { zh: '{days} 天内再来', en: 'Back in {days} days' },
  chanceSays: { zh: '{days} 天内至少买一次的概率；流失分是 1 减它。', en: 'The chance of at least one purchase within {days} days; the churn score is one less it.' },
  visits: { zh: '预计次数', en: 'Purchases' },
  spendEach: { zh: '预计消费', en: 'Spend' },
  spendSays: { zh: '{days} 天内预计消费的收入；括号里是上一个时期里同样预计的客户中间 80% 的范围。', en: 'Revenue expected within {days} days; in brackets the range of the middle 80 % of customers with such an expectation in the last period.' },
  value: { zh: '客户价值', en: 'CLV' },
  valueSays: { zh: '{days} 天内预计的毛利（成本未知的按收入），按每年 {rate} 折现；括号里是 80% 区间，历史够长才有。', en: 'Margin expected within {days} days (revenue where cost is unknown), discounted at {rate} a year; in brackets the 80 % interval, where history is long enough to measure one.' },
  doubt: { zh: '没有把握', en: 'In doubt' },
  doubtSays: { zh: '不来的概率 × 如果来会带来的毛利。', en: 'The chance of not coming × the margin it would bring.' },
  reasons: { zh: '原因', en: 'Reasons' },
  nobody: { zh: '没有符合条件的客户。', en: 'No customer fits.' },
  up: { zh: '提高', en: 'raises' }, down: { zh: '降低', en: 'lowers' },
  notes: { zh: '怎么算的', en: 'How it is worked out' }
} as const satisfies Readonly<Record<string, Sentence>>

export const predictionCardWords = {
  title: { zh: '预测', en: 'Prediction' },
  nothing: { zh: '还没有这位客户的预测。', en: 'There is no prediction for this customer yet.' },
  chance: { zh: '{days} 天内再来', en: 'Back in {days} days' },
  churn: { zh: '流失分 {churn}', en: 'churn score {churn}' },
  purchases: { zh: '预计购买', en: 'Expected purchases' },
  spend: { zh: '预计消费', en: 'Expected spend' },
  between: { zh: '多半在 {low} 到 {high} 之间', en: 'mostly between {low} and {high}' },
  value: { zh: '客户价值', en: 'CLV' },
  valueNote: { zh: '{days} 天，{basis}', en: '{days} days, {basis}' },
  doubt: { zh: '没有把握的{basis}', en: 'In doubt ({basis})' },
  by: { zh: '{name}，模型第 {version} 版，截至 {day}', en: '{name}, model v{version}, as of {day}' }
} as const satisfies Readonly<Record<string, Sentence>>
