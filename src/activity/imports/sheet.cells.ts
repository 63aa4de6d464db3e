/** One cell of a workbook as text: numbers as they are, dates as wall-clock time, shared and inline strings decoded. */
export interface Book {
  readonly shared: readonly string[]
  /** Cell styles that show a date. */
  readonly dates: ReadonlySet<number>
  readonly from1904: boolean
}

const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export const decodeXml = (text: string): string =>
  text.includes('&') || text.includes('_x')
    ? text
      .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex?: string, decimal?: string, name?: string) =>
        name === undefined ? character(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16), whole) : (names[name.toLowerCase()] ?? whole))
      .replace(/_x([0-9A-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text

const character = (code: number, whole: string): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole)

/** The styles whose number format is one of Excel's own dates, or a custom one with a year, month, day or hour in it. */
export function dateStyles(styles: string): ReadonlySet<number> {
  const custom = new Map([...styles.matchAll(/<numFmt\b[^>]*>/g)].map(([tag]) => [/numFmtId="(\d+)"/.exec(tag)?.[1] ?? '', decodeXml(/formatCode="([^"]*)"/.exec(tag)?.[1] ?? '')]))
  const formats = /<cellXfs\b[\s\S]*?<\/cellXfs>/.exec(styles)?.[0] ?? ''
  const dates = new Set<number>()
  let index = 0
  for (const [tag] of formats.matchAll(/<xf\b[^>]*>/g)) {
    const id = /numFmtId="(\d+)"/.exec(tag)?.[1] ?? '0'
    const number = Number(id)
    const code = custom.get(id)?.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')
    if (code === undefined ? (number >= 14 && number <= 22) || (number >= 27 && number <= 36) || (number >= 45 && number <= 58) : /[ymdh]/i.test(code) && !/[0#?]\.?[0#?]*e/i.test(code)) dates.add(index)
    index++
  }
  return dates
}

export function cellText(attributes: string, body: string, book: Book): string {
  if (body === '') return ''
  const type = /\bt="(\w+)"/.exec(attributes)?.[1]
  if (type === 'inlineStr') return decodeXml([...body.matchAll(/<t(?:\s[^>]*)?>([\s\S]*?)<\/t>/g)].map((match) => match[1] ?? '').join(''))
  const value = /<v(?:\s[^>]*)?>([\s\S]*?)<\/v>/.exec(body)?.[1] ?? ''
  if (type === 's') return book.shared[Number(value)] ?? ''
  if (type === 'str' || type === 'd') return decodeXml(value)
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  if (type === 'e' || value === '') return ''
  const style = Number(/\bs="(\d+)"/.exec(attributes)?.[1] ?? -1)
  return book.dates.has(style) ? dateText(Number(value), book.from1904) : numberText(value)
}

/** 0.1 + 0.2 of a spreadsheet is 0.3 to the person who sees it: fifteen digits, as Excel shows, and never an exponent. */
function numberText(value: string): string {
  if (/^-?\d{1,15}(\.\d{1,6})?$/.test(value)) return value
  const number = Number(value)
  if (!Number.isFinite(number)) return value
  const short = Number(number.toPrecision(15))
  return Math.abs(short) >= 1e21 || (short !== 0 && Math.abs(short) < 1e-6) ? value : `${short}`
}

function dateText(serial: number, from1904: boolean): string {
  if (!Number.isFinite(serial)) return ''
  const at = new Date(Math.round((serial + (from1904 ? 1_462 : 0) - 25_569) * 86_400) * 1_000)
  return Number.isNaN(at.getTime()) ? `${serial}` : at.toISOString().slice(0, 19).replace('T', ' ')
}
