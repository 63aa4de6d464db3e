import type { Sentence } from '#foundation/words.ts'

export const jobWords = {
  countTitle: { zh: '补计历史订单的积分', en: 'Counting points for past orders' },
  counting: { zh: '正在按时间顺序补计积分', en: 'Counting orders in order of time' },
  sampleNote: { zh: '示例方案：用于浏览，随时可改', en: 'An example to look around with; change it as you like' }
} satisfies Record<string, Sentence>
