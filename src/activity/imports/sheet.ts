/**
 * XLSX to CSV in one pass: the first sheet that has rows, streamed from the archive and written to the scratch folder, so that everything behind reads one kind
 * of table and a line number is the sheet's row number. A reader of our own, because it is bounded in memory by design and five times as fast (docs/decisions).
 */
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '#foundation/refusal.ts'
import { inflateEntry, type Entry } from './archive.ts'
import type { Container } from './bytes.ts'
import { importWords } from './imports.words.ts'
import { cellText, dateStyles, decodeXml, type Book } from './sheet.cells.ts'

type Sheet = Extract<Container, { kind: 'sheet' }>

const sharedLimit = 134_217_728
const rowLimit = 1_048_576
const columnLimit = 512
const fragmentLimit = 4_194_304

export async function flattenSheet(sheet: Sheet, scratch: string): Promise<string> {
  const entry = (name: string): Entry | undefined => sheet.entries.find((found) => found.name === name)
  const small = async (name: string): Promise<string> => {
    const found = entry(name)
    return found ? wholeText(sheet.path, found, 16_777_216) : ''
  }
  const workbook = await small('xl/workbook.xml')
  const relations = await small('xl/_rels/workbook.xml.rels')
  const shared = entry('xl/sharedStrings.xml')
  const book: Book = {
    shared: shared ? await sharedStrings(sheet.path, shared) : [],
    dates: dateStyles(await small('xl/styles.xml')),
    from1904: /date1904="(1|true)"/.test(workbook)
  }
  const path = join(scratch, 'sheet.csv')
  for (const name of sheetNames(workbook, relations)) {
    const found = entry(name)
    if (found && (await writeSheet(sheet.path, found, book, path)) > 0) return path
  }
  throw new Refusal('imports.empty', 422, importWords.empty)
}

/** Visible sheets in the order of their tabs. */
function sheetNames(workbook: string, relations: string): readonly string[] {
  const targets = new Map([...relations.matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => [/\bId="([^"]*)"/.exec(tag)?.[1] ?? '', /\bTarget="([^"]*)"/.exec(tag)?.[1] ?? '']))
  return [...workbook.matchAll(/<(?:\w+:)?sheet\b[^>]*>/g)]
    .filter(([tag]) => !/state="(hidden|veryHidden)"/.test(tag))
    .map(([tag]) => targets.get(/\br:id="([^"]*)"/.exec(tag)?.[1] ?? '') ?? '')
    .map((target) => (target.startsWith('/') ? target.slice(1) : `xl/${target}`))
}

async function wholeText(path: string, entry: Entry, limit: number): Promise<string> {
  let text = ''
  for await (const piece of textOf(path, entry)) {
    text += piece
    if (text.length > limit) throw new Refusal('imports.bomb', 422, importWords.bomb)
  }
  return text
}

async function* textOf(path: string, entry: Entry): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8')
  // Some writers put every tag into a namespace of their own, x: by custom.
  for await (const bytes of inflateEntry(path, entry)) yield decoder.decode(bytes, { stream: true }).replace(/<(\/?)x:/g, '<$1')
  yield decoder.decode()
}

/** Calls back with each `<tag …>…</tag>`; what is between them is passed over. */
async function eachElement(path: string, entry: Entry, tag: string, take: (xml: string) => Promise<void> | void): Promise<void> {
  let held = ''
  const opening = new RegExp(`<${tag}(?=[\\s>/])`, 'g')
  const closing = `</${tag}>`
  for await (const piece of textOf(path, entry)) {
    held += piece
    let at = 0
    for (;;) {
      opening.lastIndex = at
      const start = opening.exec(held)?.index
      if (start === undefined) { held = held.slice(Math.max(at, held.length - 32)); break }
      const head = held.indexOf('>', start)
      const empty = head >= 0 && held.charCodeAt(head - 1) === 47
      const end = head < 0 ? -1 : empty ? head + 1 : held.indexOf(closing, head)
      if (end < 0) { held = held.slice(start); break }
      await take(held.slice(start, end))
      at = empty ? end : end + closing.length
    }
    if (held.length > fragmentLimit) throw new Refusal('imports.line_too_long', 422, importWords.lineTooLong, { line: 0 })
  }
}

async function sharedStrings(path: string, entry: Entry): Promise<readonly string[]> {
  const strings: string[] = []
  let size = 0
  await eachElement(path, entry, 'si', (xml) => {
    // Phonetic readings (rPh) sit beside the text and are no part of it.
    const text = decodeXml([...xml.replace(/<rPh\b[\s\S]*?<\/rPh>/g, '').matchAll(/<t(?:\s[^>]*)?>([\s\S]*?)<\/t>/g)].map((match) => match[1] ?? '').join(''))
    size += text.length + 16
    if (size > sharedLimit) throw new Refusal('imports.bomb', 422, importWords.bomb)
    strings.push(text)
  })
  return strings
}

/** Writes the rows; blank ones as blank lines. Answers how many held something. */
async function writeSheet(path: string, entry: Entry, book: Book, target: string): Promise<number> {
  const out = createWriteStream(target)
  let rows = 0
  let line = 0
  let buffer = ''
  await eachElement(path, entry, 'row', async (xml) => {
    const number = Number(/^<row\b[^>]*?\br="(\d+)"/.exec(xml)?.[1] ?? line + 1)
    if (number > rowLimit) throw new Refusal('imports.bomb', 422, importWords.bomb)
    const cells = rowCells(xml, book)
    if (cells.length === 0 || number <= line) return
    buffer += `${'\n'.repeat(number - line - 1)}${cells.map(quoted).join(',')}\n`
    line = number
    rows++
    if (buffer.length > 262_144) {
      const full = buffer
      buffer = ''
      if (!out.write(full)) await once(out, 'drain')
    }
  }).finally(() => { out.end(buffer) })
  await once(out, 'finish')
  return rows
}

const cellTag = /<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g

function rowCells(xml: string, book: Book): readonly string[] {
  const cells: string[] = []
  let next = 0
  for (const match of xml.matchAll(cellTag)) {
    const [, attributes = '', body = ''] = match
    const letters = /\br="([A-Z]{1,3})\d+"/.exec(attributes)?.[1]
    const column = letters === undefined ? next : columnOf(letters)
    if (column >= columnLimit) break
    while (cells.length < column) cells.push('')
    cells[column] = cellText(attributes, body, book)
    next = column + 1
  }
  return cells
}

const columnOf = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replace(/[\r\n]+/g, ' ').replaceAll('"', '""')}"` : cell)
