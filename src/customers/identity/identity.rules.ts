/** What names a person, how it is written, and which of two contradicting names is believed. Pure. */
import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max'

/** Strongest first: what only this person answers to, down to a number that one till happened to give. Imports believe the stronger key. */
export const keyKinds = ['phone', 'unionid', 'openid', 'card', 'email', 'marketplace', 'number'] as const
export type KeyKind = typeof keyKinds[number]

export interface Key { readonly kind: KeyKind, readonly value: string }

export const strengthOf = (kind: KeyKind): number => keyKinds.length - keyKinds.indexOf(kind)
export const keyText = (key: Key): string => `${key.kind}\u0000${key.value}`

/** The one way a key is written, or undefined where the text is none. `marketplace` and `number` are told apart by who gave them: `taobao:tb123`, `pos:77`. */
export function normalise(kind: KeyKind, raw: string, country: string): string | undefined {
  const text = raw.normalize('NFKC').trim()
  switch (kind) {
    case 'phone': return normalisePhone(text, country)
    case 'email': return normaliseEmail(text)
    case 'openid':
    case 'unionid': return /^[\w-]{6,128}$/.test(text) ? text : undefined
    case 'card': return normaliseCard(text)
    case 'marketplace':
    case 'number': return /^[^\s:][^:]{0,59}:\S.{0,199}$/u.test(text) ? text : undefined
  }
}

const chineseMobile = /^1[3-9]\d{9}$/

/** E.164. A Chinese mobile number is told by its shape, because new prefixes come before libraries know them. */
function normalisePhone(text: string, country: string): string | undefined {
  if (text.includes('*')) return undefined
  const bare = text.replace(/[\s().-]/g, '').replace(/^00(?=[1-9])/, '+')
  const home = country === 'CN' ? bare.replace(/^\+?86(?=1)/, '') : bare.startsWith('+86') ? bare.slice(3) : ''
  if (chineseMobile.test(home)) return `+86${home}`
  const phone = parsePhoneNumberFromString(text.replace(/^00(?=[1-9])/, '+'), countryOf(country))
  return phone?.isValid() === true ? phone.number : undefined
}

const countryOf = (country: string): CountryCode => countries.find((one) => one === country) ?? 'CN'
const countries: readonly CountryCode[] = ['CN', 'HK', 'MO', 'TW', 'SG', 'MY', 'JP', 'KR', 'TH', 'VN', 'ID', 'PH', 'IN', 'AE', 'AU', 'NZ', 'US', 'CA', 'MX', 'BR', 'AR', 'GB', 'IE', 'DE', 'AT', 'CH', 'FR', 'BE', 'NL', 'LU', 'ES', 'PT', 'IT', 'DK', 'SE', 'NO', 'FI', 'PL', 'CZ', 'HU', 'RO', 'GR', 'TR', 'RU', 'UA', 'ZA', 'EG', 'NG', 'KE', 'SA', 'IL']

const normaliseEmail = (text: string): string | undefined => {
  const email = text.toLowerCase()
  return email.length <= 254 && /^[^\s@,;*]+@[^\s@,;*]+\.[^\s@,;*.]+$/.test(email) ? email : undefined
}

const normaliseCard = (text: string): string | undefined => {
  const card = text.replace(/[\s-]/g, '').toUpperCase()
  return /^[\p{L}\p{N}_./#]{1,60}$/u.test(card) ? card : undefined
}

/** The keys once each, strongest first. */
export function inStrength(keys: readonly Key[]): readonly Key[] {
  if (keys.length < 2) return keys
  const once = new Map(keys.map((key) => [keyText(key), key]))
  return [...once.values()].sort((a, b) => strengthOf(b.kind) - strengthOf(a.kind) || (a.value < b.value ? -1 : 1))
}

export interface Assignment { readonly customerId: string, readonly isNew: boolean, readonly gained: readonly Key[], readonly setAside: readonly Key[] }

/**
 * Whose each list of keys is: the owner of its strongest known key, or somebody new. Keys nobody holds go to that person; keys of somebody else are set
 * aside. Later lists see what earlier ones gained, so a batch means the same as its lists one by one.
 */
export function assign(lists: readonly (readonly Key[])[], known: ReadonlyMap<string, string>, nextId: () => string): readonly Assignment[] {
  const owners = new Map(known)
  return lists.map((list) => {
    const keys = inStrength(list)
    const texts = keys.map(keyText)
    let customerId: string | undefined
    for (const text of texts) {
      customerId = owners.get(text)
      if (customerId !== undefined) break
    }
    const isNew = customerId === undefined
    const owner = customerId ?? nextId()
    const gained: Key[] = []
    const setAside: Key[] = []
    keys.forEach((key, index) => {
      const text = texts[index] ?? ''
      const holder = owners.get(text)
      if (holder === undefined) { owners.set(text, owner); gained.push(key) } else if (holder !== owner) setAside.push(key)
    })
    return { customerId: owner, isNew, gained, setAside }
  })
}

/** The first two keys of one command that belong to different people, or undefined. */
export function contradiction(keys: readonly Key[], owners: ReadonlyMap<string, string>): readonly [Key, Key] | undefined {
  let first: Key | undefined
  for (const key of inStrength(keys)) {
    const owner = owners.get(keyText(key))
    if (owner === undefined) continue
    if (first === undefined) first = key
    else if (owners.get(keyText(first)) !== owner) return [first, key]
  }
  return undefined
}

/** `138****5521`, `a***@example.com`, `****8812`: enough to recognise, not enough to use. */
export function mask({ kind, value }: Key): string {
  if (kind === 'phone') {
    const local = value.startsWith('+86') ? value.slice(3) : value
    return local.length < 8 ? `****${local.slice(-2)}` : `${local.slice(0, 3)}****${local.slice(-4)}`
  }
  if (kind === 'email') {
    const [name = '', domain = ''] = value.split('@')
    return `${name.slice(0, 1)}***@${domain}`
  }
  if (kind === 'openid' || kind === 'unionid') return `****${value.slice(-4)}`
  return value
}

/** What was typed into a search box as keys to look for: whole values, their tails, their beginnings. */
export interface Probe { readonly exact: readonly string[], readonly tail?: string, readonly prefix?: string }

export function probe(text: string, country: string): Probe | undefined {
  const bare = text.normalize('NFKC').trim()
  const compact = bare.replace(/[\s().-]/g, '')
  if (bare.includes('@')) return { exact: [bare.toLowerCase()], prefix: bare.toLowerCase() }
  if (/^\+?\d{4,}$/.test(compact)) {
    const phone = normalisePhone(bare, country)
    const home = country === 'CN' && /^1[3-9]/.test(compact) ? `+86${compact}` : compact
    return { exact: [...new Set([compact, ...(phone === undefined ? [] : [phone])])], ...(compact.length <= 11 && !compact.startsWith('+') ? { tail: compact } : {}), prefix: home }
  }
  if (/^[\w:./#-]{4,}$/.test(bare) && /[\d:_-]/.test(bare)) return { exact: [...new Set([bare, compact.toUpperCase()])], prefix: bare.includes(':') ? bare : compact.toUpperCase() }
  return undefined
}
