import type { Sentence } from '#foundation/words.ts'
import type { Field } from './record.schema.ts'

export const fieldsPageWords = {
  title: { zh: '自定义字段', en: 'Own fields' },
  question: { zh: '关于客户，我们还想知道什么？', en: 'What else do we want to know of a customer?' },
  answer: { zh: '除基本资料外，每位客户还可以填 {n} 项。', en: 'Beside the basics, {n} more {n|thing|things} can be noted of each customer.' },
  waiting: { zh: '正在读取…', en: 'Reading…' },
  none: { zh: '还没有自定义字段。', en: 'There are no fields of your own yet.' },
  noneWhy: { zh: '比如爱喝的茶、过敏原、车牌、会员推荐人。定义以后，客户表单里就会出现，接口也会校验。', en: 'A favourite tea, an allergy, a number plate, who recommended us. Once defined they appear in the customer form, and the API checks them.' },
  add: { zh: '新增字段', en: 'Add a field' },
  save: { zh: '保存', en: 'Save' },
  label: { zh: '名称', en: 'Label' },
  labelZh: { zh: '中文名称', en: 'Label in Chinese' },
  labelEn: { zh: '英文名称', en: 'Label in English' },
  key: { zh: '代号', en: 'Key' },
  keyWhy: { zh: '小写字母、数字和下划线；接口用它，定了就不再改。', en: 'Lower-case letters, digits and underscores; the API uses it, and it stays.' },
  type: { zh: '类型', en: 'Type' },
  choices: { zh: '选项', en: 'Choices' },
  position: { zh: '顺序', en: 'Position' }
} as const satisfies Readonly<Record<string, Sentence>>

export const fieldTypeWords: Readonly<Record<Field['type'], Sentence>> = {
  text: { zh: '文字', en: 'Text' },
  number: { zh: '数字', en: 'Number' },
  date: { zh: '日期', en: 'Date' },
  boolean: { zh: '是或否', en: 'Yes or no' },
  choice: { zh: '选项', en: 'Choice' }
}
