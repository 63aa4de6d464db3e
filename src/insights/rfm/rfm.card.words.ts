import type { Sentence } from '#foundation/words.ts'

export const rfmCardWords = {
  title: { zh: 'RFM', en: 'RFM' },
  segment: { zh: '分群', en: 'Segment' },
  scores: { zh: '近度 · 频度 · 金额', en: 'Recency · frequency · money' },
  nothing: { zh: '还没有合格的购买，无从评分。', en: 'No qualifying purchase yet, so no scores.' }
} as const satisfies Readonly<Record<string, Sentence>>
