/**
 * Orders straight from bytes: what nine files in ten hold in nine rows of ten, plain cells in plain forms. It answers either exactly what the long way (rows.ts,
 * facts.ts) would, or nothing, and the long way decides: so it knows no fault, no note but two, and no money but the line's own.
 */
import { contentHash, type RawLines } from '#activity/orders/orders.ts'
import { isSupportedCountry } from 'libphonenumber-js/max'
import { keyTextOf, spreadOf } from './acquaintance.ts'
import { plainQuantity } from './amounts.ts'
import { createWall } from './clockwork.ts'
import { countRepeated, noOne, type Buyer, type FileLine, type FileOrder, type FileOrders, type OnNote } from './facts.ts'
import type { Field } from './fields.ts'
import type { Mapping } from './mapping.ts'
import { createKeyed } from './keyed.ts'
import { createPhoneReader } from './people.ts'
import { phaseOf } from './phases.ts'
import { quickAmount } from './quick.amounts.ts'
import { createKeyReader, dateOrderIn, futureMs, times10k, type RowRules } from './rows.ts'
import { createInterner, sameBytes } from './spans.ts'
import { createQuickTime, readTime } from './times.ts'

/** Rows of one order number: where their cells begin, `stride` places a row. */
export interface Group {
  readonly block: Buffer
  readonly spans: Int32Array
  readonly rows: number
  /** The physical line of the first. */
  readonly line: number
}

export interface QuickReader {
  /** What it answers holds until the next one is asked for: it points into the group, and with raw lines it is always the same. */
  readonly build: (group: Group) => FileOrders | undefined
  /** The cells of a row as text, for the long way. */
  readonly cellsOf: (group: Group, row: number) => string[]
}

type Changing<T> = { -readonly [K in keyof T]: T[K] }

const rememberedBuyers = 300_000
const longestText = 500
/** What leaves an order to the long way wherever it says something. */
const hard = ['clock', 'total', 'discount', 'refunded', 'kind', 'undoes'] as const satisfies readonly Field[]

