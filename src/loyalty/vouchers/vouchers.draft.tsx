import { parseMinor, plainMoney } from '#foundation/money.ts'
import type { Sentence, Values } from '#foundation/words.ts'
import { formWords as words } from './vouchers.form.words.ts'
import type { Life, Terms, Worth } from './vouchers.schema.ts'

/** The form as it is typed. */
export interface TermsDraft {
  readonly nameZh: string, readonly nameEn: string
  readonly kind: Worth['kind'], readonly amount: string, readonly partial: boolean, readonly percent: string, readonly ceiling: string
  readonly product: string, readonly label: string, readonly quantity: string, readonly shipProducts: readonly string[]
  readonly minSpend: string, readonly products: readonly string[], readonly notProducts: readonly string[], readonly categories: readonly string[], readonly notCategories: readonly string[]
  readonly stores: readonly string[], readonly channels: readonly string[], readonly weekdays: readonly number[], readonly hoursFrom: string, readonly hoursTo: string
  readonly tiers: readonly string[], readonly firstOrder: boolean
  readonly lifeKind: 'days' | 'dates' | 'monthsDay' | 'monthsEnd' | 'ever', readonly days: string, readonly startsIn: string, readonly months: string, readonly from: string, readonly to: string
  readonly withOthers: boolean, readonly withPoints: boolean, readonly perOrder: string, readonly perCustomer: string, readonly total: string, readonly sharedCode: string, readonly graceDays: string
}

export const emptyDraft: TermsDraft = {
  nameZh: '', nameEn: '', kind: 'amount', amount: '', partial: false, percent: '', ceiling: '', product: '', label: '', quantity: '1', shipProducts: [], minSpend: '', products: [], notProducts: [], categories: [], notCategories: [],
  stores: [], channels: [], weekdays: [], hoursFrom: '', hoursTo: '', tiers: [], firstOrder: false, lifeKind: 'days', days: '30', startsIn: '0', months: '1', from: '', to: '',
  withOthers: false, withPoints: true, perOrder: '1', perCustomer: '', total: '', sharedCode: '', graceDays: '7'
}

export const isDraft = (found: unknown): found is TermsDraft => typeof found === 'object' && found !== null && 'nameZh' in found && 'lifeKind' in found && 'graceDays' in found

const moneyText = (minor: string | null): string => (minor === null ? '' : plainMoney(BigInt(minor)))
const numberText = (value: number | null): string => (value === null ? '' : String(value))

export function draftOf({ nameZh, nameEn, worth, conditions, life, stacking, limits, sharedCode, graceDays }: Terms): TermsDraft {
  return {
    ...emptyDraft, nameZh, nameEn, kind: worth.kind, ...conditions, minSpend: moneyText(conditions.minSpendMinor), hoursFrom: conditions.hours?.from ?? '', hoursTo: conditions.hours?.to ?? '',
    ...(worth.kind === 'amount' ? { amount: moneyText(worth.amountMinor), partial: worth.partial } : {}),
    ...(worth.kind === 'percent' ? { percent: String(worth.basisPoints / 100) } : {}),
    ...(worth.kind === 'gift' ? { product: worth.product, label: worth.label, quantity: String(worth.quantity) } : {}),
    ...(worth.kind === 'shipping' ? { shipProducts: worth.products } : {}),
    ceiling: 'ceilingMinor' in worth ? moneyText(worth.ceilingMinor) : '', ...lifeDraft(life),
    ...stacking, perOrder: String(stacking.perOrder), perCustomer: numberText(limits.perCustomer), total: numberText(limits.total), sharedCode: sharedCode ?? '', graceDays: String(graceDays)
  }
}

function lifeDraft(life: Life): Partial<TermsDraft> {
  if (life.kind === 'dates') return { lifeKind: 'dates', from: life.from, to: life.to }
  if (life.kind === 'days') return { lifeKind: 'days', days: String(life.days), startsIn: String(life.startsIn) }
  if (life.kind === 'months') return { lifeKind: life.until === 'day' ? 'monthsDay' : 'monthsEnd', months: String(life.months) }
  return { lifeKind: 'ever' }
}

/** What is wrong with a form, in words; `field` is the label of what to mend. */
export interface DraftFault { readonly sentence: Sentence, readonly field?: Sentence, readonly values?: Values }
class Wrong extends Error {
  readonly fault: DraftFault
  constructor(fault: DraftFault) { super(fault.sentence.en); this.fault = fault }
}

/** The terms that a form says, or what is wrong with it. */
export function termsOf(draft: TermsDraft): { readonly terms: Terms } | { readonly fault: DraftFault } {
  try { return { terms: read(draft) } } catch (error) {
    if (error instanceof Wrong) return { fault: error.fault }
    throw error
  }
}

