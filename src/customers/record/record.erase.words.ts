import type { Sentence } from '#foundation/words.ts'

export const erasePageWords = {
  open: { zh: '按本人要求删除个人资料', en: 'Erase personal data on request' },
  title: { zh: '删除“{name}”的个人资料', en: 'Erase the personal data of "{name}"' },
  says: { zh: '姓名、号码和其他个人资料永远删除，不能恢复。订单和积分留在账上，但不再指向任何人；这个人再来就是一位新客户。', en: 'Name, numbers and everything else personal go for ever and cannot be brought back. Orders and points stay in the books and lead to nobody; whoever comes back is a new customer.' },
  fields: { zh: '会删除：{what}', en: 'What goes: {what}' },
  nothing: { zh: '没有填写过基本资料。', en: 'No basics were ever written.' },
  keys: { zh: '{n} 个手机号、卡号或平台账号', en: '{n} {n|phone, card or account|phones, cards or accounts}' },
  records: { zh: '连同并入的档案，共 {n} 份', en: '{n} records, with those that joined this one' },
  answers: { zh: '{n} 条请求记录里的同样内容', en: 'the same in {n} stored {n|answer|answers} to requests' },
  reason: { zh: '依据：谁在什么时候要求的（会留在记录里，请不要写个人资料）', en: 'Who asked for it, and when (this stands on the log; no personal data, please)' },
  sure: { zh: '我知道删除后不能恢复', en: 'I know that this cannot be undone' },
  do: { zh: '永远删除', en: 'Erase for ever' },
  erased: { zh: '个人资料已于 {day} 按要求删除', en: 'Personal data was erased on request on {day}' }
} satisfies Record<string, Sentence>
