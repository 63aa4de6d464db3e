/**
 * Orders straight from bytes: what nine files in ten hold in nine rows of ten, plain cells in plain forms. It answers either exactly what the long way (rows.ts,
 * facts.ts) would, or nothing, and the long way decides: so it knows no fault, no note but two, and no money but the line's own.
 */
import { contentHasher } from '#activity/orders/orders.ts'
import { isSupportedCountry } from 'libphonenumber-js/max'
import { keyTextOf } from './acquaintance.ts'
import { plainQuantity } from './amounts.ts'
import { createWall } from './clockwork.ts'
import { countRepeated, ready, type FileLine, type FileOrders, type OnNote } from './facts.ts'
import type { Field } from './fields.ts'
import type { Mapping } from './mapping.ts'
import { createPhoneReader } from './people.ts'
import { phaseOf } from './phases.ts'
import { quickAmount } from './quick.amounts.ts'
import { createKeyReader, dateOrderIn, futureMs, times10k, type Key, type RowRules } from './rows.ts'
import { createInterner, sameBytes } from './spans.ts'
import { readTime } from './times.ts'

/** Rows of one order number: where their cells begin, `stride` places a row. */
export interface Group {
  readonly block: Buffer
  readonly spans: Int32Array
  readonly rows: number
  /** The physical line of the first. */
  readonly line: number
}

export interface QuickReader {
  readonly build: (group: Group) => FileOrders | undefined
  /** The cells of a row as text, for the long way. */
  readonly cellsOf: (group: Group, row: number) => string[]
}

interface Buyer { readonly keys: readonly Key[], readonly keyText: string | undefined, readonly name: string | null, readonly country: string | null, readonly region: string | null }

const rememberedBuyers = 150_000
const longestText = 500
/** What leaves an order to the long way wherever it says something. */
const hard = ['clock', 'total', 'discount', 'refunded', 'kind', 'undoes'] as const satisfies readonly Field[]

