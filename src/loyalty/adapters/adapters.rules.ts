/** How platforms prove what they send, and how it is read. Pure but for the keys it is given. */
import { createDecipheriv, createHash, createHmac, createPublicKey, timingSafeEqual, verify } from 'node:crypto'
import { Refusal } from '#foundation/refusal.ts'
import { adapterWords as words } from './adapters.words.ts'

export interface Stamp { readonly timestamp: string, readonly nonce: string, readonly signature: string }
const minutes = 10

/** Refuses what would fail at every message: adapters.bad_key. */
export function requireWechatKeys({ publicKey, apiV3Key }: { readonly publicKey: string, readonly apiV3Key: string }): void {
  if (typeOf(publicKey) !== 'rsa' || Buffer.byteLength(apiV3Key) !== 32) throw new Refusal('adapters.bad_key', 422, words.badKey)
}

function typeOf(publicKey: string): string | undefined {
  try { return createPublicKey(publicKey).asymmetricKeyType } catch { return undefined }
}

/** WeChat Pay: RSA-SHA256 over timestamp, nonce and body, each with a line end. Refuses: adapters.forged, adapters.stale. */
export function requireWechat(body: string, { timestamp, nonce, signature }: Stamp, publicKey: string, now: Date): void {
  requireFresh(Number(timestamp) * 1000, now)
  if (!verify('sha256', Buffer.from(`${timestamp}\n${nonce}\n${body}\n`), createPublicKey(publicKey), Buffer.from(signature, 'base64'))) throw new Refusal('adapters.forged', 401, words.forged)
}

export interface Sealed { readonly ciphertext: string, readonly nonce: string, readonly associated_data?: string }

/** AEAD_AES_256_GCM: the last 16 bytes are the tag. Refuses: adapters.forged. */
export function unseal({ ciphertext, nonce, associated_data: associated = '' }: Sealed, key: string): unknown {
  const bytes = Buffer.from(ciphertext, 'base64')
  try {
    const open = createDecipheriv('aes-256-gcm', Buffer.from(key, 'utf8'), Buffer.from(nonce, 'utf8'))
    open.setAuthTag(bytes.subarray(-16))
    open.setAAD(Buffer.from(associated, 'utf8'))
    const told: unknown = JSON.parse(Buffer.concat([open.update(bytes.subarray(0, -16)), open.final()]).toString('utf8'))
    return told
  } catch { throw new Refusal('adapters.forged', 401, words.forged) }
}

/** Taobao's open platform: HMAC-MD5, in capitals, over the parameters in the order of their names and the body. Refuses: adapters.forged, adapters.stale. */
export function requireTmall(body: string, query: Readonly<Record<string, string>>, secret: string, now: Date): void {
  requireFresh(Number(query['timestamp']), now)
  const given = Buffer.from(query['sign'] ?? '')
  const right = Buffer.from(signTmall(body, query, secret))
  if (given.length !== right.length || !timingSafeEqual(given, right)) throw new Refusal('adapters.forged', 401, words.forged)
}

export function signTmall(body: string, query: Readonly<Record<string, string>>, secret: string): string {
  const told = Object.entries(query).filter(([name]) => name !== 'sign').toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => name + value).join('')
  return createHmac('md5', secret).update(told + body, 'utf8').digest('hex').toUpperCase()
}

/** A message that somebody kept and sends again is not a message of now: repetitions of a platform are stamped anew. */
function requireFresh(at: number, now: Date): void {
  if (!(Math.abs(at - now.getTime()) <= minutes * 60_000)) throw new Refusal('adapters.stale', 401, words.stale)
}

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
