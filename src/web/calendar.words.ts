import type { Sentence } from '#foundation/words.ts'

export const calendarWords = {
  any: { zh: '不限', en: 'Any day' },
  yearBefore: { zh: '前一年', en: 'Previous year' },
  monthBefore: { zh: '前一个月', en: 'Previous month' },
  monthAfter: { zh: '后一个月', en: 'Next month' },
  yearAfter: { zh: '后一年', en: 'Next year' }
} satisfies Record<string, Sentence>
