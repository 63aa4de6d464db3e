import type { Sentence } from '#foundation/words.ts'

/** The headings of the file. */
export const fileWords = {
  at: { zh: '时间（UTC）', en: 'When (UTC)' },
  who: { zh: '谁', en: 'Who' },
  role: { zh: '角色', en: 'Role' },
  deed: { zh: '做了什么', en: 'What' },
  target: { zh: '对象', en: 'On what' },
  summary: { zh: '说明', en: 'Summary' },
  address: { zh: '来自', en: 'From' }
} as const satisfies Readonly<Record<string, Sentence>>
