import type { Sentence } from '#foundation/words.ts'

export const arrivalWords = {
  first: { zh: '欢迎。先认识一下', en: 'Welcome. First, who are you?' },
  firstLead: { zh: '你会成为负责人，可以再邀请同事。这一步只做一次。', en: 'You become the owner and can invite others later. This happens once.' },
  join: { zh: '加入 {business}', en: 'Join {business}' },
  joinLead: { zh: '设一个密码，就可以用 {email} 登录。', en: 'Choose a password, then sign in with {email}.' },
  reset: { zh: '设置新密码', en: 'Set a new password' },
  resetLead: { zh: '为 {email} 设置新密码；其他设备会退出登录。', en: 'For {email}; other devices will be signed out.' },
  wait: { zh: '正在查看链接…', en: 'Looking at the link…' },
  invalid: { zh: '这个链接打不开', en: 'This link does not open' },
  toSignIn: { zh: '去登录', en: 'Go to sign-in' },
  name: { zh: '你的姓名', en: 'Your name' },
  email: { zh: '邮箱', en: 'E-mail' },
  password: { zh: '密码', en: 'Password' },
  passwordHint: { zh: '至少 10 个字符；一句好记的话比一串符号更好。', en: 'At least 10 characters; a phrase you remember is better than symbols.' },
  business: { zh: '企业名称', en: 'Name of the business' },
  currency: { zh: '记账货币', en: 'Currency' },
  country: { zh: '国家或地区', en: 'Country or region' },
  countryHint: { zh: '用来读懂没有区号的电话。', en: 'Used to read phone numbers without a country code.' },
  zone: { zh: '时区', en: 'Time zone' },
  zoneHint: { zh: '一天从什么时候开始。有了订单以后，货币和时区就不能再改。', en: 'When a day begins. Currency and zone cannot change once there are orders.' },
  fixed: { zh: '{name} · {currency} · {zone}（已有订单，不能再改）', en: '{name} · {currency} · {zone} (there are orders already, so these stay)' },
  begin: { zh: '开始', en: 'Begin' },
  save: { zh: '保存并登录', en: 'Save and sign in' }
} satisfies Record<string, Sentence>
