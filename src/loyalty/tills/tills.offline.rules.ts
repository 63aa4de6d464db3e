/** What an envelope must be to be believed. Pure: nothing but the text, the keys and the allowance, so that any order of arrival gives the same verdicts. */
import { createHmac, createPublicKey, timingSafeEqual, verify } from 'node:crypto'
import { Value } from 'typebox/value'
import { Refusal } from '#foundation/refusal.ts'
import { Told } from './tills.offline.schema.ts'
import { tillsWords as words } from './tills.words.ts'

interface Granted { readonly allowanceId: string, readonly deviceId: string, readonly total: bigint, readonly perMember: bigint, readonly validFrom: Date, readonly validUntil: Date, readonly lateUntil: Date, readonly closedAt: Date | null }

/** The house's own signature of what it granted: a till cannot raise it, and shows it with every sale. */
export const signAllowance = (secret: string, { allowanceId, deviceId, total, perMember, validFrom, validUntil }: Granted): string =>
  createHmac('sha256', secret).update(['allowance', allowanceId, deviceId, total.toString(), perMember.toString(), validFrom.toISOString(), validUntil.toISOString()].join('\n')).digest('base64url')

const spki = Buffer.from('302a300506032b6570032100', 'hex')
const keyOf = (publicKey: string) => createPublicKey({ key: Buffer.concat([spki, Buffer.from(publicKey, 'base64url')]), format: 'der', type: 'spki' })

/** Refuses what is no Ed25519 public key. */
export function requireKey(publicKey: string): void {
  try { keyOf(publicKey) } catch { throw new Refusal('tills.bad_key', 422, words.badKey) }
}

export function readTold(text: string): Told {
  let told: unknown
  try { told = JSON.parse(text) } catch { told = undefined }
  if (!Value.Check(Told, told)) throw new Refusal('tills.envelope_unreadable', 422, words.envelopeUnreadable)
  return told
}

/** Refuses: tills.device_revoked, tills.envelope_forged, tills.unknown_allowance, tills.allowance_closed, tills.allowance_expired, tills.too_late, tills.beyond_allowance. */
export function requireBelievable(text: string, signature: string, told: Told, device: { readonly publicKey: string, readonly revokedAt: Date | null }, granted: Granted | undefined, secret: string, now: Date): void {
  if (device.revokedAt !== null) throw new Refusal('tills.device_revoked', 409, words.deviceRevoked)
  if (!verify(null, Buffer.from(text, 'utf8'), keyOf(device.publicKey), Buffer.from(signature, 'base64url'))) throw new Refusal('tills.envelope_forged', 422, words.envelopeForged)
  if (granted === undefined || granted.deviceId !== told.deviceId || !isSame(signAllowance(secret, granted), told.allowance)) throw new Refusal('tills.unknown_allowance', 422, words.unknownAllowance)
  if (granted.closedAt !== null) throw new Refusal('tills.allowance_closed', 409, words.allowanceClosed)
  const at = new Date(told.sale.at)
  if (at < granted.validFrom || at > granted.validUntil || at > now) throw new Refusal('tills.allowance_expired', 422, words.allowanceExpired, { at: at.toISOString() })
  if (now > granted.lateUntil) throw new Refusal('tills.allowance_closed', 409, words.allowanceClosed)
  const [points, spent, memberSpent] = [told.sale.points, told.spent, told.memberSpent].map(BigInt)
  if (points === undefined || spent === undefined || memberSpent === undefined || spent > granted.total || memberSpent > granted.perMember || points > memberSpent || memberSpent > spent) {
    throw new Refusal('tills.beyond_allowance', 422, words.beyondAllowance, { points: told.sale.points })
  }
}

const isSame = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
