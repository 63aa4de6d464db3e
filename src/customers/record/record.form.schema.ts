/** The form's values, and what of them is sent. Pure: no component, so that it is tested without a browser. */
import type { Customer, CustomerKind, KeyInput } from './record.schema.ts'

export interface BirthdayDraft { readonly calendar: 'solar' | 'lunar', readonly year: number | null, readonly month: number | null, readonly day: number | null, readonly leap: boolean }

export interface CustomerDraft {
  readonly version: number
  readonly name: string
  readonly kind: CustomerKind
  readonly gender: 'female' | 'male' | 'other' | null
  readonly birthday: BirthdayDraft
  readonly region: string
  readonly address: string
  readonly occupation: string
  readonly industry: string
  readonly custom: Readonly<Record<string, string | number | boolean | null>>
  readonly added: readonly KeyInput[]
  readonly removed: readonly KeyInput[]
}

const noBirthday: BirthdayDraft = { calendar: 'solar', year: null, month: null, day: null, leap: false }

export const draftOf = (customer: Customer | undefined): CustomerDraft => ({
  version: customer?.version ?? 0, name: customer?.name ?? '', kind: customer?.kind ?? 'consumer', gender: customer?.gender ?? null, birthday: customer?.birthday ?? noBirthday,
  region: customer?.region ?? '', address: customer?.address ?? '', occupation: customer?.occupation ?? '', industry: customer?.industry ?? '', custom: customer?.custom ?? {},
  added: customer === undefined ? [{ kind: 'phone', value: '' }] : [], removed: []
})

export const isDraft = (found: unknown): found is CustomerDraft =>
  typeof found === 'object' && found !== null && ['version', 'name', 'kind', 'birthday', 'custom', 'added', 'removed'].every((name) => name in found)

const written = (keys: readonly KeyInput[]): readonly KeyInput[] => keys.filter((key) => key.value.trim() !== '')

/** Nobody: no name, and no way to know them again. */
export const isEmpty = (draft: CustomerDraft): boolean => draft.version === 0 && draft.name.trim() === '' && written(draft.added).length === 0

const birthdayOf = ({ month, day, ...rest }: BirthdayDraft) => (month === null || day === null ? null : { ...rest, month, day })
const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/** Only what differs from what was read is sent: two editors of different fields then differ only where they really do. */
export function changeOf(before: CustomerDraft, after: CustomerDraft, isNew: boolean): Record<string, unknown> {
  const plain = (draft: CustomerDraft): Record<string, unknown> => ({
    kind: draft.kind, name: orNull(draft.name), gender: draft.gender, birthday: birthdayOf(draft.birthday), region: orNull(draft.region),
    address: orNull(draft.address), occupation: orNull(draft.occupation), industry: orNull(draft.industry), custom: draft.custom
  })
  const old = plain(before)
  const changed = Object.fromEntries(Object.entries(plain(after)).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(old[name])))
  return isNew ? { ...changed, keys: written(after.added) } : { ...changed, addKeys: written(after.added), removeKeys: after.removed }
}

export interface Difference { readonly field: string, readonly theirs: unknown, readonly yours: unknown }

/** The differences that a refusal carries, as JSON text. */
export function differencesIn(text: unknown): readonly Difference[] {
  if (typeof text !== 'string') return []
  try {
    const read: unknown = JSON.parse(text)
    return Array.isArray(read) ? read.filter((one: unknown): one is Difference => typeof one === 'object' && one !== null && 'field' in one) : []
  } catch { return [] }
}

/** A chosen value back into the form. */
export function chosen(field: string, value: unknown): Partial<CustomerDraft> {
  const text = typeof value === 'string' ? value : ''
  switch (field) {
    case 'name': case 'region': case 'address': case 'occupation': case 'industry': return { [field]: text }
    case 'kind': return value === 'consumer' || value === 'intermediary' || value === 'internal' || value === 'public_interest' ? { kind: value } : {}
    case 'gender': return { gender: value === 'female' || value === 'male' || value === 'other' ? value : null }
    case 'birthday': return { birthday: isBirthday(value) ? value : noBirthday }
    case 'custom': return { custom: customOf(value) }
    default: return {}
  }
}

const isBirthday = (value: unknown): value is BirthdayDraft => typeof value === 'object' && value !== null && 'calendar' in value && 'month' in value

const customOf = (value: unknown): CustomerDraft['custom'] => typeof value !== 'object' || value === null ? {}
  : Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string | number | boolean] => ['string', 'number', 'boolean'].includes(typeof entry[1])))