export function createQuickReader({ columns, source, dateOrder, decimal, cancels }: Mapping, width: number, rules: Omit<RowRules, 'onNote'>, onNote: OnNote): QuickReader {
  const stride = width + 1
  const at = (field: Field): number => columns[field] ?? -1
  const [numberAt, timeAt, quantityAt, amountAt, priceAt, productAt, productNameAt, categoryAt, storeAt, channelAt, currencyAt, statusAt, costAt, unitCostAt] = [at('number'), at('time'), at('quantity'), at('amount'),
    at('unitPrice'), at('product'), at('productName'), at('category'), at('store'), at('channel'), at('currency'), at('status'), at('cost'), at('unitCost')]
  const hardAt = hard.flatMap((field) => columns[field] ?? [])
  const { unionid, openid, phone, card, email, marketplace, customer, name } = columns
  const named = [unionid, openid, phone, card, email, marketplace, customer].filter((index) => index !== undefined)
  const keyAt = named.length > 0 ? named : name === undefined ? [] : [name]
  const commas = decimal === ','
  const times = { wall: createWall(rules.zone), order: dateOrder ?? dateOrderIn(rules.country), latest: rules.now.getTime() + futureMs }
  let noted = false
  const readKeys = createKeyReader(columns, source, createPhoneReader(isSupportedCountry(rules.country) ? rules.country : 'CN'), { onNote: () => { noted = true } })
  const intern = createInterner()
  const hashOf = contentHasher()
  const isDone = new Map<string, boolean>()
  let young = new Map<string, Buyer | undefined>()
  let old = new Map<string, Buyer | undefined>()
  const usable = /^[A-Z]{3}$/.test(rules.currency) && numberAt >= 0 && timeAt >= 0

  const moments: number[] = []
  // The group at hand, so that nothing is made for each cell.
  let block: Buffer = Buffer.alloc(0)
  let spans: Int32Array = new Int32Array(0)
  const from = (row: number, column: number): number => spans[row * stride + column] ?? 0
  const to = (row: number, column: number): number => (spans[row * stride + column + 1] ?? 0) - 1
  const isEmpty = (row: number, column: number): boolean => from(row, column) === to(row, column)
  /** Neither blanks around it nor a spreadsheet's way of keeping a number as text, nor longer than is kept. */
  const isBare = (start: number, end: number): boolean => {
    const first = block[start] ?? 0
    return start === end || (first > 32 && first !== 61 && first !== 39 && (block[end - 1] ?? 0) > 32 && end - start <= longestText)
  }
  const same = (row: number, other: number, column: number): boolean => {
    const start = from(row, column)
    const end = to(row, column)
    const begin = from(other, column)
    return end - start === to(other, column) - begin && sameBytes(block, start, end, block, begin)
  }
  /** Undefined: look closer. */
  const text = (row: number, column: number): string | null | undefined => {
    if (column < 0) return null
    const start = from(row, column)
    const end = to(row, column)
    if (start === end) return null
    return isBare(start, end) ? intern(block, start, end) : undefined
  }
  const present = (rows: number, column: number | undefined): string | null | undefined => {
    if (column === undefined || column < 0) return null
    for (let row = 0; row < rows; row++) {
      const found = text(row, column)
      if (found !== null) return found
    }
    return null
  }
  const unkept = (row: number, column: number): string => block.toString('utf8', from(row, column), to(row, column))

  function buyerOf(rows: number): Buyer | undefined {
    let key = ''
    for (const column of keyAt) {
      for (let row = 1; row < rows; row++) if (!same(row, 0, column)) return undefined
      if (!isBare(from(0, column), to(0, column))) return undefined
      key = key === '' && keyAt.length === 1 ? unkept(0, column) : `${key}\u0000${unkept(0, column)}`
    }
    if (young.has(key)) return young.get(key)
    let buyer = old.get(key)
    if (buyer === undefined) {
      noted = false
      const cells = cellsOf({ block, spans, rows, line: 0 }, 0)
      const keys = readKeys(cells)
      const [called, country, region] = [present(rows, columns.name), present(rows, columns.country), present(rows, columns.region)]
      buyer = noted || called === undefined || country === undefined || region === undefined ? undefined : { keys, keyText: keyTextOf(keys), name: called, country, region }
    }
    if (young.size >= rememberedBuyers) { old = young; young = new Map() }
    young.set(key, buyer)
    return buyer
  }

  function lineOf(row: number): FileLine | undefined {
    for (const column of hardAt) if (!isEmpty(row, column)) return undefined
    const status = text(row, statusAt)
    if (status === undefined) return undefined
    if (status !== null) {
      let done = isDone.get(status)
      if (done === undefined) { done = phaseOf(status, null) === 'done'; if (isDone.size < 1_000) isDone.set(status, done) }
      if (!done) return undefined
    }
    const currency = text(row, currencyAt)
    if (currency === undefined || (currency !== null && currency !== rules.currency)) return undefined
    const quantity = quantityAt < 0 || isEmpty(row, quantityAt) ? 10_000 : quickAmount(block, from(row, quantityAt), to(row, quantityAt), false)
    let amount = Number.NaN
    if (amountAt >= 0 && !isEmpty(row, amountAt)) amount = quickAmount(block, from(row, amountAt), to(row, amountAt), commas)
    else if (priceAt >= 0) amount = times10k(quantity, quickAmount(block, from(row, priceAt), to(row, priceAt), commas))
    if (!Number.isSafeInteger(quantity) || !Number.isSafeInteger(amount)) return undefined
    let cost: number | null = null
    if (costAt >= 0 && !isEmpty(row, costAt)) cost = quickAmount(block, from(row, costAt), to(row, costAt), commas)
    else if (unitCostAt >= 0 && !isEmpty(row, unitCostAt)) cost = times10k(quantity, quickAmount(block, from(row, unitCostAt), to(row, unitCostAt), commas))
    if (cost !== null && !Number.isSafeInteger(cost)) return undefined
    const product = text(row, productAt)
    const productName = text(row, productNameAt)
    const category = text(row, categoryAt)
    if (product === undefined || productName === undefined || category === undefined) return undefined
    return { product: product ?? productName ?? '', name: productName, category, quantity: plainQuantity(quantity), amountMinor: amount, costMinor: cost }
  }

  function timeOf(row: number): number | undefined {
    const start = from(row, timeAt)
    const end = to(row, timeAt)
    if (start === end || !isBare(start, end)) return undefined
    const found = readTime(block.toString('utf8', start, end), times)
    return typeof found === 'number' ? found : undefined
  }

  const cellsOf = (group: Group, row: number): string[] => Array.from({ length: width }, (_, column) =>
    group.block.toString('utf8', group.spans[row * stride + column] ?? 0, (group.spans[row * stride + column + 1] ?? 0) - 1))

  return {
    cellsOf,
    build: (group) => {
      if (!usable) return undefined
      const { rows, line } = group
      block = group.block
      spans = group.spans
      const start = from(0, numberAt)
      const end = to(0, numberAt)
      if (start === end || end - start > 200 || !isBare(start, end) || (block[start] ?? 0) > 126 || (block[end - 1] ?? 0) > 126) return undefined
      const number = unkept(0, numberAt)
      if (cancels !== null && number.startsWith(cancels)) return undefined
      const lines: FileLine[] = []
      let earliest = Number.POSITIVE_INFINITY
      let total = 0
      for (let row = 0; row < rows; row++) {
        const moment = row > 0 && same(row, row - 1, timeAt) ? moments[row - 1] : timeOf(row)
        const one = moment === undefined ? undefined : lineOf(row)
        if (moment === undefined || one === undefined) return undefined
        if (moment < earliest) earliest = moment
        moments[row] = moment
        lines.push(one)
        total += one.amountMinor
      }
      const buyer = buyerOf(rows)
      const store = present(rows, storeAt)
      const channel = present(rows, channelAt)
      if (buyer === undefined || store === undefined || channel === undefined) return undefined
      const repeated = rows > 1 ? countRepeated(lines, moments) : 0
      if (repeated > 0) onNote('repeated', repeated)
      if (buyer.keys.length === 0) onNote('anonymous')
      const order = ready({ kind: total < 0 ? 'return' : 'sale', number, at: earliest, channel, store, currency: rules.currency, totalMinor: total, undoesNumber: null }, lines, hashOf)
      const { keys, keyText, name: called, country, region } = buyer
      return { keys, keyText, name: called, country, region, orders: [order], rows: lines.map((_, row) => line + row) }
    }
  }
}
