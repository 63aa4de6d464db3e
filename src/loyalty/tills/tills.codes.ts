/**
 * The code that a member shows: signed, short-lived, good once. `CK1.` and base64url of customer (16 bytes), end in seconds (4), nonce (8), and the first 12 bytes of
 * an HMAC-SHA256 over those: 58 characters, a small QR.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { Refusal } from '#foundation/refusal.ts'
import { tillsWords as words } from './tills.words.ts'

export interface Shown { readonly customerId: string, readonly nonce: string, readonly expiresAt: Date }

export const isCode = (text: string): boolean => text.startsWith('CK1.')

export function makeCode(secret: string, customerId: string, expiresAt: Date): string {
  const end = Buffer.alloc(4)
  end.writeUInt32BE(Math.floor(expiresAt.getTime() / 1000))
  const told = Buffer.concat([Buffer.from(customerId.replaceAll('-', ''), 'hex'), end, randomBytes(8)])
  return `CK1.${Buffer.concat([told, sign(secret, told)]).toString('base64url')}`
}

/** Refuses: tills.code_forged, tills.code_expired. Whether it was used before is for the database to say. */
export function readCode(secret: string, code: string, now: Date): Shown {
  const bytes = Buffer.from(code.slice(4), 'base64url')
  const told = bytes.subarray(0, 28)
  if (bytes.length !== 40 || bytes.toString('base64url') !== code.slice(4) || !timingSafeEqual(sign(secret, told), bytes.subarray(28))) throw new Refusal('tills.code_forged', 422, words.codeForged)
  const expiresAt = new Date(told.readUInt32BE(16) * 1000)
  if (expiresAt <= now) throw new Refusal('tills.code_expired', 409, words.codeExpired)
  return { customerId: told.subarray(0, 16).toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'), nonce: told.subarray(20).toString('hex'), expiresAt }
}

const sign = (secret: string, told: Buffer): Buffer => createHmac('sha256', secret).update(told).digest().subarray(0, 12)