function read(draft: TermsDraft): Terms {
  const { nameZh, nameEn, hoursFrom, hoursTo } = draft
  if (nameZh.trim() === '' || nameEn.trim() === '') throw new Wrong({ sentence: words.faultName })
  const isTimed = hoursFrom !== '' || hoursTo !== ''
  if (isTimed && (!time.test(hoursFrom) || !time.test(hoursTo))) throw new Wrong({ sentence: words.faultTime })
  return {
    nameZh: nameZh.trim(), nameEn: nameEn.trim(), worth: worthOf(draft), life: lifeOf(draft),
    conditions: {
      minSpendMinor: moneyOrNull(draft.minSpend, words.minSpend), products: [...draft.products], notProducts: [...draft.notProducts], categories: [...draft.categories], notCategories: [...draft.notCategories],
      stores: [...draft.stores], channels: [...draft.channels], weekdays: [...draft.weekdays], hours: isTimed ? { from: hoursFrom, to: hoursTo } : null, tiers: [...draft.tiers], firstOrder: draft.firstOrder
    },
    stacking: { withOthers: draft.withOthers, withPoints: draft.withPoints, perOrder: whole(draft.perOrder, 1, 20, words.perOrder) },
    limits: { perCustomer: wholeOrNull(draft.perCustomer, 1_000_000, words.perCustomer), total: wholeOrNull(draft.total, 1_000_000_000, words.total) },
    sharedCode: draft.sharedCode.trim() === '' ? null : draft.sharedCode.trim(), graceDays: whole(draft.graceDays, 0, 365, words.graceDays)
  }
}

function worthOf(draft: TermsDraft): Worth {
  switch (draft.kind) {
    case 'amount': return { kind: 'amount', amountMinor: money(draft.amount, words.amount), partial: draft.partial }
    case 'percent': {
      const off = Number(draft.percent)
      if (draft.percent.trim() === '' || !Number.isInteger(Math.round(off * 1e6) / 1e4) || off < 0.01 || off > 100) throw new Wrong({ sentence: words.faultNumber, field: words.percent, values: { low: 0.01, high: 100 } })
      return { kind: 'percent', basisPoints: Math.round(off * 100), ceilingMinor: moneyOrNull(draft.ceiling, words.ceiling) }
    }
    case 'gift': return { kind: 'gift', product: text(draft.product, words.product), label: text(draft.label, words.label), quantity: whole(draft.quantity, 1, 100, words.quantity) }
    case 'shipping': {
      if (draft.shipProducts.length === 0) throw new Wrong({ sentence: words.faultEmpty, field: words.shipProducts })
      return { kind: 'shipping', products: [...draft.shipProducts], ceilingMinor: moneyOrNull(draft.ceiling, words.ceiling) }
    }
  }
}

function lifeOf({ lifeKind, days, startsIn, months, from, to }: TermsDraft): Life {
  switch (lifeKind) {
    case 'days': return { kind: 'days', days: whole(days, 1, 3650, words.daysCount), startsIn: whole(startsIn, 0, 365, words.startsIn) }
    case 'dates': return { kind: 'dates', from: day(from, words.from), to: day(to, words.to) }
    case 'monthsDay': return { kind: 'months', months: whole(months, 1, 120, words.months), until: 'day' }
    case 'monthsEnd': return { kind: 'months', months: whole(months, 1, 120, words.months), until: 'month' }
    case 'ever': return { kind: 'ever' }
  }
}

const time = /^([01]\d|2[0-3]):[0-5]\d$/
const text = (typed: string, field: Sentence): string => { if (typed.trim() === '') throw new Wrong({ sentence: words.faultEmpty, field }); return typed.trim() }
const day = (typed: string, field: Sentence): string => { if (!/^\d{4}-\d{2}-\d{2}$/.test(typed.trim())) throw new Wrong({ sentence: words.faultDay, field }); return typed.trim() }
function whole(typed: string, low: number, high: number, field: Sentence): number {
  const value = Number(typed)
  if (typed.trim() === '' || !Number.isInteger(value) || value < low || value > high) throw new Wrong({ sentence: words.faultNumber, field, values: { low, high } })
  return value
}
const wholeOrNull = (typed: string, high: number, field: Sentence): number | null => (typed.trim() === '' ? null : whole(typed, 1, high, field))
function money(typed: string, field: Sentence): string {
  const minor = parseMinor(typed.trim())
  if (minor === undefined || minor <= 0n) throw new Wrong({ sentence: words.faultAmount, field })
  return minor.toString()
}
const moneyOrNull = (typed: string, field: Sentence): string | null => (typed.trim() === '' ? null : money(typed, field))
