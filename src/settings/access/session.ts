/** Reads the session cookie that better-auth set: a random token and its signature. */
import { createHmac, timingSafeEqual } from 'node:crypto'

const cookieName = /(?:^|;\s*)(?:__Secure-)?better-auth\.session_token=([^;]+)/

/** The token of a cookie header whose signature is ours. A token alone, as it stands in the database, opens nothing. */
export function tokenIn(cookie: string | undefined, secret: string): string | undefined {
  const value = cookieName.exec(cookie ?? '')?.[1]
  if (value === undefined) return undefined
  const text = decoded(value)
  const cut = text.lastIndexOf('.')
  if (cut < 1) return undefined
  const token = text.slice(0, cut)
  const given = Buffer.from(text.slice(cut + 1), 'base64')
  const right = createHmac('sha256', secret).update(token).digest()
  return given.length === right.length && timingSafeEqual(given, right) ? token : undefined
}

function decoded(value: string): string {
  try { return decodeURIComponent(value) } catch { return '' }
}

/**
 * Whether the browser says that the request comes from another site. `Sec-Fetch-Site` is sent over https and on localhost, `Origin` with every write; where
 * neither is there it was no browser, which is `unknown`.
 */
export function originOf(headers: Readonly<Record<string, string | string[] | undefined>>, host: string, publicUrl: string): 'own' | 'foreign' | 'unknown' {
  const site = headers['sec-fetch-site']
  const { origin } = headers
  if (typeof site === 'string') return site === 'same-origin' ? 'own' : 'foreign'
  if (typeof origin !== 'string') return 'unknown'
  if (!URL.canParse(origin)) return 'foreign'
  return [host, new URL(publicUrl).host].includes(new URL(origin).host) ? 'own' : 'foreign'
}
