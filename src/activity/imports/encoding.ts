/** Which encoding a file is in, from its first bytes. Chinese exports come in GBK as often as in UTF-8, Excel writes UTF-16, old shops windows-1252. */
import { isUtf8 } from 'node:buffer'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'windows-1252'

export interface Sniffed {
  readonly encoding: Encoding
  /** Bytes of the mark to skip. */
  readonly bom: number
  /** Nothing beyond ASCII yet: a later byte may still decide otherwise. */
  readonly plain: boolean
}

export function sniffEncoding(head: Buffer): Sniffed {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', bom: 3, plain: false }
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', bom: 2, plain: false }
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', bom: 2, plain: false }
  const wide = wideEncoding(head)
  if (wide) return { encoding: wide, bom: 0, plain: false }
  const whole = wholeCharacters(head)
  if (isUtf8(whole)) return { encoding: 'utf-8', bom: 0, plain: !whole.some((byte) => byte > 127) }
  return { encoding: mostlyUtf8(whole) ? 'utf-8' : pairedHighBytes(whole) ? 'gb18030' : 'windows-1252', bom: 0, plain: false }
}

/** UTF-16 without a mark: every second byte of ASCII text is NUL. */
function wideEncoding(head: Buffer): Encoding | undefined {
  const pairs = Math.min(head.length, 4096) >> 1
  let even = 0
  let odd = 0
  for (let i = 0; i < pairs; i++) {
    if (head[2 * i] === 0) even++
    if (head[2 * i + 1] === 0) odd++
  }
  if (pairs < 4) return undefined
  if (odd > pairs * 0.2 && even === 0) return 'utf-16le'
  return even > pairs * 0.2 && odd === 0 ? 'utf-16be' : undefined
}

/** The head may end within a character: what follows its last line break is left out. */
function wholeCharacters(head: Buffer): Buffer {
  const end = head.lastIndexOf(10)
  return end > 0 ? head.subarray(0, end) : head
}

/** UTF-8 with a few broken characters, as left by programs that cut by bytes. */
function mostlyUtf8(head: Buffer): boolean {
  const text = new TextDecoder('utf-8').decode(head)
  const broken = text.split('\uFFFD').length - 1
  const wide = text.match(/[\u0080-\uFFFC]/g)?.length ?? 0
  return broken * 20 < wide
}

/** Chinese comes as runs of paired high bytes; a pound sign or an accent stands alone between letters. */
function pairedHighBytes(head: Buffer): boolean {
  let high = 0
  let alone = 0
  for (let i = 0; i < head.length; i++) {
    if ((head[i] ?? 0) < 0x81) continue
    high++
    const second = head[i + 1] ?? 0
    if (second >= 0x40 && second !== 0x7f) { high++; if (second < 0x81) alone++; i++ } else alone++
  }
  return alone * 4 < high
}

const dirt = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/
const allDirt = new RegExp(dirt.source, 'g')

/** Control characters and direction overrides have no place in an order; they are taken out, and counted. */
export function cleanText(text: string, onDirt: (count: number) => void): string {
  if (!dirt.test(text)) return text
  const clean = text.replace(allDirt, '')
  onDirt(text.length - clean.length)
  return clean
}
