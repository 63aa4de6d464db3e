/** Every sentence of RFM. */
import type { Sentence } from '#foundation/words.ts'
import type { SegmentId } from './rfm.schema.ts'

export const segmentNames: Readonly<Record<SegmentId, Sentence>> = {
  champions: { zh: '冠军客户', en: 'Champions' },
  potential_loyalist: { zh: '潜在忠诚客户', en: 'Potential Loyalist' },
  loyal_customers: { zh: '忠诚客户', en: 'Loyal Customers' },
  promising: { zh: '有潜力客户', en: 'Promising' },
  new_customers: { zh: '新客户', en: 'New Customers' },
  cannot_lose_them: { zh: '不能失去', en: "Can't Lose Them" },
  at_risk: { zh: '有流失风险', en: 'At Risk' },
  need_attention: { zh: '需要关注', en: 'Need Attention' },
  about_to_sleep: { zh: '即将沉睡', en: 'About To Sleep' },
  lost: { zh: '已失去', en: 'Lost' },
  others: { zh: '其他', en: 'Others' }
}

export const segmentAdvice: Readonly<Record<SegmentId, Sentence>> = {
  champions: { zh: '刚买过、买得多、花得多：先让他们试新品，请他们推荐，不必打折。', en: 'Bought lately, often and much: show them what is new first, ask them to recommend; no discount needed.' },
  potential_loyalist: { zh: '最近常来：请入会，推荐相关品类。', en: 'Recent and frequent: invite them to the programme, suggest what goes with what they buy.' },
  loyal_customers: { zh: '稳定回头：感谢，问意见，给专属服务。', en: 'Steady regulars: thank them, ask their opinion, give them a service of their own.' },
  promising: { zh: '来得不勤但花得多：介绍第二个品类。', en: 'Seldom but generous: introduce a second category.' },
  new_customers: { zh: '刚来：把第一次体验做好，约下一次。', en: 'Just arrived: make the first experience good, and name the next occasion.' },
  cannot_lose_them: { zh: '曾经常来常买，已久未来：店长亲自打电话。', en: 'Used to come often and spend much, long gone: the manager calls in person.' },
  at_risk: { zh: '花得多，久未来：问原因，先解决问题。', en: 'Spent much, long silent: ask why, and mend that first.' },
  need_attention: { zh: '中上水平，正在变冷：限时提醒。', en: 'Above average and cooling: a reminder with a date.' },
  about_to_sleep: { zh: '少而旧：低成本触达即可。', en: 'Little and long ago: reach them cheaply.' },
  lost: { zh: '很久没来：只在便宜的渠道尝试一次。', en: 'Long gone: try once, where it is cheap.' },
  others: { zh: '不符合任何一条分群规则。', en: 'No rule fits.' }
}

export const rfmSentence: Sentence = {
  zh: '{customers} 位顾客中，{champions} 位冠军客户带来 {championsShare}% 的收入；花得最多的五分之一顾客带来 {topShare}%；{losing} 位“不能失去”和“有流失风险”的顾客共值 {losingMoney}。',
  en: 'Of {customers} customers, {champions} champions bring {championsShare} % of the money and the top fifth {topShare} %; {losing} who must not be lost or are at risk are worth {losingMoney}.'
}

export const rfmEmpty: Sentence = {
  zh: '到 {asOf} 还没有可用于分析的订单。导入订单，或先看看示例数据。',
  en: 'Up to {asOf} there is no order to analyse. Import orders, or look at the sample data first.'
}

/** The heads of the exported columns. */
export const rfmColumns: Readonly<Record<'customerId' | 'name' | 'lastDay' | 'recencyDays' | 'frequency' | 'money' | 'r' | 'f' | 'm' | 'segment', Sentence>> = {
  customerId: { zh: '客户编号', en: 'Customer' },
  name: { zh: '姓名', en: 'Name' },
  lastDay: { zh: '最近购买', en: 'Last purchase' },
  recencyDays: { zh: '距今天数', en: 'Recency (days)' },
  frequency: { zh: '次数', en: 'Frequency' },
  money: { zh: '累计金额', en: 'Money' },
  r: { zh: 'R', en: 'R' },
  f: { zh: 'F', en: 'F' },
  m: { zh: 'M', en: 'M' },
  segment: { zh: '分群', en: 'Segment' }
}
