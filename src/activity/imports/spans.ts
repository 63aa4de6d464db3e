/**
 * Rows as places in bytes. A plain row (no quotes, no control characters, as many cells as the header) needs no text at all before somebody asks for a cell:
 * its cells are found in one walk over its bytes. Every other row is for the tokenizer.
 */
const newline = 10
const carriage = 13
const longestRow = 65_536

/** What a byte means for the walk: nothing, the delimiter, a line's end, or a reason to look closer. */
const [plain, divides, ends, returns, wide, odd] = [0, 1, 2, 3, 4, 5] as const

export interface RowScanner {
  /** Places of cells one row needs in `spans`. */
  readonly stride: number
  /**
   * The row at `at` of bytes that end in a line break: writes where each of its cells begins, and where one after the last would, to `spans` from `base` on;
   * a cell ends one byte before the next begins. Answers where the next row begins, or -1 for a row that is not plain.
   */
  readonly scan: (bytes: Uint8Array, at: number, spans: Int32Array, base: number) => number
}

export function createRowScanner(delimiter: string, width: number): RowScanner {
  const meaning = new Uint8Array(256).fill(plain)
  meaning.fill(odd, 0, 32)
  meaning[0x7f] = odd
  meaning[0x22] = odd
  // What is taken out of texts (direction marks, blanks without width) begins with one of these two in UTF-8.
  meaning[0xe2] = wide
  meaning[0xef] = wide
  meaning[9] = plain
  meaning[newline] = ends
  meaning[carriage] = returns
  meaning[delimiter.charCodeAt(0)] = divides
  return {
    stride: width + 1,
    scan: (bytes, at, spans, base) => {
      spans[base] = at
      let cells = 1
      for (let i = at; ; i++) {
        let kind = meaning[bytes[i] ?? newline]
        // Of nearly all bytes nothing is to be said: a loop with nothing else in it takes half the time.
        while (kind === plain) kind = meaning[bytes[++i] ?? newline]
        if (kind === divides) {
          if (cells === width) return -1
          spans[base + cells++] = i + 1
          continue
        }
        if (kind === wide) {
          if (isDirt(bytes[i] ?? 0, bytes[i + 1] ?? 0, bytes[i + 2] ?? 0)) return -1
          continue
        }
        if (kind === odd || cells !== width || i - at > longestRow) return -1
        if (kind === ends) { spans[base + cells] = i + 1; return i + 1 }
        if (bytes[i + 1] !== newline) return -1
        spans[base + cells] = i + 1
        return i + 2
      }
    }
  }
}

/** U+200B–200F, 202A–202E, 2060–2069, FEFF: what `cleanText` takes out. */
const isDirt = (a: number, b: number, c: number): boolean => a === 0xef
  ? b === 0xbb && c === 0xbf
  : (b === 0x80 && ((c >= 0x8b && c <= 0x8f) || (c >= 0xaa && c <= 0xae))) || (b === 0x81 && c >= 0xa0 && c <= 0xa9)

/** Whether two stretches of bytes are the same. */
export function sameBytes(a: Uint8Array, from: number, to: number, b: Uint8Array, other: number): boolean {
  for (let i = from, j = other; i < to; i++, j++) if (a[i] !== b[j]) return false
  return true
}

const slots = 8_192
const longestKept = 200

/** Texts that come again and again as one string each: products, categories, channels. Finds them by their bytes. */
export function createInterner(): (bytes: Buffer, from: number, to: number) => string {
  const kept: ({ readonly bytes: Uint8Array, readonly text: string } | undefined)[] = Array.from({ length: slots }, () => undefined)
  return (bytes, from, to) => {
    const length = to - from
    if (length > longestKept) return bytes.toString('utf8', from, to)
    // Texts of a column differ at their ends; what lies between is compared, not counted.
    let hash = length
    for (let i = length > 12 ? to - 8 : from; i < to; i++) hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193)
    if (length > 12) for (let i = from; i < from + 4; i++) hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193)
    const slot = (hash ^ hash >>> 15) & (slots - 1)
    const found = kept[slot]
    if (found !== undefined && found.bytes.length === length && sameBytes(bytes, from, to, found.bytes, 0)) return found.text
    const text = bytes.toString('utf8', from, to)
    kept[slot] = { bytes: Uint8Array.prototype.slice.call(bytes, from, to), text }
    return text
  }
}
