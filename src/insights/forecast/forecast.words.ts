/** Every sentence of the forecast that the server says. */
import type { Sentence } from '#foundation/words.ts'

export const forecastWords = {
  headline: {
    zh: '接下来 {steps}（{from} 至 {to}）预计卖 {next}，{level}% 的可能在 {low} 到 {high} 之间；最近同样长的时间卖了 {last}。',
    en: 'In the next {steps} ({from} to {to}) sales of {next} are expected, between {low} and {high} with {level} % probability; the last ones as long sold {last}.'
  },
  yearBefore: { zh: '去年同期卖了 {money}。', en: 'The same time a year before sold {money}.' },
  empty: { zh: '到 {asOf} 还没有销售，无从预测。导入订单，或先看看示例数据。', en: 'Up to {asOf} nothing was sold, so there is nothing to go by. Import orders, or look at the sample data first.' },
  gated: { zh: '数据还不够，暂不预测。{missing}', en: 'There is not enough data for a forecast yet. {missing}' },
  fitting: { zh: '正在计算预测。', en: 'The forecast is being worked out.' },
  failed: { zh: '这次预测没有算成，见后台任务。', en: 'The forecast could not be made; see the background jobs.' },
  gate: {
    day: { zh: '按天预测至少要 {least} 天的历史，现在有 {n} 天，还差 {more} 天。', en: 'By day it takes at least {least} days of history; there are {n}, so {more} more {more|day is|days are} needed.' },
    week: { zh: '按周预测至少要 {least} 个整周的历史，现在有 {n} 周，还差 {more} 周。', en: 'By week it takes at least {least} whole weeks of history; there are {n}, so {more} more {more|week is|weeks are} needed.' },
    month: { zh: '按月预测至少要 {least} 个整月的历史，现在有 {n} 个月，还差 {more} 个月。', en: 'By month it takes at least {least} whole months of history; there are {n}, so {more} more {more|month is|months are} needed.' }
  },
  steps: {
    day: { zh: '{n} 天', en: '{n} {n|day|days}' }, week: { zh: '{n} 周', en: '{n} {n|week|weeks}' }, month: { zh: '{n} 个月', en: '{n} {n|month|months}' }
  },
  jobTitle: { zh: '预测销售', en: 'Forecast of sales' },
  jobProgress: { zh: '正在比较各方法', en: 'Comparing the methods' },
  jobDone: { zh: '已完成：{method}，{n} 段历史', en: 'Done: {method}, {n} steps of history' },
  wrongSpan: { zh: '起止日期不对：{from} 至 {to}。一段最多 {most} 天，结束不早于开始。', en: 'The span is wrong: {from} to {to}. It may have {most} days, and must not end before it begins.' },
  wrongPart: { zh: '标记整体时不要指定门店或品类；标记门店或品类时要指明是哪一个。', en: 'A mark on the whole names no part; one on a store or a category names which.' },
  unknownMark: { zh: '没有这个标记，可能已被删除。', en: 'There is no such mark; it may have been removed.' },
  unknownPart: { zh: '这个预测里没有“{part}”。', en: 'The forecast has no "{part}".' },
  noStore: { zh: '未记门店', en: 'no store' },
  noCategory: { zh: '未分类', en: 'no category' },
  rest: { zh: '其余', en: 'all others' },
  whole: { zh: '整体', en: 'whole' },
  effectUsed: { zh: '见过 {n} 次，计入预测。', en: 'Seen {n} times; carried forward.' },
  effectSeldom: { zh: '历史中只见过 {n} 次，少于 {least} 次，不往后推。', en: 'Seen only {n|once|{n} times} in the history, fewer than {least}: not carried forward.' },
  effectNone: { zh: '历史中没有出现过，无从估计。', en: 'Never in the history, so it cannot be estimated.' },
  effectUnclear: { zh: '见过 {n} 次，但与平常分不出差别，不往后推。', en: 'Seen {n} times, but not told apart from ordinary days: not carried forward.' },
  columnFrom: { zh: '开始', en: 'From' },
  columnTo: { zh: '结束', en: 'To' },
  columnKind: { zh: '类别', en: 'Kind' },
  columnPart: { zh: '部分', en: 'Part' },
  columnMoney: { zh: '净销售额', en: 'Net sales' },
  columnLow: { zh: '区间下限', en: 'Low' },
  columnHigh: { zh: '区间上限', en: 'High' },
  sold: { zh: '历史', en: 'sold' },
  expected: { zh: '预测', en: 'forecast' }
} as const satisfies Readonly<Record<string, Sentence | Readonly<Record<string, Sentence>>>>

export const methodNames: Readonly<Record<string, Sentence>> = {
  naive: { zh: '沿用最后一期', en: 'naive: the last value' },
  seasonal_naive: { zh: '季节性朴素：沿用上一季同期', en: 'seasonal naive' },
  seasonal_naive_adjusted: { zh: '季节性朴素，扣除节假日与促销', en: 'seasonal naive, holidays and promotions taken out' },
  smoothing_plain: { zh: '季节性指数平滑 ETS(A,N,A)', en: 'seasonal exponential smoothing, ETS(A,N,A)' },
  smoothing: { zh: '季节性指数平滑 ETS(A,N,A)，含节假日与促销', en: 'ETS(A,N,A) with holidays and promotions' },
  ets: { zh: '自动选型的 ETS（AICc），含节假日与促销', en: 'ETS chosen by AICc, with holidays and promotions' },
  theta: { zh: 'Theta 法，含节假日与促销', en: 'Theta, with holidays and promotions' },
  stl: { zh: 'STL + ETS，含节假日与促销', en: 'STL + ETS, with holidays and promotions' },
  stl_year: { zh: 'MSTL（周与年）+ ETS，含节假日与促销', en: 'MSTL of week and year + ETS, with holidays and promotions' },
  combination: { zh: 'ETS(A,N,A)、Theta 与 STL 的平均', en: 'mean of ETS(A,N,A), Theta and STL' },
  average: { zh: '近期平均（历史太短）', en: 'recent mean (history too short)' }
}
