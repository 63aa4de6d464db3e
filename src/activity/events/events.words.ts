import type { Sentence } from '#foundation/words.ts'
import type { TimelineGroup } from './events.schema.ts'

export const timelineWords = {
  title: { zh: '时间线', en: 'Timeline' },
  all: { zh: '全部', en: 'Everything' },
  nothing: { zh: '还没有任何动态。订单和档案的变动会出现在这里。', en: 'Nothing has happened yet. Orders and changes of the record appear here.' },
  nothingOfKind: { zh: '没有这一类动态。', en: 'Nothing of this kind.' },
  more: { zh: '更早的', en: 'Earlier' },
  number: { zh: '单号 {number}', en: 'No. {number}' },
  undoes: { zh: '原单 {number}', en: 'undoes {number}' },
  lines: { zh: '共 {n} 行', en: '{n} {n|line|lines}' }
} as const satisfies Readonly<Record<string, Sentence>>

export const groupWords: Readonly<Record<TimelineGroup, Sentence>> = {
  purchases: { zh: '购买', en: 'Purchases' },
  points: { zh: '积分', en: 'Points' },
  record: { zh: '档案', en: 'Record' }
}
