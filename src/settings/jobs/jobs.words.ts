import type { Sentence } from '#foundation/words.ts'

export const jobsWords = {
  title: { zh: '后台任务', en: 'Background work' },
  unknown: { zh: '没有这个任务。', en: 'There is no such job.' },
  ended: { zh: '这个任务已经结束，不能取消。', en: 'This job has ended already; it cannot be cancelled.' },
  notRetriable: { zh: '只有失败或已取消的任务可以重试。', en: 'Only a failed or cancelled job can be tried again.' }
} as const satisfies Readonly<Record<string, Sentence>>
