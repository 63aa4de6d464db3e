/** Text in columns on a terminal, where a Chinese character is two places wide and an accent none. */
const wide = /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18cff}\u{1b000}-\u{1b2ff}\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1faff}\u{20000}-\u{3fffd}]/u
const none = /[\p{Mn}\p{Me}\p{Cf}]/u
const control = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu

/** What a file says is shown, never obeyed: escape sequences and direction marks become a blank. */
export const plainText = (text: string): string => text.replace(control, ' ')

const widthOf = (character: string): number => (none.test(character) ? 0 : wide.test(character) ? 2 : 1)

export function displayWidth(text: string): number {
  let width = 0
  for (const character of text) width += widthOf(character)
  return width
}

/** At most so wide, the end replaced by an ellipsis. */
export function clipped(text: string, width: number): string {
  if (displayWidth(text) <= width) return text
  let kept = ''
  let used = 1
  for (const character of text) {
    used += widthOf(character)
    if (used > width) break
    kept += character
  }
  return `${kept}…`
}

export type Align = 'left' | 'right'

export function padded(text: string, width: number, align: Align = 'left'): string {
  const blanks = ' '.repeat(Math.max(0, width - displayWidth(text)))
  return align === 'left' ? text + blanks : blanks + text
}

/** Rows under each other. Where they are wider than the line, the widest column gives way, and then the next. */
export function inColumns(rows: readonly (readonly string[])[], aligns: readonly Align[], { columns, indent = 2, gap = 2 }: { readonly columns: number, readonly indent?: number, readonly gap?: number }): readonly string[] {
  const count = Math.max(0, ...rows.map((row) => row.length))
  const widths = Array.from({ length: count }, (_, place) => Math.max(0, ...rows.map((row) => displayWidth(row[place] ?? ''))))
  const room = columns - indent - gap * Math.max(0, count - 1)
  for (let over = sum(widths) - room; over > 0; over = sum(widths) - room) {
    const widest = widths.indexOf(Math.max(...widths))
    const [first = 0, second = 0] = widths.toSorted((a, b) => b - a)
    const next = Math.max(least, Math.min(first - 1, Math.max(second, first - over)))
    if (next >= first) break
    widths[widest] = next
  }
  return rows.map((row) => `${' '.repeat(indent)}${widths.map((width, place) => padded(clipped(row[place] ?? '', width), width, aligns[place] ?? 'left')).join(' '.repeat(gap))}`.trimEnd())
}

const least = 6
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

/** Paragraphs broken at blanks, or anywhere between Chinese characters. */
export function wrapped(text: string, columns: number, indent = 0): readonly string[] {
  const room = Math.max(20, columns - indent)
  const lines: string[] = []
  let line = ''
  for (const piece of text.match(/[\u3000-\u9fff\uff00-\uffef]|[^\s\u3000-\u9fff\uff00-\uffef]+|\s+/gu) ?? []) {
    // Closing punctuation never begins a line.
    if (displayWidth(line + piece) > room && !/^[，。；：、！？）」』”’,.;:!?)]/.test(piece)) { lines.push(line.trimEnd()); line = piece.trimStart() } else line += piece
  }
  if (line.trim() !== '') lines.push(line.trimEnd())
  return lines.map((one) => ' '.repeat(indent) + one)
}
