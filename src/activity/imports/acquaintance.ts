/** Customers that this import met already, by all the keys of a row as one text: most rows of a large file are of somebody met before. Bounded, so that memory stays flat. */
import type { Key } from './rows.ts'

export interface Acquaintance {
  readonly find: (keyText: string) => string | undefined
  readonly remember: (keyText: string, customerId: string) => void
}

const most = 300_000

export function createAcquaintance(): Acquaintance {
  let young = new Map<string, string>()
  let old = new Map<string, string>()
  return {
    find: (text) => young.get(text) ?? old.get(text),
    remember: (text, customerId) => {
      if (young.size >= most / 2) { old = young; young = new Map() }
      young.set(text, customerId)
    }
  }
}

export function keyTextOf(keys: readonly Key[]): string | undefined {
  const [first] = keys
  if (!first) return undefined
  return keys.length === 1 ? `${first.kind} ${first.value}` : keys.map(({ kind, value }) => `${kind} ${value}`).join('\u0000')
}

export function spreadOf(text: string): number {
  let sum = 0
  for (let i = 0; i < text.length; i++) sum = (Math.imul(sum, 31) + text.charCodeAt(i)) | 0
  return sum
}
