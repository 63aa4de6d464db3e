/** Every sentence of the cohorts. */
import type { Sentence } from '#foundation/words.ts'

export const cohortsWords = {
  headline: {
    zh: '{cohorts} 批客户中，平均每 100 位新客下一{period}有 {next} 位再来；首购最早的 {first}（{size} 位）后来有 {later}% 再来过。',
    en: 'Of {cohorts} cohorts, {next} of 100 new customers buy again in the next {period} on average; of the earliest, {first} ({size} customers), {later} % have come again since.'
  },
  empty: {
    zh: '到 {asOf} 还没有可用于分析的订单。导入订单，或先看看示例数据。',
    en: 'Up to {asOf} there is no order to analyse. Import orders, or look at the sample data first.'
  },
  week: { zh: '周', en: 'week' },
  month: { zh: '月', en: 'month' },
  quarter: { zh: '季', en: 'quarter' },
  cohort: { zh: '首购时期', en: 'Cohort' },
  customers: { zh: '客户数', en: 'Customers' },
  offset: { zh: '第几期', en: 'Periods after' },
  on: { zh: '当期再来', en: 'On' },
  onOrAfter: { zh: '当期或以后再来', en: 'On or after' },
  money: { zh: '金额', en: 'Money' }
} as const satisfies Readonly<Record<string, Sentence>>
