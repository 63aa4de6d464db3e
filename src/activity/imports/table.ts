/** A file as a table: container, encoding, delimiter and header found from its beginning, and its rows as a stream with flat memory. */
import { isAscii } from 'node:buffer'
import { Refusal } from '#foundation/refusal.ts'
import { createBlocks, type TakePlain } from './blocks.ts'
import { bytesOf, openContainer, type Container } from './bytes.ts'
import { cleanText, sniffEncoding, type Encoding, type Sniffed } from './encoding.ts'
import { headerNames, plainHeader } from './fields.ts'
import { importWords } from './imports.words.ts'
import { flattenSheet } from './sheet.ts'
import { createTokens, type Cells } from './tokens.ts'

type Stream = Exclude<Container, { kind: 'sheet' }>

export interface Table {
  readonly stream: Stream
  readonly kind: 'csv' | 'xlsx'
  readonly encoding: Encoding
  readonly sniffed: Sniffed
  readonly delimiter: string
  readonly macLines: boolean
  readonly headers: readonly string[]
  /** The physical line of the header; 0 when there is none. */
  readonly headerLine: number
  /** The first rows below the header. */
  readonly sample: readonly Cells[]
}

const headBytes = 262_144
const sampleRows = 1_000
const delimiters = [',', '\t', ';', '|'] as const

/** Opens a file; a workbook is first flattened into `scratch`. */
export async function openTable(path: string, scratch: string): Promise<Table> {
  const container = await openContainer(path)
  const stream: Stream = container.kind === 'sheet' ? { kind: 'plain', path: await flattenSheet(container, scratch) } : container
  const head = await headOf(stream)
  const sniffed = sniffEncoding(head)
  refuseBinary(head, sniffed)
  const decoded = new TextDecoder(sniffed.encoding).decode(head.subarray(sniffed.bom))
  const macLines = !decoded.includes('\n') && decoded.includes('\r')
  const text = cleanText(macLines ? decoded.replaceAll('\r', '\n') : decoded, () => undefined)
  if (text.trim() === '') throw new Refusal('imports.empty', 422, importWords.empty)
  const whole = head.length < headBytes
  const delimiter = /^sep=(.)\r?\n/i.exec(text)?.[1] ?? sniffDelimiter(text, whole)
  const rows = rowsOf(text, delimiter, whole)
  const header = findHeader(rows)
  const width = header?.cells.length ?? Math.max(0, ...rows.map((row) => row.cells.length))
  return {
    stream, kind: container.kind === 'sheet' ? 'xlsx' : 'csv', encoding: sniffed.encoding, sniffed, delimiter, macLines,
    headers: header ? header.cells.map((cell) => cell.trim()) : Array.from({ length: width }, (_, column) => `${column + 1}`),
    headerLine: header?.line ?? 0,
    sample: rows.filter((row) => row.line > (header?.line ?? 0)).slice(0, sampleRows).map((row) => row.cells.map(plainCell))
  }
}

async function headOf(stream: Stream): Promise<Buffer> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of bytesOf(stream, () => undefined)) {
    parts.push(Buffer.from(part))
    length += part.length
    if (length >= headBytes) break
  }
  return Buffer.concat(parts).subarray(0, headBytes)
}

function refuseBinary(head: Buffer, { encoding }: Sniffed): void {
  if (encoding.startsWith('utf-16')) return
  const control = head.reduce((count, byte) => count + (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 ? 1 : 0), 0)
  if (control * 10 > head.length) throw new Refusal('imports.not_a_table', 422, importWords.notATable, { kind: '?' })
}

interface Row { readonly cells: Cells, readonly line: number }

function rowsOf(text: string, delimiter: string, whole: boolean): readonly Row[] {
  const rows: Row[] = []
  const take = (cells: string[], line: number): void => { if (cells.some((cell) => cell.trim() !== '')) rows.push({ cells, line }) }
  const tokens = createTokens({ delimiter, onRow: take, onOpenQuote: take })
  tokens.push(text)
  if (whole || rows.length === 0) tokens.end()
  return rows
}

/** The delimiter under which most rows have the same number of cells, more than one. Runs of blanks only where nothing else divides. */
function sniffDelimiter(text: string, whole: boolean): string {
  const head = text.slice(0, 65_536)
  const scores = delimiters.map((delimiter) => {
    const widths = rowsOf(head, delimiter, whole && head.length === text.length).slice(0, 200).map((row) => row.cells.length)
    const counts = new Map<number, number>()
    for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1)
    const [width, rows] = [...counts].filter(([cells]) => cells > 1).sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0]
    return { delimiter, score: (rows / Math.max(1, widths.length)) * Math.log2(1 + width) }
  })
  const best = scores.sort((a, b) => b.score - a.score)[0]
  if (best && best.score > 0.3) return best.delimiter
  const lines = head.split('\n').slice(0, 50).map((line) => line.trim()).filter((line) => line !== '')
  const blanks = lines.map((line) => line.split(/[ \t]+/).length)
  return lines.length > 1 && (blanks[0] ?? 0) > 1 && blanks.every((width) => width === blanks[0]) ? ' ' : ','
}

