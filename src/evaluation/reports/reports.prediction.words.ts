import type { Sentence } from '#foundation/words.ts'

export const predictionReportWords = {
  title: { zh: '谁会再来，会花多少', en: 'Who will buy again, and how much' },
  candidates: { zh: '各模型在留出时期上的表现', en: 'Candidates on held-out time' },
  model: { zh: '模型', en: 'Model' }, lift: { zh: '提升', en: 'Lift' }, verdict: { zh: '结论', en: 'Verdict' },
  call: { zh: '先联系的客户：可能性、价值与原因', en: 'Those to call first: chance, value and reasons' },
  customer: { zh: '客户', en: 'Customer' }, chance: { zh: '{days} 天内再来', en: 'Back in {days} days' }, purchases: { zh: '预计次数', en: 'Purchases' },
  spend: { zh: '预计消费', en: 'Spend' }, value: { zh: '客户价值', en: 'CLV' }, doubt: { zh: '没有把握', en: 'In doubt' }, reasons: { zh: '原因', en: 'Reasons' },
  past: {
    zh: '用在 {from} 到 {to}：预计 {expectedBuyers} 人来、消费 {expected}，实际 {buyers} 人、{real}。',
    en: 'Used on {from} to {to}: {expectedBuyers} buyers and {expected} expected, {buyers} and {real} real.'
  },
  value365: { zh: '客户价值：{days} 天，按每年 {rate} 折现。', en: 'CLV: over {days} days, discounted at {rate} a year.' },
  stamp: { zh: '模型学习至 {asOf}，{n} 行，种子 {seed}；预测定义第 {version} 版。', en: 'Model learned up to {asOf} from {n} rows, seed {seed}; definition prediction v{version}.' }
} as const satisfies Readonly<Record<string, Sentence>>
