/**
 * From text to cells. A tokenizer of our own, because it is ten times faster than the general ones (docs/decisions) and because a hostile file must end in
 * one rejected row or one refusal, never in a swallowed file: a quote that does not close within `quoteLimit` costs its own line only.
 */
import { Refusal } from '#foundation/refusal.ts'
import { importWords } from './imports.words.ts'

export type Cells = readonly string[]

export interface TokenRules {
  /** One character, or `' '` for any run of blanks. */
  readonly delimiter: string
  /** `line` is the physical line on which the row begins, counted from 1. */
  readonly onRow: (cells: string[], line: number) => void
  /** A row whose quote never closes: its first physical line, split without regard to quotes. */
  readonly onOpenQuote: (cells: string[], line: number) => void
  /** Only so many of the first cells are wanted, which costs less; quoted rows still give all. */
  readonly most?: number | undefined
  readonly lineLimit?: number
  readonly quoteLimit?: number
}

export interface Tokens {
  readonly push: (text: string) => void
  readonly end: () => void
  /** Whether no row is half read. */
  readonly isIdle: () => boolean
  /** The physical line at which the next row begins. */
  readonly line: () => number
  /** So many lines were read by somebody else. */
  readonly skip: (lines: number) => void
}

const newline = 10
const carriage = 13
const quote = 34

export function createTokens({ delimiter, onRow, onOpenQuote, most, lineLimit = 1_048_576, quoteLimit = 131_072 }: TokenRules): Tokens {
  const split = delimiter === ' ' ? (line: string) => line.trim().split(/[ \t]+/) : most === undefined ? (line: string) => line.split(delimiter) : (line: string) => line.split(delimiter, most)
  const separator = delimiter.charCodeAt(0)
  let held = ''
  let line = 1

  /** The row that begins at `from` and holds quotes: where it ends, or -1 while its end is not in the buffer. */
  function quotedRow(text: string, from: number, last: boolean): number {
    const cells: string[] = []
    const firstLine = line
    let lines = 0
    let at = from
    for (;;) {
      let cell: string
      if (text.charCodeAt(at) === quote) {
        cell = ''
        let start = at + 1
        for (;;) {
          const close = text.indexOf('"', start)
          if (close < 0) return -1
          if (text.charCodeAt(close + 1) === quote) { cell += text.slice(start, close + 1); start = close + 2; continue }
          if (close + 1 >= text.length && !last) return -1
          cell += text.slice(start, close)
          at = close + 1
          break
        }
        for (let i = cell.indexOf('\n'); i >= 0; i = cell.indexOf('\n', i + 1)) lines++
        // What follows the closing quote up to the next delimiter belongs to the cell: exports of shops do that.
        const rest = at
        while (at < text.length && text.charCodeAt(at) !== separator && text.charCodeAt(at) !== newline) at++
        if (at >= text.length && !last) return -1
        if (at > rest) cell += text.slice(rest, text.charCodeAt(at) === newline && text.charCodeAt(at - 1) === carriage ? at - 1 : at)
      } else {
        const start = at
        while (at < text.length && text.charCodeAt(at) !== separator && text.charCodeAt(at) !== newline) at++
        if (at >= text.length && !last) return -1
        cell = text.slice(start, text.charCodeAt(at) === newline && text.charCodeAt(at - 1) === carriage ? at - 1 : at)
      }
      cells.push(cell)
      if (at < text.length && text.charCodeAt(at) === separator) { at++; continue }
      onRow(cells, firstLine)
      line += lines + 1
      return at + 1
    }
  }

  function consume(text: string, last: boolean): string {
    let at = 0
    let nextQuote = text.indexOf('"')
    while (at < text.length) {
      if (nextQuote >= 0 && nextQuote < at) nextQuote = text.indexOf('"', at)
      let end = text.indexOf('\n', at)
      if (end < 0) {
        if (!last) break
        end = text.length
      }
      if (end - at > lineLimit) throw tooLong(line)
      if (nextQuote >= 0 && nextQuote < end && delimiter !== ' ') {
        const next = quotedRow(text, at, last)
        if (next >= 0) { at = next; continue }
        if (!last && text.length - at <= quoteLimit) break
        onOpenQuote(split(trimEnd(text.slice(at, end))), line)
      } else if (end > at && !(end === at + 1 && text.charCodeAt(at) === carriage)) {
        onRow(split(text.charCodeAt(end - 1) === carriage ? text.slice(at, end - 1) : text.slice(at, end)), line)
      }
      line++
      at = end + 1
    }
    return at >= text.length ? '' : text.slice(at)
  }

  return {
    push: (text) => {
      held = consume(held === '' ? text : held + text, false)
      if (held.length > lineLimit && held.indexOf('\n') < 0) throw tooLong(line)
    },
    end: () => { held = consume(held, true) },
    isIdle: () => held === '',
    line: () => line,
    skip: (lines) => { line += lines }
  }
}

const trimEnd = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line)

const tooLong = (line: number): Refusal => new Refusal('imports.line_too_long', 422, importWords.lineTooLong, { line })
