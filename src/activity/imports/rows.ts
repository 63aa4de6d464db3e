/** One row of cells as what it says about an order, or the first thing that is wrong with it. The hot loop of an import: a million calls in about a second. */
import { createAmountReader, plainQuantity } from './amounts.ts'
import { createWall } from './clockwork.ts'
import type { FaultCode, NoteCode } from './faults.words.ts'
import type { Field } from './fields.ts'
import type { Mapping } from './mapping.ts'
import { createPhoneReader, readEmail, readKey } from './people.ts'
import { phaseOf, type Phase } from './phases.ts'
import { plainCell } from './table.ts'
import { readTime, type DateOrder } from './times.ts'
import { isSupportedCountry } from 'libphonenumber-js/max'

export type KeyKind = 'phone' | 'email' | 'openid' | 'unionid' | 'card' | 'marketplace' | 'number'
/** An identity as `kind value`, one string: cheap to compare and to keep by the hundred thousand. */
export interface Key { readonly kind: KeyKind, readonly value: string }

export interface RowFacts {
  number: string
  at: number
  keys: readonly Key[]
  name: string | null
  product: string
  productName: string | null
  category: string | null
  quantity: string
  /** Undefined where the row gives no amount of its own. */
  amount: number | undefined
  cost: number | null
  total: number | undefined
  discount: number
  refunded: number
  store: string | null
  channel: string | null
  currency: string
  phase: Phase
  undoes: string | null
  country: string | null
  region: string | null
}

export interface Fault { readonly code: FaultCode, readonly detail: Readonly<Record<string, string | number>> }
export interface RowRules {
  readonly zone: string
  readonly country: string
  readonly currency: string
  readonly now: Date
  readonly onNote: (code: NoteCode) => void
}

/** How far into the future a clock that runs ahead may say that an order was placed. */
export const futureMs = 2 * 86_400_000
const fault = (code: FaultCode, value: string): Fault => ({ code, detail: { value: value.slice(0, 100) } })

export const isFault = (row: RowFacts | Fault): row is Fault => 'code' in row

/** The order of dates in a country that writes 3/4/2026, for columns that do not tell. */
export const dateOrderIn = (country: string): DateOrder => (['US', 'PH', 'CA', 'CN', 'TW', 'JP', 'KR'].includes(country) ? 'mdy' : 'dmy')

export function createRowReader({ columns, source, dateOrder, decimal, cancels }: Mapping, width: number, rules: RowRules): (cells: readonly string[]) => RowFacts | Fault {
  const wall = createWall(rules.zone)
  const times = { wall, order: dateOrder ?? dateOrderIn(rules.country), latest: rules.now.getTime() + futureMs }
  const amounts = createAmountReader(decimal ?? undefined, () => rules.onNote('rounded'))
  const quantities = createAmountReader(undefined, () => undefined)
  const phones = createPhoneReader(isSupportedCountry(rules.country) ? rules.country : 'CN')
  const column = (field: Field): number => columns[field] ?? -1
  const at = Object.fromEntries(Object.entries(columns))
  const [numberAt, timeAt, clockAt, quantityAt, priceAt, amountAt, totalAt] =
    [column('number'), column('time'), column('clock'), column('quantity'), column('unitPrice'), column('amount'), column('total')]
  const lineMoney = (['discount', 'refunded', 'unitCost', 'cost'] as const).filter((field) => columns[field] !== undefined)
  const readKeys = createKeyReader(columns, source, phones, rules)
  let lastText = ''
  let lastNumber = ''
  let lastTime: ReturnType<typeof readTime> = 'time_wrong'

  const text = (cells: readonly string[], index: number): string => (index < 0 ? '' : plainCell(cells[index] ?? ''))
  const optional = (cells: readonly string[], field: Field): string | null => {
    const index = at[field]
    if (index === undefined) return null
    const value = plainCell(cells[index] ?? '')
    return value === '' ? null : value.length > 500 ? value.slice(0, 500) : value
  }

  return (cells) => {
    if (cells.length > width && cells.slice(width).some((cell) => cell.trim() !== '')) return ragged(cells.length, width)
    const short = cells.length < width ? ragged(cells.length, width) : undefined
    const number = text(cells, numberAt)
    if (numberAt >= 0 && number === '') return short ?? fault('number_missing', '')
    if (number.length > 200) return fault('number_long', number)
    const timeText = clockAt < 0 ? text(cells, timeAt) : `${text(cells, timeAt)} ${text(cells, clockAt)}`.trim()
    // Some shops' exports say what is the order's on its first row only.
    if (timeText === '' && (numberAt < 0 || number !== lastNumber || short !== undefined)) return short ?? fault('time_missing', '')
    lastNumber = number
    if (timeText !== '' && timeText !== lastText) {
      lastTime = readTime(timeText, times)
      lastText = timeText
    }
    if (typeof lastTime !== 'number') return fault(lastTime, timeText)

    const quantityText = text(cells, quantityAt)
    const quantity = quantityText === '' ? 10_000 : quantities.read(quantityText)
    if (typeof quantity !== 'number') return fault('quantity_wrong', quantityText)
    const amountText = text(cells, amountAt)
    const priceText = amountText === '' ? text(cells, priceAt) : ''
    let amount: number | undefined
    if (amountText !== '') {
      const read = amounts.read(amountText)
      if (typeof read !== 'number') return fault(read, amountText)
      amount = read
    } else if (priceText !== '') {
      const read = amounts.read(priceText)
      if (typeof read !== 'number') return fault(read, priceText)
      amount = times10k(quantity, read)
      if (!Number.isSafeInteger(amount)) return fault('amount_large', priceText)
    }
    const totalText = text(cells, totalAt)
    let total: number | undefined
    if (totalText !== '') {
      const read = amounts.read(totalText)
      if (typeof read !== 'number') return fault(read, totalText)
      total = read
    }
    if (amount === undefined && total === undefined && (totalAt < 0 || numberAt < 0)) return short ?? fault('amount_missing', '')

    let discount = 0
    let refunded = 0
    let cost: number | null = null
    for (const field of lineMoney) {
      const value = text(cells, at[field] ?? -1)
      if (value === '') continue
      const read = amounts.read(value)
      if (typeof read !== 'number') return fault(read, value)
      if (field === 'discount') discount = Math.abs(read)
      else if (field === 'refunded') refunded = Math.abs(read)
      else if (field === 'cost') cost = read
      else cost ??= times10k(quantity, read)
    }
    const currency = optional(cells, 'currency')?.toUpperCase() ?? rules.currency
    if (!/^[A-Z]{3}$/.test(currency)) return fault('currency_wrong', currency)
    const status = optional(cells, 'status')
    const phase = phaseOf(status, optional(cells, 'kind'))
    if (phase === 'unpaid') return fault('unpaid', status ?? '')
    const cancelled = cancels !== null && number.startsWith(cancels) && number.length > cancels.length
    const productName = optional(cells, 'productName')
    return {
      number, at: lastTime, keys: readKeys(cells), name: optional(cells, 'name'),
      product: optional(cells, 'product') ?? productName ?? '', productName, category: optional(cells, 'category'),
      quantity: plainQuantity(quantity), amount, cost, total, discount, refunded,
      store: optional(cells, 'store'), channel: optional(cells, 'channel'), currency,
      phase: cancelled ? 'cancellation' : phase, undoes: cancelled ? number.slice(cancels.length) : optional(cells, 'undoes'),
      country: optional(cells, 'country'), region: optional(cells, 'region')
    }
  }
}

