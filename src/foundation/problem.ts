/** RFC 9457 problem details, in the reader's language, with both sentences for whoever shows them to somebody else. */
import { STATUS_CODES } from 'node:http'
import { Refusal } from './refusal.ts'
import { say, type Locale, type Sentence, type Values } from './words.ts'

export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: string
  readonly sentences: Sentence
  readonly values: Readonly<Record<string, unknown>>
  readonly fields?: readonly { readonly path: string, readonly rule: string }[]
}

export const problemOf = (refusal: Refusal, locale: Locale): Problem => ({
  type: `about:blank#${refusal.code}`,
  title: STATUS_CODES[refusal.status] ?? 'Error',
  status: refusal.status,
  detail: say(refusal.sentence, locale, refusal.detail),
  code: refusal.code,
  sentences: { zh: say(refusal.sentence, 'zh-CN', refusal.detail), en: say(refusal.sentence, 'en', refusal.detail) },
  values: plainValues(refusal.detail)
})

const plainValues = (values: Values): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === 'bigint' ? value.toString() : value]))

/** Ajv's complaint as a sentence that names the place and the rule. */
export function invalidRequest(where: string, faults: readonly { readonly instancePath: string, readonly message?: string | undefined, readonly keyword: string, readonly params: Readonly<Record<string, unknown>> }[]): Refusal {
  const first = faults[0]
  const extra = first?.params['additionalProperty'] ?? first?.params['missingProperty']
  const path = `${where}${first?.instancePath.replaceAll('/', '.') ?? ''}${typeof extra === 'string' ? `.${extra}` : ''}`
  return new Refusal('request.invalid', 400, {
    zh: '请求中的 {path} 不对：{rule}。', en: 'The request is wrong at {path}: {rule}.'
  }, { path, rule: first?.message ?? '' })
}

export const unexpected = (): Refusal => new Refusal('server.unexpected', 500, {
  zh: '服务器出了意外，已记入日志；没有任何改动被保存。请重试，若仍发生请告诉管理员。',
  en: 'Something unexpected happened and was logged; nothing was saved. Try again, and tell your administrator if it stays.'
})

export const away = (): Refusal => new Refusal('server.away', 503, {
  zh: '数据库此刻没有应答，什么都没有改。请稍后再试。', en: 'The database does not answer right now; nothing was changed. Try again in a moment.'
})

export const tooOften = (): Refusal => new Refusal('request.too_often', 429, {
  zh: '请求太频繁，请稍候再试。', en: 'Too many requests; wait a moment and try again.'
})

export const unknownRoute = (path: string): Refusal => new Refusal('request.unknown_route', 404, {
  zh: '没有这个地址：{path}。接口列表见 /api/docs。', en: 'There is nothing at {path}. The list of routes is at /api/docs.'
}, { path })

export const signInFirst = (): Refusal => new Refusal('access.sign_in', 401, {
  zh: '请先登录，或在 Authorization 头中给出有效的密钥。', en: 'Sign in first, or give a valid key in the Authorization header.'
})

export const rightMissing = (right: string): Refusal => new Refusal('access.right_missing', 403, {
  zh: '您的角色没有权限“{right}”。请让负责人授予。', en: 'Your role lacks the right "{right}". Ask the owner for it.'
}, { right })
