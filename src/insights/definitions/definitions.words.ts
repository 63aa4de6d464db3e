/** Every sentence of the definitions. */
import type { Sentence } from '#foundation/words.ts'
import type { DefinitionId } from './definitions.schema.ts'

export const definitionTitles: Readonly<Record<DefinitionId, Sentence>> = {
  rfm: { zh: 'RFM 评分', en: 'RFM scores' },
  lifecycle: { zh: '生命周期与流失', en: 'Lifecycle and churn' },
  cohorts: { zh: '同期群', en: 'Cohorts' },
  behaviour: { zh: '购买行为', en: 'Purchase behaviour' },
  forecast: { zh: '销售预测', en: 'Sales forecast' },
  prediction: { zh: '购买预测', en: 'Prediction of purchases' }
}

export const definitionMeanings: Readonly<Record<DefinitionId, Sentence>> = {
  rfm: {
    zh: '最近一次购买、购买次数、购买金额，各与其他客户相比打 1 到 5 分；同值同分。',
    en: 'How recently, how often and for how much a customer bought, each scored 1 to 5 against the others; equal values score equal.'
  },
  lifecycle: {
    zh: '按回头间隔的删失曲线定界：一年内会回来的人中 80% 已回来时算有风险，95% 已回来时算流失；首单 30 天内为新客。',
    en: 'Thresholds from the censored curve of gaps: at risk when 80 % of those who return within a year have returned, lapsed at 95 %; new within 30 days of the first order.'
  },
  cohorts: { zh: '同一时期首次购买的客户，之后各期有多少再来。', en: 'Customers who first bought in the same period, and how many of them bought again in each period since.' },
  behaviour: {
    zh: '看多长时间、和哪一段比、什么叫平时价和促销、哪些搭配算数：频率、偏好、购物篮、价格与促销、满意的行为指标都按它算。',
    en: 'How far back, against which period, what a usual price and a promotion are, which pairs count: frequency, preference, baskets, price and promotion, and the behavioural indicators follow it.'
  },
  forecast: {
    zh: '按天或按周的净销售额（退款记在退款当天，散客也算），用过去误差最小的方法往前推；各部分之和等于整体，区间来自这些误差。',
    en: 'Net sales by day or week (refunds on the day they were booked, walk-ins included), carried forward by the method with the smallest past errors; parts add up to the whole, intervals come from those errors.'
  },
  prediction: {
    zh: '每位客户在今后若干天内至少买一次的概率、预计购买次数、金额和价值。几种模型在自家的历史上比试，不比“只看多久没来”更准就不用。',
    en: 'The chance of at least one purchase in the days ahead, the purchases, spend and value to expect of each customer. Several models compete on the business’s own past; one that does not beat recency alone is not used.'
  }
}

export const definitionWords = {
  unknownVersion: { zh: '“{id}”没有第 {version} 版。', en: '"{id}" has no version {version}.' },
  wrongParameters: { zh: '“{id}”的参数不对：{path} {message}', en: 'The parameters of "{id}" are wrong: {path} {message}' },
  cutOffsMustRise: { zh: '自定分界必须递增。', en: 'Own cut-offs must rise.' },
  sharesMustRise: { zh: '流失的界线必须晚于有风险的界线。', en: 'Lapsed must come after at risk.' }
} as const satisfies Readonly<Record<string, Sentence>>
