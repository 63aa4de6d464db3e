/** What stands around a model's text. */
import type { Sentence } from '#foundation/words.ts'

export const modelWords = {
  open: { zh: '模型说明：{model}', en: 'The model: {model}' },
  says: { zh: '说明什么', en: 'What it says' },
  assumes: { zh: '前提', en: 'What it assumes' },
  fails: { zh: '何时不可信', en: 'When it fails' },
  source: { zh: '出处', en: 'Source' },
  checked: { zh: '怎样核对', en: 'How it is checked' }
} as const satisfies Readonly<Record<string, Sentence>>
