import type { Sentence } from '#foundation/words.ts'

export const adjustWords = {
  button: { zh: '调整定义', en: 'Adjust definition' },
  intro: {
    zh: '保存会产生一个新版本，旧版本不变：以前报告里写着“第 {version} 版”的数字，永远是那个意思。',
    en: 'Saving makes a new version and leaves the old one as it is: a figure that named version {version} keeps meaning what it meant.'
  },
  kept: { zh: '这是你上次没保存的改动。', en: 'These are your unsaved changes.' },
  startOver: { zh: '恢复成现在的定义', en: 'Back to the definition in force' },
  note: { zh: '为什么改（会记在版本里）', en: 'Why (kept with the version)' },
  preview: { zh: '会变成什么样', en: 'What would change' },
  previewing: { zh: '正在试算…', en: 'Trying it…' },
  unchanged: { zh: '和现在的定义一样。', en: 'The same as the definition in force.' },
  measure: { zh: '数字', en: 'Figure' },
  now: { zh: '现在', en: 'Now' },
  then: { zh: '改后', en: 'Then' },
  difference: { zh: '差', en: 'Change' },
  save: { zh: '存为新版本', en: 'Save as a new version' },
  cancel: { zh: '取消', en: 'Cancel' },
  cleaning: { zh: '什么算一次购买', en: 'What counts as a purchase' }
} satisfies Record<string, Sentence>
