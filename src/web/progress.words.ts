import type { Sentence } from '#foundation/words.ts'

export const progressWords = {
  of: { zh: '{done} / {total} 行', en: '{done} of {total} rows' },
  steps: { zh: '{done} / {total} 步', en: 'step {done} of {total}' },
  rows: { zh: '{done} 行', en: '{done} rows' },
  left: { zh: '大约还要 {time}', en: 'about {time} left' },
  leaving: { zh: '可以离开这一页，回来时进度还在。', en: 'You can leave this page; the work goes on and is here when you return.' },
  cancel: { zh: '取消', en: 'Cancel' }
} satisfies Record<string, Sentence>
