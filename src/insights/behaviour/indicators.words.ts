import type { Sentence } from '#foundation/words.ts'
import type { IndicatorId } from './indicators.schema.ts'

interface Named { readonly name: Sentence, readonly says: Sentence }

export const indicatorNames: Readonly<Record<IndicatorId, Named>> = {
  repeat: {
    name: { zh: '重复购买', en: 'Repeat purchases' },
    says: { zh: '这段时间的买家里，在两天或更多天来买过的比例；Wilson 区间。', en: 'Of the period’s buyers, the share who bought on two days or more; Wilson’s interval.' }
  },
  decide: {
    name: { zh: '挑选时间', en: 'Time to decide' },
    says: { zh: '从第一次看过、来过或问过（90 天内）到下单的中位天数。', en: 'Median days from the first look, visit or inquiry (within 90 days) to the order.' }
  },
  price: {
    name: { zh: '价格敏感', en: 'Price sensitivity' },
    says: { zh: '低于平时价买入的件数 ÷ 平时价已知的件数；区间以客户为单位（delta 法）。越满意越不计较，所以低为好。', en: 'Units bought below the usual price ÷ units with a known one; the interval is over customers (delta method). The more content, the less they ask: lower is better.' }
  },
  retention: {
    name: { zh: '保留率', en: 'Retention rate' },
    says: { zh: '上一段时间的买家里，这段时间又来买的比例；Wilson 区间。', en: 'Of the buyers of the period before, the share who bought again in this one; Wilson’s interval.' }
  },
  reputation: {
    name: { zh: '美誉度', en: 'Reputation' },
    says: { zh: '社交提及的好坏与推荐意愿。', en: 'Tone of social mentions, and willingness to recommend.' }
  },
  complaints: {
    name: { zh: '投诉率', en: 'Complaint rate' },
    says: { zh: '投诉 ÷ 这段时间的订单。', en: 'Complaints ÷ orders of the period.' }
  },
  amount: {
    name: { zh: '购买额', en: 'Amount bought' },
    says: { zh: '这段时间每位买家的平均金额；Student 区间，变化用 Welch 区间。', en: 'Mean money per buyer of the period; Student’s interval, Welch’s for the change.' }
  }
}

export const indicatorsWords = {
  answer: {
    zh: '{from} 至 {to} 和之前 {days} 天相比：{better} 项向好、{worse} 项向坏（区间不含零），{unproven} 项的变化未证实，{missing} 项还没有记录或数据不够。',
    en: '{from} to {to} against the {days} days before: {better} moved for the better and {worse} for the worse (the interval excludes no change), {unproven} {unprovenCount|change is|changes are} unproven, and {missing} {missingCount|is|are} not recorded or lack data.'
  },
  title: { zh: '满意的行为指标', en: 'Signs of satisfaction in what they do' },
  aside: { zh: '{from} – {to}，对比 {beforeFrom} – {beforeTo}', en: '{from} – {to}, against {beforeFrom} – {beforeTo}' },
  indicator: { zh: '指标', en: 'Indicator' },
  now: { zh: '这段时间', en: 'This period' },
  before: { zh: '上一段', en: 'Before' },
  change: { zh: '变化', en: 'Change' },
  interval: { zh: '{low} – {high}', en: '{low} – {high}' },
  points: { zh: '{value} 个百分点', en: '{value} points' },
  inDays: { zh: '{n} 天', en: '{n} days' },
  better: { zh: '向好', en: 'better' },
  worse: { zh: '向坏', en: 'worse' },
  unproven: { zh: '未证实', en: 'unproven' },
  noBefore: { zh: '没有上一段可比', en: 'no period before' },
  missing: { zh: '还没有记录、或数据不够的', en: 'Not recorded, or not enough' },
  caution: {
    zh: '两段时间里有同一批客户，也隔着季节：变化说明和上一段不同，不说明原因。',
    en: 'Both periods share customers, and a season lies between them: a change says that it differs from before, not why.'
  }
} satisfies Record<string, Sentence>
