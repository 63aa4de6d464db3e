import type { Sentence } from '#foundation/words.ts'

export const overviewWords = {
  title: { zh: '总览', en: 'Overview' },
  question: { zh: '谁正在流失，值多少钱？', en: 'Who is slipping away, and what is it worth?' }
} satisfies Record<string, Sentence>
