import type { Sentence } from '#foundation/words.ts'
import type { CustomerKind } from './record.schema.ts'

export const customerKindWords: Readonly<Record<CustomerKind, Sentence>> = {
  consumer: { zh: '消费客户', en: 'Consumer' },
  intermediary: { zh: '中间客户', en: 'Intermediary' },
  internal: { zh: '内部客户', en: 'Internal' },
  public_interest: { zh: '公利客户', en: 'Public interest' }
}

/** In the order in which they are offered. */
export const customerKinds: readonly CustomerKind[] = ['consumer', 'intermediary', 'internal', 'public_interest']

export const genderWords: Readonly<Record<'female' | 'male' | 'other', Sentence>> = {
  female: { zh: '女', en: 'Female' },
  male: { zh: '男', en: 'Male' },
  other: { zh: '其他', en: 'Other' }
}

export const basicWords = {
  customerId: { zh: '编号', en: 'Id' },
  kind: { zh: '类别', en: 'Kind' },
  name: { zh: '姓名', en: 'Name' },
  gender: { zh: '性别', en: 'Gender' },
  birthday: { zh: '生日', en: 'Birthday' },
  occupation: { zh: '职业', en: 'Occupation' },
  industry: { zh: '行业', en: 'Industry' },
  region: { zh: '地区', en: 'Region' },
  country: { zh: '国家或地区', en: 'Country' },
  address: { zh: '地址', en: 'Address' },
  custom: { zh: '自定义字段', en: 'Own fields' },
  source: { zh: '来源', en: 'Source' },
  createdAt: { zh: '建档时间', en: 'Since' },
  phone: { zh: '手机号', en: 'Phone' },
  email: { zh: '邮箱', en: 'E-mail' },
  card: { zh: '会员卡号', en: 'Member card' }
} as const satisfies Readonly<Record<string, Sentence>>

/** What the timeline says of a customer's own record. */
export const recordKinds = [
  { kind: 'record.created', group: 'record' as const, sentence: { zh: '建立客户档案', en: 'Record opened' } },
  { kind: 'record.changed', group: 'record' as const, sentence: { zh: '修改档案：{fields}', en: 'Record changed: {fields}' } },
  { kind: 'record.erased', group: 'record' as const, sentence: { zh: '按要求删除个人资料：{reason}', en: 'Personal data erased on request: {reason}' } },
  { kind: 'record.joined', group: 'record' as const, sentence: { zh: '来自 {source} 的资料并入档案', en: 'Details from {source} joined the record' } }
]
