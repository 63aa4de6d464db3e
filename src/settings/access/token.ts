/** Secrets that are shown once: 256 random bits. Only their hash is kept; a plain SHA-256 will do, since nobody can guess their way through 256 bits. */
import { hash, randomBytes } from 'node:crypto'

export const newToken = (): string => randomBytes(32).toString('base64url')
export const hashOf = (token: string): string => hash('sha256', token)
