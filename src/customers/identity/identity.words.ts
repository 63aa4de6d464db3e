import type { Sentence } from '#foundation/words.ts'
import type { KeyKind } from './identity.rules.ts'

/** A key as people write it: mainland mobiles without the country, in groups. */
export const writtenKey = (kind: KeyKind, value: string): string => (kind === 'phone' ? value.replace(/^\+86(1\d{2})(\d{4})(\d{4})$/, '$1 $2 $3') : value)

export const kindWords: Readonly<Record<KeyKind, Sentence>> = {
  phone: { zh: '手机号', en: 'phone number' },
  unionid: { zh: '微信 unionid', en: 'WeChat unionid' },
  openid: { zh: '微信 openid', en: 'WeChat openid' },
  card: { zh: '会员卡号', en: 'member card' },
  email: { zh: '邮箱', en: 'e-mail address' },
  marketplace: { zh: '平台账号（写作 平台:账号）', en: 'marketplace account (written issuer:id)' },
  number: { zh: '来源客户号（写作 来源:编号）', en: 'customer number of a source (written source:id)' }
}