const known = new Set(Object.values(headerNames).flat().map(plainHeader))

/** The header is the first of the opening rows with two names that we know, or else the first row, unless that looks like data. */
function findHeader(rows: readonly Row[]): Row | undefined {
  const familiar = (row: Row): number => row.cells.filter((cell) => known.has(plainHeader(cell))).length
  const sure = rows.slice(0, 30).find((row) => familiar(row) >= 2)
  if (sure) return sure
  const [first] = rows
  if (!first) return undefined
  const data = first.cells.filter((cell) => /^\s*[-+(]?[\d.,:/\s-]+\)?\s*$/.test(cell)).length
  return data * 2 >= first.cells.length ? undefined : first
}

/** Excel's way of keeping a long number as text: `="123"`, `'123`, a tab before it. */
export function plainCell(cell: string): string {
  const code = cell.charCodeAt(0)
  if (code === 61 && cell.charCodeAt(1) === 34 && cell.endsWith('"')) return cell.slice(2, -1).trim()
  if (code === 39 && /^'\d+$/.test(cell)) return cell.slice(1)
  return code <= 32 || cell.charCodeAt(cell.length - 1) <= 32 ? cell.trim() : cell
}

export interface Reading {
  readonly onRow: (cells: string[], line: number) => void
  readonly onOpenQuote: (cells: string[], line: number) => void
  readonly onDirt: (characters: number) => void
  /** Takes plain rows as bytes, so that only the others become cells. */
  readonly onPlain?: TakePlain | undefined
  /** Only the first cells of a row are wanted. */
  readonly most?: number
  /** Called after each piece of the file: what it awaits holds the reading back. */
  readonly afterPiece: (bytesRead: number) => Promise<void> | void
}

/** Every row below the header, in order. */
export async function readTable(table: Table, { onRow, onOpenQuote, onDirt, onPlain, most, afterPiece }: Reading): Promise<void> {
  const width = table.headers.length
  const blank = (cells: readonly string[]): boolean => cells.length < width && (most === undefined || cells.length < most) && cells.every((cell) => cell.trim() === '')
  const below = (take: (cells: string[], line: number) => void) => (cells: string[], line: number): void => {
    if (line > table.headerLine && !(line === 1 && /^sep=.$/i.test(cells.join(table.delimiter))) && !blank(cells)) take(cells, line)
  }
  const tokens = createTokens({ delimiter: table.delimiter, onRow: below(onRow), onOpenQuote: below(onOpenQuote), most })
  const blocks = createBlocks(tokens, table.headerLine + 1, onDirt, table.delimiter === ' ' ? undefined : onPlain)
  let sniffed = table.sniffed
  let decoder = new TextDecoder(sniffed.encoding)
  let skip = sniffed.bom
  let read = 0
  const utf8 = (bytes: Buffer): Buffer => {
    if (sniffed.encoding !== 'utf-8') return Buffer.from(unmacked(decoder.decode(bytes, { stream: true })))
    if (!table.macLines) return bytes
    return Buffer.from(bytes.map((byte) => (byte === 13 ? 10 : byte)))
  }
  const unmacked = (text: string): string => (table.macLines ? text.replaceAll('\r', '\n') : text)
  for await (const piece of bytesOf(table.stream, (bytes) => { read = bytes })) {
    // A head of pure ASCII says nothing about GBK: the first piece with a high byte decides.
    if (sniffed.plain && !isAscii(piece)) {
      const later = sniffEncoding(aroundHighBytes(piece))
      sniffed = { ...later, plain: false }
      decoder = new TextDecoder(sniffed.encoding)
    }
    blocks.push(utf8(skip > 0 ? piece.subarray(skip) : piece))
    skip = 0
    await afterPiece(read)
  }
  if (sniffed.encoding !== 'utf-8') blocks.push(Buffer.from(unmacked(decoder.decode())))
  blocks.end()
  await afterPiece(read)
}

function aroundHighBytes(piece: Buffer): Buffer {
  const at = piece.findIndex((byte) => byte > 127)
  return piece.subarray(Math.max(0, at - 64), at + 65_536)
}
