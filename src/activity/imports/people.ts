/** The keys that name a person: phones in E.164, e-mails in lower case, and the numbers that platforms and tills give. */
import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max'

export type PhoneReader = (raw: string) => string | undefined

const remembered = 200_000

/** A Chinese mobile number needs no library; the others cost a hundred times as much, so they are remembered. */
export function createPhoneReader(country: CountryCode): PhoneReader {
  const known = new Map<string, string | undefined>()
  return (raw) => {
    if (country === 'CN' && raw.length === 11 && /^1[3-9]\d{9}$/.test(raw)) return `+86${raw}`
    if (known.has(raw)) return known.get(raw)
    const phone = slowPhone(raw, country)
    if (known.size >= remembered) known.clear()
    known.set(raw, phone)
    return phone
  }
}

function slowPhone(raw: string, country: CountryCode): string | undefined {
  const text = raw.normalize('NFKC').trim().replace(/\.0+$/, '').replace(/^00(?=[1-9])/, '+')
  if (/[*xX×•]/.test(text) || text.replace(/\D/g, '').length < 6) return undefined
  const local = country === 'CN' ? text.replace(/^\+?86[\s-]*(?=1[3-9]\d)/, '') : text
  const digits = local.replace(/[\s()-]/g, '')
  if (country === 'CN' && /^1[3-9]\d{9}$/.test(digits)) return `+86${digits}`
  const phone = parsePhoneNumberFromString(text, country)
  return phone?.isValid() === true ? phone.number : undefined
}

export function readEmail(raw: string): string | undefined {
  const text = raw.trim().toLowerCase()
  return text.length <= 254 && /^[^\s@,;*]+@[^\s@,;*]+\.[^\s@,;*.]+$/.test(text) ? text : undefined
}

/** A customer's number, card or account as a key: `17850.0` is what spreadsheets make of 17850. Placeholders name nobody. */
export function readKey(raw: string): string | undefined {
  const text = raw.trim().replace(/^(\d+)\.0+$/, '$1')
  return text === '' || text.length > 200 || /^(0+|-+|null|none|nan|n\/a|na|无|匿名|未知|散客|guest|anonymous|unknown)$/i.test(text) || text.includes('*') ? undefined : text
}
