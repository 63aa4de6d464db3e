/** Every sentence of the lifecycle. */
import type { Sentence } from '#foundation/words.ts'
import type { StateId } from './lifecycle.schema.ts'

export const stateNames: Readonly<Record<StateId, Sentence>> = {
  prospect: { zh: '潜在客户', en: 'Prospect' },
  new: { zh: '新客', en: 'New' },
  active: { zh: '活跃', en: 'Active' },
  reactivated: { zh: '失而复得', en: 'Reactivated' },
  at_risk: { zh: '流失风险', en: 'At risk' },
  lapsed: { zh: '已流失', en: 'Lapsed' }
}

export const lifecycleWords = {
  headline: {
    zh: '静默超过 {atRisk} 天的回头客有流失风险，超过 {lapsed} 天视为已流失：{horizon} 天内会回来的人，这时 {share}% 都已回来。现在有 {atRiskCustomers} 位在风险中，{lapsedCustomers} 位已流失；风险中的客户未来 {returnDays} 天可能少带来 {money}{basis}。',
    en: 'A regular silent for more than {atRisk} days is at risk, for more than {lapsed} days lapsed: of those who return within {horizon} days, {share} % are back by then. Now {atRiskCustomers} are at risk and {lapsedCustomers} have lapsed; over the next {returnDays} days {money} of {basis} from those at risk is in doubt.'
  },
  unsure: {
    zh: '回头的客户还太少，看不出多久不来算流失。现在共有 {customers} 位买过东西的客户。',
    en: 'Too few customers have come back to say after how long a silence one is lost. {customers} customers have bought so far.'
  },
  empty: {
    zh: '到 {asOf} 还没有可用于分析的订单。导入订单，或先看看示例数据。',
    en: 'Up to {asOf} there is no order to analyse. Import orders, or look at the sample data first.'
  },
  margin: { zh: '毛利', en: 'margin' },
  revenue: { zh: '收入', en: 'revenue' },
  mixed: { zh: '毛利（成本未知的按收入计）', en: 'margin (revenue where cost is unknown)' },
  shortSpan: {
    zh: '数据只有 {days} 天：更久才回来的人还看不到。',
    en: 'The data covers only {days} days: who takes longer to return cannot be seen yet.'
  },
  uncertainRepeat: {
    zh: '回头客的界线不确定：在界线处仍可观察的不足 {least} 人。',
    en: 'The threshold for regulars is uncertain: fewer than {least} people were still under observation there.'
  },
  uncertainOne: {
    zh: '一次客的界线不确定：在界线处仍可观察的不足 {least} 人。',
    en: 'The threshold for one-time buyers is uncertain: fewer than {least} people were still under observation there.'
  },
  noQuality: {
    zh: '{day} 还没有人被判为流失，所以这个定义的误判率还无从得知。',
    en: 'Nobody had lapsed by {day}, so how often this definition is wrong cannot be known yet.'
  },
  onRevenue: {
    zh: '{customers} 位风险客户的订单没有全部成本，金额按收入计。',
    en: 'For {customers} customers at risk the cost is not known on every order: their money is revenue.'
  }
} as const satisfies Readonly<Record<string, Sentence>>

/** Why this customer, in one line. */
export const reasons = {
  silentAgainstUsual: {
    zh: '已静默 {silent} 天，平时 {usual} 天来一次；{returnDays} 天内会回来的可能性 {chance}%',
    en: 'Silent for {silent} days, usually back after {usual}; {chance} % likely to return within {returnDays} days'
  },
  boughtOnce: {
    zh: '只来过一次，已 {silent} 天；{returnDays} 天内会再来的可能性 {chance}%',
    en: 'Came once, {silent} days ago; {chance} % likely to return within {returnDays} days'
  },
  stretched: {
    zh: '上一次间隔已拉长到 {gap} 天（平时 {usual} 天），现又静默 {silent} 天；{returnDays} 天内会回来的可能性 {chance}%',
    en: 'The last gap had already stretched to {gap} days (usually {usual}), now silent for {silent}; {chance} % likely to return within {returnDays} days'
  },
  cameBack: {
    zh: '曾经流失，{gap} 天后又回来；已静默 {silent} 天',
    en: 'Had lapsed, and came back after {gap} days; silent for {silent} days'
  },
  neverBought: { zh: '在册，还没有买过', en: 'On record, has not bought yet' }
} as const satisfies Readonly<Record<string, Sentence>>

export const lifecycleColumns = {
  customerId: { zh: '客户编号', en: 'Customer' },
  name: { zh: '姓名', en: 'Name' },
  state: { zh: '状态', en: 'State' },
  firstDay: { zh: '首次购买', en: 'First purchase' },
  lastDay: { zh: '最近购买', en: 'Last purchase' },
  silentDays: { zh: '静默天数', en: 'Silent days' },
  usualGapDays: { zh: '平时间隔（天）', en: 'Usual gap (days)' },
  purchaseDays: { zh: '购买天数', en: 'Purchase days' },
  orders: { zh: '订单数', en: 'Orders' },
  money: { zh: '累计金额', en: 'Money' },
  pReturn: { zh: '会回来的可能性', en: 'P(return)' },
  atRisk: { zh: '风险金额', en: 'Money at risk' },
  basis: { zh: '口径', en: 'Basis' },
  category: { zh: '最近品类', en: 'Last category' },
  reason: { zh: '原因', en: 'Reason' }
} as const satisfies Readonly<Record<string, Sentence>>
