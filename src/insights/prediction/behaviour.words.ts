/** What a model looked at, said of one customer. */
import type { Sentence } from '#foundation/words.ts'

export const factWords = {
  once: { zh: '只来过一次，已是 {silent} 天前', en: 'Came once, {silent} days ago' },
  usual: { zh: '{silent} 天前来过，平均每 {gap} 天来一次', en: 'Came {silent} days ago; on average every {gap} days' },
  overdue: { zh: '平均每 {gap} 天来一次，这次已 {silent} 天没来', en: 'Comes every {gap} days on average, now silent for {silent}' },
  often: { zh: '{tenure} 天里有 {visits} 天买过', en: 'Bought on {visits} days in {tenure} days' }
} as const satisfies Readonly<Record<string, Sentence>>

export const behaviourWords = {
  silent: { zh: '已 {value} 天没来', en: 'Silent for {value} days' },
  stretch: { zh: '已 {silent} 天没来，平均每 {value} 天来一次', en: 'Silent for {silent} days, on average back after {value}' },
  noHabit: { zh: '还看不出多久来一次', en: 'No rhythm of visits to be seen yet' },
  visits: { zh: '一共来过 {value} 天', en: 'Bought on {value} days in all' },
  orders: { zh: '每次来下 {value} 单', en: '{value} orders a visit' },
  tenure: { zh: '首次购买在 {value} 天前', en: 'First bought {value} days ago' },
  meanGap: { zh: '平均每 {value} 天来一次', en: 'On average back after {value} days' },
  medianGap: { zh: '通常隔 {value} 天再来', en: 'Usually back after {value} days' },
  longestGap: { zh: '最久隔过 {value} 天才来', en: 'Was once away for {value} days' },
  spend: { zh: '累计消费 {value}', en: 'Spent {value} in all' },
  meanSpend: { zh: '每次消费 {value}', en: 'Spends {value} a visit' },
  lastSpend: { zh: '上次消费 {value}', en: 'Spent {value} the last time' },
  visits30: { zh: '近 30 天来过 {value} 天', en: 'Bought on {value} of the last 30 days' },
  visits90: { zh: '近 90 天来过 {value} 天', en: 'Bought on {value} of the last 90 days' },
  visits180: { zh: '近 180 天来过 {value} 天', en: 'Bought on {value} of the last 180 days' },
  trend: { zh: '近 90 天来过 {value} 天，再往前 90 天 {before} 天', en: 'Bought on {value} of the last 90 days, on {before} of the 90 before' },
  spend90: { zh: '近 90 天消费 {value}', en: 'Spent {value} in the last 90 days' },
  categories: { zh: '买过 {value} 个品类', en: 'Bought from {value} categories' },
  returned: { zh: '退掉了所买金额的 {value}%', en: 'Returned {value} % of what was bought' },
  channels: { zh: '用过 {value} 个渠道', en: 'Used {value} channels' },
  stores: { zh: '去过 {value} 家门店', en: 'Went to {value} stores' },
  oneTime: { zh: '只来过一次', en: 'Came only once' },
  severalTimes: { zh: '来过不止一次', en: 'Came more than once' },
  season: { zh: '现在是 {value} 月', en: 'It is month {value} of the year' }
} as const satisfies Readonly<Record<string, Sentence>>
