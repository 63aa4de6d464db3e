import type { Sentence } from '#foundation/words.ts'

export const figureWords = {
  version: { zh: '定义 {name} · 第 {version} 版', en: 'Definition {name} · version {version}' },
  window: { zh: '时间窗', en: 'Window' },
  count: { zh: '样本', en: 'Counted over' },
  interval: { zh: '区间', en: 'Interval' },
  to: { zh: '{low} 至 {high}', en: '{low} to {high}' },
  open: { zh: '看完整定义', en: 'Read the whole definition' }
} satisfies Record<string, Sentence>
