import type { Sentence } from '#foundation/words.ts'

export const lifecycleCardWords = {
  title: { zh: '价值与风险', en: 'Value and risk' },
  state: { zh: '状态', en: 'State' },
  silent: { zh: '静默', en: 'Silent' },
  usually: { zh: '通常 {days}', en: 'usually {days}' },
  back: { zh: '{days} 内会来', en: 'Back within {days}' },
  atRisk: { zh: '可能少来的钱', en: 'Money in doubt' },
  onMargin: { zh: '按毛利', en: 'margin' },
  onRevenue: { zh: '按收入，成本未知', en: 'revenue; cost unknown' },
  nothing: { zh: '到这一天为止还没有合格的购买，看不出状态。', en: 'No qualifying purchase up to this day, so no state yet.' },
  backSays: { zh: '按同类客户的间隔曲线：静默这么久的人里，有多少还会在 {days} 内回来。', en: 'From the curve of gaps: of those silent for so long, how many come back within {days}.' }
} as const satisfies Readonly<Record<string, Sentence>>
