import type { Sentence } from '#foundation/words.ts'

export const timingWords = {
  contact: { zh: '从第一次看到下单', en: 'From the first look to the order' },
  contactAside: { zh: '{contacts} 次看过、来过或问过；{orders} 单在其后 {days} 天内', en: '{contacts} looks, visits and inquiries; {orders} orders within {days} days of one' },
  registration: { zh: '从登记到首单', en: 'From registration to the first order' },
  second: { zh: '从首单到第二单', en: 'From the first order to the second' },
  waitAside: { zh: '{people} 位客户，{ended} 位已下单，{open} 位还没有（按删失计）', en: '{people} customers: {ended} ordered, {open} have not yet (censored)' },
  atOnce: { zh: '{n} 位当天就下单；{before} 位下单在登记之前，不在内。', en: '{n} ordered on the same day; {before} had ordered before they were registered and are left out.' },
  quartile: { zh: '{share} 的人用了', en: '{share} took' },
  beyond: { zh: '超过 {days} 天', en: 'more than {days} days' },
  days: { zh: '天', en: 'Days' },
  share: { zh: '已下单的比例', en: 'Share that ordered' },
  summary: { zh: '一半的人{median}。', en: 'Half of them: {median}.' },
  within: { zh: '{days} 内', en: 'within {days}' }
} satisfies Record<string, Sentence>