/** `isRaw`: lines are left in the bytes, for whoever writes them on at once. */
export function createQuickReader({ columns, source, dateOrder, decimal, cancels }: Mapping, width: number, rules: Omit<RowRules, 'onNote'>, onNote: OnNote, isRaw: boolean): QuickReader {
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
  const quickTime = createQuickTime(times)
  let noted = false
  const readKeys = createKeyReader(columns, source, createPhoneReader(isSupportedCountry(rules.country) ? rules.country : 'CN'), { onNote: () => { noted = true } })
  const intern = createInterner()
  const raw: RawLines = { block: Buffer.alloc(0), count: 0, places: new Int32Array(384), quantities: [], amounts: new Float64Array(64), costs: new Float64Array(64) }
  // One for all orders whose lines are raw: whoever takes them writes them on at once.
  const order: Changing<FileOrder> = { kind: 'sale', number: '', at: 0, channel: null, store: null, currency: rules.currency, totalMinor: 0, undoesNumber: null, costMinor: null, lines: [], raw, contentHash: '' }
  const told: Changing<FileOrders> & { readonly rows: number[] } = { buyer: noOne, orders: [order], rows: [] }
  const isDone = new Map<string, boolean>()
  /** Null: look closer. */
  const buyers = createKeyed<Buyer | null>(rememberedBuyers)
  const key = new Uint8Array(keyAt.length * (longestText + 1))
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

  function buyerOf(rows: number): Buyer | null {
    let length = 0
    for (const column of keyAt) {
      for (let row = 1; row < rows; row++) if (!same(row, 0, column)) return null
      const end = to(0, column)
      if (!isBare(from(0, column), end)) return null
      for (let i = from(0, column); i < end; i++) key[length++] = block[i] ?? 0
      // A plain cell holds no such byte.
      key[length++] = 0
    }
    const found = buyers.find(key, length)
    if (found !== undefined) return found
    noted = false
    // Of the row only what names somebody.
    const cells: string[] = []
    for (const column of keyAt) cells[column] = unkept(0, column)
    const keys = readKeys(cells)
    const [called, country, region] = [present(rows, columns.name), present(rows, columns.country), present(rows, columns.region)]
    const buyer = noted || called === undefined || country === undefined || region === undefined ? null : { keys, keyText: keyTextOf(keys), name: called, country, region, spread: spreadOf(keys[0]?.value ?? ''), customerId: undefined }
    buyers.add(key, length, buyer)
    return buyer
  }

  /** Notes where the text of a cell lies; false: look closer. */
  const isPlaced = (row: number, column: number, place: number): boolean => {
    const start = column < 0 ? 0 : from(row, column)
    const end = column < 0 ? 0 : to(row, column)
    raw.places[place] = start === end ? -1 : start
    raw.places[place + 1] = start === end ? -1 : end
    return isBare(start, end)
  }

  /** The line of a row into its place in `raw`; false: look closer. */
  function isRead(row: number): boolean {
    for (const column of hardAt) if (!isEmpty(row, column)) return false
    const status = text(row, statusAt)
    if (status === undefined) return false
    if (status !== null) {
      let done = isDone.get(status)
      if (done === undefined) { done = phaseOf(status, null) === 'done'; if (isDone.size < 1_000) isDone.set(status, done) }
      if (!done) return false
    }
    const currency = text(row, currencyAt)
    if (currency === undefined || (currency !== null && currency !== rules.currency)) return false
    const quantity = quantityAt < 0 || isEmpty(row, quantityAt) ? 10_000 : quickAmount(block, from(row, quantityAt), to(row, quantityAt), false)
    let amount = Number.NaN
    if (amountAt >= 0 && !isEmpty(row, amountAt)) amount = quickAmount(block, from(row, amountAt), to(row, amountAt), commas)
    else if (priceAt >= 0) amount = times10k(quantity, quickAmount(block, from(row, priceAt), to(row, priceAt), commas))
    if (!Number.isSafeInteger(quantity) || !Number.isSafeInteger(amount)) return false
    let cost: number | undefined
    if (costAt >= 0 && !isEmpty(row, costAt)) cost = quickAmount(block, from(row, costAt), to(row, costAt), commas)
    else if (unitCostAt >= 0 && !isEmpty(row, unitCostAt)) cost = times10k(quantity, quickAmount(block, from(row, unitCostAt), to(row, unitCostAt), commas))
    if (cost !== undefined && !Number.isSafeInteger(cost)) return false
    const place = row * 6
    if (!isPlaced(row, productAt, place) || !isPlaced(row, productNameAt, place + 2) || !isPlaced(row, categoryAt, place + 4)) return false
    if (raw.places[place] === -1) raw.places.copyWithin(place, place + 2, place + 4)
    raw.quantities[row] = plainQuantity(quantity)
    raw.amounts[row] = amount
    raw.costs[row] = cost ?? Number.NaN
    return true
  }

  function makeRoom(rows: number): void {
    if (rows <= raw.amounts.length) return
    raw.places = new Int32Array(rows * 12)
    raw.amounts = new Float64Array(rows * 2)
    raw.costs = new Float64Array(rows * 2)
  }

  const placed = (place: number): string | null => ((raw.places[place] ?? -1) < 0 ? null : intern(block, raw.places[place] ?? 0, raw.places[place + 1] ?? 0))

  const linesOf = (rows: number): FileLine[] => Array.from({ length: rows }, (_, row) => ({
    product: placed(row * 6) ?? '', name: placed(row * 6 + 2), category: placed(row * 6 + 4), quantity: raw.quantities[row] ?? '', amountMinor: raw.amounts[row] ?? 0,
    costMinor: Number.isNaN(raw.costs[row]) ? null : raw.costs[row] ?? null
  }))

  const samePlaced = (a: number, b: number): boolean => {
    const start = raw.places[a] ?? 0
    const end = raw.places[a + 1] ?? 0
    return end - start === (raw.places[b + 1] ?? 0) - (raw.places[b] ?? 0) && sameBytes(block, start, end, block, raw.places[b] ?? 0)
  }

  function repeatedIn(rows: number): number {
    if (rows >= 8) return countRepeated(linesOf(rows), moments)
    let repeated = 0
    for (let i = 1; i < rows; i++) {
      for (let j = 0; j < i; j++) {
        if (raw.amounts[i] === raw.amounts[j] && moments[i] === moments[j] && raw.quantities[i] === raw.quantities[j] && samePlaced(i * 6, j * 6) && samePlaced(i * 6 + 2, j * 6 + 2)) { repeated++; break }
      }
    }
    return repeated
  }

  function tell(buyer: Buyer, number: string, rows: number, firstLine: number, at: number, totalMinor: number, channel: string | null, store: string | null): FileOrders {
    let costMinor: number | null = 0
    for (let row = 0; row < rows && costMinor !== null; row++) costMinor = Number.isNaN(raw.costs[row]) ? null : costMinor + (raw.costs[row] ?? 0)
    const kind = totalMinor < 0 ? 'return' : 'sale'
    if (!isRaw) {
      const { currency } = rules
      const lines = linesOf(rows)
      const whole = { kind, number, at, channel, store, currency, totalMinor, undoesNumber: null, costMinor, lines, raw: undefined, contentHash: contentHash({ kind, at, currency, undoesNumber: null, totalMinor, lines }) } as const
      return { buyer, orders: [whole], rows: Array.from(lines, (_, row) => firstLine + row) }
    }
    raw.block = block
    raw.count = rows
    order.kind = kind
    order.number = number
    order.at = at
    order.channel = channel
    order.store = store
    order.totalMinor = totalMinor
    order.costMinor = costMinor
    told.buyer = buyer
    told.rows.length = 0
    for (let row = 0; row < rows; row++) told.rows.push(firstLine + row)
    return told
  }

  function timeOf(row: number): number | undefined {
    const start = from(row, timeAt)
    const end = to(row, timeAt)
    if (start === end || !isBare(start, end)) return undefined
    const quick = quickTime(block, start, end)
    if (!Number.isNaN(quick)) return quick
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
      makeRoom(rows)
      let earliest = Number.POSITIVE_INFINITY
      let total = 0
      for (let row = 0; row < rows; row++) {
        const moment = row > 0 && same(row, row - 1, timeAt) ? moments[row - 1] : timeOf(row)
        if (moment === undefined || !isRead(row)) return undefined
        if (moment < earliest) earliest = moment
        moments[row] = moment
        total += raw.amounts[row] ?? 0
      }
      const buyer = buyerOf(rows)
      const store = present(rows, storeAt)
      const channel = present(rows, channelAt)
      if (buyer === null || store === undefined || channel === undefined) return undefined
      const repeated = rows > 1 ? repeatedIn(rows) : 0
      if (repeated > 0) onNote('repeated', repeated)
      if (buyer.keyText === undefined) onNote('anonymous')
      return tell(buyer, number, rows, line, earliest, total, channel, store)
    }
  }
}
