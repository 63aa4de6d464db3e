import type { Sentence } from '#foundation/words.ts'

export const forecastPageWords = {
  title: { zh: '销售预测', en: 'Forecast' },
  stockOut: { zh: '缺货', en: 'sold out' }
} satisfies Record<string, Sentence>
