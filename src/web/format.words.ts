import type { Sentence } from '#foundation/words.ts'

export const formatWords = {
  day: { zh: '天', en: 'day' },
  days: { zh: '天', en: 'days' }
} satisfies Record<string, Sentence>
