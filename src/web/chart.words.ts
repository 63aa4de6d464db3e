import type { Sentence } from '#foundation/words.ts'

export const chartWords = {
  table: { zh: '看数据表', en: 'Data as a table' },
  picture: { zh: '看图', en: 'Back to the chart' },
  png: { zh: '保存图片 (PNG)', en: 'Save picture (PNG)' },
  loading: { zh: '正在画图', en: 'Drawing' },
  failed: { zh: '图没能载入；数据表里有同样的数字。', en: 'The chart could not be loaded; the table has the same figures.' }
} satisfies Record<string, Sentence>
