import type { Sentence } from '#foundation/words.ts'

export const accessWords = {
  passwordShort: { zh: '密码至少 {least} 个字符。一句好记的话比一串符号更好。', en: 'A password needs at least {least} characters. A phrase you remember is better than symbols you do not.' },
  passwordLong: { zh: '密码最多 200 个字符。', en: 'A password has at most 200 characters.' },
  passwordCommon: { zh: '这个密码太常见，会被首先猜到。', en: 'This password is among the first that anybody would guess.' },
  passwordOwn: { zh: '密码不要用自己的姓名或邮箱。', en: 'Do not use your name or e-mail address as a password.' },
  wrongCredentials: { zh: '邮箱或密码不对。', en: 'The e-mail address or the password is wrong.' },
  wrongPassword: { zh: '当前密码不对。', en: 'The current password is wrong.' },
  disabled: { zh: '这个账号已停用。请联系负责人。', en: 'This account is disabled. Ask the owner.' },
  tooMany: { zh: '尝试次数太多，请 {minutes} 分钟后再试。', en: 'Too many attempts. Try again in {minutes} minutes.' },
  foreign: { zh: '请求来自别的网站，已拒绝。', en: 'The request comes from another site and was refused.' },
  linkInvalid: { zh: '这个链接无效、已使用或已过期。请让负责人再发一个；首次设置的链接在服务器启动时打印。', en: 'This link is not valid, was used, or has expired. Ask the owner for a new one; the set-up link is printed when the server starts.' },
  ownerExists: { zh: '负责人已经设置好了，请直接登录。', en: 'The owner is set up already; sign in.' },
  emailTaken: { zh: '{email} 已经有账号了。', en: '{email} has an account already.' },
  nameMissing: { zh: '请填写姓名。', en: 'Give your name.' },
  unknownUser: { zh: '没有这个用户。', en: 'There is no such user.' },
  unknownEmail: { zh: '没有用 {email} 登录的人。', en: 'Nobody signs in with {email}.' },
  unknownLink: { zh: '没有这个邀请，或已经用过了。', en: 'There is no such invitation, or it was used.' },
  unknownSession: { zh: '这次登录已经结束了。', en: 'This session has ended already.' },
  unknownKey: { zh: '没有这个密钥，或已经撤销了。', en: 'There is no such key, or it was revoked.' },
  lastOwner: { zh: '至少要保留一位负责人。', en: 'One owner has to stay.' },
  notYourself: { zh: '不能停用自己的账号。', en: 'You cannot disable your own account.' },
  commandMeaning: { zh: '忘了密码：给 EMAIL 生成一个设新密码的链接（先停掉正在运行的常客）', en: 'forgotten password: a link with which EMAIL sets a new one (stop a running Changke first)' },
  commandLink: { zh: '启动常客后打开这个链接，一天内有效，只能打开一次：', en: 'Start Changke and open this link; it is valid for one day and opens once:' },
  signedIn: { zh: '登录', en: 'Signed in' },
  signInFailed: { zh: '登录失败', en: 'Sign-in failed' }
} as const satisfies Readonly<Record<string, Sentence>>