const ragged = (cells: number, columns: number): Fault => ({ code: 'ragged', detail: { cells, columns } })

/** quantity × price, both in ten-thousandths, rounded half away from zero. Exact beyond 2^53 by way of bigint. */
export function times10k(quantity: number, price: number): number {
  if (Number.isNaN(quantity) || Number.isNaN(price)) return Number.NaN
  if (quantity % 10_000 === 0) {
    const exact = (quantity / 10_000) * price
    if (Number.isSafeInteger(exact)) return exact
  }
  const product = BigInt(quantity) * BigInt(price)
  const half = product < 0n ? -5_000n : 5_000n
  return Number((product + half) / 10_000n)
}

/** The strongest key first: it names the customer where a row has several. */
export function createKeyReader(columns: Mapping['columns'], source: string, phones: (raw: string) => string | undefined, { onNote }: Pick<RowRules, 'onNote'>): (cells: readonly string[]) => readonly Key[] {
  const { unionid, openid, phone, card, email, marketplace, customer, name } = columns
  const scoped: ReadonlyArray<readonly [KeyKind, number | undefined]> =
    [['unionid', unionid], ['openid', openid], ['card', card], ['marketplace', marketplace], ['number', customer]]
  const single = scoped.filter((pair): pair is readonly [KeyKind, number] => pair[1] !== undefined)
  const read = [phone, email, name, ...single.map(([, index]) => index)].filter((index) => index !== undefined)
  let lastCells: readonly string[] = []
  let lastKeys: readonly Key[] | undefined
  const nameOnly = single.length === 0 && phone === undefined && email === undefined
  return (cells) => {
    // The lines of an order name the same buyer: the same cells are the same keys.
    if (lastKeys !== undefined && read.every((index) => cells[index] === lastCells[index])) return lastKeys
    const keys: Key[] = []
    lastCells = cells
    lastKeys = keys
    if (phone !== undefined) {
      const raw = plainCell(cells[phone] ?? '')
      const value = raw === '' ? undefined : phones(raw)
      if (value !== undefined) keys.push({ kind: 'phone', value })
      else if (raw !== '') onNote('phone')
    }
    for (const [kind, index] of single) {
      const value = readKey(plainCell(cells[index] ?? ''))
      if (value !== undefined) keys.push({ kind, value: kind === 'marketplace' || kind === 'number' ? `${source}:${value}` : value })
    }
    if (email !== undefined) {
      const raw = plainCell(cells[email] ?? '')
      const value = raw === '' ? undefined : readEmail(raw)
      if (value !== undefined) keys.push({ kind: 'email', value })
      else if (raw !== '') onNote('email')
    }
    if (nameOnly && name !== undefined) {
      const value = readKey(plainCell(cells[name] ?? ''))
      if (value !== undefined) keys.push({ kind: 'number', value: `${source}:${value}` })
    }
    return keys
  }
}
