import type { Sentence } from '#foundation/words.ts'

export const businessPageWords = {
  title: { zh: '企业设置', en: 'Business' },
  question: { zh: '这是谁的生意，一天从什么时候开始，用什么钱记账？', en: 'Whose business is it, when does its day begin, and in which money does it count?' },
  answer: { zh: '{name}，按 {zone} 的日子，用 {currency} 记账。', en: '{name}, in days of {zone}, counted in {currency}.' },
  waiting: { zh: '正在查看…', en: 'Looking…' },
  form: { zh: '名称、时区、货币', en: 'Name, zone, currency' },
  fixed: { zh: '已有订单按这个时区和货币记账，所以不能再改：改了，过去的日子和金额就成了别的意思。', en: 'Orders are recorded in this zone and currency, so they stay: past days and amounts would otherwise mean something else.' },
  readOnly: { zh: '只有负责人和经理可以修改。', en: 'Only an owner or a manager can change this.' },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '已保存。', en: 'Saved.' },
  kept: { zh: '这是你上次没保存的修改。', en: 'These are the changes you had not saved.' },
  startOver: { zh: '放弃修改', en: 'Discard them' },
  stores: { zh: '门店', en: 'Stores' },
  code: { zh: '编号', en: 'Code' },
  name: { zh: '名称', en: 'Name' },
  region: { zh: '地区', en: 'Region' },
  addStore: { zh: '新增或改名', en: 'Add or rename' },
  noStores: { zh: '还没有门店。导入订单时遇到的门店编号会自动出现在这里。', en: 'No stores yet. Store codes met while importing orders appear here by themselves.' }
} as const satisfies Readonly<Record<string, Sentence>>
