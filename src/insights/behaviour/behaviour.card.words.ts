import type { Sentence } from '#foundation/words.ts'

export const behaviourCardWords = {
  title: { zh: '购买习惯', en: 'Habits' },
  likes: { zh: '喜欢', en: 'Likes' },
  like: { zh: '{name} {share}', en: '{name} {share}' },
  rhythm: { zh: '平时多久来一次', en: 'Usual rhythm' },
  once: { zh: '只来过一次', en: 'came once' },
  basket: { zh: '平时的一单', en: 'Usual order' },
  items: { zh: '{n} 种商品', en: '{n} {n|product|products}' },
  promotion: { zh: '花在促销上', en: 'Spent on promotion' },
  below: { zh: '低于平时价买入', en: 'Units below the usual price' },
  unknown: { zh: '未知', en: 'not known' },
  all: { zh: '{n} 单，至今', en: '{n} {n|order|orders} to date' }
} satisfies Record<string, Sentence>
