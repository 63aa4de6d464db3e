import type { Sentence } from '#foundation/words.ts'
import { apiWords } from './api.words.ts'
import { newKey } from './key.ts'

/** The server's answer when it is not a success: RFC 9457, its sentence already in the reader's language. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly detail: Readonly<Record<string, unknown>>
  constructor(status: number, code: string, sentence: string, detail: Readonly<Record<string, unknown>> = {}) {
    super(sentence)
    this.status = status
    this.code = code
    this.detail = detail
  }
}

export type Query = Readonly<Record<string, string | number | boolean | undefined>>

/** Reads. `ask<Balance>('/api/points/balance', { person })`. */
export async function ask<Answer>(path: string, query: Query = {}, signal?: AbortSignal): Promise<Answer> {
  return answerOf<Answer>(await reach(addressOf(path, query), { headers: headers(), ...(signal ? { signal } : {}) }))
}

/**
 * Writes. The key makes a repeated request harmless: keep one for as long as a form means the same deed (`useState(newKey)`) and a retry cannot do it twice.
 * A FormData body is sent as it is (files).
 */
export async function send<Answer>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown, key: string = newKey()): Promise<Answer> {
  const isForm = body instanceof FormData
  const content = body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }
  const type: Record<string, string> = body === undefined || isForm ? {} : { 'content-type': 'application/json' }
  return answerOf<Answer>(await reach(path, { method, headers: { ...headers(), ...type, 'idempotency-key': key }, ...content }))
}

/** An address with its query, for links and downloads. */
export function addressOf(path: string, query: Query = {}): string {
  const pairs = Object.entries(query).flatMap(([name, value]) => value === undefined || value === '' ? [] : [[name, String(value)]])
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs).toString()}`
}

export const headers = (): Record<string, string> => ({ accept: 'application/json', 'accept-language': document.documentElement.lang })

export async function reach(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, { ...init, credentials: 'same-origin' })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new Problem(0, 'web.unreachable', inLanguage(apiWords.unreachable))
  }
}

export async function answerOf<Answer>(response: Response): Promise<Answer> {
  const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '')
  const body: unknown = response.status === 204 ? undefined : isJson ? await response.json() : await response.text()
  if (response.ok) return body as Answer
  throw problemOf(response.status, body)
}

function problemOf(status: number, body: unknown): Problem {
  if (typeof body !== 'object' || body === null) return new Problem(status, 'web.unexpected', inLanguage(apiWords.unexpected))
  const fields = new Map<string, unknown>(Object.entries(body))
  const text = (name: string) => { const value = fields.get(name); return typeof value === 'string' && value !== '' ? value : undefined }
  return new Problem(status, text('code') ?? text('type') ?? 'web.unexpected', text('detail') ?? text('title') ?? text('message') ?? inLanguage(apiWords.unexpected), Object.fromEntries(fields))
}

const inLanguage = (sentence: Sentence): string => document.documentElement.lang === 'en' ? sentence.en : sentence.zh
