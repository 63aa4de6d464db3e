import type { Sentence } from '#foundation/words.ts'

export const adapterWords = {
  notSet: { zh: '还没有配置“{platform}”的密钥。', en: 'The keys of "{platform}" are not set yet.' },
  badKey: { zh: '微信支付公钥须是 RSA 公钥或平台证书的 PEM 全文，APIv3 密钥须是 32 个字节。', en: 'The WeChat Pay public key must be the PEM text of an RSA public key or of the platform\'s certificate, and the APIv3 key 32 bytes.' },
  forged: { zh: '签名不对，这条消息不被接受。', en: 'The signature is wrong: this message is not taken.' },
  stale: { zh: '消息的时间相差太远，不被接受。', en: 'The message is stamped too far from now: it is not taken.' },
  unreadable: { zh: '消息读不懂。', en: 'The message cannot be read.' },
  otherContent: { zh: '消息 {id} 已收过，内容不同。', en: 'The message {id} was received before with other content.' }
} satisfies Record<string, Sentence>
