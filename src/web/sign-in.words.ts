import type { Sentence } from '#foundation/words.ts'

export const signInWords = {
  title: { zh: '登录', en: 'Sign in' },
  promise: { zh: '谁正在离开，值多少钱，先联系谁。', en: 'Who is slipping away, what it is worth, and whom to call first.' },
  email: { zh: '邮箱', en: 'E-mail' },
  password: { zh: '密码', en: 'Password' },
  submit: { zh: '登录', en: 'Sign in' },
  forgot: { zh: '忘记密码？请管理员在“设置 › 用户”里发一条新的登录链接。', en: 'Forgot the password? Ask an administrator for a new link from Settings › Users.' },
  other: { zh: 'English', en: '中文' }
} satisfies Record<string, Sentence>
