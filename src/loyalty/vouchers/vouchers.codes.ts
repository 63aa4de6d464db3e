/**
 * Codes that people read, type and scan. Pure but for the system's randomness: a code is money, so it comes from the cryptographic generator.
 *
 * The alphabet has 31 characters without 0, O, 1, I and L. Fifteen are random (74 bits), the sixteenth checks them: the weighted sum modulo the prime 31
 * is zero, which finds every single wrong character and every two that changed places (Verhoeff 1969, "Error Detecting Decimal Codes"; ISO/IEC 7064 does
 * the same with other moduli).
 */
import { randomFillSync } from 'node:crypto'

const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const randomCharacters = 15
const length = randomCharacters + 1
const place = new Map([...alphabet].map((character, at) => [character, at]))
/** Bytes from here on are thrown away, so that every character is equally likely. */
const fair = 256 - (256 % alphabet.length)

const checkOf = (body: string): string => {
  let sum = 0
  for (let at = 0; at < body.length; at += 1) sum += (at + 1) * (place.get(body[at] ?? '') ?? 0)
  // The check stands at place 16, which must cancel the sum: 16 × c ≡ −sum, and 16 × 2 ≡ 1 (mod 31).
  return alphabet[(((31 - (sum % 31)) % 31) * 2) % 31] ?? ''
}

/** Makes codes, each unlike any other in practice; the table of codes makes it certain. */
export function codeMaker(): () => string {
  const entropy = new Uint8Array(8_192)
  let used = entropy.length
  const next = (): number => {
    for (;;) {
      if (used === entropy.length) { randomFillSync(entropy); used = 0 }
      const byte = entropy[used++] ?? 255
      if (byte < fair) return byte % alphabet.length
    }
  }
  return () => {
    let body = ''
    for (let at = 0; at < randomCharacters; at += 1) body += alphabet[next()] ?? ''
    return body + checkOf(body)
  }
}

/** The one way a code is kept: full width, case, blanks and dashes do not matter. Undefined where it cannot be one. */
export function plainCode(text: string): string | undefined {
  const plain = text.normalize('NFKC').replace(/[\s\p{Pd}_.·]/gu, '').toUpperCase()
  return /^[\p{L}\p{N}]{3,40}$/u.test(plain) ? plain : undefined
}

/** Whether a code of our own making was mistyped: it has our shape and its check does not hold. */
export const isMistyped = (code: string): boolean =>
  code.length === length && [...code].every((character) => place.has(character)) && checkOf(code.slice(0, randomCharacters)) !== code.slice(randomCharacters)

/** As people read it: in fours. */
export const shownCode = (code: string): string => (code.length === length && [...code].every((character) => place.has(character)) ? code.replace(/(.{4})(?=.)/g, '$1-') : code)
